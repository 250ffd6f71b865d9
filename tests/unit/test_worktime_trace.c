/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What a trace says day by day, what a term or rule may look like, and how steps add up.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <time.h>

#include "worktime_sample.h"

static struct worktime_row rows[400];
static struct worktime_result result;
static size_t count;

static void trace(const char *received, const char *term, const char *rule,
                  const struct worktime_pause *pauses, size_t pause_count)
{
    struct worktime_request request = { .received = at(received),
                                        .pauses = pauses,
                                        .pause_count = pause_count };

    assert_true(worktime_term_parse(term, &request.term));
    assert_true(worktime_rule_parse(rule, &request.rule));
    worktime_trace(sample_calendar(), &request, &result, rows, 400, &count);
}

/* One letter a day, in the order of enum worktime_kind. */
static const char *kinds(void)
{
    static char out[401];

    for (size_t i = 0; i < count; i++)
        out[i] = "CXWHPLSFE"[rows[i].kind];
    out[count] = '\0';
    return out;
}

static void over_tet_every_day_has_its_reason(void **state)
{
    (void)state;
    trace("2026-02-11 16:10", "5 working days", "rolling", NULL, 0);
    assert_int_equal(result.status, WORKTIME_DUE);
    assert_string_equal(when(result.due), "2026-02-25 16:10");
    assert_string_equal(kinds(), "CCCWWHHHHHWWCCC");
    assert_int_equal(rows[0].counted, 50);
    assert_int_equal(rows[1].total, 530);
    assert_string_equal(rows[5].special->name, "Tet");
    assert_null(rows[3].special);
    assert_int_equal(rows[14].counted, 430);
    assert_int_equal(rows[14].total, 2400);
    assert_int_equal(result.budget, 2400);
    assert_int_equal(result.unsure_from, WORKTIME_ALL_SURE);

    trace("2026-02-11 16:10", "5 working days", "end_of_day", NULL, 0);
    assert_string_equal(kinds(), "FCCWWHHHHHWWCCC");
    assert_int_equal(rows[14].total, 5);
}

static void late_receipt_make_up_and_rolled_ends_are_told(void **state)
{
    (void)state;
    trace("2026-03-06 15:30", "same day", "rolling", NULL, 0);
    assert_string_equal(kinds(), "LWWE");
    assert_string_equal(when(result.started), "2026-03-09 07:30");
    trace("2026-01-09 18:00", "1 working day", "rolling", NULL, 0);
    assert_string_equal(kinds(), "SX");
    assert_string_equal(rows[1].special->name, "for 2 January");
    trace("2026-03-05 10:00", "10 days", "rolling", NULL, 0);
    assert_string_equal(kinds(), "FCCCCCCCCCCE"); /* ends on Sunday 15, due on Monday 16 */
    assert_int_equal(rows[10].total, 10);
    trace("2026-03-06 15:01", "1 working day", "end_of_day+15:00", NULL, 0);
    assert_string_equal(kinds(), "LWWFC");
}

static void pauses_and_restarts_are_told(void **state)
{
    const struct worktime_pause pause[] = { { at("2026-03-03 10:00"), at("2026-03-05 10:00"),
                                              false } };
    const struct worktime_pause restart[] = { { at("2026-03-03 10:00"), at("2026-03-05 10:00"),
                                                true } };
    const struct worktime_pause open[] = { { at("2026-03-03 10:00"), WORKTIME_OPEN, false } };
    (void)state;

    trace("2026-03-02 09:30", "3 working days", "rolling", pause, 1);
    assert_string_equal(kinds(), "CCPCCWWC");
    assert_int_equal(rows[1].counted, 150);
    assert_int_equal(rows[1].paused, 330);
    assert_int_equal(rows[3].paused, 150);
    trace("2026-03-02 09:30", "3 working days", "end_of_day", pause, 1);
    assert_string_equal(kinds(), "FCPPCWWC");
    assert_int_equal(rows[2].paused, 480);
    trace("2026-03-02 09:30", "3 working days", "rolling", restart, 1);
    assert_true(rows[3].restarted);
    assert_int_equal(rows[3].total, 330);
    assert_string_equal(when(result.due), "2026-03-10 10:00");
    trace("2026-03-02 09:30", "3 working days", "end_of_day", restart, 1);
    assert_string_equal(kinds(), "FCPFCWWCC");
    trace("2026-03-02 09:30", "3 working days", "rolling", open, 1);
    assert_int_equal(result.status, WORKTIME_STANDING);
    assert_int_equal(result.left, 1440 - 360 - 150);
    trace("2026-03-02 09:30", "3 working days", "end_of_day", open, 1);
    assert_int_equal(result.status, WORKTIME_STANDING);
    assert_int_equal(result.left, 2);
}

