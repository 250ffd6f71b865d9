/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SUBSTITUTION_H
#define MOTCUA_MODEL_SUBSTITUTION_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/data.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/scope.h"

/*
 * Who stands in for whom during leave ("thay mặt"). A head arranges it for people of the own units whose rights do
 * not reach beyond them; an administrator for everybody. `over`: the scope of the head, NULL for an
 * administrator.
 */
enum substitution_verdict {
    SUBSTITUTION_GOOD,
    SUBSTITUTION_NO_ABSENT,     /* no such open account, or not below this head */
    SUBSTITUTION_NO_SUBSTITUTE, /* the same */
    SUBSTITUTION_SAME,          /* one person */
    SUBSTITUTION_TOO_WIDE,      /* the absent one's rights reach beyond this head's units */
    SUBSTITUTION_FAIL
};

/* Inside the caller's transaction. */
enum substitution_verdict substitution_add(struct db *db, struct arena *arena, const char *absent,
                                           const char *substitute, const struct civil *from,
                                           const struct civil *to, uint64_t by,
                                           const struct scope *over);

/* Ends one at once; *absent is the login. DB_NONE: there is none that runs, or it is not below this head. */
enum db_result substitution_end(struct db *db, struct arena *arena, uint64_t id, uint64_t by,
                                const struct scope *over, const char **absent);

/* Those that run or come, as `list`: Id, Absent, AbsentUnit, Substitute, From, To. */
enum db_result substitution_list(struct db *db, struct data *data, const char *list,
                                 const struct civil *today, const struct scope *over);

/* Open accounts to choose from, as `list`: Login, Name, Unit; at most 500. */
enum db_result substitution_people(struct db *db, struct data *data, const char *list,
                                   const struct scope *over);

#endif
