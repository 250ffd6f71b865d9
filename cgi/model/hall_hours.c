/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_hours.h"

enum { DAYS_AHEAD = 366 };

const char *const hall_open_names[HALL_OPEN_COUNT] = {
    [HALL_OPEN] = "open",       [HALL_BREAK] = "break",     [HALL_EARLY] = "early",
    [HALL_STOPPED] = "stopped", [HALL_OVER] = "over",       [HALL_HOLIDAY] = "holiday",
    [HALL_REST] = "rest",       [HALL_INACTIVE] = "inactive",
};

/* A day in minutes of itself: tickets are given out in [first, stop). */
struct day_plan {
    struct worktime_day work;
    int opens, closes;
    int first, stop;
};

static struct day_plan day_plan_of(const struct hall_hours_rule *rule, int day)
{
    struct day_plan plan = {.opens = 0};
    worktime_day(rule->calendar, day, &plan.work);
    if (plan.work.count == 0)
        return plan;
    plan.opens = plan.work.shifts[0].from;
    plan.closes = plan.work.shifts[plan.work.count - 1].to;
    plan.first = rule->from > plan.opens ? rule->from : plan.opens;
    plan.stop = rule->to >= 0 ? rule->to : plan.closes - rule->stop_minutes;
    if (plan.stop > plan.closes)
        plan.stop = plan.closes;
    return plan;
}

static bool gives(const struct day_plan *plan)
{
    return plan->work.count > 0 && plan->first < plan->stop;
}

static struct civil moment_of(int day, int minute)
{
    return civil_from_minute((int64_t)day * DATE_DAY_MINUTES + minute);
}

/* The first ticket of a day after this one. */
static struct civil opening_after(const struct hall_hours_rule *rule, int day, bool *known)
{
    for (int next = day + 1; next <= day + DAYS_AHEAD && next <= DATE_DAY_MAX; next++) {
        struct day_plan plan = day_plan_of(rule, next);
        *known &= plan.work.known;
        if (gives(&plan))
            return moment_of(next, plan.first);
    }
    return (struct civil){.year = 0};
}

static bool in_shift(const struct day_plan *plan, int minute)
{
    for (int i = 0; i < plan->work.count; i++)
        if (plan->work.shifts[i].from <= minute && minute < plan->work.shifts[i].to)
            return true;
    return false;
}

static int next_shift(const struct day_plan *plan, int minute)
{
    int i = 0;
    while (i < plan->work.count - 1 && plan->work.shifts[i].from <= minute)
        i++;
    return plan->work.shifts[i].from;
}

static void rest_day(const struct day_plan *plan, struct hall_hours *out)
{
    const struct worktime_special *special = plan->work.special;
    bool holiday = special && special->kind == WORKTIME_OFF;
    out->state = holiday ? HALL_HOLIDAY : HALL_REST;
    if (holiday && special->name)
        out->name = special->name;
    if (holiday && special->name_en)
        out->name_en = special->name_en;
}

static enum hall_open state_of(const struct day_plan *plan, int minute)
{
    if (minute >= plan->closes)
        return HALL_OVER;
    if (minute >= plan->stop || !gives(plan))
        return HALL_STOPPED;
    if (minute < plan->first)
        return HALL_EARLY;
    return in_shift(plan, minute) ? HALL_OPEN : HALL_BREAK;
}

static void working_day(const struct day_plan *plan, int day, int minute, struct hall_hours *out)
{
    out->state = state_of(plan, minute);
    out->tickets = out->state == HALL_OPEN || out->state == HALL_BREAK;
    out->calls = in_shift(plan, minute);
    out->opens = moment_of(day, plan->opens);
    out->closes = moment_of(day, plan->closes);
    if (gives(plan))
        out->stops = moment_of(day, plan->stop);
    if (out->state == HALL_BREAK)
        out->goes_on = moment_of(day, next_shift(plan, minute));
}

void hall_hours_at(const struct hall_hours_rule *rule, const struct civil *now, struct hall_hours *out)
{
    int day = civil_day(now), minute = now->hour * 60 + now->minute;
    *out = (struct hall_hours){.state = HALL_INACTIVE, .name = "", .name_en = "", .known = true};
    if (!rule->is_active)
        return;
    struct day_plan plan = day_plan_of(rule, day);
    out->known = plan.work.known;
    if (plan.work.count > 0)
        working_day(&plan, day, minute, out);
    else
        rest_day(&plan, out);
    out->next = out->state == HALL_EARLY ? moment_of(day, plan.first)
                                         : opening_after(rule, day, &out->known);
}

struct civil hall_hours_day_end(const struct worktime_calendar *calendar, int day, int after)
{
    struct worktime_day work;
    worktime_day(calendar, day, &work);
    int end = work.count > 0 ? work.shifts[work.count - 1].to + after : DATE_DAY_MINUTES;
    return moment_of(day, end < DATE_DAY_MINUTES ? end : DATE_DAY_MINUTES);
}
