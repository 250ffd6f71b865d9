/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A working calendar from a JSON file, so that due times can be worked out without a database.
 */
#include <jansson.h>
#include <string.h>

#include "motcua/due.h"

enum { CALENDAR_FILE_MAX = 1024 * 1024 };

/* A member that is a text, or "". */
static const char *text_of(const json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));

    return text ? text : "";
}

static bool day_of(const json_t *object, const char *name, int *day)
{
    struct civil date;

    if (!civil_parse(text_of(object, name), &date))
        return false;
    *day = civil_day(&date);
    return true;
}

static bool weekday_of(const json_t *object, const char *name, enum weekday *weekday)
{
    json_int_t number = json_integer_value(json_object_get(object, name));

    if (number < 1 || number > 7)
        return false;
    *weekday = (enum weekday)(number - 1);
    return true;
}

static bool hours_read(const json_t *list, struct worktime_week *week)
{
    size_t i;
    json_t *item;

    json_array_foreach(list, i, item)
    {
        enum weekday weekday;
        if (!weekday_of(item, "weekday", &weekday) ||
            !worktime_week_add(week, weekday, date_parse_time(text_of(item, "from"), false),
                               date_parse_time(text_of(item, "to"), true)))
            return false;
    }
    return true;
}

static bool special_read(struct arena *arena, const json_t *item, struct worktime_special *out)
{
    const char *kind = text_of(item, "kind");

    if (!day_of(item, "day", &out->day))
        return false;
    if (strcmp(kind, "work") == 0) {
        out->kind = WORKTIME_MAKE_UP;
        if (!weekday_of(item, "as_weekday", &out->as_weekday))
            return false;
    } else if (strcmp(kind, "off") != 0) {
        return false;
    }
    out->unconfirmed = json_is_false(json_object_get(item, "confirmed"));
    out->name = arena_copy(arena, text_of(item, "name"));
    out->name_en = arena_copy(arena, text_of(item, "name_en"));
    return true;
}

static bool days_read(struct arena *arena, const json_t *list, struct worktime_calendar *calendar)
{
    struct worktime_special *specials =
        arena_take_array(arena, json_array_size(list) + 1, sizeof *specials);
    size_t i;
    json_t *item;

    json_array_foreach(list, i, item)
    {
        if (!special_read(arena, item, &specials[i]))
            return false;
    }
    calendar->specials = specials;
    calendar->special_count = json_array_size(list);
    return worktime_specials_sort(specials, calendar->special_count);
}

/* NULL, or what is wrong. */
static const char *calendar_read(struct arena *arena, const json_t *root,
                                 struct worktime_calendar *calendar)
{
    struct worktime_week *week = arena_take(arena, sizeof *week);
    const json_t *known = json_object_get(root, "known");

    *calendar = (struct worktime_calendar){ .weeks = week, .week_count = 1 };
    week->from_day = DATE_DAY_MIN;
    if (!day_of(known, "from", &calendar->known_from) || !day_of(known, "to", &calendar->known_to))
        return "\"known\" needs \"from\" and \"to\", each a date";
    if (!hours_read(json_object_get(root, "hours"), week))
        return "\"hours\" holds a shift that is wrong or overlaps another";
    if (!days_read(arena, json_object_get(root, "days"), calendar))
        return "\"days\" holds a day that is wrong or there twice";
    return worktime_calendar_check(calendar) ? NULL : "there are no working hours";
}

bool due_calendar_read(struct tool *tool, const char *path, struct worktime_calendar *calendar)
{
    size_t length;
    json_error_t error;
    char *text = tool_read_file(tool, path, CALENDAR_FILE_MAX, &length);

    if (!text)
        return false;
    json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        tool_fail(tool, "%s, line %d: %s.", path, error.line, error.text);
        return false;
    }
    const char *wrong = calendar_read(tool->arena, root, calendar);
    json_decref(root);
    if (wrong)
        tool_fail(tool, "%s: %s.", path, wrong);
    return !wrong;
}
