/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Due time and trace: one walk over the days from receipt to due time, so that what people are
 * shown is what was computed. How a single day counts is in worktime_count.c.
 */
#include "model/worktime_count.h"

static enum worktime_measure measure_of(const struct worktime_request *request)
{
    switch (request->term.unit) {
    case WORKTIME_CALENDAR_DAYS:
    case WORKTIME_MONTHS:
        return WORKTIME_IN_CALENDAR_DAYS;
    case WORKTIME_SAME_DAY:
        return WORKTIME_IN_WORKING_DAYS;
    case WORKTIME_WORKING_DAYS:
        return request->rule.count == WORKTIME_END_OF_DAY ? WORKTIME_IN_WORKING_DAYS
                                                          : WORKTIME_IN_MINUTES;
    default:
        return WORKTIME_IN_MINUTES;
    }
}

/* Sorts by beginning, drops what was over before receipt, makes overlapping or touching pauses one.
 */
static bool pauses_take(struct worktime_walk *walk, const struct worktime_request *request)
{
    size_t count = 0;
    struct worktime_pause *out = walk->pauses;

    if (request->pause_count > WORKTIME_PAUSES_MAX)
        return false;
    for (size_t i = 0; i < request->pause_count; i++) {
        struct worktime_pause pause = request->pauses[i];
        if (pause.to < pause.from)
            return false;
        if (pause.to <= request->received)
            continue;
        if (pause.from < request->received)
            pause.from = request->received;
        size_t at = count++;
        for (; at > 0 && out[at - 1].from > pause.from; at--)
            out[at] = out[at - 1];
        out[at] = pause;
    }
    for (size_t i = 0; i < count; i++) {
        struct worktime_pause *last = walk->pause_count ? &out[walk->pause_count - 1] : NULL;
        if (last && out[i].from <= last->to) {
            last->to = out[i].to > last->to ? out[i].to : last->to;
            last->restart = last->restart || out[i].restart;
        } else {
            out[walk->pause_count++] = out[i];
        }
    }
    return true;
}

static enum worktime_status walk_init(struct worktime_walk *walk,
                                      const struct worktime_calendar *calendar,
                                      const struct worktime_request *request,
                                      struct worktime_result *result)
{
    const int64_t first = (int64_t)DATE_DAY_MIN * DATE_DAY_MINUTES;
    const int64_t end = ((int64_t)DATE_DAY_MAX + 1) * DATE_DAY_MINUTES;

    walk->cursor.calendar = calendar;
    walk->request = request;
    walk->result = result;
    *result = (struct worktime_result){ .measure = measure_of(request),
                                        .unsure_from = WORKTIME_ALL_SURE };
    if (calendar->week_count == 0)
        return WORKTIME_BAD_CALENDAR;
    if (request->received < first || request->received >= end)
        return WORKTIME_BAD_START;
    if (!worktime_term_check(&request->term))
        return WORKTIME_BAD_TERM;
    if (!pauses_take(walk, request))
        return WORKTIME_BAD_PAUSE;
    worktime_count_begin(walk, request->received);
    result->started = walk->start;
    return walk->start == WORKTIME_NEVER ? WORKTIME_TOO_FAR : WORKTIME_DUE;
}

static enum worktime_kind row_kind(const struct worktime_walk *walk, const struct worktime_day *day,
                                   const struct worktime_row *row)
{
    bool extra = day->special && day->special->kind == WORKTIME_MAKE_UP;
    bool minutes = walk->result->measure == WORKTIME_IN_MINUTES;

    if (row->counted > 0)
        return extra ? WORKTIME_COUNTED_EXTRA : WORKTIME_COUNTED;
    if (day->count == 0)
        return day->special ? WORKTIME_HOLIDAY : WORKTIME_WEEKEND;
    if (walk->late_day == day->day)
        return WORKTIME_LATE;
    if (walk->ended)
        return WORKTIME_ENDS;
    if (walk->stood)
        return WORKTIME_PAUSED;
    return minutes ? WORKTIME_CLOSED : WORKTIME_FIRST;
}

/* Paused working minutes of a day, for the rows of walks that count days. */
static int day_paused(const struct worktime_walk *walk, const struct worktime_day *day)
{
    int64_t midnight = worktime_midnight(day->day);
    int64_t sum = 0;

    for (size_t i = 0; i < walk->pause_count; i++) {
        for (int j = 0; j < day->count; j++) {
            int64_t from = midnight + day->shifts[j].from;
            int64_t to = midnight + day->shifts[j].to;
            from = walk->pauses[i].from > from ? walk->pauses[i].from : from;
            to = walk->pauses[i].to < to ? walk->pauses[i].to : to;
            sum += to > from ? to - from : 0;
        }
    }
    return (int)sum;
}

/* One day; true when the walk is over. */
static bool walk_day(struct worktime_walk *walk, const struct worktime_day *day,
                     struct worktime_row *row)
{
    struct worktime_result *result = walk->result;

    *row = (struct worktime_row){
        .day = day->day, .known = day->known, .open = day->minutes, .special = day->special
    };
    if (!day->known && result->unsure_from == WORKTIME_ALL_SURE)
        result->unsure_from = day->day;
    walk->stood = false;
    if (result->measure == WORKTIME_IN_MINUTES) {
        worktime_count_minutes(walk, day, row);
    } else {
        worktime_count_days(walk, day, row);
        row->paused = day_paused(walk, day);
    }
    row->total = walk->counted;
    row->kind = row_kind(walk, day, row);
    return walk->ended || walk->standing;
}

static enum worktime_status walk_run(struct worktime_walk *walk, struct worktime_row *rows,
                                     size_t capacity, size_t *count)
{
    struct worktime_day today;
    struct worktime_row row;

    for (int day = date_of_minute(walk->request->received); day <= DATE_DAY_MAX; day++) {
        worktime_cursor_day(&walk->cursor, day, &today);
        bool over = walk_day(walk, &today, &row);
        if (*count < capacity)
            rows[*count] = row;
        (*count)++;
        if (walk->start == WORKTIME_NEVER)
            break;
        if (over) {
            walk->result->budget = walk->budget;
            walk->result->left = walk->budget - walk->counted;
            return walk->standing ? WORKTIME_STANDING : WORKTIME_DUE;
        }
    }
    return WORKTIME_TOO_FAR;
}

enum worktime_status worktime_trace(const struct worktime_calendar *calendar,
                                    const struct worktime_request *request,
                                    struct worktime_result *result, struct worktime_row *rows,
                                    size_t capacity, size_t *count)
{
    struct worktime_walk walk = { .late_day = DATE_DAY_MIN - 1 };

    *count = 0;
    result->status = WORKTIME_DUE;
    enum worktime_status status = walk_init(&walk, calendar, request, result);
    if (status == WORKTIME_DUE)
        status = walk_run(&walk, rows, capacity, count);
    result->status = status;
    return status;
}

enum worktime_status worktime_due(const struct worktime_calendar *calendar,
                                  const struct worktime_request *request,
                                  struct worktime_result *result)
{
    size_t count;

    return worktime_trace(calendar, request, result, NULL, 0, &count);
}
