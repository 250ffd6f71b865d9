/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/turn.h"

#include "lib/input.h"
#include "lib/clock.h"
#include "lib/live.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/hall_group_name.h"
#include "model/rating_token.h"
#include "model/ticket_act.h"
#include "model/ticket_notice.h"
#include "model/ticket_token.h"
#include "model/wait_forecast.h"
#include "model/wait_words.h"
#include "public/public.h"

enum { SOON = 2 /* so few people before one: it is time to come near */ };

/* What the page and the script say. Texts are never NULL. */
struct turn {
    struct ticket ticket;
    char token[TICKET_TOKEN_CHARS + 1];
    const char *key; /* of the words: "waiting", "next", "called" … */
    const char *label, *group, *title, *text, *ahead, *ahead_words, *wait, *counter, *zone, *rate;
    bool waits, over;
    struct civil now;
};

static const char *digits(struct request *rq, unsigned n)
{
    return arena_format(rq->arena, "%u", n);
}

/* "called" and "called_text", with the number of the counter. */
static void words_put(struct request *rq, struct turn *turn, const char *key)
{
    const char *text = say_one(rq, "turn", arena_format(rq->arena, "%s_text", key));
    turn->key = key;
    turn->title = say_one(rq, "turn", key);
    turn->text = strstr(text, "{n}")
                     ? say_fill(rq, arena_format(rq->arena, "turn.%s_text", key), "n", turn->counter, NULL)
                     : text;
}

/* Where it stands in its queue, and how long that takes from its place on. */
static enum db_result waiting_read(struct request *rq, struct turn *turn)
{
    unsigned ahead;
    struct forecast_load load;
    if (ticket_ahead(rq->db, rq->arena, &turn->ticket, &turn->now, &ahead) == DB_FAIL ||
        forecast_load_read(rq->db, rq->arena, turn->ticket.hall, &turn->now, &load) == DB_FAIL)
        return DB_FAIL;
    size_t index = forecast_index(&load, turn->ticket.group);
    struct forecast forecast = {.wait_50 = -1, .wait_90 = -1};
    if (index < load.n_groups)
        forecast = forecast_of(&load, index, ahead);
    turn->waits = true;
    turn->ahead = digits(rq, ahead);
    turn->ahead_words = ahead ? say(rq, "turn.ahead") : say(rq, "turn.ahead_none");
    turn->wait = wait_words(rq, forecast.wait_50, forecast.wait_90);
    words_put(rq, turn, ahead <= SOON && forecast.counters ? "next" : "waiting");
    return DB_OK;
}

static void state_put(struct request *rq, struct turn *turn)
{
    static const char *const keys[TICKET_STATES] = {
        [TICKET_WAITING] = "waiting", [TICKET_CALLED] = "called",       [TICKET_SERVING] = "serving",
        [TICKET_PARKED] = "parked",   [TICKET_MISSED] = "missed",       [TICKET_FINISHED] = "done",
        [TICKET_CANCELLED] = "cancelled", [TICKET_CLOSED] = "closed",
    };
    enum ticket_state state = turn->ticket.state;
    words_put(rq, turn, keys[state]);
    if (state == TICKET_MISSED && turn->ticket.is_requeued)
        turn->text = say(rq, "turn.missed_again_text");
    turn->over = state == TICKET_FINISHED || state == TICKET_CANCELLED || state == TICKET_CLOSED;
    if (state == TICKET_FINISHED)
        turn->rate = link_to(rq, "/danh-gia/%s",
                             rating_token(rq->arena, (struct rated){RATED_TICKET, turn->ticket.id}));
}

/* A number lent to a dispenser, which has not been able to report it yet. */
static enum db_result unreported(struct request *rq, struct turn *turn, uint64_t letter_group, unsigned number)
{
    struct hall_group_name name;
    enum db_result found = hall_group_name(rq->db, rq->arena, letter_group, &name);
    if (found != DB_OK)
        return found;
    char label[TICKET_LABEL_MAX];
    turn->label = arena_copy(rq->arena, ticket_label(label, name.letter, number));
    turn->group = say_either(rq, name.name, name.name_en);
    turn->ticket.hall_code = name.hall_code;
    words_put(rq, turn, "unreported");
    return DB_OK;
}

/* Where to go, or where one is: who is set aside is called to any counter later. */
static bool counter_matters(enum ticket_state state)
{
    return state == TICKET_CALLED || state == TICKET_SERVING || state == TICKET_MISSED;
}

static enum db_result ticket_put(struct request *rq, struct turn *turn)
{
    const struct ticket *ticket = &turn->ticket;
    turn->label = arena_copy(rq->arena, ticket->label);
    turn->group = say_either(rq, ticket->group_name, ticket->group_name_en);
    if (ticket->state == TICKET_WAITING)
        return waiting_read(rq, turn);
    if (ticket->counter_number && counter_matters(ticket->state)) {
        turn->counter = digits(rq, ticket->counter_number);
        turn->zone = ticket->zone;
    }
    state_put(rq, turn);
    return DB_OK;
}

/* DB_NONE: no ticket of today. */
static enum db_result turn_read(struct request *rq, struct turn *turn)
{
    uint64_t letter_group;
    struct civil day;
    unsigned number;
    *turn = (struct turn){.label = "", .group = "", .title = "", .text = "", .ahead = "", .ahead_words = "",
                          .wait = "", .counter = "", .zone = "", .rate = "", .now = clock_now()};
    if (!ticket_token_parse(input_text(rq, "phieu"), &letter_group, &day, &number) ||
        civil_day(&day) != civil_day(&turn->now))
        return DB_NONE;
    ticket_token(turn->token, letter_group, &day, number);
    enum db_result found = ticket_by_number(rq->db, rq->arena, letter_group, &day, number, &turn->ticket);
    if (found == DB_NONE)
        return unreported(rq, turn, letter_group, number);
    return found == DB_OK ? ticket_put(rq, turn) : DB_FAIL;
}

