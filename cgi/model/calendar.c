/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "lib/log.h"

enum { GENERAL = 99 /* how near a row is that holds for all agencies */ };

/* A row of work_shift. */
struct shift {
    int near; /* 0 the agency itself, 1 the body above, … GENERAL */
    enum weekday weekday;
    int from;
    int to;
    int first_day;
    int last_day;
};

struct reading {
    struct arena *arena;
    bool agency_found;
    bool broken; /* a row no program would have written */
    struct shift *shifts;
    size_t shift_count;
    struct worktime_special *specials;
    size_t special_count;
    int known_from;
    int known_to;
};

/* Nearest rows first; the first row of a day wins. */
static const char calendar_sql[] =
    "with recursive up (id, parent_id, near) as ("
    "  select id, parent_id, 0 from agency where code = ? "
    "  union all select a.id, a.parent_id, up.near + 1 "
    "  from agency a join up on a.id = up.parent_id where up.near < 20) "
    "select 'agency' as part, near, null as day, null as until, null as a, null as b, null as c, "
    "  '' as name, '' as name_en from up where near = 0 "
    "union all select 'shift', ifnull(up.near, 99), s.valid_from, s.valid_to, "
    "  time_format(s.from_time, '%H:%i'), time_format(s.to_time, '%H:%i'), s.weekday, '', '' "
    "from work_shift s left join up on up.id = s.agency_id "
    "where s.agency_id is null or up.id is not null "
    "union all select 'special', ifnull(up.near, 99), d.day, null, d.kind, d.is_confirmed, "
    "  d.as_weekday, d.name, d.name_en "
    "from special_day d left join up on up.id = d.agency_id "
    "where d.agency_id is null or up.id is not null "
    "order by part, day, near";

/* Doubles the room of an array in the arena when it is full. */
static void *array_grow(struct arena *arena, void *array, size_t count, size_t size)
{
    if (count > 0 && (count < 16 || (count & (count - 1)) != 0))
        return array;
    size_t room = count < 16 ? 16 : 2 * count;
    void *grown = arena_take_array(arena, room, size);
    if (count > 0)
        memcpy(grown, array, count * size);
    return grown;
}

static bool day_read(const char *text, int *day)
{
    struct civil moment;

    if (!text || !civil_parse(text, &moment))
        return false;
    *day = civil_day(&moment);
    return true;
}

static bool weekday_read(const char *text, enum weekday *weekday)
{
    if (!text || text[0] < '1' || text[0] > '7' || text[1] != '\0')
        return false;
    *weekday = (enum weekday)(text[0] - '1');
    return true;
}

enum { NEAR = 1, DAY, UNTIL, A, B, C, NAME, NAME_EN };

static bool shift_read(struct reading *reading, const char *const *text)
{
    struct shift shift = { .near = (int)strtol(text[NEAR], NULL, 10), .last_day = DATE_DAY_MAX };

    if (!text[A] || !text[B] || !weekday_read(text[C], &shift.weekday) ||
        !day_read(text[DAY], &shift.first_day) ||
        (text[UNTIL] && !day_read(text[UNTIL], &shift.last_day)))
        return false;
    shift.from = date_parse_time(text[A], false);
    shift.to = date_parse_time(text[B], true);
    reading->shifts =
        array_grow(reading->arena, reading->shifts, reading->shift_count, sizeof shift);
    reading->shifts[reading->shift_count++] = shift;
    return shift.from >= 0 && shift.to > shift.from;
}

static void known_widen(struct reading *reading, int day)
{
    int year = civil_from_day(day).year;
    int first = date_day(year, 1, 1);
    int last = date_day(year, 12, 31);

    if (reading->known_from > first)
        reading->known_from = first;
    if (reading->known_to < last)
        reading->known_to = last;
}

static bool special_read(struct reading *reading, const char *const *text)
{
    struct worktime_special special = { .kind = WORKTIME_OFF };

    if (!text[A] || !day_read(text[DAY], &special.day))
        return false;
    if (strcmp(text[A], "work") == 0) {
        special.kind = WORKTIME_MAKE_UP;
        if (!weekday_read(text[C], &special.as_weekday))
            return false;
    } else if (strtol(text[NEAR], NULL, 10) == GENERAL) {
        known_widen(reading, special.day);
    }
    size_t count = reading->special_count;
    if (count > 0 && reading->specials[count - 1].day == special.day)
        return true; /* a nearer body has said what this day is */
    special.unconfirmed = text[B] && strcmp(text[B], "0") == 0;
    special.name = arena_copy(reading->arena, text[NAME]);
    special.name_en = arena_copy(reading->arena, text[NAME_EN]);
    reading->specials = array_grow(reading->arena, reading->specials, count, sizeof special);
    reading->specials[reading->special_count++] = special;
    return true;
}

