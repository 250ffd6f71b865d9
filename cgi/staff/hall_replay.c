/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/hall_replay.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/hall_replay.h"
#include "staff/hall_view.h"

#define PATH "/can-bo/sanh/phat-lai"

enum { MORNING = 8 * 60 }; /* where nothing happened on a day */

/* ---- the moment ------------------------------------------------------------------------------ */

/* "9:41", "09:41" or "09:41:30" of that day. */
static bool time_read(struct request *rq, const char *text, struct civil *moment)
{
    char day[DATE_TEXT_MAX];
    struct civil whole;
    const char *zero = text[0] && text[1] == ':' ? "0" : "";
    if (!civil_parse(arena_format(rq->arena, "%s %s%s", date_format_iso(day, moment), zero, text), &whole))
        return false;
    *moment = whole;
    return true;
}

/* Asked for, or the last event of the day; never after now. False: it is no time. */
static bool moment_read(struct request *rq, const struct hall *hall, struct civil *moment, bool *failed)
{
    struct civil now = clock_now();
    struct replay_steps steps;
    const char *text = input_text(rq, "luc");
    *failed = false;
    *moment = hall_view_day(rq);
    if (*text && !time_read(rq, text, moment))
        return false;
    if (!*text && civil_day(moment) == civil_day(&now))
        *moment = now;
    else if (!*text) {
        *failed = hall_replay_steps(rq->db, rq->arena, hall->id, moment, &steps) != DB_OK;
        *moment = !*failed && steps.last.year ? steps.last : civil_from_minute(civil_minute(moment) + MORNING);
    }
    if (civil_compare(moment, &now) > 0)
        *moment = now;
    return !*failed;
}

/* ---- ways to go ------------------------------------------------------------------------------ */

static const char *href_at(struct request *rq, const struct hall *hall, const struct civil *at)
{
    return arena_format(rq->arena, "%s" PATH "?sanh=%s&ngay=%04d-%02d-%02d&luc=%02d:%02d:%02d", rq->base, hall->code,
                        at->year, at->month, at->day, at->hour, at->minute, at->second);
}

static void step_fill(struct request *rq, const struct hall *hall, const char *name, const struct civil *to)
{
    struct data *item = data_add(rq->data, "Steps");
    data_set(item, "Text", say_one(rq, "hall_step", name));
    if (to->year)
        data_set(item, "Href", href_at(rq, hall, to));
}

/* Nothing where that would be another day or the future. */
static struct civil minutes_away(const struct civil *at, int minutes)
{
    struct civil now = clock_now(), to = civil_from_second(civil_second(at) + 60 * minutes);
    if (civil_day(&to) != civil_day(at) || civil_compare(&to, &now) > 0)
        to.year = 0;
    return to;
}

static void steps_fill(struct request *rq, const struct hall *hall, const struct civil *at,
                       const struct replay_steps *steps)
{
    static const struct {
        const char *name;
        int minutes;
    } back[] = {{"back_5", -5}, {"back_1", -1}}, on[] = {{"on_1", 1}, {"on_5", 5}};
    for (size_t i = 0; i < sizeof back / sizeof *back; i++) {
        struct civil to = minutes_away(at, back[i].minutes);
        step_fill(rq, hall, back[i].name, &to);
    }
    step_fill(rq, hall, "before", &steps->before);
    step_fill(rq, hall, "next", &steps->next);
    for (size_t i = 0; i < sizeof on / sizeof *on; i++) {
        struct civil to = minutes_away(at, on[i].minutes);
        step_fill(rq, hall, on[i].name, &to);
    }
}

static int minute_of_day(const struct civil *at)
{
    return at->hour * 60 + at->minute;
}

