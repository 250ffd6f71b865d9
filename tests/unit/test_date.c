/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/date.h"

/* Every day of three hundred years, counted by hand from Monday 1900-01-01. */
static void every_day_has_one_number(void **state)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int number = DATE_DAY_MIN;
    (void)state;

    for (int year = DATE_YEAR_MIN; year <= DATE_YEAR_MAX; year++) {
        bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (month == 2 && leap);
            assert_int_equal(date_month_days(year, month), length);
            assert_false(date_valid(year, month, length + 1));
            for (int day = 1; day <= length; day++, number++) {
                struct civil back = civil_from_day(number);
                assert_int_equal(date_day(year, month, day), number);
                assert_true(back.year == year && back.month == month && back.day == day);
                assert_int_equal(date_weekday(number), (number - DATE_DAY_MIN) % 7);
            }
        }
    }
    assert_int_equal(number - 1, DATE_DAY_MAX);
    assert_int_equal(date_day(1970, 1, 1), 0);
    assert_int_equal(date_weekday(date_day(2026, 3, 23)), MONDAY);
    assert_int_equal(civil_from_day(DATE_DAY_MAX + 5).year, 2199);
    assert_int_equal(civil_from_day(DATE_DAY_MIN - 5).year, 1900);
}

static void moments_go_through_minutes_and_seconds(void **state)
{
    static const char *const texts[] = { "1900-01-01 00:00:00", "1969-12-31 23:59:59",
                                         "1970-01-01 00:00:00", "2026-02-11 16:10:07",
                                         "2199-12-31 23:59:59" };
    char out[DATE_TEXT_MAX];
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct civil moment;
        assert_true(civil_parse(texts[i], &moment));
        struct civil back = civil_from_second(civil_second(&moment));
        assert_string_equal(date_format_iso_time(out, &back), texts[i]);
        back = civil_from_minute(civil_minute(&moment));
        assert_int_equal(back.minute, moment.minute);
        assert_int_equal(date_of_minute(civil_minute(&moment)), civil_day(&moment));
        assert_int_equal(civil_compare(&moment, &moment), 0);
    }
}

static void people_type_dates_in_these_ways(void **state)
{
    static const char *const good[] = { "05/03/1990", "5/3/1990",      "05-03-1990",
                                        "05.03.1990", "05 03 1990",    "05031990",
                                        "1990-03-05", "  05/03/1990 ", "5/03/1990" };
    static const char *const bad[] = { "",
                                       "05/03/90",
                                       "5/3",
                                       "31/02/2026",
                                       "29/02/2025",
                                       "00/01/2026",
                                       "01/13/2026",
                                       "05/03-1990",
                                       "05031990x",
                                       "5031990",
                                       "05/03/19900",
                                       "1990-3-5",
                                       "05/03/1899",
                                       "05/03/2200",
                                       "+5/03/1990",
                                       "05/ 3/1990",
                                       "05/03/1990 10:00",
                                       "٠٥/03/1990",
                                       "05//03/1990",
                                       "-5/03/1990",
                                       "005/03/1990",
                                       "hôm nay",
                                       "99999999",
                                       "05/03/1990                                         x" };
    struct civil date;
    (void)state;

    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        memset(&date, 0x55, sizeof date);
        if (!date_parse(good[i], &date))
            fail_msg("refused %s", good[i]);
        assert_true(date.year == 1990 && date.month == 3 && date.day == 5 && date.hour == 0);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct civil before = date;
        if (date_parse(bad[i], &date))
            fail_msg("accepted %s", bad[i]);
        assert_memory_equal(&before, &date, sizeof date);
    }
}

