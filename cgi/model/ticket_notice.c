/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/ticket_notice.h"

#include "lib/text.h"
#include "model/row.h"
#include "model/ticket_notice_inside.h"

enum db_result ticket_notice_ways(struct db *db, struct arena *arena, struct ticket_notice_ways *ways)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena,
               "select find_in_set('mail', value) > 0, find_in_set('sms', value) > 0 from public_setting"
               " where name = 'turn_messages'",
               DB_ARGS(), &row);
    *ways = (struct ticket_notice_ways){.mail = false};
    if (found == DB_OK)
        *ways = (struct ticket_notice_ways){.mail = row_flag(row.text[0]), .sms = row_flag(row.text[1])};
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result ticket_notice_read(struct db *db, struct arena *arena, uint64_t ticket, struct ticket_notice *out)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena, "select channel = 'sms', told_at is not null from ticket_notice where ticket_id = ?",
               DB_ARGS(db_id(ticket)), &row);
    *out = (struct ticket_notice){.is_sms = false};
    if (found == DB_OK)
        *out = (struct ticket_notice){.is_sms = row_flag(row.text[0]), .is_told = row_flag(row.text[1])};
    return found;
}

enum db_result ticket_notice_ask(struct db *db, struct arena *arena, const struct ticket_notice_wish *wish,
                                 const struct civil *now)
{
    bool sms = *wish->phone != '\0';
    const char *to = sms ? arena_format(arena, "+84%s", wish->phone + 1) : wish->email;
    return db_exec(db,
                   "insert ignore into ticket_notice (ticket_id, channel, recipient_sealed, language, asked_at)"
                   " values (?, ?, ?, ?, ?)",
                   DB_ARGS(db_id(wish->ticket), db_text(sms ? "sms" : "mail"),
                           db_text(token_seal(arena, KEY_LOOKUP, TICKET_NOTICE_PURPOSE, to, 0)),
                           db_text(wish->language), db_text(row_time(arena, now))));
}

enum db_result ticket_notice_drop(struct db *db, uint64_t ticket)
{
    return db_exec(db, "delete from ticket_notice where ticket_id = ? and told_at is null", DB_ARGS(db_id(ticket)));
}
