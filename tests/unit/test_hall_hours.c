/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * When a hall gives out tickets: shifts, lunch, closing, holidays, swapped days, midnight and the turn of the year.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "model/hall_hours.h"
#include "worktime_sample.h"

static struct civil moment(const char *text)
{
    return civil_from_minute(at(text));
}

static struct hall_hours hours_of(const char *now, int from, int to)
{
    const struct hall_hours_rule rule = {
        .calendar = sample_calendar(), .stop_minutes = 15, .from = from, .to = to, .is_active = true};
    struct hall_hours hours;
    struct civil when_asked = moment(now);
    hall_hours_at(&rule, &when_asked, &hours);
    return hours;
}

static void expect(const char *now, enum hall_open state, const char *next)
{
    struct hall_hours hours = hours_of(now, -1, -1);
    if (hours.state != state)
        print_error("at %s it is %s\n", now, hall_open_names[hours.state]);
    assert_int_equal(hours.state, state);
    assert_int_equal(hours.tickets, state == HALL_OPEN || state == HALL_BREAK);
    assert_string_equal(when(civil_minute(&hours.next)), next);
}

static void a_working_day_has_its_parts(void **state)
{
    (void)state;
    expect("2026-11-23 00:00", HALL_EARLY, "2026-11-23 07:30");
    expect("2026-11-23 07:29", HALL_EARLY, "2026-11-23 07:30");
    expect("2026-11-23 07:30", HALL_OPEN, "2026-11-25 07:30"); /* 24 November is a holiday */
    expect("2026-11-23 11:29", HALL_OPEN, "2026-11-25 07:30");
    expect("2026-11-23 11:30", HALL_BREAK, "2026-11-25 07:30");
    expect("2026-11-23 12:59", HALL_BREAK, "2026-11-25 07:30");
    expect("2026-11-23 13:00", HALL_OPEN, "2026-11-25 07:30");
    expect("2026-11-23 16:44", HALL_OPEN, "2026-11-25 07:30");
    expect("2026-11-23 16:45", HALL_STOPPED, "2026-11-25 07:30");
    expect("2026-11-23 16:59", HALL_STOPPED, "2026-11-25 07:30");
    expect("2026-11-23 17:00", HALL_OVER, "2026-11-25 07:30");
    expect("2026-11-23 23:59", HALL_OVER, "2026-11-25 07:30");
}

static void a_lunch_break_says_when_it_goes_on(void **state)
{
    (void)state;
    struct hall_hours hours = hours_of("2026-11-23 12:00", -1, -1);
    assert_string_equal(when(civil_minute(&hours.goes_on)), "2026-11-23 13:00");
    assert_string_equal(when(civil_minute(&hours.opens)), "2026-11-23 07:30");
    assert_string_equal(when(civil_minute(&hours.closes)), "2026-11-23 17:00");
    assert_string_equal(when(civil_minute(&hours.stops)), "2026-11-23 16:45");
    assert_false(hours.calls);
    hours = hours_of("2026-11-23 16:50", -1, -1);
    assert_true(hours.calls); /* who has a ticket is still called */
    assert_int_equal(hours.goes_on.year, 0);
}

static void a_holiday_has_its_name_and_the_next_day(void **state)
{
    (void)state;
    struct hall_hours hours = hours_of("2026-11-24 09:00", -1, -1);
    assert_int_equal(hours.state, HALL_HOLIDAY);
    assert_string_equal(hours.name, "Culture Day");
    assert_string_equal(when(civil_minute(&hours.next)), "2026-11-25 07:30");
    assert_int_equal(hours.opens.year, 0);
    expect("2026-02-13 16:45", HALL_STOPPED, "2026-02-23 07:30"); /* Tết: nine days */
    expect("2026-02-16 00:00", HALL_HOLIDAY, "2026-02-23 07:30");
    expect("2026-02-20 23:59", HALL_HOLIDAY, "2026-02-23 07:30");
    expect("2026-02-21 12:00", HALL_REST, "2026-02-23 07:30");
}

static void swapped_days_are_worked_and_rested(void **state)
{
    (void)state;
    expect("2026-01-02 09:00", HALL_HOLIDAY, "2026-01-05 07:30");
    expect("2026-01-09 17:30", HALL_OVER, "2026-01-10 07:30"); /* a Saturday made up */
    expect("2026-01-10 09:00", HALL_OPEN, "2026-01-12 07:30");
    expect("2026-08-22 16:50", HALL_STOPPED, "2026-08-24 07:30");
    expect("2026-08-31 09:00", HALL_HOLIDAY, "2026-09-03 07:30");
}

static void the_year_ends_and_what_is_not_entered_is_said(void **state)
{
    (void)state;
    struct hall_hours hours = hours_of("2026-12-31 17:00", -1, -1);
    assert_int_equal(hours.state, HALL_OVER);
    assert_string_equal(when(civil_minute(&hours.next)), "2027-01-04 07:30"); /* after New Year's Day and a week-end */
    assert_true(hours_of("2026-11-23 09:00", -1, -1).known);
    assert_false(hours_of("2028-03-01 09:00", -1, -1).known);
}

