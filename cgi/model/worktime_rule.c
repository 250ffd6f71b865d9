/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Terms and counting rules: their texts, their limits, and when a dossier counts as received.
 */
#include <stdio.h>
#include <string.h>

#include "model/worktime.h"
#include "model/worktime_walk.h"

/* Moves *text past a word if it stands there. */
static bool take(const char **text, const char *word)
{
    size_t length = strlen(word);

    if (strncmp(*text, word, length) != 0)
        return false;
    *text += length;
    return true;
}

/* A number of at most six digits without sign; false when there is none. */
static bool take_number(const char **text, int *out)
{
    int digits = 0;
    int value = 0;

    while (**text >= '0' && **text <= '9' && digits < 7) {
        value = value * 10 + (**text - '0');
        (*text)++;
        digits++;
    }
    *out = value;
    return digits > 0 && digits < 7;
}

bool worktime_rule_parse(const char *text, struct worktime_rule *rule)
{
    struct worktime_rule found = { .cutoff = WORKTIME_NO_CUTOFF, .day_minutes = WORKTIME_DAY };

    if (take(&text, "rolling"))
        found.count = WORKTIME_ROLLING;
    else if (take(&text, "end_of_day"))
        found.count = WORKTIME_END_OF_DAY;
    else
        return false;
    if (take(&text, "+")) {
        char clock[6] = "";
        size_t length = strcspn(text, "/");
        if (length >= sizeof clock)
            return false;
        memcpy(clock, text, length);
        found.cutoff = date_parse_time(clock, false);
        if (found.cutoff < 0)
            return false;
        text += length;
    }
    if (take(&text, "/") && (!take_number(&text, &found.day_minutes) || found.day_minutes < 1 ||
                             found.day_minutes > 999))
        return false;
    if (*text != '\0')
        return false;
    *rule = found;
    return true;
}

char *worktime_rule_format(char out[WORKTIME_TEXT_MAX], const struct worktime_rule *rule)
{
    const char *count = rule->count == WORKTIME_END_OF_DAY ? "end_of_day" : "rolling";
    char cutoff[16] = "";
    char day[16] = "";

    if (rule->cutoff >= 0)
        snprintf(cutoff, sizeof cutoff, "+%02d:%02d", rule->cutoff / 60 % 24, rule->cutoff % 60);
    if (rule->day_minutes > 0 && rule->day_minutes != WORKTIME_DAY)
        snprintf(day, sizeof day, "/%d", rule->day_minutes);
    snprintf(out, WORKTIME_TEXT_MAX, "%s%s%s", count, cutoff, day);
    return out;
}

/* Units as written, longer ones before those they begin with. */
static const struct {
    const char *name;
    enum worktime_unit unit;
    int times;
} unit_names[] = {
    { "calendar day", WORKTIME_CALENDAR_DAYS, 1 },
    { "day", WORKTIME_CALENDAR_DAYS, 1 },
    { "half day", WORKTIME_HALF_DAYS, 1 },
    { "half working day", WORKTIME_HALF_DAYS, 1 },
    { "hour", WORKTIME_HOURS, 1 },
    { "minute", WORKTIME_MINUTES, 1 },
    { "month", WORKTIME_MONTHS, 1 },
    { "week", WORKTIME_CALENDAR_DAYS, 7 },
    { "working day", WORKTIME_WORKING_DAYS, 1 },
    { "working hour", WORKTIME_HOURS, 1 },
};

static bool unit_parse(const char *text, enum worktime_unit *unit, int *times)
{
    for (size_t i = 0; i < sizeof unit_names / sizeof unit_names[0]; i++) {
        const char *rest = text;
        if (!take(&rest, unit_names[i].name))
            continue;
        take(&rest, "s");
        if (*rest == '\0') {
            *unit = unit_names[i].unit;
            *times = unit_names[i].times;
            return true;
        }
    }
    return false;
}

