/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/date.h"

#include <string.h>

/* Writes `digits` decimal digits of a value that has no more. */
static char *put_number(char *at, int value, int digits)
{
    for (int i = digits - 1; i >= 0; i--) {
        at[i] = (char)('0' + value % 10);
        value /= 10;
    }
    return at + digits;
}

static char *put_text(char *at, const char *text)
{
    size_t length = strlen(text);

    memcpy(at, text, length);
    return at + length;
}

static char *put_iso(char *at, const struct civil *moment)
{
    at = put_number(at, moment->year, 4);
    *at++ = '-';
    at = put_number(at, moment->month, 2);
    *at++ = '-';
    return put_number(at, moment->day, 2);
}

static char *put_day(char *at, const struct civil *moment)
{
    at = put_number(at, moment->day, 2);
    *at++ = '/';
    at = put_number(at, moment->month, 2);
    *at++ = '/';
    return put_number(at, moment->year, 4);
}

static char *put_clock(char *at, const struct civil *moment)
{
    at = put_number(at, moment->hour, 2);
    *at++ = ':';
    return put_number(at, moment->minute, 2);
}

static char *put_seconds(char *at, const struct civil *moment)
{
    at = put_clock(at, moment);
    *at++ = ':';
    return put_number(at, moment->second, 2);
}

char *date_format_iso(char out[DATE_TEXT_MAX], const struct civil *moment)
{
    *put_iso(out, moment) = '\0';
    return out;
}

char *date_format_iso_time(char out[DATE_TEXT_MAX], const struct civil *moment)
{
    char *at = put_iso(out, moment);

    *at++ = ' ';
    *put_seconds(at, moment) = '\0';
    return out;
}

char *date_format_rfc3339(char out[DATE_TEXT_MAX], const struct civil *moment)
{
    char *at = put_iso(out, moment);

    *at++ = 'T';
    at = put_seconds(at, moment);
    *put_text(at, "+07:00") = '\0';
    return out;
}

char *date_format_day(char out[DATE_TEXT_MAX], const struct civil *moment)
{
    *put_day(out, moment) = '\0';
    return out;
}

char *date_format_clock(char out[DATE_TEXT_MAX], const struct civil *moment)
{
    *put_clock(out, moment) = '\0';
    return out;
}

char *date_format_short(char out[DATE_TEXT_MAX], const struct civil *moment)
{
    char *at = put_clock(out, moment);

    *at++ = ' ';
    *put_day(at, moment) = '\0';
    return out;
}

char *date_format_http(char out[DATE_TEXT_MAX], const struct civil *moment)
{
    static const char *const days[7] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    static const char *const months[12] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    struct civil gmt = civil_from_second(civil_second(moment) - 7 * 3600);
    char *at = put_text(out, days[date_weekday(civil_day(&gmt))]);

    at = put_text(at, ", ");
    at = put_number(at, gmt.day, 2);
    *at++ = ' ';
    at = put_text(at, months[gmt.month - 1]);
    *at++ = ' ';
    at = put_number(at, gmt.year, 4);
    *at++ = ' ';
    at = put_seconds(at, &gmt);
    *put_text(at, " GMT") = '\0';
    return out;
}

/* The number a name in braces stands for, and how many digits it must at least have. */
static bool fill_number(const char *name, size_t length, const struct civil *moment, int *value,
                        int *digits)
{
    const struct {
        const char *name;
        int value;
        int digits;
    } parts[] = {
        { "H", moment->hour, 1 },   { "HH", moment->hour, 2 },   { "MM", moment->minute, 2 },
        { "d", moment->day, 1 },    { "dd", moment->day, 2 },    { "m", moment->month, 1 },
        { "mm", moment->month, 2 }, { "yyyy", moment->year, 4 },
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (strlen(parts[i].name) == length && memcmp(parts[i].name, name, length) == 0) {
            *value = parts[i].value;
            *digits = parts[i].digits;
            return true;
        }
    }
    return false;
}

/* The text a name in braces stands for, in `number` or in the caller's words; NULL: no such name.
 */
static const char *fill_name(const char *name, size_t length, const struct date_words *words,
                             const struct civil *moment, char number[DATE_TEXT_MAX])
{
    int value;
    int digits;

    if (fill_number(name, length, moment, &value, &digits)) {
        if (digits == 1 && value > 9)
            digits = 2;
        *put_number(number, value, digits) = '\0';
        return number;
    }
    if (words && length == strlen("weekday") && memcmp(name, "weekday", length) == 0)
        return words->weekday[date_weekday(civil_day(moment))];
    if (words && length == strlen("month") && memcmp(name, "month", length) == 0)
        return words->month[moment->month - 1];
    return NULL;
}

static bool fill_append(char *out, size_t size, size_t *used, const char *text, size_t length)
{
    if (length >= size - *used)
        return false;
    memcpy(out + *used, text, length);
    *used += length;
    out[*used] = '\0';
    return true;
}

static bool fill_pattern(char *out, size_t size, const char *pattern,
                         const struct date_words *words, const struct civil *moment)
{
    char number[DATE_TEXT_MAX];
    size_t used = 0;

    out[0] = '\0';
    while (*pattern) {
        size_t plain = strcspn(pattern, "{");
        if (!fill_append(out, size, &used, pattern, plain))
            return false;
        pattern += plain;
        if (*pattern == '\0')
            break;
        const char *name = pattern + 1;
        size_t length = strcspn(name, "}");
        const char *text = fill_name(name, length, words, moment, number);
        if (!text || name[length] == '\0' || !fill_append(out, size, &used, text, strlen(text)))
            return false;
        pattern = name + length + 1;
    }
    return true;
}

bool date_fill(char *out, size_t size, const char *pattern, const struct date_words *words,
               const struct civil *moment)
{
    if (size == 0)
        return false;
    if (fill_pattern(out, size, pattern, words, moment))
        return true;
    out[0] = '\0';
    return false;
}