static void an_unknown_year_is_said(void **state)
{
    (void)state;
    trace("2027-01-20 09:30", "20 working days", "rolling", NULL, 0);
    assert_int_equal(result.status, WORKTIME_DUE);
    assert_int_equal(result.unsure_from, date_day(2027, 2, 1));
    assert_true(rows[0].known && !rows[count - 1].known);
    trace("2023-12-28 09:30", "1 working day", "rolling", NULL, 0);
    assert_int_equal(result.unsure_from, date_day(2023, 12, 28));
    trace("2199-12-30 09:30", "10 working days", "rolling", NULL, 0);
    assert_int_equal(result.status, WORKTIME_TOO_FAR);
}

static void a_small_array_gets_the_first_rows_and_the_number(void **state)
{
    struct worktime_request request = { .received = at("2026-02-11 16:10"),
                                        .term = { 5, WORKTIME_WORKING_DAYS },
                                        .rule = { WORKTIME_ROLLING, WORKTIME_NO_CUTOFF, 480 } };
    (void)state;

    memset(rows, 0xA5, sizeof rows);
    struct worktime_row untouched = rows[3];
    worktime_trace(sample_calendar(), &request, &result, rows, 3, &count);
    assert_int_equal(count, 15);
    assert_int_equal(rows[2].total, 1010);
    assert_memory_equal(&rows[3], &untouched, sizeof untouched);
}

static void bad_requests_are_refused(void **state)
{
    struct worktime_pause many[WORKTIME_PAUSES_MAX + 1] = { { 0, 1, false } };
    struct worktime_pause backwards = { 20, 10, false };
    struct worktime_calendar empty = { 0 };
    struct worktime_request request = { .received = at("2026-02-11 16:10"),
                                        .term = { 5, WORKTIME_WORKING_DAYS },
                                        .rule = { .cutoff = WORKTIME_NO_CUTOFF } };
    (void)state;

    assert_int_equal(worktime_due(&empty, &request, &result), WORKTIME_BAD_CALENDAR);
    assert_false(worktime_calendar_check(&empty));
    request.pauses = many;
    request.pause_count = WORKTIME_PAUSES_MAX + 1;
    assert_int_equal(worktime_due(sample_calendar(), &request, &result), WORKTIME_BAD_PAUSE);
    request.pauses = &backwards;
    request.pause_count = 1;
    assert_int_equal(worktime_due(sample_calendar(), &request, &result), WORKTIME_BAD_PAUSE);
    request.pause_count = 0;
    request.term.value = WORKTIME_DAYS_MAX + 1;
    assert_int_equal(worktime_due(sample_calendar(), &request, &result), WORKTIME_BAD_TERM);
    request.term.value = 0;
    assert_int_equal(worktime_due(sample_calendar(), &request, &result), WORKTIME_BAD_TERM);
    request.term.value = WORKTIME_DAYS_MAX;
    assert_int_equal(worktime_due(sample_calendar(), &request, &result), WORKTIME_DUE);
    request.received = INT64_MIN;
    assert_int_equal(worktime_due(sample_calendar(), &request, &result), WORKTIME_BAD_START);
}

static void calendars_are_checked(void **state)
{
    struct worktime_week week = { 0 };
    struct worktime_special twice[2] = { { .day = 5 }, { .day = 5 } };
    struct worktime_special sorted[2] = { { .day = 9 }, { .day = 5 } };
    (void)state;

    assert_true(worktime_week_add(&week, MONDAY, 480, 720));
    assert_true(worktime_week_add(&week, MONDAY, 0, 60));
    assert_true(worktime_week_add(&week, MONDAY, 720, 1440));
    assert_int_equal(week.shifts[MONDAY][0].from, 0);
    assert_false(worktime_week_add(&week, MONDAY, 700, 721));
    assert_false(worktime_week_add(&week, MONDAY, 30, 90));
    assert_false(worktime_week_add(&week, MONDAY, 470, 490));
    assert_false(worktime_week_add(&week, TUESDAY, 60, 60));
    assert_false(worktime_week_add(&week, TUESDAY, -1, 60));
    assert_false(worktime_week_add(&week, TUESDAY, 60, 1441));
    assert_false(worktime_specials_sort(twice, 2));
    assert_true(worktime_specials_sort(sorted, 2));
    assert_int_equal(sorted[0].day, 5);
    struct worktime_calendar unsorted = {
        .weeks = &week, .week_count = 1, .specials = twice, .special_count = 2
    };
    assert_false(worktime_calendar_check(&unsorted));
    unsorted.specials = sorted;
    assert_true(worktime_calendar_check(&unsorted));
}

