/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/outbox_list.h"

#include <stdlib.h>

struct listing {
    bool (*line)(void *context, const struct outbox_line *line);
    void *context;
};

static bool line_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    const struct outbox_line line = {
        .id = strtoull(row->text[0], NULL, 10),
        .created = row->text[1],
        .channel = row->text[2],
        .state = row->text[3],
        .template_name = row->text[4],
        .number = row->text[5],
        .error = row->text[6],
        .tries = (unsigned)strtoul(row->text[7], NULL, 10),
    };
    return listing->line(listing->context, &line);
}

#define COLUMNS \
    "select o.id, o.created_at, o.channel, o.state, o.template, ifnull(d.number, ''), o.last_error, o.attempts" \
    " from outbox o left join dossier d on d.id = o.dossier_id"

enum db_result outbox_each(struct db *db, const struct civil *now, bool all,
                           bool (*line)(void *context, const struct outbox_line *line), void *context)
{
    char late[DATE_TEXT_MAX];
    struct civil then = civil_from_second(civil_second(now) - OUTBOX_LATE_MIN * 60);
    struct listing listing = {line, context};
    date_format_iso_time(late, &then);
    if (all)
        return db_each(db, COLUMNS " order by o.id desc limit ?", DB_ARGS(db_number(OUTBOX_LINES)), line_row,
                       &listing);
    return db_each(db,
                   COLUMNS " where o.state in ('failed', 'unknown')"
                           " or (o.state in ('waiting', 'sending', 'handed') and o.created_at < ?)"
                           " order by o.id desc limit ?",
                   DB_ARGS(db_text(late), db_number(OUTBOX_LINES)), line_row, &listing);
}

enum db_result outbox_again(struct db *db, uint64_t id, const struct civil *now)
{
    char at[DATE_TEXT_MAX];
    date_format_iso_time(at, now);
    return db_exec(db,
                   "update outbox set state = 'waiting', attempts = 0, next_at = ?, last_error = ''"
                   " where id = ? and state in ('failed', 'unknown', 'skipped')",
                   DB_ARGS(db_text(at), db_number((int64_t)id)));
}