static void stored_moments_are_read_strictly(void **state)
{
    static const char *const good[] = { "2026-02-11", "2026-02-11 16:10", "2026-02-11 16:10:59",
                                        "2026-02-11T16:10", "2024-02-29 00:00:00" };
    static const char *const bad[] = {
        " 2026-02-11",       "2026-02-11 ",         "2026-02-11 24:00",
        "2026-02-11 16:60",  "2026-02-11 16:10:60", "2026-2-11",
        "2026-02-11  16:10", "2026-02-11 16",       "20260211",
        "2026-02-11 16:10:", "2025-02-29",          "2026-02-11Z",
        "0000-00-00",        "2026-02-11 1:10",     "11/02/2026"
    };
    struct civil moment;
    (void)state;

    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_true(civil_parse(good[i], &moment));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (civil_parse(bad[i], &moment))
            fail_msg("accepted %s", bad[i]);
}

static void old_birth_dates_may_be_partial(void **state)
{
    struct civil date;
    enum date_precision known;
    (void)state;

    assert_true(date_parse_partial("1937", &date, &known));
    assert_true(known == DATE_YEAR_ONLY && date.year == 1937 && date.month == 1);
    assert_true(date_parse_partial("03/1937", &date, &known));
    assert_true(known == DATE_MONTH_ONLY && date.month == 3);
    assert_true(date_parse_partial("1937-03", &date, &known));
    assert_true(known == DATE_MONTH_ONLY && date.month == 3);
    assert_true(date_parse_partial("05031937", &date, &known));
    assert_true(known == DATE_WHOLE && date.day == 5);
    assert_false(date_parse_partial("13/1937", &date, &known));
    assert_false(date_parse_partial("1899", &date, &known));
    assert_false(date_parse_partial("37", &date, &known));
    assert_false(date_parse_partial("", &date, &known));
}

static void months_end_where_they_end(void **state)
{
    char text[DATE_TEXT_MAX];
    struct civil date;
    (void)state;

    date = civil_from_day(date_add_months(date_day(2026, 1, 31), 1));
    assert_string_equal(date_format_iso(text, &date), "2026-02-28");
    date = civil_from_day(date_add_months(date_day(2024, 3, 31), -1));
    assert_string_equal(date_format_iso(text, &date), "2024-02-29");
    date = civil_from_day(date_add_months(date_day(2026, 11, 15), 14));
    assert_string_equal(date_format_iso(text, &date), "2028-01-15");
    date = civil_from_day(date_add_months(date_day(2026, 1, 15), -13));
    assert_string_equal(date_format_iso(text, &date), "2024-12-15");
    assert_int_equal(date_add_months(date_day(2199, 12, 1), 1), DATE_DAY_MAX);
}

static void times_of_day_are_minutes(void **state)
{
    (void)state;
    assert_int_equal(date_parse_time("07:30", false), 450);
    assert_int_equal(date_parse_time("7:30", false), 450);
    assert_int_equal(date_parse_time("24:00", true), 1440);
    assert_int_equal(date_parse_time("24:00", false), -1);
    assert_int_equal(date_parse_time("07:60", false), -1);
    assert_int_equal(date_parse_time("0730", false), -1);
    assert_int_equal(date_parse_time("07:30:00", false), -1);
    assert_int_equal(date_parse_time("", false), -1);
}