/* New office hours hold from their day on. */
static void hours_change_on_a_day(void **state)
{
    struct worktime_week weeks[2] = { { .from_day = DATE_DAY_MIN },
                                      { .from_day = date_day(2026, 3, 4) } };
    struct worktime_calendar calendar = { .weeks = weeks,
                                          .week_count = 2,
                                          .known_to = DATE_DAY_MAX };
    (void)state;

    for (int weekday = MONDAY; weekday <= FRIDAY; weekday++) {
        worktime_week_add(&weeks[0], (enum weekday)weekday, 450, 930);
        worktime_week_add(&weeks[1], (enum weekday)weekday, 480, 960);
    }
    assert_true(worktime_calendar_check(&calendar));
    assert_string_equal(when(worktime_close(&calendar, date_day(2026, 3, 3))), "2026-03-03 15:30");
    assert_string_equal(when(worktime_close(&calendar, date_day(2026, 3, 4))), "2026-03-04 16:00");
    assert_string_equal(when(worktime_add(&calendar, at("2026-03-03 15:00"), 60)),
                        "2026-03-04 08:30");
    assert_string_equal(when(worktime_subtract(&calendar, at("2026-03-04 08:30"), 60)),
                        "2026-03-03 15:00");
    assert_int_equal(worktime_close(&calendar, date_day(2026, 3, 7)), WORKTIME_NEVER);
}

static const struct {
    const char *text;
    const char *same;
} term_texts[] = {
    { "5 working days", "5 working_day" },
    { "5 working_day", "5 working_day" },
    { "1 working day", "1 working_day" },
    { "30 days", "30 day" },
    { " 30  calendar days ", "30 day" },
    { "8 hours", "8 hour" },
    { "8 working hours", "8 hour" },
    { "90 minutes", "90 minute" },
    { "same day", "same_day" },
    { "same_day", "same_day" },
    { "half day", "1 half_day" },
    { "3 half days", "3 half_day" },
    { "0.5 working days", "1 half_day" },
    { "1,5 working days", "3 half_day" },
    { "2 weeks", "14 day" },
    { "1 month", "1 month" },
    { "2610 working days", "2610 working_day" },
    { "5working days", "5 working_day" },
};

static const char *const bad_term_texts[] = { "",
                                              "5",
                                              "days",
                                              "0 days",
                                              "-5 days",
                                              "5 dayss",
                                              "1.5 days",
                                              "1.25 working days",
                                              "5 Days",
                                              "2611 working days",
                                              "121 months",
                                              "99999999 minutes",
                                              "5 working days x",
                                              "same days" };

static void terms_and_rules_read_and_write(void **state)
{
    static const char *const rules[] = {
        "rolling",          "end_of_day",  "rolling+15:00",
        "end_of_day+07:05", "rolling/450", "end_of_day+15:00/450"
    };
    static const char *const bad_rules[] = {
        "",          "Rolling",      "rolling+",     "rolling+25:00",    "rolling+1500", "rolling/",
        "rolling/0", "rolling/1000", "rolling/450 ", "rolling+15:00:00", "days"
    };
    char text[WORKTIME_TEXT_MAX];
    struct worktime_term term;
    struct worktime_rule rule;
    (void)state;

    for (size_t i = 0; i < sizeof term_texts / sizeof term_texts[0]; i++) {
        assert_true(worktime_term_parse(term_texts[i].text, &term));
        assert_string_equal(worktime_term_format(text, &term), term_texts[i].same);
        assert_true(worktime_term_parse(text, &term));
    }
    for (size_t i = 0; i < sizeof bad_term_texts / sizeof bad_term_texts[0]; i++)
        if (worktime_term_parse(bad_term_texts[i], &term))
            fail_msg("accepted term \"%s\"", bad_term_texts[i]);
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        assert_true(worktime_rule_parse(rules[i], &rule));
        assert_string_equal(worktime_rule_format(text, &rule), rules[i]);
        assert_true(strlen(text) <= 20);
    }
    for (size_t i = 0; i < sizeof bad_rules / sizeof bad_rules[0]; i++)
        if (worktime_rule_parse(bad_rules[i], &rule))
            fail_msg("accepted rule \"%s\"", bad_rules[i]);
}

