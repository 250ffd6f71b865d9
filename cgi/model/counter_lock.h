/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_COUNTER_LOCK_H
#define MOTCUA_MODEL_COUNTER_LOCK_H

#include "model/counter.h"

/*
 * What the files that change counters and tickets share: the row of a session, locked until the caller's transaction
 * ends, so that two windows of one officer follow one another. Nobody else locks it but who closes the day.
 */
struct counter_session {
    uint64_t id, counter, user;
    enum counter_state state;
    unsigned priority_run, version;
    struct civil opened_at;
};

/* DB_NONE: there is no such session. */
enum db_result counter_session_lock(struct db *db, struct arena *arena, uint64_t session,
                                    struct counter_session *out);
/* Is it this officer's, of today, and not over? */
bool counter_session_holds(const struct counter_session *session, uint64_t user, const struct civil *now);

struct counter_event_new {
    uint64_t hall, counter, session, user;
    struct civil at;
    const char *kind, *detail;
};
enum db_result counter_event_put(struct db *db, struct arena *arena, const struct counter_event_new *row);

#endif
