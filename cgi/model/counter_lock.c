/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/counter_lock.h"

#include "model/row.h"

enum db_result counter_session_lock(struct db *db, struct arena *arena, uint64_t session,
                                    struct counter_session *out)
{
    struct db_row row;
    enum db_result result = db_one(db, arena,
                                   "select id, counter_id, user_id, state, priority_run, version, opened_at"
                                   " from counter_session where id = ? for update",
                                   DB_ARGS(db_number((int64_t)session)), &row);
    if (result == DB_OK)
        *out = (struct counter_session){
            .id = row_id(row.text[0]),
            .counter = row_id(row.text[1]),
            .user = row_id(row.text[2]),
            .state = (enum counter_state)ticket_word(counter_state_names, COUNTER_STATES, row.text[3]),
            .priority_run = row_count(row.text[4]),
            .version = row_count(row.text[5]),
            .opened_at = row_moment(row.text[6]),
        };
    return result;
}

bool counter_session_holds(const struct counter_session *session, uint64_t user, const struct civil *now)
{
    return session->user == user && session->state != COUNTER_CLOSED &&
           civil_day(&session->opened_at) >= civil_day(now);
}

enum db_result counter_event_put(struct db *db, struct arena *arena, const struct counter_event_new *row)
{
    return db_exec(db,
                   "insert into counter_event (hall_id, counter_id, session_id, user_id, at, kind, detail)"
                   " values (?, ?, ?, ?, ?, ?, left(?, 200))",
                   DB_ARGS(db_id(row->hall), db_id(row->counter), db_id(row->session), db_id(row->user),
                           db_text(row_time(arena, &row->at)), db_text(row->kind), db_text(row->detail)));
}
