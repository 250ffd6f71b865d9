/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The calendar, and plain working minutes. Everything walks day by day: 300 working days are a few
 * microseconds, and a table of sums would have to be kept true for every agency.
 */
#include "model/worktime.h"

#include <stdlib.h>

#include "model/worktime_walk.h"

bool worktime_week_add(struct worktime_week *week, enum weekday weekday, int from, int to)
{
    struct worktime_shift *shifts = week->shifts[weekday];
    int count = week->counts[weekday];

    if (from < 0 || from >= to || to > DATE_DAY_MINUTES || count == WORKTIME_SHIFTS_MAX)
        return false;
    int at = count;
    while (at > 0 && shifts[at - 1].from >= from)
        at--;
    if ((at > 0 && shifts[at - 1].to > from) || (at < count && shifts[at].from < to))
        return false;
    for (int i = count; i > at; i--)
        shifts[i] = shifts[i - 1];
    shifts[at] = (struct worktime_shift){ .from = from, .to = to };
    week->counts[weekday]++;
    return true;
}

static int special_compare(const void *left, const void *right)
{
    const struct worktime_special *a = left;
    const struct worktime_special *b = right;

    return (a->day > b->day) - (a->day < b->day);
}

bool worktime_specials_sort(struct worktime_special *specials, size_t count)
{
    if (count > 0)
        qsort(specials, count, sizeof specials[0], special_compare);
    for (size_t i = 1; i < count; i++)
        if (specials[i].day == specials[i - 1].day)
            return false;
    return true;
}

static bool week_check(const struct worktime_week *week, bool *any)
{
    for (int weekday = MONDAY; weekday <= SUNDAY; weekday++) {
        int after = 0;
        if (week->counts[weekday] < 0 || week->counts[weekday] > WORKTIME_SHIFTS_MAX)
            return false;
        for (int i = 0; i < week->counts[weekday]; i++) {
            const struct worktime_shift *shift = &week->shifts[weekday][i];
            if (shift->from < after || shift->to <= shift->from || shift->to > DATE_DAY_MINUTES)
                return false;
            after = shift->to;
            *any = true;
        }
    }
    return true;
}

bool worktime_calendar_check(const struct worktime_calendar *calendar)
{
    bool any = false;

    for (size_t i = 0; i < calendar->week_count; i++) {
        if (i > 0 && calendar->weeks[i].from_day <= calendar->weeks[i - 1].from_day)
            return false;
        if (!week_check(&calendar->weeks[i], &any))
            return false;
    }
    for (size_t i = 0; i < calendar->special_count; i++) {
        const struct worktime_special *special = &calendar->specials[i];
        if (i > 0 && special->day <= special[-1].day)
            return false;
        if (special->kind == WORKTIME_MAKE_UP &&
            (special->as_weekday < MONDAY || special->as_weekday > SUNDAY))
            return false;
    }
    return any;
}

void worktime_cursor_day(struct worktime_cursor *cursor, int day, struct worktime_day *out)
{
    const struct worktime_calendar *calendar = cursor->calendar;
    const struct worktime_special *specials = calendar->specials;

    while (cursor->special > 0 && specials[cursor->special - 1].day >= day)
        cursor->special--;
    while (cursor->special < calendar->special_count && specials[cursor->special].day < day)
        cursor->special++;
    while (cursor->week > 0 && calendar->weeks[cursor->week].from_day > day)
        cursor->week--;
    while (cursor->week + 1 < calendar->week_count &&
           calendar->weeks[cursor->week + 1].from_day <= day)
        cursor->week++;

    const struct worktime_week *week = &calendar->weeks[cursor->week];
    enum weekday weekday = date_weekday(day);
    *out = (struct worktime_day){ .day = day };
    out->known = day >= calendar->known_from && day <= calendar->known_to;
    if (cursor->special < calendar->special_count && specials[cursor->special].day == day) {
        out->special = &specials[cursor->special];
        out->known = out->known && !out->special->unconfirmed;
        if (out->special->kind == WORKTIME_OFF)
            return;
        weekday = out->special->as_weekday;
    }
    out->shifts = week->shifts[weekday];
    out->count = week->counts[weekday];
    for (int i = 0; i < out->count; i++)
        out->minutes += out->shifts[i].to - out->shifts[i].from;
}

void worktime_day(const struct worktime_calendar *calendar, int day, struct worktime_day *out)
{
    struct worktime_cursor cursor = { .calendar = calendar };

    worktime_cursor_day(&cursor, day, out);
}

