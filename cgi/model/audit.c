/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/audit.h"

#include "lib/clock.h"
#include "lib/date.h"
#include "lib/settings.h"

enum db_result audit_add(struct db *db, const struct audit_entry *entry)
{
    char now[DATE_TEXT_MAX];
    struct civil at = clock_now();
    date_format_iso_time(now, &at);
    return db_exec(db,
                   "insert into audit (at, user_id, program, type, subject, note)"
                   " values (?, ?, ?, ?, left(?, 120), left(?, 1000))",
                   DB_ARGS(db_text(now), entry->user ? db_number((int64_t)entry->user) : db_null(),
                           db_text(settings.program), db_text(entry->type),
                           db_text(entry->subject ? entry->subject : ""),
                           db_text(entry->note ? entry->note : "")));
}