/* Underscores as spaces, one space between words; false when it is too long. */
static bool term_spread(const char *text, char out[2 * WORKTIME_TEXT_MAX])
{
    size_t used = 0;

    for (; *text; text++) {
        char c = *text == '_' || *text == '\t' ? ' ' : *text;
        if (c == ' ' && (used == 0 || out[used - 1] == ' '))
            continue;
        if (used + 1 >= 2 * WORKTIME_TEXT_MAX)
            return false;
        out[used++] = c;
    }
    while (used > 0 && out[used - 1] == ' ')
        used--;
    out[used] = '\0';
    return true;
}

bool worktime_term_parse(const char *text, struct worktime_term *term)
{
    char clean[2 * WORKTIME_TEXT_MAX];
    const char *at = clean;
    struct worktime_term found = { 0 };
    int times = 1;

    if (!term_spread(text, clean))
        return false;
    if (strcmp(clean, "same day") == 0 || strcmp(clean, "0 same day") == 0) {
        *term = (struct worktime_term){ .unit = WORKTIME_SAME_DAY };
        return true;
    }
    bool number = take_number(&at, &found.value);
    bool half = number && (take(&at, ".5") || take(&at, ",5"));
    if (number)
        take(&at, " ");
    if (!unit_parse(at, &found.unit, &times))
        return false;
    if (!number) {
        if (found.unit != WORKTIME_HALF_DAYS)
            return false;
        found.value = 1; /* "half day" */
    }
    if (half) {
        if (found.unit != WORKTIME_WORKING_DAYS)
            return false;
        found.value = 2 * found.value + 1;
        found.unit = WORKTIME_HALF_DAYS;
    }
    found.value *= times;
    if (!worktime_term_check(&found))
        return false;
    *term = found;
    return true;
}

char *worktime_term_format(char out[WORKTIME_TEXT_MAX], const struct worktime_term *term)
{
    static const char *const names[] = {
        [WORKTIME_MINUTES] = "minute",     [WORKTIME_HOURS] = "hour",
        [WORKTIME_HALF_DAYS] = "half_day", [WORKTIME_WORKING_DAYS] = "working_day",
        [WORKTIME_CALENDAR_DAYS] = "day",  [WORKTIME_MONTHS] = "month",
        [WORKTIME_SAME_DAY] = "same_day",
    };

    if (term->unit == WORKTIME_SAME_DAY)
        snprintf(out, WORKTIME_TEXT_MAX, "same_day");
    else
        snprintf(out, WORKTIME_TEXT_MAX, "%d %s", term->value, names[term->unit]);
    return out;
}

bool worktime_term_check(const struct worktime_term *term)
{
    int most;

    switch (term->unit) {
    case WORKTIME_MINUTES:
        most = WORKTIME_MINUTES_MAX;
        break;
    case WORKTIME_HOURS:
        most = WORKTIME_MINUTES_MAX / 60;
        break;
    case WORKTIME_HALF_DAYS:
        most = WORKTIME_DAYS_MAX * 2;
        break;
    case WORKTIME_WORKING_DAYS:
        most = WORKTIME_DAYS_MAX;
        break;
    case WORKTIME_CALENDAR_DAYS:
        most = WORKTIME_CALENDAR_DAYS_MAX;
        break;
    case WORKTIME_MONTHS:
        most = WORKTIME_MONTHS_MAX;
        break;
    case WORKTIME_SAME_DAY:
        return true;
    default:
        return false;
    }
    return term->value >= 1 && term->value <= most;
}

int64_t worktime_intake(const struct worktime_calendar *calendar, int cutoff, int64_t received)
{
    struct worktime_cursor cursor = { .calendar = calendar };
    struct worktime_day today;
    int day = date_of_minute(received);

    if (cutoff < 0)
        return received;
    worktime_cursor_day(&cursor, day, &today);
    int minute = (int)(received - worktime_midnight(day));
    if (today.count > 0 && minute <= cutoff && minute < today.shifts[today.count - 1].to)
        return received;
    for (day++; day <= DATE_DAY_MAX; day++) {
        worktime_cursor_day(&cursor, day, &today);
        if (today.count > 0)
            return worktime_midnight(day) + today.shifts[0].from;
    }
    return WORKTIME_NEVER;
}