int64_t worktime_next(const struct worktime_calendar *calendar, int64_t minute)
{
    struct worktime_cursor cursor = { .calendar = calendar };
    struct worktime_day today;

    for (int day = date_of_minute(minute); day <= DATE_DAY_MAX; day++) {
        int64_t midnight = worktime_midnight(day);
        worktime_cursor_day(&cursor, day, &today);
        for (int i = 0; i < today.count; i++)
            if (minute < midnight + today.shifts[i].to)
                return minute > midnight + today.shifts[i].from ? minute
                                                                : midnight + today.shifts[i].from;
    }
    return WORKTIME_NEVER;
}

int64_t worktime_add(const struct worktime_calendar *calendar, int64_t from, int64_t minutes)
{
    struct worktime_cursor cursor = { .calendar = calendar };
    struct worktime_day today;

    if (minutes <= 0)
        return from;
    for (int day = date_of_minute(from); day <= DATE_DAY_MAX; day++) {
        int64_t midnight = worktime_midnight(day);
        worktime_cursor_day(&cursor, day, &today);
        for (int i = 0; i < today.count; i++) {
            int64_t begin = midnight + today.shifts[i].from;
            int64_t end = midnight + today.shifts[i].to;
            if (begin < from)
                begin = from;
            if (begin >= end)
                continue;
            if (end - begin >= minutes)
                return begin + minutes;
            minutes -= end - begin;
        }
    }
    return WORKTIME_NEVER;
}

int64_t worktime_subtract(const struct worktime_calendar *calendar, int64_t to, int64_t minutes)
{
    struct worktime_cursor cursor = { .calendar = calendar };
    struct worktime_day today;

    if (minutes <= 0)
        return to;
    for (int day = date_of_minute(to); day >= DATE_DAY_MIN; day--) {
        int64_t midnight = worktime_midnight(day);
        worktime_cursor_day(&cursor, day, &today);
        for (int i = today.count - 1; i >= 0; i--) {
            int64_t begin = midnight + today.shifts[i].from;
            int64_t end = midnight + today.shifts[i].to;
            if (end > to)
                end = to;
            if (begin >= end)
                continue;
            if (end - begin >= minutes)
                return end - minutes;
            minutes -= end - begin;
        }
    }
    return WORKTIME_NEVER;
}

int64_t worktime_between(const struct worktime_calendar *calendar, int64_t from, int64_t to)
{
    struct worktime_cursor cursor = { .calendar = calendar };
    struct worktime_day today;
    int64_t sum = 0;

    if (to < from)
        return -worktime_between(calendar, to, from);
    int last = date_of_minute(to);
    for (int day = date_of_minute(from); day <= last; day++) {
        int64_t midnight = worktime_midnight(day);
        worktime_cursor_day(&cursor, day, &today);
        if (from <= midnight && midnight + DATE_DAY_MINUTES <= to) {
            sum += today.minutes;
            continue;
        }
        for (int i = 0; i < today.count; i++) {
            int64_t begin = midnight + today.shifts[i].from;
            int64_t end = midnight + today.shifts[i].to;
            begin = begin < from ? from : begin;
            end = end > to ? to : end;
            sum += end > begin ? end - begin : 0;
        }
    }
    return sum;
}

int worktime_days_between(const struct worktime_calendar *calendar, int from_day, int to_day)
{
    struct worktime_cursor cursor = { .calendar = calendar };
    struct worktime_day today;
    int count = 0;

    for (int day = from_day + 1; day <= to_day && day <= DATE_DAY_MAX; day++) {
        worktime_cursor_day(&cursor, day, &today);
        count += today.count > 0;
    }
    return count;
}

static int64_t day_close(const struct worktime_day *day)
{
    return worktime_midnight(day->day) + day->shifts[day->count - 1].to;
}

int64_t worktime_add_days(const struct worktime_calendar *calendar, int64_t from, int n)
{
    struct worktime_cursor cursor = { .calendar = calendar };
    struct worktime_day today;

    for (int day = date_of_minute(from) + 1; day <= DATE_DAY_MAX; day++) {
        worktime_cursor_day(&cursor, day, &today);
        if (today.count > 0 && --n <= 0)
            return day_close(&today);
    }
    return WORKTIME_NEVER;
}

int64_t worktime_close(const struct worktime_calendar *calendar, int day)
{
    struct worktime_day today;

    worktime_day(calendar, day, &today);
    return today.count > 0 ? day_close(&today) : WORKTIME_NEVER;
}

struct worktime_parts worktime_split(int64_t minutes, int day_minutes)
{
    int64_t day = day_minutes > 0 ? day_minutes : WORKTIME_DAY;
    int64_t rest = minutes % day;

    return (struct worktime_parts){ .days = minutes / day,
                                    .hours = (int)(rest / 60),
                                    .minutes = (int)(rest % 60) };
}