static void remaining_time_splits_into_days_and_hours(void **state)
{
    (void)state;
    struct worktime_parts parts = worktime_split(
        worktime_between(sample_calendar(), at("2026-02-13 14:00"), at("2026-02-24 09:30")), 480);
    /* Friday 14:00-17:00, Monday, Tuesday 07:30-09:30 */
    assert_int_equal(parts.days, 1);
    assert_int_equal(parts.hours, 5);
    assert_int_equal(parts.minutes, 0);
}

/* Reception, then three branches side by side, then a join and the return. */
static void the_longest_branch_decides(void **state)
{
    struct worktime_step steps[] = {
        { .minutes = 60 },
        { .minutes = 960, .after = 1 },
        { .minutes = 480, .after = 1 },
        { .minutes = 240, .after = 4 },
        { .minutes = 960, .after = 1 },
        { .minutes = 0, .after = 2 | 8 | 16 },
        { .minutes = 120, .after = 32 },
    };
    const size_t n = sizeof steps / sizeof steps[0];
    (void)state;

    assert_int_equal(worktime_path_length(steps, n), 60 + 960 + 120);
    assert_true(steps[0].critical && steps[1].critical && steps[4].critical && steps[6].critical);
    assert_false(steps[2].critical || steps[3].critical);
    assert_int_equal(steps[3].ends, 60 + 480 + 240);
    assert_int_equal(steps[5].begins, 1020);

    int64_t start = at("2026-02-12 15:00");
    assert_int_equal(worktime_path_due(sample_calendar(), steps, n, start),
                     worktime_add(sample_calendar(), start, 1140));
    assert_string_equal(when(steps[1].ends), "2026-02-23 16:00");

    /* One agency works Saturdays: its branch is no longer on the longest path. */
    struct worktime_week week = { .from_day = DATE_DAY_MIN };
    struct worktime_calendar saturdays = *sample_calendar();
    for (int weekday = MONDAY; weekday <= SATURDAY; weekday++)
        worktime_week_add(&week, (enum weekday)weekday, 450, 930);
    saturdays.weeks = &week;
    steps[1].calendar = &saturdays;
    worktime_path_due(sample_calendar(), steps, n, start);
    assert_false(steps[1].critical);
    assert_true(steps[4].critical);

    steps[0].after = 64;
    assert_int_equal(worktime_path_length(steps, n), -1); /* a circle */
    steps[0].after = 1 << 7;
    assert_int_equal(worktime_path_length(steps, n), -1); /* no such step */
    assert_int_equal(worktime_path_length(steps, 0), -1);
}

static void a_due_time_takes_microseconds(void **state)
{
    struct worktime_request request = { .received = at("2024-01-02 09:30"),
                                        .term = { 300, WORKTIME_WORKING_DAYS },
                                        .rule = { WORKTIME_ROLLING, WORKTIME_NO_CUTOFF, 480 } };
    enum { ROUNDS = 2000 };
    (void)state;

    clock_t begun = clock(); /* of the processor: others may be busy */
    for (int i = 0; i < ROUNDS; i++)
        worktime_trace(sample_calendar(), &request, &result, rows, 400, &count);
    double spent_us = (double)(clock() - begun) * 1e6 / CLOCKS_PER_SEC / ROUNDS;
    printf("300 working days with trace: %.1f us\n", spent_us);
    assert_true(spent_us < 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(over_tet_every_day_has_its_reason),
        cmocka_unit_test(late_receipt_make_up_and_rolled_ends_are_told),
        cmocka_unit_test(pauses_and_restarts_are_told),
        cmocka_unit_test(an_unknown_year_is_said),
        cmocka_unit_test(a_small_array_gets_the_first_rows_and_the_number),
        cmocka_unit_test(bad_requests_are_refused),
        cmocka_unit_test(calendars_are_checked),
        cmocka_unit_test(hours_change_on_a_day),
        cmocka_unit_test(terms_and_rules_read_and_write),
        cmocka_unit_test(remaining_time_splits_into_days_and_hours),
        cmocka_unit_test(the_longest_branch_decides),
        cmocka_unit_test(a_due_time_takes_microseconds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
