/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_ACCOUNT_H
#define MOTCUA_MODEL_ACCOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"

/* Staff accounts. Their sessions are in session.h, what they may do in scope.h. */

struct account {
    const char *login;
    const char *name;
    const char *title;
    const char *agency; /* code of the agency or unit */
    const char *email;
    const char *phone;
    const char *password_hash; /* NULL: nobody can sign in with a password yet */
};

/* Adds an account inside the caller's transaction; its number in *id. The
 * password counts as a first one, to be changed. DB_NONE: no such agency;
 * DB_FAIL with DB_ERROR_DUPLICATE: the login is taken. */
enum db_result account_add(struct db *db, struct arena *arena, const struct account *account,
                           uint64_t *id);

/* Grants a role from a day ("2026-11-23") for one agency's code, or NULL for the whole province.
 * DB_NONE: no such agency. */
enum db_result account_grant(struct db *db, uint64_t user, const char *role, const char *agency,
                             const char *from);

/* The same by an administrator, until a day ("" for no end). */
enum db_result account_grant_by(struct db *db, uint64_t user, const char *role, const char *agency,
                                const char *from, const char *to, uint64_t by);
/* At once. DB_NONE: this user has no such grant that is not withdrawn or over. Its role in *role. */
enum db_result account_withdraw(struct db *db, struct arena *arena, uint64_t user, uint64_t grant,
                                uint64_t by, const char **role);

/* Closes an account, with its sessions, or opens it again. DB_NONE: it was so already, or does not exist. */
enum db_result account_close(struct db *db, uint64_t user);
enum db_result account_open(struct db *db, uint64_t user);

/* DB_NONE: no such account, or it is closed. */
enum db_result account_find(struct db *db, struct arena *arena, const char *login, uint64_t *id);

/* Code of the centre, or of the first agency of the tree; NULL when there is none. */
const char *account_first_agency(struct db *db, struct arena *arena);

#endif
