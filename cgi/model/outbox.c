/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/outbox.h"

enum db_result outbox_add(struct db *db, const struct civil *now,
                          const struct outbox_message *message)
{
    char at[DATE_TEXT_MAX];
    date_format_iso_time(at, now);
    return db_exec(db,
                   "insert into outbox (channel, recipient, template, lang, data, dossier_id,"
                   " once_key, next_at, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   DB_ARGS(db_text(message->channel), db_text(message->recipient),
                           db_text(message->template_name), db_text(message->lang),
                           db_text(message->data),
                           message->dossier ? db_number((int64_t)message->dossier) : db_null(),
                           db_text(message->once), db_text(at), db_text(at)));
}

static enum db_result tell_by(struct db *db, struct arena *arena, const struct civil *now,
                              const struct outbox_news *news, const char *channel,
                              const char *recipient)
{
    if (!*recipient)
        return DB_OK;
    struct outbox_message message = {
        .channel = channel,
        .recipient = recipient,
        .template_name = news->occasion,
        .lang = "vi",
        .data = news->data,
        .dossier = news->dossier,
        .once = arena_format(arena, "%s:%llu:%u:%s", news->occasion,
                             (unsigned long long)news->dossier, news->seq, channel),
    };
    return outbox_add(db, now, &message);
}

enum db_result outbox_tell(struct db *db, struct arena *arena, const struct civil *now,
                           const struct outbox_news *news)
{
    enum db_result result = tell_by(db, arena, now, news, "mail", news->email);
    return result == DB_OK ? tell_by(db, arena, now, news, "sms", news->phone) : result;
}
