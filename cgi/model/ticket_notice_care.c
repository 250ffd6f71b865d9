/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* Messages to who is near, and forgetting them. */
#include <jansson.h>
#include <stdlib.h>

#include "lib/clock.h"
#include "model/outbox.h"
#include "model/row.h"
#include "model/ticket.h"
#include "model/ticket_notice.h"
#include "model/ticket_notice_inside.h"

enum { BATCH = 1000, FORGET_BATCH = 200, ARENA_CEILING = 4 * 1024 * 1024 };

struct waiting {
    uint64_t ticket;
    bool asked; /* has a row: else it is the address of the appointment */
    const char *channel, *recipient, *language;
};

struct list {
    struct arena *arena;
    struct waiting items[BATCH];
    size_t n;
};

static bool waiting_add(void *context, const struct db_row *row)
{
    struct list *list = context;
    const char *const *text = row->text;
    list->items[list->n] = (struct waiting){
        .ticket = row_id(text[0]),
        .asked = row_flag(text[1]),
        .channel = arena_copy(list->arena, text[2]),
        .recipient = arena_copy(list->arena, text[3]),
        .language = arena_copy(list->arena, text[4]),
    };
    return ++list->n < BATCH;
}

/* Where no counter is open nobody is near, however few wait. */
#define OPEN_THERE                                                                                            \
    "exists (select 1 from counter_group k join counter_session s on s.counter_id = k.counter_id"             \
    " where k.group_id = t.group_id and s.state = 'open')"

static enum db_result list_read(struct db *db, const char *day, struct list *list)
{
    enum db_result found =
        db_each(db,
                "select t.id, 1, n.channel, n.recipient_sealed, n.language from ticket_notice n"
                " join ticket t on t.id = n.ticket_id where n.recipient_sealed is not null and t.service_date = ?"
                " and (t.state = 'called' or (t.state = 'waiting' and " OPEN_THERE "))"
                " union all select t.id, 0, 'mail', a.email, a.language from ticket t"
                " join appointment a on a.id = t.appointment_id where t.service_date = ? and a.email <> ''"
                " and (t.state = 'called' or (t.state = 'waiting' and " OPEN_THERE "))"
                " and not exists (select 1 from ticket_notice n where n.ticket_id = t.id) limit 1000",
                DB_ARGS(db_text(day), db_text(day)), waiting_add, list);
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

static const char *facts(struct arena *arena, const struct ticket *ticket)
{
    json_t *data = json_pack("{s:s,s:s,s:s,s:s}", "number", ticket->label, "procedure", ticket->group_name,
                             "procedure_en", ticket->group_name_en, "place", ticket->hall_name);
    char *text = json_dumps(data, JSON_COMPACT);
    json_decref(data);
    const char *copy = text ? arena_copy(arena, text) : NULL;
    free(text);
    return copy;
}

/* Its row says that it was told, and to whom no more. */
static enum db_result told(struct db *db, const struct waiting *who, const char *now)
{
    if (who->asked)
        return db_exec(db, "update ticket_notice set told_at = ?, recipient_sealed = null where ticket_id = ?",
                       DB_ARGS(db_text(now), db_id(who->ticket)));
    return db_exec(db,
                   "insert into ticket_notice (ticket_id, channel, language, asked_at, told_at)"
                   " values (?, 'mail', ?, ?, ?)",
                   DB_ARGS(db_id(who->ticket), db_text(who->language), db_text(now), db_text(now)));
}

/* What is sealed with another key is lost: its row is marked all the same. */
static enum db_result tell(struct db *db, struct arena *arena, const struct waiting *who,
                           const struct ticket *ticket, const struct civil *now)
{
    const char *to = who->asked ? token_open(arena, KEY_LOOKUP, TICKET_NOTICE_PURPOSE, who->recipient)
                                : who->recipient;
    enum db_result result = DB_OK;
    if (to)
        result = outbox_add(db, now,
                            &(struct outbox_message){
                                .channel = who->channel,
                                .recipient = to,
                                .template_name = "turn_near",
                                .lang = who->language,
                                .data = facts(arena, ticket),
                                .once = arena_format(arena, "turn_near:%llu", (unsigned long long)who->ticket),
                            });
    return result == DB_OK ? told(db, who, row_time(arena, now)) : result;
}

static enum db_result near_tell(struct db *db, struct arena *arena, const struct waiting *who,
                                const struct civil *now, uint64_t *count)
{
    struct ticket ticket;
    unsigned ahead;
    enum db_result found = ticket_read(db, arena, who->ticket, &ticket);
    if (found != DB_OK)
        return found == DB_NONE ? DB_OK : DB_FAIL;
    if (ticket_ahead(db, arena, &ticket, now, &ahead) == DB_FAIL)
        return DB_FAIL;
    /* An appointment before its time is not in the line yet. */
    bool early = ticket.class == TICKET_APPOINTMENT && civil_compare(&ticket.rank_at, now) > 0;
    if (ticket.state == TICKET_WAITING && (early || ahead > TICKET_NOTICE_AHEAD))
        return DB_OK;
    (*count)++;
    return tell(db, arena, who, &ticket, now);
}

enum db_result ticket_notice_tell(struct db *db, uint64_t *count)
{
    if (!token_ready())
        return DB_NONE; /* without the keys nobody's address can be read: nothing is marked either */
    struct arena *arena = arena_open(ARENA_CEILING);
    struct list *list = arena_take(arena, sizeof *list);
    struct civil now = clock_now();
    list->arena = arena;
    list->n = 0;
    enum db_result result = list_read(db, row_day(arena, &now), list);
    for (size_t i = 0; result == DB_OK && i < list->n; i++)
        result = near_tell(db, arena, &list->items[i], &now, count);
    arena_close(arena);
    return result == DB_OK ? DB_NONE : DB_FAIL;
}

enum db_result ticket_notice_forget(struct db *db, uint64_t *count)
{
    struct civil now = clock_now();
    char today[DATE_TEXT_MAX];
    if (db_exec(db,
                "delete from ticket_notice where ticket_id in (select id from ticket where service_date < ?"
                " or state in ('done', 'cancelled', 'closed')) limit 200",
                DB_ARGS(db_text(date_format_iso(today, &now)))) == DB_FAIL)
        return DB_FAIL;
    uint64_t gone = db_changed(db);
    *count += gone;
    return gone == FORGET_BATCH ? DB_OK : DB_NONE;
}