static void a_group_has_hours_of_its_own_inside_those_of_the_hall(void **state)
{
    (void)state;
    enum { EIGHT = 8 * 60, THREE = 15 * 60, NINE_PM = 21 * 60, SIX = 6 * 60 };
    assert_int_equal(hours_of("2026-11-23 07:45", EIGHT, -1).state, HALL_EARLY);
    assert_string_equal(when(civil_minute(&(struct civil){2026, 11, 23, 8, 0, 0})), "2026-11-23 08:00");
    struct hall_hours hours = hours_of("2026-11-23 07:45", EIGHT, -1);
    assert_string_equal(when(civil_minute(&hours.next)), "2026-11-23 08:00");
    assert_int_equal(hours_of("2026-11-23 08:00", EIGHT, -1).state, HALL_OPEN);
    assert_int_equal(hours_of("2026-11-23 14:59", EIGHT, THREE).state, HALL_OPEN);
    assert_int_equal(hours_of("2026-11-23 15:00", EIGHT, THREE).state, HALL_STOPPED);
    /* to_time stands for stop_minutes, but never past closing; from_time never before opening */
    assert_int_equal(hours_of("2026-11-23 16:59", -1, NINE_PM).state, HALL_OPEN);
    assert_int_equal(hours_of("2026-11-23 17:00", -1, NINE_PM).state, HALL_OVER);
    assert_int_equal(hours_of("2026-11-23 07:00", SIX, -1).state, HALL_EARLY);
    /* a group only of the morning */
    hours = hours_of("2026-11-23 11:30", -1, 11 * 60 + 30);
    assert_int_equal(hours.state, HALL_STOPPED);
    assert_string_equal(when(civil_minute(&hours.next)), "2026-11-25 07:30");
    /* hours that leave nothing */
    hours = hours_of("2026-11-23 09:00", THREE, EIGHT);
    assert_int_equal(hours.state, HALL_STOPPED);
    assert_int_equal(hours.stops.year, 0);
    assert_int_equal(hours.next.year, 0);
}

static void out_of_use_says_nothing_else(void **state)
{
    (void)state;
    const struct hall_hours_rule rule = {.calendar = sample_calendar(), .from = -1, .to = -1};
    struct civil now = moment("2026-11-23 09:00");
    struct hall_hours hours;
    hall_hours_at(&rule, &now, &hours);
    assert_int_equal(hours.state, HALL_INACTIVE);
    assert_false(hours.tickets);
    assert_int_equal(hours.next.year, 0);
}

static void a_day_ends_after_the_last_shift_or_at_midnight(void **state)
{
    (void)state;
    struct worktime_week late = {.from_day = 0};
    const struct worktime_calendar night = {.weeks = &late, .week_count = 1};
    struct civil end = hall_hours_day_end(sample_calendar(), date_day(2026, 11, 23), 30);
    assert_string_equal(when(civil_minute(&end)), "2026-11-23 17:30");
    end = hall_hours_day_end(sample_calendar(), date_day(2026, 11, 24), 30);
    assert_string_equal(when(civil_minute(&end)), "2026-11-25 00:00");
    end = hall_hours_day_end(sample_calendar(), date_day(2026, 12, 31), 24 * 60);
    assert_string_equal(when(civil_minute(&end)), "2027-01-01 00:00");
    assert_true(worktime_week_add(&late, MONDAY, 20 * 60, 24 * 60));
    end = hall_hours_day_end(&night, date_day(2026, 11, 23), 30);
    assert_string_equal(when(civil_minute(&end)), "2026-11-24 00:00");
}

/* Every minute of two years: the state follows from the calendar's own answers. */
static void every_minute_agrees_with_the_calendar(void **state)
{
    (void)state;
    const struct worktime_calendar *calendar = sample_calendar();
    for (int64_t minute = at("2025-01-01 00:00"); minute < at("2027-01-01 00:00"); minute += 7) {
        const struct hall_hours_rule rule = {
            .calendar = calendar, .stop_minutes = 15, .from = -1, .to = -1, .is_active = true};
        struct civil now = civil_from_minute(minute);
        struct hall_hours hours;
        hall_hours_at(&rule, &now, &hours);
        int64_t next = civil_minute(&hours.next), close = worktime_close(calendar, civil_day(&now));
        assert_int_equal(hours.calls, worktime_next(calendar, minute) == minute);
        assert_true(next > minute);
        assert_int_equal(worktime_next(calendar, next), next);
        if (hours.tickets)
            assert_true(minute < close - 15 && next > close);
        else
            assert_int_equal(next, worktime_next(calendar, hours.state == HALL_STOPPED ? close : minute));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_working_day_has_its_parts),
        cmocka_unit_test(a_lunch_break_says_when_it_goes_on),
        cmocka_unit_test(a_holiday_has_its_name_and_the_next_day),
        cmocka_unit_test(swapped_days_are_worked_and_rested),
        cmocka_unit_test(the_year_ends_and_what_is_not_entered_is_said),
        cmocka_unit_test(a_group_has_hours_of_its_own_inside_those_of_the_hall),
        cmocka_unit_test(out_of_use_says_nothing_else),
        cmocka_unit_test(a_day_ends_after_the_last_shift_or_at_midnight),
        cmocka_unit_test(every_minute_agrees_with_the_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
