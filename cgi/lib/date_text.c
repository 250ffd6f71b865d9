/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Reading and writing dates. Everything is done by hand on ASCII digits: strptime and strftime
 * follow the process locale and accept what a form must refuse ("31/02", "2026-3-4junk").
 */
#include "lib/date.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads between `least` and `most` digits at *text and moves past them. */
static bool take_number(const char **text, int least, int most, int *out)
{
    int count = 0;
    int value = 0;

    while (count < most && is_digit(**text)) {
        value = value * 10 + (**text - '0');
        (*text)++;
        count++;
    }
    if (count < least || is_digit(**text))
        return false;
    *out = value;
    return true;
}

static bool take_char(const char **text, char c)
{
    if (**text != c)
        return false;
    (*text)++;
    return true;
}

static bool take_clock(const char **text, struct civil *out)
{
    if (!take_number(text, 2, 2, &out->hour) || !take_char(text, ':') ||
        !take_number(text, 2, 2, &out->minute))
        return false;
    if (**text == '\0')
        return true;
    return take_char(text, ':') && take_number(text, 2, 2, &out->second);
}

bool civil_parse(const char *text, struct civil *out)
{
    struct civil moment = { 0 };

    if (!take_number(&text, 4, 4, &moment.year) || !take_char(&text, '-') ||
        !take_number(&text, 2, 2, &moment.month) || !take_char(&text, '-') ||
        !take_number(&text, 2, 2, &moment.day))
        return false;
    if (*text != '\0') {
        if (!take_char(&text, ' ') && !take_char(&text, 'T'))
            return false;
        if (!take_clock(&text, &moment) || *text != '\0')
            return false;
    }
    if (!civil_valid(&moment))
        return false;
    *out = moment;
    return true;
}

/* "05031990": the form typed fastest on a number pad. */
static bool take_compact(const char *text, struct civil *out)
{
    for (int i = 0; i < 8; i++)
        if (!is_digit(text[i]))
            return false;
    if (text[8] != '\0')
        return false;
    out->day = (text[0] - '0') * 10 + (text[1] - '0');
    out->month = (text[2] - '0') * 10 + (text[3] - '0');
    out->year =
        (text[4] - '0') * 1000 + (text[5] - '0') * 100 + (text[6] - '0') * 10 + (text[7] - '0');
    return true;
}

/* Copies without the spaces around; false when it is longer than any date. */
static bool copy_trimmed(char out[DATE_TEXT_MAX], const char *text)
{
    while (*text == ' ' || *text == '\t')
        text++;
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    if (length >= DATE_TEXT_MAX)
        return false;
    memcpy(out, text, length);
    out[length] = '\0';
    return true;
}

/* Day first, one separator used twice. */
static bool take_day_first(const char *text, struct civil *out)
{
    if (!take_number(&text, 1, 2, &out->day))
        return false;
    char separator = *text;
    if (separator != '/' && separator != '-' && separator != '.' && separator != ' ')
        return false;
    text++;
    return take_number(&text, 1, 2, &out->month) && take_char(&text, separator) &&
           take_number(&text, 4, 4, &out->year) && *text == '\0';
}

bool date_parse(const char *text, struct civil *out)
{
    char clean[DATE_TEXT_MAX];
    struct civil moment = { 0 };

    if (!copy_trimmed(clean, text))
        return false;
    if (strlen(clean) == 10 && civil_parse(clean, out))
        return true;
    if (!take_compact(clean, &moment) && !take_day_first(clean, &moment))
        return false;
    if (!civil_valid(&moment))
        return false;
    *out = moment;
    return true;
}

/* "03/1990", "1990-03" or "1990". */
static bool take_partial(const char *text, struct civil *out, enum date_precision *precision)
{
    const char *at = text;

    out->day = 1;
    out->month = 1;
    if (take_number(&at, 4, 4, &out->year)) {
        *precision = DATE_YEAR_ONLY;
        if (*at == '\0')
            return true;
        *precision = DATE_MONTH_ONLY;
        return take_char(&at, '-') && take_number(&at, 2, 2, &out->month) && *at == '\0';
    }
    at = text;
    *precision = DATE_MONTH_ONLY;
    return take_number(&at, 1, 2, &out->month) &&
           (take_char(&at, '/') || take_char(&at, '-') || take_char(&at, '.')) &&
           take_number(&at, 4, 4, &out->year) && *at == '\0';
}

bool date_parse_partial(const char *text, struct civil *out, enum date_precision *precision)
{
    char clean[DATE_TEXT_MAX];
    struct civil moment = { 0 };
    enum date_precision known;

    if (date_parse(text, out)) {
        *precision = DATE_WHOLE;
        return true;
    }
    if (!copy_trimmed(clean, text) || !take_partial(clean, &moment, &known) ||
        !civil_valid(&moment))
        return false;
    *out = moment;
    *precision = known;
    return true;
}

int date_parse_time(const char *text, bool end)
{
    int hour;
    int minute;

    if (!take_number(&text, 1, 2, &hour) || !take_char(&text, ':') ||
        !take_number(&text, 2, 2, &minute) || *text != '\0' || minute > 59)
        return -1;
    if (hour == 24 && minute == 0 && end)
        return DATE_DAY_MINUTES;
    return hour > 23 ? -1 : hour * 60 + minute;
}
