/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "worktime_naive.h"

#include <string.h>

void naive_fill(struct naive *naive, const struct worktime_calendar *calendar)
{
    memset(naive, 0, sizeof *naive);
    for (int i = 0; i < NAIVE_DAYS; i++) {
        int weekday = i % 7; /* the first day is a Monday */
        for (size_t j = 0; j < calendar->special_count; j++) {
            if (calendar->specials[j].day != NAIVE_FIRST_DAY + i)
                continue;
            weekday = calendar->specials[j].kind == WORKTIME_OFF
                          ? -1
                          : (int)calendar->specials[j].as_weekday;
        }
        if (weekday < 0)
            continue;
        for (int j = 0; j < calendar->weeks[0].counts[weekday]; j++) {
            const struct worktime_shift *shift = &calendar->weeks[0].shifts[weekday][j];
            for (int minute = shift->from; minute < shift->to; minute++)
                naive->works[i][minute] = 1;
        }
        for (int minute = 0; minute < 1440; minute++)
            if (naive->works[i][minute])
                naive->closes[i] = minute + 1;
    }
}

/* The ticking clock. */
struct ticker {
    const struct naive *naive;
    const struct worktime_request *request;
    int64_t now;
    int64_t counts_from;
    int64_t budget;
    int64_t done;
    bool restart_waits;
};

static int day_of(int64_t minute)
{
    return (int)(minute / 1440) - NAIVE_FIRST_DAY;
}

static bool works(const struct naive *naive, int64_t minute)
{
    return naive->works[day_of(minute)][minute % 1440];
}

static bool stands_at(const struct worktime_request *request, int64_t minute)
{
    for (size_t i = 0; i < request->pause_count; i++)
        if (request->pauses[i].from <= minute && minute < request->pauses[i].to)
            return true;
    return false;
}

/* A pause that began before this minute and is not over before it. */
static bool stands_over(const struct worktime_request *request, int64_t minute)
{
    for (size_t i = 0; i < request->pause_count; i++)
        if (request->pauses[i].from < minute && minute <= request->pauses[i].to)
            return true;
    return false;
}

static int64_t effective(const struct naive *naive, const struct worktime_request *request,
                         int64_t moment)
{
    int cutoff = request->rule.cutoff;

    if (request->term.unit == WORKTIME_SAME_DAY && cutoff < 0)
        cutoff = 15 * 60;
    if (cutoff < 0)
        return moment;
    if (moment % 1440 <= cutoff && moment % 1440 < naive->closes[day_of(moment)])
        return moment;
    moment += 1440 - moment % 1440;
    while (day_of(moment) < NAIVE_DAYS && !works(naive, moment))
        moment++;
    return moment;
}

/* Days to the same number of a later month, by stepping through the days. */
static int64_t month_days(int64_t from, int months)
{
    struct civil begin = civil_from_minute(from);
    int wanted = begin.year * 12 + begin.month - 1 + months;
    int64_t days = 0;

    for (;;) {
        struct civil c = civil_from_minute(from + (days + 1) * 1440);
        int month = c.year * 12 + c.month - 1;
        if (month > wanted)
            return days;
        days++;
        if (month == wanted && c.day == begin.day)
            return days;
    }
}

static bool by_minutes(const struct worktime_request *request)
{
    switch (request->term.unit) {
    case WORKTIME_MINUTES:
    case WORKTIME_HOURS:
    case WORKTIME_HALF_DAYS:
        return true;
    case WORKTIME_WORKING_DAYS:
        return request->rule.count == WORKTIME_ROLLING;
    default:
        return false;
    }
}

static int64_t budget_of(const struct worktime_request *request, int64_t from)
{
    int value = request->term.value;

    switch (request->term.unit) {
    case WORKTIME_HOURS:
        return value * INT64_C(60);
    case WORKTIME_HALF_DAYS:
        return value * INT64_C(240);
    case WORKTIME_WORKING_DAYS:
        return by_minutes(request) ? value * (int64_t)request->rule.day_minutes : value;
    case WORKTIME_MONTHS:
        return month_days(from, value);
    case WORKTIME_SAME_DAY:
        return 0;
    default:
        return value;
    }
}

static void begin(struct ticker *t, int64_t moment)
{
    t->counts_from = effective(t->naive, t->request, moment);
    t->budget = budget_of(t->request, t->counts_from);
    t->done = 0;
    t->restart_waits = false;
}

static void restarts(struct ticker *t)
{
    for (size_t i = 0; i < t->request->pause_count; i++)
        if (t->request->pauses[i].restart && t->request->pauses[i].to == t->now &&
            t->now > t->request->received)
            t->restart_waits = true;
    if (t->restart_waits && !stands_at(t->request, t->now))
        begin(t, t->now);
}

/* One tick of a term counted in minutes; true when it is due now. */
static bool tick_minute(struct ticker *t)
{
    if (t->done == t->budget)
        return true;
    restarts(t);
    if (t->now >= t->counts_from && works(t->naive, t->now) && !stands_at(t->request, t->now))
        t->done++;
    return false;
}

/* The counter closes at this moment, on the day it was open. */
static bool closes_now(const struct naive *naive, int64_t now)
{
    return naive->closes[day_of(now - 1)] == (now - 1) % 1440 + 1;
}

/* One tick of a term counted in days: a day counts at its midnight, and is due at its closing time.
 */
static bool tick_day(struct ticker *t)
{
    bool calendar =
        t->request->term.unit == WORKTIME_CALENDAR_DAYS || t->request->term.unit == WORKTIME_MONTHS;

    if (closes_now(t->naive, t->now) && day_of(t->now - 1) >= day_of(t->counts_from) &&
        t->now > t->counts_from && t->done >= t->budget && !stands_over(t->request, t->now))
        return true;
    if (t->now % 1440 == 0 && day_of(t->now) > day_of(t->counts_from) &&
        (calendar || t->naive->closes[day_of(t->now)] > 0) && !stands_over(t->request, t->now) &&
        t->done < t->budget)
        t->done++;
    restarts(t);
    return false;
}

int64_t naive_due(const struct naive *naive, const struct worktime_request *request)
{
    struct ticker t = { .naive = naive, .request = request, .now = request->received };
    bool minutes = by_minutes(request);

    begin(&t, request->received);
    for (; day_of(t.now) < NAIVE_DAYS; t.now++) {
        if (minutes ? tick_minute(&t) : tick_day(&t))
            return t.now;
        for (size_t i = 0; i < request->pause_count; i++)
            if (request->pauses[i].to == WORKTIME_OPEN && t.now > request->pauses[i].from + 20000)
                return NAIVE_STANDING;
    }
    return NAIVE_TOO_FAR;
}

int64_t naive_between(const struct naive *naive, int64_t from, int64_t to)
{
    int64_t sum = 0;

    for (; from < to; from++)
        sum += works(naive, from);
    return sum;
}
