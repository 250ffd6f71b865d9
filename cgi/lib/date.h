/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Dates and times of day as people write them: the centre's civil time (Asia/Ho_Chi_Minh, UTC+7, no
 * daylight saving), Gregorian calendar, years 1900 to 2199. No clock here (see clock.h), no
 * allocation, no words: names of days and months come from the caller's language file.
 */
#ifndef MOTCUA_LIB_DATE_H
#define MOTCUA_LIB_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    DATE_YEAR_MIN = 1900,
    DATE_YEAR_MAX = 2199,
    DATE_DAY_MIN = -25567, /* 1900-01-01 */
    DATE_DAY_MAX = 84005,  /* 2199-12-31 */
    DATE_DAY_MINUTES = 1440,
    DATE_TEXT_MAX = 32 /* room for every fixed form below, with its NUL */
};

/* Days of the week, numbered as MariaDB's WEEKDAY() does. */
enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

/* A moment in civil time. month 1 to 12, day 1 to 31, hour 0 to 23; a bare date has 0:00:00. */
struct civil {
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
};

/* How much of a date of birth is known: old papers often carry only the year. */
enum date_precision { DATE_WHOLE, DATE_MONTH_ONLY, DATE_YEAR_ONLY };

/* Names for the long forms, from templates/lang: weekday[MONDAY] first, month[0] is January. */
struct date_words {
    const char *weekday[7];
    const char *month[12];
};

bool date_is_leap(int year);
int date_month_days(int year, int month);
bool date_valid(int year, int month, int day);
bool civil_valid(const struct civil *moment);

/* Day number: days since 1970-01-01 (a Thursday), negative before. The date must be valid. */
int date_day(int year, int month, int day);
int civil_day(const struct civil *moment);
/* The moment 0:00 of a day; days outside DATE_DAY_MIN..DATE_DAY_MAX are pulled to that border. */
struct civil civil_from_day(int day);
enum weekday date_weekday(int day);

/* Civil minutes and seconds since 1970-01-01 00:00 local: for arithmetic, never for storage. */
int64_t civil_minute(const struct civil *moment);
struct civil civil_from_minute(int64_t minute);
int64_t civil_second(const struct civil *moment);
struct civil civil_from_second(int64_t second);
/* The day number of a civil minute. */
int date_of_minute(int64_t minute);

/* -1, 0 or 1. */
int civil_compare(const struct civil *left, const struct civil *right);

/*
 * The day of the same number `months` later; the last day of the month where that day does not
 * exist (Civil Code 2015, art. 148.3). Pulled to the borders of the range.
 */
int date_add_months(int day, int months);

/*
 * "YYYY-MM-DD", "YYYY-MM-DD HH:MM", "YYYY-MM-DD HH:MM:SS" (a T may stand for the space). Nothing
 * before, between or after. False leaves *out alone.
 */
bool civil_parse(const char *text, struct civil *out);

/*
 * A date as people type it: 05/03/1990, 5/3/1990, 05-03-1990, 05.03.1990, 05 03 1990, 05031990 or
 * 1990-03-05; spaces around are ignored, the year always has four digits. False leaves *out alone.
 */
bool date_parse(const char *text, struct civil *out);

/* As date_parse, and also 03/1990, 1990-03 and 1990; what is not known is 1 in *out. */
bool date_parse_partial(const char *text, struct civil *out, enum date_precision *precision);

/* "HH:MM" or "H:MM" (24:00 only where `end` is true): minutes since midnight, or -1. */
int date_parse_time(const char *text, bool end);

/* Fixed forms; each writes at most DATE_TEXT_MAX bytes and returns `out`. */
char *date_format_iso(char out[DATE_TEXT_MAX], const struct civil *moment); /* 2026-03-23 */
char *date_format_iso_time(char out[DATE_TEXT_MAX],
                           const struct civil *moment); /* 2026-03-23 16:30:00 */
char *date_format_rfc3339(char out[DATE_TEXT_MAX],
                          const struct civil *moment); /* 2026-03-23T16:30:00+07:00 */
char *date_format_day(char out[DATE_TEXT_MAX], const struct civil *moment);   /* 23/03/2026 */
char *date_format_clock(char out[DATE_TEXT_MAX], const struct civil *moment); /* 16:30 */
char *date_format_short(char out[DATE_TEXT_MAX], const struct civil *moment); /* 16:30 23/03/2026 */
/* Header form of HTTP, in GMT: Mon, 23 Mar 2026 09:30:00 GMT. The protocol fixes the words. */
char *date_format_http(char out[DATE_TEXT_MAX], const struct civil *moment);

/*
 * A long form by a pattern of the language file. In the pattern {H} {HH} {MM} are the time, {d}
 * {dd} {m} {mm} {yyyy} the date, {weekday} {month} the caller's words; other text is copied.
 * Examples: vi "{H} giờ {MM}, {weekday} {dd}/{mm}/{yyyy}"    16 giờ 30, thứ Hai 23/03/2026 en
 * "{HH}:{MM}, {weekday} {d} {month} {yyyy}"     16:30, Monday 23 March 2026 Returns false, and an
 * empty text, when the result needs more than `size` bytes or a name in braces is not one of these;
 * words may be NULL where the pattern uses none.
 */
bool date_fill(char *out, size_t size, const char *pattern, const struct date_words *words,
               const struct civil *moment);

#endif
