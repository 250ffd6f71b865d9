/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/desk.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/live.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/token.h"
#include "staff/desk_inside.h"
#include "staff/sign_in_inside.h"

/* ---- ends of a handler ----------------------------------------------------------------------------- */

int desk_need(struct request *rq, struct counter *counter)
{
    struct civil now = clock_now();
    enum db_result found = counter_of_user(rq->db, rq->arena, rq->who.id, &now, counter);
    if (found == DB_FAIL)
        return page_failed(rq);
    return found == DB_OK ? 0 : desk_refuse(rq, say(rq, "desk_why.no_session"));
}

int desk_done(struct request *rq)
{
    const char *back = sign_in_back(rq, input_text(rq, "tiep"));
    return page_go(rq, "%s", *back ? back : DESK_PATH);
}

void desk_tell(struct request *rq, const struct hall_news *news)
{
    const char *text = hall_news_format(rq->arena, news);
    const char *counter = hall_news_counter_channel(rq->arena, news->hall, news->counter);
    live_say(rq, hall_news_channel(rq->arena, news->hall), text);
    if (counter)
        live_say(rq, counter, text);
}

static void notice(struct request *rq, const char *text)
{
    data_set(rq->data, "Notice.Kind", "warning");
    data_set(rq->data, "Notice.Text", text);
}

int desk_refuse(struct request *rq, const char *text)
{
    notice(rq, text);
    return desk_show(rq, 409, DESK_NO_PANEL);
}

int desk_outcome(struct request *rq, enum ticket_did did, const struct ticket_outcome *outcome, const char *field,
                 enum desk_panel panel)
{
    switch (did) {
    case TICKET_DID:
        desk_tell(rq, &outcome->news);
        return desk_done(rq);
    case TICKET_NOBODY:
        return desk_refuse(rq, say(rq, "desk.nobody_waits"));
    case TICKET_UNKNOWN:
        return page_missing(rq);
    case TICKET_CONFLICT:
    case TICKET_NOT_NOW:
        return desk_refuse(rq, desk_why(rq, did, outcome));
    case TICKET_WRONG:
        input_refuse(rq, field, arena_format(rq->arena, "desk_%s", ticket_why_names[outcome->why]));
        return desk_show(rq, 422, panel);
    case TICKET_FAIL:
        break;
    }
    return page_failed(rq);
}

/* ---- the page ------------------------------------------------------------------------------------------ */

int desk_home(struct request *rq)
{
    return desk_show(rq, 200, DESK_NO_PANEL);
}

/* Whatever changes a number on the page changes the mark; minutes pass without it. */
static const char *mark_of(struct request *rq, const struct counter_page *page)
{
    const char *text = arena_format(rq->arena, "%llu %u %u %llu %u %u", (unsigned long long)page->counter.session,
                                    page->counter.version, page->served, (unsigned long long)page->ticket.id,
                                    page->ticket.version, (unsigned)page->n_history);
    for (size_t i = 0; i < page->n_queues; i++)
        text = arena_format(rq->arena, "%s %llu:%u", text, (unsigned long long)page->queues[i].group,
                            page->queues[i].waiting);
    for (size_t i = 0; i < page->n_next; i++)
        text = arena_format(rq->arena, "%s %s", text, page->next[i].label);
    for (size_t i = 0; i < page->n_aside; i++)
        text = arena_format(rq->arena, "%s %s:%u", text, page->aside[i].label, page->aside[i].version);
    return text;
}

int desk_mark(struct request *rq)
{
    struct counter_page page;
    struct civil now = clock_now();
    uint8_t hash[TOKEN_HASH_BYTES];
    char hex[17], at[DATE_TEXT_MAX];
    enum db_result found = counter_page_load(rq->db, rq->arena, rq->who.id, &now, &page);
    if (found == DB_FAIL)
        return page_failed(rq);
    token_hash(found == DB_OK ? mark_of(rq, &page) : "", hash);
    for (size_t i = 0; i < 8; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    page_header(rq, "Motcua-Time", date_format_iso_time(at, &now));
    return page_json(rq, 200, json_pack("{s:s}", "v", hex));
}
