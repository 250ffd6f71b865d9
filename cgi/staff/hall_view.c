/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/hall_view.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/catalogue.h"
#include "model/hall_oversee.h"
#include "model/hall_report.h"

#define HALL_PATH "/can-bo/sanh"

static const struct tab {
    const char *path, *words;
} tabs[] = {
    {HALL_PATH, "live"},
    {HALL_PATH "/goi-y", "advice"},
    {HALL_PATH "/phat-lai", "replay"},
    {HALL_PATH "/cong-bang", "ledger"},
    {HALL_PATH "/bao-cao", "report"},
};

/* ---- which hall ------------------------------------------------------------------------------ */

static int choice_show(struct request *rq, const struct hall_list *list)
{
    for (size_t i = 0; i < list->n; i++) {
        struct data *item = data_add(rq->data, "Halls");
        data_set(item, "Name", say_either(rq, list->halls[i].name, list->halls[i].name_en));
        data_format(item, "Href", "%s%s?sanh=%s", rq->base, rq->path, list->halls[i].code);
    }
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.hall_view_css"));
    return page_show(rq, "staff/hall_choose.cs", "hall_choose");
}

int hall_view_need(struct request *rq, struct hall *hall)
{
    struct civil now = clock_now();
    struct hall_list list;
    const struct catalogue *catalogue = catalogue_now(rq->db);
    const char *code = input_text(rq, "sanh");
    if (!catalogue || hall_oversee_list(rq->db, rq->arena, catalogue->version, rq->who.id, &now, &list) != DB_OK)
        return page_failed(rq);
    if (!*code && list.n != 1)
        return choice_show(rq, &list);
    for (size_t i = 0; i < list.n; i++)
        if (!*code || strcmp(list.halls[i].code, code) == 0) {
            *hall = list.halls[i];
            data_set_flag(rq->data, "Hall.Many", list.n > 1);
            return 0;
        }
    return page_missing(rq);
}

void hall_view_frame(struct request *rq, const struct hall *hall, const char *path)
{
    data_set(rq->data, "Hall.Name", say_either(rq, hall->name, hall->name_en));
    data_set(rq->data, "Hall.Code", hall->code);
    data_format(rq->data, "Hall.ChooseHref", "%s" HALL_PATH, rq->base);
    for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
        struct data *item = data_add(rq->data, "Tabs");
        data_set(item, "Text", say_one(rq, "hall_tab", tabs[i].words));
        data_format(item, "Href", "%s%s?sanh=%s", rq->base, tabs[i].path, hall->code);
        data_set_flag(item, "Current", strcmp(tabs[i].path, path) == 0);
    }
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.hall_view_css"));
}

struct civil hall_view_day(struct request *rq)
{
    struct civil day, now = clock_now();
    if (!input_date(rq, "ngay", &day))
        day = civil_from_day(civil_day(&now));
    return day;
}

/* ---- words ----------------------------------------------------------------------------------- */

const char *hall_view_clock(struct request *rq, const struct civil *at)
{
    return date_format_clock(arena_take(rq->arena, DATE_TEXT_MAX), at);
}

const char *hall_view_minutes(struct request *rq, const struct civil *from, const struct civil *to)
{
    int64_t minutes = (civil_second(to) - civil_second(from)) / 60;
    return say_count(rq, "hall_live.minutes", minutes > 0 ? minutes : 0);
}

bool hall_view_running(struct request *rq, const struct hall *hall, const struct civil *from, const struct civil *to)
{
    struct civil now = clock_now();
    int today = civil_day(&now);
    bool closed;
    if (civil_day(from) > today || civil_day(to) < today)
        return true;
    if (hall_report_closed(rq->db, rq->arena, hall->id, &now, &closed) == DB_FAIL)
        return false;
    if (!closed)
        data_set(rq->data, "View.Running",
                 say_fill(rq, "hall_live.running", "time", hall_view_clock(rq, &now), NULL));
    return true;
}

/* ---- a hall at one moment -------------------------------------------------------------------- */

static void waiting_fill(struct request *rq, struct data *item, const struct hall_live *live, uint64_t group)
{
    for (size_t i = 0; i < live->n_tickets; i++) {
        const struct live_ticket *ticket = &live->tickets[i];
        if (ticket->group != group || ticket->state != TICKET_WAITING)
            continue;
        struct data *line = data_add(item, "Waiting");
        data_set(line, "Label", ticket->label);
        data_set(line, "Since", hall_view_clock(rq, &ticket->arrival_at));
        if (ticket->class != TICKET_ORDINARY)
            data_set(line, "Class", say_one(rq, "hall_class", ticket_class_names[ticket->class]));
    }
}

