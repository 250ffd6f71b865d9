/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/feedback_tell.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/mail.h"
#include "model/outbox.h"

enum { BATCH = 500, PHONE_LEAST = 9, PHONE_MOST = 11 };

const char *feedback_phone(struct arena *arena, const char *contact)
{
    char *digits = arena_take(arena, strlen(contact) + 2);
    size_t n = 0;
    if (strncmp(contact, "+84", 3) == 0) {
        digits[n++] = '0';
        contact += 3;
    }
    for (; *contact; contact++)
        if (*contact >= '0' && *contact <= '9')
            digits[n++] = *contact;
        else if (!strchr(" .-()", *contact))
            return NULL;
    digits[n] = '\0';
    return n >= PHONE_LEAST && n <= PHONE_MOST && digits[0] == '0' ? digits : NULL;
}

static const char *json_kept(struct arena *arena, json_t *json)
{
    char *text = json_dumps(json, JSON_COMPACT);
    const char *kept = text ? arena_copy(arena, text) : NULL;
    free(text);
    json_decref(json);
    return kept;
}

enum db_result feedback_tell(struct db *db, struct arena *arena, uint64_t id, const struct civil *now)
{
    struct db_row row;
    enum db_result found = db_one(db, arena,
                                  "select kind, contact, lang, answer, version from feedback_case where id = ?",
                                  DB_ARGS(db_id(id)), &row);
    if (found != DB_OK)
        return DB_FAIL;
    const char *contact = row.text[1], *phone = feedback_phone(arena, contact);
    bool mail = mail_address_ok(contact);
    if (!mail && !phone)
        return DB_OK;
    const char *occasion = strcmp(row.text[0], "petition") == 0 ? "petition_answered" : "rating_answered";
    return outbox_add(db, now,
                      &(struct outbox_message){
                          .channel = mail ? "mail" : "sms",
                          .recipient = mail ? contact : phone,
                          .template_name = occasion,
                          .lang = row.text[2],
                          .data = json_kept(arena, json_pack("{s:s, s:s}", "number", "", "reason", row.text[3])),
                          .once = arena_format(arena, "%s:%llu:%s", occasion, (unsigned long long)id, row.text[4]),
                      });
}

enum db_result feedback_forget_contacts(struct db *db, uint64_t *count)
{
    char before[DATE_TEXT_MAX];
    struct civil now = clock_now(), then = civil_from_second(civil_second(&now) - FEEDBACK_CONTACT_DAYS * 86400LL);
    date_format_iso_time(before, &then);
    if (db_exec(db,
                "update feedback_case set contact_name = '', contact = ''"
                " where closed_at < ? and (contact_name <> '' or contact <> '') limit ?",
                DB_ARGS(db_text(before), db_number(BATCH))) == DB_FAIL)
        return DB_FAIL;
    *count += db_changed(db);
    return db_changed(db) == BATCH ? DB_OK : DB_NONE;
}
