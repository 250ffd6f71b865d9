/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * How one day counts: minute by minute of its shifts, or as a whole.
 */
#include "model/worktime_count.h"

static int64_t term_minutes(const struct worktime_request *request)
{
    int day = request->rule.day_minutes > 0 ? request->rule.day_minutes : WORKTIME_DAY;

    switch (request->term.unit) {
    case WORKTIME_HOURS:
        return (int64_t)request->term.value * 60;
    case WORKTIME_HALF_DAYS:
        return (int64_t)request->term.value * WORKTIME_HALF_DAY;
    case WORKTIME_WORKING_DAYS:
        return (int64_t)request->term.value * day;
    default:
        return request->term.value;
    }
}

static int64_t term_budget(const struct worktime_walk *walk)
{
    const struct worktime_request *request = walk->request;

    if (walk->result->measure == WORKTIME_IN_MINUTES)
        return term_minutes(request);
    if (request->term.unit == WORKTIME_MONTHS)
        return date_add_months(walk->first_day, request->term.value) - walk->first_day;
    return request->term.unit == WORKTIME_SAME_DAY ? 0 : request->term.value;
}

void worktime_count_begin(struct worktime_walk *walk, int64_t moment)
{
    const struct worktime_request *request = walk->request;
    int cutoff = request->rule.cutoff;

    if (request->term.unit == WORKTIME_SAME_DAY && cutoff < 0)
        cutoff = WORKTIME_CUTOFF;
    walk->start = worktime_intake(walk->cursor.calendar, cutoff, moment);
    if (walk->start == WORKTIME_NEVER)
        return;
    walk->first_day = date_of_minute(walk->start);
    if (walk->start != moment)
        walk->late_day = date_of_minute(moment);
    walk->counted = 0;
    walk->budget = term_budget(walk);
}

static void walk_end(struct worktime_walk *walk, int64_t due)
{
    walk->result->due = due;
    walk->ended = true;
}

/* ---- By minutes ---------------------------------------------------------------------------------
 */

/* Leaves behind the pauses that are over at this moment; true when one of them restarted the count.
 */
static bool pauses_pass(struct worktime_walk *walk, int64_t at, struct worktime_row *row)
{
    bool restarted = false;

    while (walk->pause < walk->pause_count && walk->pauses[walk->pause].to <= at) {
        const struct worktime_pause *pause = &walk->pauses[walk->pause++];
        if (pause->restart) {
            worktime_count_begin(walk, pause->to);
            row->counted = 0;
            row->restarted = true;
            restarted = true;
        }
    }
    return restarted;
}

/* The first moment from `at` on when the clock may run; passes pauses that ended before. */
static int64_t run_from(struct worktime_walk *walk, int64_t at, struct worktime_row *row)
{
    do {
        if (at < walk->start)
            at = walk->start;
    } while (pauses_pass(walk, at, row) && walk->start != WORKTIME_NEVER);
    return at;
}

/* Counts in [at, end) of one shift. */
static void count_shift(struct worktime_walk *walk, int64_t at, int64_t end,
                        struct worktime_row *row)
{
    while (!walk->ended && !walk->standing) {
        at = run_from(walk, at, row);
        if (at >= end)
            return;
        const struct worktime_pause *pause =
            walk->pause < walk->pause_count ? &walk->pauses[walk->pause] : NULL;
        if (pause && pause->from <= at) {
            int64_t until = pause->to < end ? pause->to : end;
            row->paused += (int)(until - at);
            walk->stood = true;
            walk->standing = pause->to == WORKTIME_OPEN;
            at = until;
            continue;
        }
        int64_t until = pause && pause->from < end ? pause->from : end;
        int64_t left = walk->budget - walk->counted;
        if (until - at >= left) {
            walk_end(walk, at + left);
            until = at + left;
        }
        walk->counted += until - at;
        row->counted += (int)(until - at);
        at = until;
    }
}

void worktime_count_minutes(struct worktime_walk *walk, const struct worktime_day *day,
                            struct worktime_row *row)
{
    int64_t midnight = worktime_midnight(day->day);

    for (int i = 0; i < day->count && !walk->ended && !walk->standing; i++)
        count_shift(walk, midnight + day->shifts[i].from, midnight + day->shifts[i].to, row);
}

/* ---- By days ------------------------------------------------------------------------------------
 */

/* The day a pause ends; after all days while it lasts. */
static int pause_last_day(const struct worktime_pause *pause)
{
    return pause->to == WORKTIME_OPEN ? DATE_DAY_MAX + 1 : date_of_minute(pause->to);
}

/* True when the term has run out and the counter is open on this day after counting began. */
static bool is_reached(const struct worktime_walk *walk, const struct worktime_day *day,
                       int64_t close)
{
    return day->count > 0 && day->day >= walk->first_day && walk->counted >= walk->budget &&
           close > walk->start;
}

/*
 * What the pauses of this day do to a term that would end with it: one that lasts over closing time
 * keeps it from ending, one that ends today may restart it. Pauses that begin after closing time
 * come too late. True when the clock stands at closing time.
 */
static bool pauses_of_day(struct worktime_walk *walk, const struct worktime_day *day, int64_t close,
                          struct worktime_row *row)
{
    bool stands = false;

    for (size_t i = walk->pause; i < walk->pause_count; i++) {
        const struct worktime_pause *pause = &walk->pauses[i];
        if (date_of_minute(pause->from) > day->day)
            break;
        if (is_reached(walk, day, close) && !stands && pause->from >= close)
            break;
        if (day->count > 0 && pause->from < close && pause->to >= close)
            stands = true;
        if (pause->restart && pause_last_day(pause) == day->day) {
            worktime_count_begin(walk, pause->to);
            row->counted = 0;
            row->restarted = true;
            walk->stood = false;
        }
    }
    return stands;
}

void worktime_count_days(struct worktime_walk *walk, const struct worktime_day *day,
                         struct worktime_row *row)
{
    int64_t close = worktime_midnight(day->day);
    bool working = day->count > 0;

    if (working)
        close += day->shifts[day->count - 1].to;
    while (walk->pause < walk->pause_count && pause_last_day(&walk->pauses[walk->pause]) < day->day)
        walk->pause++;
    const struct worktime_pause *pause =
        walk->pause < walk->pause_count ? &walk->pauses[walk->pause] : NULL;
    walk->stood = pause && date_of_minute(pause->from) < day->day;

    bool counts = working || walk->result->measure == WORKTIME_IN_CALENDAR_DAYS;
    if (counts && !walk->stood && day->day > walk->first_day && walk->counted < walk->budget) {
        walk->counted++;
        row->counted = 1;
    }
    bool stands = pauses_of_day(walk, day, close, row);
    if (walk->start == WORKTIME_NEVER)
        return;
    if (is_reached(walk, day, close) && !stands) {
        walk_end(walk, close);
        return;
    }
    for (size_t i = walk->pause; i < walk->pause_count; i++)
        if (walk->pauses[i].to == WORKTIME_OPEN && date_of_minute(walk->pauses[i].from) <= day->day)
            walk->standing = true;
}
