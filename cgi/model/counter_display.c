/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/counter_display.h"

#include <stdlib.h>

static const char display_sql[] =
    "select c.number, c.name, ifnull(s.state, 'closed'), ifnull(g.letter, ''), ifnull(t.number, 0),"
    " ifnull(t.state, ''),"
    " if(s.id is not null and d.shows_officer, ifnull(o.name, ''), ''),"
    " if(s.id is not null and d.shows_officer, ifnull(o.title, ''), '')"
    " from device d"
    " join counter c on c.id = d.counter_id"
    " left join counter_session s on s.counter_id = c.id and s.state <> 'closed' and s.opened_at >= ?"
    " left join ticket t on t.busy_counter = c.id and t.service_date = ?"
    " left join service_group g on g.id = t.letter_group_id"
    " left join rated_counter r on r.counter_id = c.id"
    " left join rated_officer o on o.officer_id = r.officer_id"
    " where d.id = ?";

enum db_result counter_display_read(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                                    struct counter_display *out)
{
    char day[DATE_TEXT_MAX];
    struct db_row row;
    date_format_iso(day, now);
    enum db_result found =
        db_one(db, arena, display_sql, DB_ARGS(db_text(day), db_text(day), db_number((int64_t)device)), &row);
    if (found != DB_OK)
        return found;
    *out = (struct counter_display){
        .number = (unsigned)strtoul(row.text[0], NULL, 10),
        .name = row.text[1],
        .state = row.text[2],
        .ticket = row.text[5],
        .officer = row.text[6],
        .title = row.text[7],
    };
    if (*row.text[3])
        ticket_label(out->label, row.text[3][0], (unsigned)strtoul(row.text[4], NULL, 10));
    return DB_OK;
}