static void forms_are_the_agreed_ones(void **state)
{
    static const struct date_words vi = { .weekday = { "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm",
                                                       "thứ Sáu", "thứ Bảy", "Chủ nhật" } };
    static const struct date_words en = {
        .weekday = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
        .month = { "January", "February", "March", "April", "May", "June", "July", "August",
                   "September", "October", "November", "December" }
    };
    struct civil moment;
    char text[DATE_TEXT_MAX];
    char filled[80];
    (void)state;

    assert_true(civil_parse("2026-03-23 16:30:05", &moment));
    assert_string_equal(date_format_iso(text, &moment), "2026-03-23");
    assert_string_equal(date_format_iso_time(text, &moment), "2026-03-23 16:30:05");
    assert_string_equal(date_format_rfc3339(text, &moment), "2026-03-23T16:30:05+07:00");
    assert_string_equal(date_format_day(text, &moment), "23/03/2026");
    assert_string_equal(date_format_clock(text, &moment), "16:30");
    assert_string_equal(date_format_short(text, &moment), "16:30 23/03/2026");
    assert_string_equal(date_format_http(text, &moment), "Mon, 23 Mar 2026 09:30:05 GMT");
    assert_true(
        date_fill(filled, sizeof filled, "{H} giờ {MM}, {weekday} {dd}/{mm}/{yyyy}", &vi, &moment));
    assert_string_equal(filled, "16 giờ 30, thứ Hai 23/03/2026");
    assert_true(
        date_fill(filled, sizeof filled, "{HH}:{MM}, {weekday} {d} {month} {yyyy}", &en, &moment));
    assert_string_equal(filled, "16:30, Monday 23 March 2026");
    assert_true(civil_parse("2026-03-05 08:05", &moment));
    assert_true(date_fill(filled, sizeof filled, "{H}:{MM} {d}/{m}", NULL, &moment));
    assert_string_equal(filled, "8:05 5/3");
    assert_false(date_fill(filled, sizeof filled, "{hour}", &en, &moment));
    assert_string_equal(filled, "");
    assert_false(date_fill(filled, sizeof filled, "{weekday}", NULL, &moment));
    assert_false(date_fill(filled, sizeof filled, "{HH", &en, &moment));
    assert_false(date_fill(filled, 5, "{yyyy}.", &en, &moment));
    assert_true(date_fill(filled, 6, "{yyyy}.", &en, &moment));
}

static void clock_file_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void the_clock_can_be_set(void **state)
{
    char path[] = "/tmp/motcua-clock-XXXXXX";
    char text[DATE_TEXT_MAX];
    int file = mkstemp(path);
    (void)state;

    assert_true(file >= 0);
    close(file);
    setenv("MOTCUA_CLOCK", path, 1);
    clock_file_write(path, "2026-02-11 16:10:00\n");
    struct civil now = clock_now();
    assert_string_equal(date_format_iso_time(text, &now), "2026-02-11 16:10:00");
    assert_int_equal(clock_unix(), 1770801000); /* 09:10 GMT */
    clock_file_write(path, "2026-02-17 08:00");
    assert_true(clock_refresh());
    now = clock_now();
    assert_string_equal(date_format_iso_time(text, &now), "2026-02-17 08:00:00");

    clock_file_write(path, "+86400");
    assert_true(clock_refresh());
    int64_t ahead = clock_unix() - (int64_t)time(NULL);
    assert_in_range(ahead, 86398, 86402);
    clock_file_write(path, "-3600\n");
    assert_true(clock_refresh());
    assert_in_range((int64_t)time(NULL) - clock_unix(), 3598, 3602);

    /* Wrong, half-written and missing files leave the last setting in force. */
    clock_file_write(path, "2026-02-17 08:00");
    assert_true(clock_refresh());
    static const char *const wrong[] = {
        "", "2026-02-", "tomorrow", "+", "+12x", "2026-02-30 08:00"
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        clock_file_write(path, wrong[i]);
        assert_false(clock_refresh());
        now = clock_now();
        assert_string_equal(date_format_iso_time(text, &now), "2026-02-17 08:00:00");
    }
    unlink(path);
    assert_false(clock_refresh());
    now = clock_now();
    assert_string_equal(date_format_iso_time(text, &now), "2026-02-17 08:00:00");
    int64_t tick = clock_monotonic_ms();
    assert_true(clock_monotonic_ms() >= tick);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_has_one_number),
        cmocka_unit_test(moments_go_through_minutes_and_seconds),
        cmocka_unit_test(people_type_dates_in_these_ways),
        cmocka_unit_test(stored_moments_are_read_strictly),
        cmocka_unit_test(old_birth_dates_may_be_partial),
        cmocka_unit_test(months_end_where_they_end),
        cmocka_unit_test(times_of_day_are_minutes),
        cmocka_unit_test(forms_are_the_agreed_ones),
        cmocka_unit_test(the_clock_can_be_set),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
