/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_ACCOUNT_LIST_H
#define MOTCUA_MODEL_ACCOUNT_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/data.h"
#include "lib/date.h"
#include "lib/db.h"

/* Accounts as pages show them. An empty list is DB_OK or DB_NONE. */

/* Id, Role, Agency (full name, "" for the whole province), From, To (dd/mm/yyyy), State: now | later | over |
 * withdrawn. All, or those that hold today. */
enum db_result account_grants(struct db *db, struct data *data, const char *list, uint64_t user,
                              const struct civil *today, bool all);

/* Whom the user stands in for today: Name, Unit, From, To. */
enum db_result account_stands_in(struct db *db, struct data *data, const char *list, uint64_t user,
                                 const struct civil *today);

#define ACCOUNT_PAGE 50
/* By part of name, login or unit, page 1, 2 …: Id, Login, Name, Title, Unit, Disabled. */
enum db_result account_search(struct db *db, struct data *data, const char *list, const char *query,
                              int page, bool *more);

/* One account: the same, and Email, Phone, NoPassword, FirstPassword, HasApp. DB_NONE: there is none. */
enum db_result account_read(struct db *db, struct arena *arena, struct data *node, uint64_t user);

/* All agencies and units: Value (code), Text. */
enum db_result account_agencies(struct db *db, struct data *data, const char *list);

#endif
