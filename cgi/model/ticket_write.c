/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/ticket_write.h"

#include "model/row.h"
#include "model/ticket.h"

enum db_result ticket_event_put(struct db *db, struct arena *arena, const struct ticket_event_new *row,
                                uint64_t *event)
{
    enum db_result result = db_exec(
        db,
        "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id,"
        " for_counter_id, session_id, user_id, device_id, reason, passed, note)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, left(?, 200))",
        DB_ARGS(db_id(row->ticket), db_id(row->hall), db_text(row_time(arena, &row->at)), db_text(row->kind),
                db_text(row->from < 0 ? NULL : ticket_state_names[row->from]),
                db_text(ticket_state_names[row->to]),
                db_id(row->group), db_id(row->counter), db_id(row->for_counter), db_id(row->session),
                db_id(row->user), db_id(row->device),
                db_text(row->reason < 0 ? NULL : ticket_reason_names[row->reason]), db_number(row->passed),
                db_text(row->note ? row->note : "")));
    *event = db_inserted(db);
    return result;
}