/* From the first event to the minute after the last one, and as far as the moment that is shown. */
static void slider_fill(struct request *rq, const struct civil *at, const struct replay_steps *steps)
{
    if (!steps->first.year || civil_minute(&steps->first) == civil_minute(&steps->last))
        return;
    struct civil after = civil_from_second(civil_second(&steps->last) + 60);
    if (civil_day(&after) != civil_day(&steps->last))
        after = steps->last;
    const struct civil *from = civil_compare(at, &steps->first) < 0 ? at : &steps->first;
    const struct civil *to = civil_compare(at, &after) > 0 ? at : &after;
    data_set_number(rq->data, "Slider.From", minute_of_day(from));
    data_set_number(rq->data, "Slider.To", minute_of_day(to));
    data_set_number(rq->data, "Slider.At", minute_of_day(at));
    data_set(rq->data, "Slider.FromText", hall_view_clock(rq, from));
    data_set(rq->data, "Slider.ToText", hall_view_clock(rq, to));
}

/* ---- what happened --------------------------------------------------------------------------- */

static const char *seconds_text(struct request *rq, const struct civil *at)
{
    return arena_format(rq->arena, "%02d:%02d:%02d", at->hour, at->minute, at->second);
}

static void event_fill(struct request *rq, const struct replay_event *event)
{
    struct data *item = data_add(rq->data, "Events");
    data_set(item, "At", seconds_text(rq, &event->at));
    data_set(item, "Label", event->label);
    data_set(item, "What", event->for_counter
                               ? say_count(rq, "hall_replay.sent", event->for_counter)
                               : say_one(rq, event->is_ticket ? "hall_event" : "hall_counter_event", event->kind));
    if (event->counter)
        data_set_number(item, "Counter", event->counter);
    data_set(item, "Who", event->user_name);
    if (event->reason > TICKET_TURN)
        data_set(item, "Why", say_one(rq, "hall_reason", ticket_reason_names[event->reason]));
}

static bool events_fill(struct request *rq, const struct hall *hall, const struct civil *at)
{
    struct replay_event events[REPLAY_EVENTS_MAX];
    struct replay_steps steps;
    size_t n;
    if (hall_replay_events(rq->db, rq->arena, hall->id, at, events, &n) != DB_OK ||
        hall_replay_steps(rq->db, rq->arena, hall->id, at, &steps) != DB_OK)
        return false;
    for (size_t i = 0; i < n; i++)
        event_fill(rq, &events[i]);
    steps_fill(rq, hall, at, &steps);
    slider_fill(rq, at, &steps);
    return true;
}

/* ---- the page -------------------------------------------------------------------------------- */

static void frame_fill(struct request *rq, const struct hall *hall, const struct civil *at, int status)
{
    hall_view_frame(rq, hall, PATH);
    data_format(rq->data, "Replay.Action", "%s" PATH, rq->base);
    data_set(rq->data, "Page.Title", say_fill(rq, "hall_replay.title_of", "hall",
                                              say_either(rq, hall->name, hall->name_en), NULL));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.hall_replay"));
    if (status != 200)
        return;
    data_set(rq->data, "Form.ngay.Value", date_format_day(arena_take(rq->arena, DATE_TEXT_MAX), at));
    data_set(rq->data, "Form.luc.Value", seconds_text(rq, at));
}

int hall_replay_page(struct request *rq)
{
    struct hall hall;
    struct hall_live live;
    struct civil at;
    bool failed;
    int answer = hall_view_need(rq, &hall);
    if (answer)
        return answer;
    if (!moment_read(rq, &hall, &at, &failed) && !failed)
        input_refuse(rq, "luc", "time");
    if (failed || hall_replay_read(rq->db, rq->arena, &hall, &at, &live) != DB_OK || !events_fill(rq, &hall, &at))
        return page_failed(rq);
    int status = input_refused(rq) || rq->again ? 422 : 200;
    hall_view_fill(rq, &hall, &live, false);
    data_set(rq->data, "Replay.At", say_moment(rq, &at));
    frame_fill(rq, &hall, &at, status);
    return page_show_status(rq, status, "staff/hall_replay.cs", "hall_replay");
}