static bool calendar_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;

    if (strcmp(row->text[0], "agency") == 0)
        reading->agency_found = true;
    else if (strcmp(row->text[0], "shift") == 0)
        reading->broken |= !shift_read(reading, row->text);
    else
        reading->broken |= !special_read(reading, row->text);
    return true;
}

static int day_compare(const void *left, const void *right)
{
    int a = *(const int *)left;
    int b = *(const int *)right;

    return (a > b) - (a < b);
}

/* The week that holds on a day: the shifts of the nearest body that has any then. */
static bool week_build(const struct reading *reading, int day, struct worktime_week *week)
{
    int nearest = GENERAL + 1;

    *week = (struct worktime_week){ .from_day = day };
    for (size_t i = 0; i < reading->shift_count; i++) {
        const struct shift *shift = &reading->shifts[i];
        if (shift->first_day <= day && day <= shift->last_day && shift->near < nearest)
            nearest = shift->near;
    }
    for (size_t i = 0; i < reading->shift_count; i++) {
        const struct shift *shift = &reading->shifts[i];
        if (shift->near == nearest && shift->first_day <= day && day <= shift->last_day &&
            !worktime_week_add(week, shift->weekday, shift->from, shift->to))
            return false;
    }
    return true;
}

/* One week for each day on which the hours change. */
static bool weeks_build(struct reading *reading, struct worktime_calendar *calendar)
{
    size_t count = 0;
    int *days = arena_take_array(reading->arena, 2 * reading->shift_count + 1, sizeof *days);
    struct worktime_week *weeks =
        arena_take_array(reading->arena, 2 * reading->shift_count + 1, sizeof *weeks);

    for (size_t i = 0; i < reading->shift_count; i++) {
        days[count++] = reading->shifts[i].first_day;
        if (reading->shifts[i].last_day < DATE_DAY_MAX)
            days[count++] = reading->shifts[i].last_day + 1;
    }
    if (count > 0)
        qsort(days, count, sizeof *days, day_compare);
    calendar->weeks = weeks;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && days[i] == days[i - 1])
            continue;
        if (!week_build(reading, days[i], &weeks[calendar->week_count++]))
            return false;
    }
    return true;
}

enum db_result calendar_load(struct db *db, struct arena *arena, const char *agency,
                             struct worktime_calendar *calendar)
{
    bool general = !agency || !*agency;
    struct reading reading = { .arena = arena,
                               .known_from = DATE_DAY_MAX,
                               .known_to = DATE_DAY_MIN };

    *calendar = (struct worktime_calendar){ 0 };
    enum db_result result =
        db_each(db, calendar_sql, DB_ARGS(db_text(general ? "" : agency)), calendar_row, &reading);
    if (result == DB_FAIL)
        return DB_FAIL;
    if (!general && !reading.agency_found)
        return DB_NONE;
    calendar->specials = reading.specials;
    calendar->special_count = reading.special_count;
    calendar->known_from = reading.known_from;
    calendar->known_to = reading.known_to;
    if (reading.broken || !weeks_build(&reading, calendar)) {
        log_warn("calendar: working hours that overlap or cannot be read");
        return DB_NONE;
    }
    return worktime_calendar_check(calendar) ? DB_OK : DB_NONE;
}

/* ---- The counting rule --------------------------------------------------------------------------
 */

void calendar_rule_of(struct arena *arena, const struct calendar_settings *settings,
                      const struct worktime_term *term, struct worktime_rule *rule)
{
    *rule = (struct worktime_rule){ .cutoff = WORKTIME_NO_CUTOFF, .day_minutes = WORKTIME_DAY };
    if (settings->due_rule)
        worktime_rule_parse(settings->due_rule, rule);
    if (settings->day_minutes) {
        struct worktime_rule day;
        const char *text = arena_format(arena, "rolling/%s", settings->day_minutes);
        if (worktime_rule_parse(text, &day))
            rule->day_minutes = day.day_minutes;
    }
    if (term->unit == WORKTIME_SAME_DAY) {
        int late = settings->late_from ? date_parse_time(settings->late_from, false) : -1;
        if (late >= 0)
            rule->cutoff = late;
        else if (rule->cutoff < 0)
            rule->cutoff = WORKTIME_CUTOFF;
    }
}

enum db_result calendar_rule(struct db *db, struct arena *arena, const struct worktime_term *term,
                             struct worktime_rule *rule)
{
    struct db_row row;
    if (db_one(db, arena, "select " CALENDAR_SETTINGS("public_setting"), DB_ARGS(), &row) != DB_OK)
        return DB_FAIL;
    const struct calendar_settings settings = { row.text[0], row.text[1], row.text[2] };
    calendar_rule_of(arena, &settings, term, rule);
    return DB_OK;
}
