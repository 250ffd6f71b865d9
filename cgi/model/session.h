/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SESSION_H
#define MOTCUA_MODEL_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/data.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Sessions of staff. The cookie holds 32 random bytes; the database knows only their hash. A session ends
 * when it was not used for SESSION_IDLE_S, SESSION_HOURS after it began, when it is ended, and at once when
 * its account is closed. Times by the settable clock.
 */
#define SESSION_COOKIE "staff"
#define SESSION_HOURS 12          /* the longest a session lasts */
#define SESSION_IDLE_S (30 * 60)  /* the longest it may lie unused */

struct session {
    uint64_t id;
    uint64_t user;
    const char *login;
    const char *name;
    const char *title;     /* "" when the person has none */
    const char *unit;      /* short or full name of the unit the person belongs to */
    unsigned roles;        /* roles held today, by oneself or as a substitute: bits 1 << enum role (scope.h) */
    const char *binding;   /* what the form tokens of this session are bound to */
    bool seen_long_ago;    /* a minute or more: session_touch() is due */
};

/* A new session of a user inside the caller's transaction; the token for the
 * cookie in *token. */
enum db_result session_add(struct db *db, struct arena *arena, uint64_t user, const char *address,
                           const char *agent, const char **token);

/* The live session of a cookie, one query. DB_NONE: unknown, ended, or its account closed. */
enum db_result session_find(struct db *db, struct arena *arena, const char *token,
                            const struct civil *now, struct session *session);

/* Used now. Outside a transaction of the caller: it is one of its own. */
enum db_result session_touch(struct db *db, uint64_t id, const struct civil *now);

/* Inside the caller's transaction. DB_NONE: this user has no such living session. */
enum db_result session_end(struct db *db, uint64_t user, uint64_t id);
/* The same for the one its forms are bound to (struct session, binding). */
enum db_result session_end_bound(struct db *db, uint64_t user, const char *binding);
/* All of a user's sessions but the one of `keep` ("": all). DB_NONE: there were no others. */
enum db_result session_end_all(struct db *db, uint64_t user, const char *keep);

/* The user's living sessions, newest first, as `list`: Id, Since, Seen, Address, Agent, Current (the one
 * of `binding`). */
enum db_result session_list(struct db *db, struct data *data, const char *list, uint64_t user,
                            const char *binding, const struct civil *now);

#endif
