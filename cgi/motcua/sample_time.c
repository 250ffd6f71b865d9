/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "lib/clock.h"
#include "model/calendar.h"
#include "motcua/sample.h"

#define FURTHEST 1500 /* working days either way */

static struct worktime_calendar general;
static struct map *calendars; /* agency code → struct worktime_calendar * */
static int day_zero;

static bool is_working(int day)
{
    struct worktime_day found;
    worktime_day(&general, day, &found);
    return found.count > 0;
}

enum db_result sample_time_begin(struct sample *sample)
{
    calendars = map_open(sample->arena);
    enum db_result result = calendar_load(sample->db, sample->arena, NULL, &general);
    if (result == DB_NONE)
        tool_fail(sample->tool, "dossiers need working hours; work-shifts.json has none.");
    if (result != DB_OK)
        return result;
    struct civil now = clock_now();
    day_zero = civil_day(&now);
    while (!is_working(day_zero))
        day_zero--;
    return DB_OK;
}

/* The n-th working day before or after day zero. */
static int day_at(long n)
{
    int day = day_zero, step = n < 0 ? -1 : 1;
    for (n = labs(n); n > 0; n--)
        do
            day += step;
        while (!is_working(day));
    return day;
}

int64_t sample_minute(struct record *record, const char *text)
{
    if (!*text)
        return -1;
    char *end;
    long offset = strtol(text, &end, 10);
    int minute = 0;
    if (*end == ' ')
        minute = date_parse_time(end + 1, false);
    bool signed_number = *text == '-' || *text == '+' || *text == '0';
    if (end == text || !signed_number || labs(offset) > FURTHEST || minute < 0 ||
        (*end != ' ' && *end != '\0')) {
        record_wrong(record, "\"%s\" is no time such as -12 09:15", text);
        return -1;
    }
    return (int64_t)day_at(offset) * DATE_DAY_MINUTES + minute;
}

struct db_value sample_moment(struct arena *arena, int64_t minute)
{
    if (minute < 0)
        return db_null();
    struct civil moment = civil_from_minute(minute);
    return db_text(date_format_iso_time(arena_take(arena, DATE_TEXT_MAX), &moment));
}

struct db_value sample_day(struct arena *arena, int64_t minute)
{
    if (minute < 0)
        return db_null();
    struct civil moment = civil_from_minute(minute);
    return db_text(date_format_iso(arena_take(arena, DATE_TEXT_MAX), &moment));
}

const struct worktime_calendar *sample_calendar(struct sample *sample, const char *agency)
{
    struct worktime_calendar *calendar = map_get(calendars, agency);
    if (calendar)
        return calendar;
    calendar = arena_take(sample->arena, sizeof *calendar);
    if (calendar_load(sample->db, sample->arena, agency, calendar) != DB_OK)
        return NULL;
    map_put(calendars, agency, calendar);
    return calendar;
}
