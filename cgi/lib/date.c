/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/date.h"

/* Days of the year before each month, for a common year. */
static const int month_start[13] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

bool date_is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_month_days(int year, int month)
{
    if (month < 1 || month > 12)
        return 0;
    return month_start[month] - month_start[month - 1] + (month == 2 && date_is_leap(year));
}

bool date_valid(int year, int month, int day)
{
    return year >= DATE_YEAR_MIN && year <= DATE_YEAR_MAX && day >= 1 &&
           day <= date_month_days(year, month);
}

bool civil_valid(const struct civil *moment)
{
    return date_valid(moment->year, moment->month, moment->day) && moment->hour >= 0 &&
           moment->hour <= 23 && moment->minute >= 0 && moment->minute <= 59 &&
           moment->second >= 0 && moment->second <= 59;
}

/* Day number of 1 January. */
static int year_start(int year)
{
    int before = year - 1;
    int leaps = before / 4 - before / 100 + before / 400;

    return 365 * (year - 1970) + leaps - 477; /* 477 leap days before 1970 */
}

int date_day(int year, int month, int day)
{
    return year_start(year) + month_start[month - 1] + (month > 2 && date_is_leap(year)) + day - 1;
}

int civil_day(const struct civil *moment)
{
    return date_day(moment->year, moment->month, moment->day);
}

struct civil civil_from_day(int day)
{
    if (day < DATE_DAY_MIN)
        day = DATE_DAY_MIN;
    if (day > DATE_DAY_MAX)
        day = DATE_DAY_MAX;

    /* 365.2425 days a year: the guess is at most one year off. */
    int year = DATE_YEAR_MIN + (int)((int64_t)(day - DATE_DAY_MIN) * 10000 / 3652425);
    while (year > DATE_YEAR_MIN && year_start(year) > day)
        year--;
    while (year < DATE_YEAR_MAX && year_start(year + 1) <= day)
        year++;

    int rest = day - year_start(year);
    int month = 1;
    while (rest >= date_month_days(year, month)) {
        rest -= date_month_days(year, month);
        month++;
    }
    return (struct civil){ .year = year, .month = month, .day = rest + 1 };
}

enum weekday date_weekday(int day)
{
    int weekday = (day + THURSDAY) % 7;

    return (enum weekday)(weekday < 0 ? weekday + 7 : weekday);
}

/* Division that rounds down, as days before 1970 need. */
static int64_t floor_divide(int64_t value, int64_t by)
{
    return value / by - (value % by < 0);
}

int64_t civil_minute(const struct civil *moment)
{
    return (int64_t)civil_day(moment) * DATE_DAY_MINUTES + moment->hour * 60 + moment->minute;
}

int date_of_minute(int64_t minute)
{
    int64_t day = floor_divide(minute, DATE_DAY_MINUTES);

    if (day < DATE_DAY_MIN)
        return DATE_DAY_MIN;
    return day > DATE_DAY_MAX ? DATE_DAY_MAX : (int)day;
}

struct civil civil_from_minute(int64_t minute)
{
    int64_t day = floor_divide(minute, DATE_DAY_MINUTES);
    int rest = (int)(minute - day * DATE_DAY_MINUTES);
    struct civil moment = civil_from_day(date_of_minute(minute));

    moment.hour = rest / 60;
    moment.minute = rest % 60;
    return moment;
}

int64_t civil_second(const struct civil *moment)
{
    return civil_minute(moment) * 60 + moment->second;
}

struct civil civil_from_second(int64_t second)
{
    int64_t minute = floor_divide(second, 60);
    struct civil moment = civil_from_minute(minute);

    moment.second = (int)(second - minute * 60);
    return moment;
}

int civil_compare(const struct civil *left, const struct civil *right)
{
    int64_t a = civil_second(left);
    int64_t b = civil_second(right);

    return (a > b) - (a < b);
}

int date_add_months(int day, int months)
{
    struct civil from = civil_from_day(day);
    int64_t count = (int64_t)from.year * 12 + from.month - 1 + months;
    int64_t year = floor_divide(count, 12);
    int month = (int)(count - year * 12) + 1;

    if (year < DATE_YEAR_MIN)
        return DATE_DAY_MIN;
    if (year > DATE_YEAR_MAX)
        return DATE_DAY_MAX;
    int last = date_month_days((int)year, month);
    return date_day((int)year, month, from.day < last ? from.day : last);
}