static const char *forecast_text(struct request *rq, const struct live_group *group)
{
    if (group->wait_50 < 0)
        return say(rq, "hall_live.unknown");
    if (group->wait_90 == 0)
        return say(rq, "hall_live.none");
    return say_fill(rq, "hall_live.forecast_value", "half", arena_format(rq->arena, "%d", group->wait_50), "most",
                    arena_format(rq->arena, "%d", group->wait_90), NULL);
}

static void group_fill(struct request *rq, const struct hall *hall, const struct hall_live *live,
                       const struct live_group *group, bool forecast)
{
    static const char *const kinds[LIVE_LEVELS] = {"ok", "wait", "late", "late"};
    enum live_level level = hall_live_level(live, group, hall->wait_warn_minutes);
    struct data *item = data_add(rq->data, "Live.Groups");
    data_format(item, "Letter", "%c", group->letter);
    data_set(item, "Name", say_either(rq, group->name, group->name_en));
    data_set_number(item, "People", group->waiting);
    data_set_flag(item, "Some", group->waiting > 0);
    data_set_number(item, "Open", group->open_counters);
    data_set_flag(item, "NoneOpen", group->open_counters == 0);
    if (group->waiting)
        data_set(item, "Longest", hall_view_minutes(rq, &group->longest, &live->at));
    if (group->ahead)
        data_set(item, "Ahead", say_count(rq, "hall_live.ahead", group->ahead));
    if (group->parked)
        data_set(item, "Parked", say_count(rq, "hall_live.parked", group->parked));
    if (forecast)
        data_set(item, "Forecast", forecast_text(rq, group));
    data_set(item, "Level", live_level_names[level]);
    data_set(item, "Kind", kinds[level]);
    data_set(item, "Word", say_one(rq, "hall_level", live_level_names[level]));
    waiting_fill(rq, item, live, group->id);
}

static const char *counter_word(const struct live_counter *counter)
{
    if (counter->ticket)
        return ticket_state_names[counter->ticket->state];
    if (counter->state == COUNTER_OPEN)
        return "free";
    return counter->state == COUNTER_PAUSED ? "paused" : "closed";
}

static void counter_fill(struct request *rq, const struct hall_live *live, const struct live_counter *counter)
{
    struct data *item = data_add(rq->data, "Live.Counters");
    const struct civil *since = counter->ticket ? &counter->ticket->since : &counter->since;
    const char *word = counter_word(counter);
    data_set_number(item, "Number", counter->number);
    data_set(item, "Name", counter->name);
    data_set(item, "State", word);
    data_set(item, "Word", say_one(rq, "hall_counter_state", word));
    data_set(item, "Officer", counter->user_name);
    data_set(item, "Letters", counter->letters);
    if (counter->ticket)
        data_set(item, "Label", counter->ticket->label);
    if (counter->pause >= 0 && !counter->ticket)
        data_set(item, "Why", say_one(rq, "hall_pause", counter_pause_names[counter->pause]));
    if (counter->state != COUNTER_CLOSED) {
        data_set(item, "Since", hall_view_clock(rq, since));
        data_set(item, "For", hall_view_minutes(rq, since, &live->at));
    }
    data_set_flag(item, "Forgotten", hall_live_forgotten(live, counter));
}

static void totals_fill(struct request *rq, const struct hall_live *live)
{
    unsigned waiting = 0, open = 0, busy = 0;
    for (size_t i = 0; i < live->n_groups; i++)
        waiting += live->groups[i].waiting;
    for (size_t i = 0; i < live->n_counters; i++) {
        open += live->counters[i].state == COUNTER_OPEN;
        busy += live->counters[i].ticket != NULL;
    }
    data_set_flag(rq->data, "Live.Nobody", waiting == 0);
    data_set(rq->data, "Live.Total.Waiting", say_count(rq, "hall_live.total_waiting", waiting));
    data_set(rq->data, "Live.Total.Open", say_count(rq, "hall_live.total_open", open));
    data_set(rq->data, "Live.Total.Busy", say_count(rq, "hall_live.total_busy", busy));
    data_set(rq->data, "Live.At", hall_view_clock(rq, &live->at));
}

void hall_view_fill(struct request *rq, const struct hall *hall, const struct hall_live *live, bool forecast)
{
    data_set_flag(rq->data, "Live.HasForecast", forecast);
    for (size_t i = 0; i < live->n_groups; i++)
        group_fill(rq, hall, live, &live->groups[i], forecast);
    for (size_t i = 0; i < live->n_counters; i++)
        counter_fill(rq, live, &live->counters[i]);
    totals_fill(rq, live);
}
