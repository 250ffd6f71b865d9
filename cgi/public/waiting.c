/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/waiting.h"

#include "lib/input.h"
#include "lib/clock.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/hall_snapshot.h"
#include "model/wait_forecast.h"
#include "model/wait_words.h"
#include "public/public.h"

enum { HOURS = 24 };

struct waiting {
    struct hall hall;
    struct hall_hours hours;
    struct hall_snapshot now_there;
    struct civil now;
};

static const char *digits(struct request *rq, long long n)
{
    return arena_format(rq->arena, "%lld", n);
}

static void halls_fill(struct request *rq, const struct hall_list *halls, uint64_t current)
{
    for (size_t i = 0; halls->n > 1 && i < halls->n; i++) {
        struct data *item = data_add(rq->data, "Waiting.Halls");
        put_text(rq, item, "Text", halls->halls[i].name, halls->halls[i].name_en);
        data_set(item, "Href", link_to(rq, "/cho-doi?noi=%s", halls->halls[i].code));
        data_set_flag(item, "On", halls->halls[i].id == current);
    }
}

/* ---- now --------------------------------------------------------------------------------------- */

static void now_fill(struct request *rq, const struct waiting *w)
{
    for (size_t i = 0; i < w->now_there.n_groups; i++) {
        const struct snapshot_group *group = &w->now_there.groups[i];
        struct data *row = data_add(rq->data, "Waiting.Groups");
        data_format(row, "Letter", "%c", group->letter);
        put_text(rq, row, "Name", group->name, group->name_en);
        data_set(row, "Waiting", digits(rq, group->waiting));
        data_set(row, "Estimate", w->hours.calls ? wait_words(rq, group->wait_50, group->wait_90) : "");
        data_set(row, "Counters", group->open_counters
                                      ? say_count(rq, "waiting.open", group->open_counters)
                                      : say(rq, "waiting.open_none"));
    }
}

/* ---- usually ----------------------------------------------------------------------------------- */

struct table {
    const struct forecast_hour *cells[HOURS]; /* of one group */
};

static void row_fill(struct request *rq, const struct snapshot_group *group, const struct table *table,
                     const bool shown[HOURS])
{
    struct data *row = data_add(rq->data, "Waiting.Usual");
    put_text(rq, row, "Name", group->name, group->name_en);
    for (int hour = 0; hour < HOURS; hour++) {
        if (!shown[hour])
            continue;
        struct data *cell = data_add(row, "Cells");
        const struct forecast_hour *found = table->cells[hour];
        data_set(cell, "Text", found ? arena_format(rq->arena, "%d–%d", found->wait_50, found->wait_90) : "");
    }
}

static enum db_result usual_fill(struct request *rq, const struct waiting *w, const struct civil *day, int from)
{
    struct forecast_hour *hours;
    size_t n;
    bool shown[HOURS] = {false};
    if (forecast_hours(rq->db, rq->arena, w->hall.id, day, from, &hours, &n) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < n; i++)
        shown[hours[i].hour] = true;
    for (int hour = 0; hour < HOURS; hour++)
        if (shown[hour])
            data_format(data_add(rq->data, "Waiting.Hours"), "Text", "%02d:00", hour);
    for (size_t g = 0; n && g < w->now_there.n_groups; g++) {
        struct table table = {{NULL}};
        for (size_t i = 0; i < n; i++)
            if (hours[i].group == w->now_there.groups[g].id)
                table.cells[hours[i].hour] = &hours[i];
        row_fill(rq, &w->now_there.groups[g], &table, shown);
    }
    data_set(rq->data, "Waiting.Day", say_day(rq, day));
    return DB_OK;
}

/* The rest of this working day, or the whole of the next one. */
static enum db_result next_hours_fill(struct request *rq, const struct waiting *w)
{
    bool today = w->hours.calls || w->hours.state == HALL_EARLY || w->hours.state == HALL_BREAK;
    if (!today && !w->hours.next.year)
        return DB_OK;
    return usual_fill(rq, w, today ? &w->now : &w->hours.next, today ? w->now.hour : 0);
}

/* ---- the page ---------------------------------------------------------------------------------- */

static const struct hall *hall_wanted(struct request *rq, const struct hall_list *halls)
{
    const char *wanted = input_text(rq, "noi");
    for (size_t i = 0; i < halls->n; i++)
        if (!*wanted || strcmp(wanted, halls->halls[i].code) == 0)
            return &halls->halls[i];
    return NULL;
}

static enum db_result hall_fill(struct request *rq, struct waiting *w, uint64_t version)
{
    if (hall_hours_now(rq->db, version, &w->hall, &w->now, &w->hours) == DB_FAIL ||
        hall_snapshot_load(rq->db, rq->arena, &w->hall, &w->now, &w->now_there) == DB_FAIL)
        return DB_FAIL;
    put_text(rq, data_at(rq->data, "Waiting"), "Hall", w->hall.name, w->hall.name_en);
    data_set(rq->data, "Waiting.Code", w->hall.code);
    data_set_flag(rq->data, "Waiting.Open", w->hours.tickets || w->hours.calls);
    if (!w->hours.tickets && w->hours.next.year)
        data_set(rq->data, "Waiting.Next", say_moment(rq, &w->hours.next));
    now_fill(rq, w);
    return next_hours_fill(rq, w);
}

int waiting_page(struct request *rq)
{
    struct hall_list halls;
    struct waiting w = {.now = clock_now()};
    char time[DATE_TEXT_MAX];
    const struct catalogue *catalogue = public_catalogue(rq);
    if (!catalogue || hall_list_all(rq->db, rq->arena, &halls) == DB_FAIL)
        return page_failed(rq);
    const struct hall *hall = hall_wanted(rq, &halls);
    if (!hall && *input_text(rq, "noi"))
        return page_missing(rq);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
    data_set(rq->data, "Waiting.Updated",
             say_fill(rq, "waiting.updated", "time", date_format_clock(time, &w.now), NULL));
    if (hall) {
        w.hall = *hall;
        halls_fill(rq, &halls, hall->id);
        if (hall_fill(rq, &w, catalogue->version) == DB_FAIL)
            return page_failed(rq);
    }
    return page_show(rq, "public/waiting.cs", "waiting");
}