/* The address is known to whoever holds the ticket, and to nobody else. */
static void no_trace(struct request *rq)
{
    page_header(rq, "Referrer-Policy", "no-referrer");
    page_header(rq, "X-Robots-Tag", "noindex");
}

static const char *fresh_text(struct request *rq, const struct turn *turn)
{
    char time[DATE_TEXT_MAX];
    return say_fill(rq, "turn.fresh", "time", date_format_clock(time, &turn->now), NULL);
}

static void turn_put(struct request *rq, const struct turn *turn)
{
    struct data *node = data_at(rq->data, "Turn");
    data_set(node, "Label", turn->label);
    data_set(node, "Group", turn->group);
    data_set(node, "Key", turn->key);
    data_set(node, "Title", turn->title);
    data_set(node, "Text", turn->text);
    data_set(node, "Ahead", turn->ahead);
    data_set(node, "AheadWords", turn->ahead_words);
    data_set(node, "Wait", turn->wait);
    data_set(node, "Counter", turn->counter);
    data_set(node, "Zone", turn->zone);
    data_set(node, "Rate", turn->rate);
    data_set_flag(node, "Waits", turn->waits);
    data_set_flag(node, "Over", turn->over);
    data_set(node, "Fresh", fresh_text(rq, turn));
    data_set(node, "State", link_to(rq, "/ve/%s/trang-thai", turn->token));
    data_format(node, "Events", "/ve/tin/hall-%s", turn->ticket.hall_code);
    page_form(rq, data_at(node, "Cancel"), arena_format(rq->arena, "/ve/%s/huy", turn->token));
}

static int gone(struct request *rq)
{
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
    data_set(rq->data, "Page.Title", say(rq, "turn.gone"));
    data_set_flag(rq->data, "Turn.Gone", true);
    return page_show_status(rq, 404, "public/turn.cs", "turn");
}

/* A line that leads to being told, or says that one will be. */
static enum db_result notice_put(struct request *rq, const struct turn *turn)
{
    struct ticket_notice notice;
    struct ticket_notice_ways ways;
    struct data *node = data_at(rq->data, "Turn.Notice");
    if (!turn->waits)
        return DB_OK;
    enum db_result found = ticket_notice_read(rq->db, rq->arena, turn->ticket.id, &notice);
    if (found == DB_FAIL || ticket_notice_ways(rq->db, rq->arena, &ways) == DB_FAIL)
        return DB_FAIL;
    data_set(node, "Href", link_to(rq, "/ve/%s/nhan-tin", turn->token));
    data_set_flag(node, "Offered", found == DB_NONE && (ways.mail || ways.sms));
    if (found == DB_OK)
        data_set(node, "Asked", say(rq, notice.is_told   ? "notice.told"
                                        : notice.is_sms ? "notice.by_sms"
                                                        : "notice.by_mail"));
    data_set_flag(node, "Told", notice.is_told);
    return DB_OK;
}

int turn_page(struct request *rq)
{
    struct turn turn;
    enum db_result found = turn_read(rq, &turn);
    if (found == DB_FAIL)
        return page_failed(rq);
    no_trace(rq);
    if (found == DB_NONE)
        return gone(rq);
    turn_put(rq, &turn);
    if (notice_put(rq, &turn) == DB_FAIL)
        return page_failed(rq);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.turn"));
    data_set_flag(rq->data, "Page.Live", true);
    data_set(rq->data, "Page.Refresh", "15");
    data_format(rq->data, "Page.Title", "%s · %s", turn.label, turn.title);
    return page_show(rq, "public/turn.cs", "turn");
}

int turn_state(struct request *rq)
{
    struct turn turn;
    char now[DATE_TEXT_MAX];
    enum db_result found = turn_read(rq, &turn);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    no_trace(rq);
    return page_json(
        rq, 200,
        json_pack("{s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:b,s:b}", "at",
                  date_format_iso_time(now, &turn.now), "fresh", fresh_text(rq, &turn), "label",
                  turn.label, "group", turn.group, "key", turn.key, "title", turn.title, "text", turn.text, "ahead",
                  turn.ahead, "ahead_words", turn.ahead_words, "wait", turn.wait, "counter", turn.counter, "rate",
                  turn.rate, "waits", turn.waits, "over", turn.over));
}

int turn_cancel(struct request *rq)
{
    struct turn turn;
    struct ticket_outcome outcome;
    enum db_result found = turn_read(rq, &turn);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    const struct ticket_actor actor = {.now = turn.now};
    const struct ticket_input input = {.ticket = turn.ticket.id, .hall = turn.ticket.hall};
    if (turn.ticket.id) {
        switch (ticket_do(rq->db, rq->arena, &actor, TICKET_CANCEL, &input, &outcome)) {
        case TICKET_FAIL:
            return page_failed(rq);
        case TICKET_DID:
            live_say(rq, hall_news_channel(rq->arena, outcome.news.hall),
                     hall_news_format(rq->arena, &outcome.news));
            break;
        default: /* called, served or cancelled meanwhile: the page says how it stands */
            break;
        }
    }
    return page_go(rq, "/ve/%s", turn.token);
}
