/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Due times of random dossiers, pauses and calendars: the same as a second, minute-by-minute
 * implementation gives, and with the properties a deadline must have.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above before it */
#include <cmocka.h>

#include "worktime_naive.h"
#include "worktime_sample.h"

enum { CALENDARS = 24, CASES = 900, PAUSES = 4, PROPERTIES = 20000 };

static struct dice dice;
static struct naive naive;

/* A calendar of one week and up to forty special days. */
struct random_calendar {
    struct worktime_week week;
    struct worktime_special specials[40];
    struct worktime_calendar calendar;
};

static void shifts_invent(struct worktime_week *week, enum weekday weekday)
{
    int minute = dice_between(&dice, 0, 600);

    for (int count = dice_between(&dice, 1, WORKTIME_SHIFTS_MAX); count > 0; count--) {
        int to = minute + dice_between(&dice, 1, 300);
        if (to > DATE_DAY_MINUTES)
            return;
        worktime_week_add(week, weekday, minute, to);
        minute = to + dice_between(&dice, 0, 1) * dice_between(&dice, 1, 120);
    }
}

static void calendar_invent(struct random_calendar *out, bool office)
{
    *out = (struct random_calendar){ .week = { .from_day = DATE_DAY_MIN } };
    for (int weekday = MONDAY; weekday <= SUNDAY; weekday++) {
        if (office && weekday <= FRIDAY) {
            worktime_week_add(&out->week, (enum weekday)weekday, 450, 690);
            worktime_week_add(&out->week, (enum weekday)weekday, 780, 1020);
        } else if (!office && dice_between(&dice, 0, 9) < (weekday <= FRIDAY ? 9 : 3)) {
            shifts_invent(&out->week, (enum weekday)weekday);
        }
    }
    worktime_week_add(&out->week, WEDNESDAY, 1430, 1440); /* never quite without work */
    int day = NAIVE_FIRST_DAY;
    size_t count = 0;
    while (count < 40) {
        day += dice_between(&dice, 1, 25);
        out->specials[count++] = (struct worktime_special){
            .day = day,
            .kind = dice_between(&dice, 0, 3) ? WORKTIME_OFF : WORKTIME_MAKE_UP,
            .as_weekday = (enum weekday)dice_between(&dice, MONDAY, SUNDAY)
        };
    }
    out->calendar = (struct worktime_calendar){ .weeks = &out->week,
                                                .week_count = 1,
                                                .specials = out->specials,
                                                .special_count = count,
                                                .known_from = DATE_DAY_MIN,
                                                .known_to = DATE_DAY_MAX };
}

static int64_t moment_invent(void)
{
    int64_t day = NAIVE_FIRST_DAY + dice_between(&dice, 0, 700);
    /* Half of them at office hours, many at their very borders. */
    static const int borders[] = { 0, 449, 450, 690, 780, 899, 900, 901, 1019, 1020, 1439 };

    if (dice_between(&dice, 0, 3) == 0)
        return day * 1440 + borders[dice_between(&dice, 0, 10)];
    return day * 1440 + (dice_between(&dice, 0, 1) ? dice_between(&dice, 450, 1020)
                                                   : dice_between(&dice, 0, 1439));
}

static void request_invent(struct worktime_request *request, struct worktime_pause *pauses)
{
    static const int most[] = {
        [WORKTIME_MINUTES] = 3000,    [WORKTIME_HOURS] = 80,         [WORKTIME_HALF_DAYS] = 20,
        [WORKTIME_WORKING_DAYS] = 30, [WORKTIME_CALENDAR_DAYS] = 45, [WORKTIME_MONTHS] = 3,
        [WORKTIME_SAME_DAY] = 1
    };

    *request = (struct worktime_request){ .received = moment_invent(), .pauses = pauses };
    request->term.unit =
        (enum worktime_unit)dice_between(&dice, WORKTIME_MINUTES, WORKTIME_SAME_DAY);
    if (dice_between(&dice, 0, 1))
        request->term.unit = WORKTIME_WORKING_DAYS;
    if (request->term.unit != WORKTIME_SAME_DAY)
        request->term.value = dice_between(&dice, 1, most[request->term.unit]);
    request->rule.count = dice_between(&dice, 0, 1) ? WORKTIME_ROLLING : WORKTIME_END_OF_DAY;
    request->rule.cutoff =
        dice_between(&dice, 0, 2) ? WORKTIME_NO_CUTOFF : dice_between(&dice, 300, 1100);
    request->rule.day_minutes = dice_between(&dice, 0, 4) ? 480 : dice_between(&dice, 60, 600);

    int64_t before = request->received - 2000;
    request->pause_count = (size_t)dice_between(&dice, 0, PAUSES);
    for (size_t i = 0; i < request->pause_count; i++) {
        int64_t from = before + dice_between(&dice, 0, 9000);
        int64_t length = dice_between(&dice, 0, 2) ? dice_between(&dice, 0, 6000)
                                                   : dice_between(&dice, 0, 3) * 480;
        /* now and then on the minute of closing, opening or midnight */
        if (dice_between(&dice, 0, 3) == 0)
            from += 1020 - from % 1440;
        if (dice_between(&dice, 0, 5) == 0)
            length += 1440 - (from + length) % 1440;
        pauses[i] = (struct worktime_pause){ .from = from,
                                             .to = from + length,
                                             .restart = dice_between(&dice, 0, 3) == 0 };
        before = dice_between(&dice, 0, 4) ? from + length : from;
    }
    if (request->pause_count > 0 && dice_between(&dice, 0, 15) == 0)
        pauses[request->pause_count - 1].to = WORKTIME_OPEN;
}

static void request_print(const struct worktime_request *request)
{
    char term[WORKTIME_TEXT_MAX];
    char rule[WORKTIME_TEXT_MAX];

    print_error("received %s, %s, %s\n", when(request->received),
                worktime_term_format(term, &request->term),
                worktime_rule_format(rule, &request->rule));
    for (size_t i = 0; i < request->pause_count; i++)
        print_error("  pause %s .. %s%s\n", when(request->pauses[i].from),
                    request->pauses[i].to == WORKTIME_OPEN ? "open" : when(request->pauses[i].to),
                    request->pauses[i].restart ? ", restarts" : "");
}

static void two_implementations_agree(void **state)
{
    static struct random_calendar random;
    struct worktime_pause pauses[PAUSES];
    struct worktime_request request;
    struct worktime_result result;
    int standing = 0;
    int paused = 0;
    (void)state;

    for (int i = 0; i < CALENDARS; i++) {
        calendar_invent(&random, i % 2 == 0);
        assert_true(worktime_calendar_check(&random.calendar));
        naive_fill(&naive, &random.calendar);
        for (int j = 0; j < CASES; j++) {
            request_invent(&request, pauses);
            int64_t expected = naive_due(&naive, &request);
            worktime_due(&random.calendar, &request, &result);
            if (expected == NAIVE_TOO_FAR)
                continue;
            if (expected == NAIVE_STANDING) {
                standing++;
                if (result.status == WORKTIME_STANDING)
                    continue;
            }
            paused += request.pause_count > 0;
            if (result.status != WORKTIME_DUE || result.due != expected) {
                request_print(&request);
                fail_msg("calendar %d case %d: status %d due %s, second implementation %s", i, j,
                         (int)result.status, when(result.due),
                         expected < 0 ? "standing" : when(expected));
            }
        }
    }
    printf("%d cases compared, %d with pauses, %d standing\n", CALENDARS * CASES, paused, standing);
    assert_true(CALENDARS * CASES >= 20000 && standing > 100);
}

static void adding_is_monotone_additive_and_exact(void **state)
{
    const struct worktime_calendar *calendar = sample_calendar();
    (void)state;

    for (int i = 0; i < PROPERTIES; i++) {
        int64_t a = moment_invent();
        int64_t b = a + dice_between(&dice, 0, 5000);
        int m = dice_between(&dice, 0, 20000);
        int n = dice_between(&dice, 0, 20000);
        int64_t end = worktime_add(calendar, a, m);

        assert_true(end <= worktime_add(calendar, b, m));
        assert_true(end <= worktime_add(calendar, a, m + n));
        assert_int_equal(worktime_add(calendar, end, n), worktime_add(calendar, a, m + n));
        assert_int_equal(worktime_between(calendar, a, end), m);
        assert_int_equal(worktime_between(calendar, end, a), -m);
        assert_int_equal(worktime_between(calendar, a, b) + worktime_between(calendar, b, b + n),
                         worktime_between(calendar, a, b + n));
        int64_t back = worktime_subtract(calendar, end, m);
        assert_true(back >= a || m == 0);
        assert_int_equal(worktime_between(calendar, back, end), m);
        int64_t next = worktime_next(calendar, a);
        assert_int_equal(worktime_between(calendar, a, next), 0);
        assert_int_equal(worktime_between(calendar, next, next + 1), 1);
    }
}

static void between_counts_what_the_minutes_say(void **state)
{
    static struct random_calendar random;
    (void)state;

    for (int i = 0; i < 20; i++) {
        calendar_invent(&random, false);
        naive_fill(&naive, &random.calendar);
        for (int j = 0; j < 100; j++) {
            int64_t from = moment_invent();
            int64_t to = from + dice_between(&dice, 0, 20000);
            assert_int_equal(worktime_between(&random.calendar, from, to),
                             naive_between(&naive, from, to));
        }
    }
}

/* A pause that is over before the due time moves it by exactly its working length. */
static void a_pause_shifts_by_its_working_length(void **state)
{
    const struct worktime_calendar *calendar = sample_calendar();
    int shifted = 0;
    (void)state;

    for (int i = 0; i < PROPERTIES; i++) {
        struct worktime_request request = { .received = moment_invent() };
        struct worktime_pause pause;
        struct worktime_result before;
        struct worktime_result after;
        request.term = (struct worktime_term){ dice_between(&dice, 1, 30), WORKTIME_WORKING_DAYS };
        request.rule = (struct worktime_rule){ .cutoff = WORKTIME_NO_CUTOFF };
        request.rule.count = i % 2 ? WORKTIME_ROLLING : WORKTIME_END_OF_DAY;
        worktime_due(calendar, &request, &before);
        pause.from = request.received + dice_between(&dice, 0, 20000);
        pause.to = pause.from + dice_between(&dice, 0, 20000);
        pause.restart = false;
        request.pauses = &pause;
        request.pause_count = 1;
        worktime_due(calendar, &request, &after);
        if (pause.from >= before.due) {
            assert_int_equal(after.due, before.due);
        } else if (request.rule.count == WORKTIME_ROLLING) {
            assert_int_equal(after.due,
                             worktime_add(calendar, before.due,
                                          worktime_between(calendar, pause.from, pause.to)));
            shifted++;
        } else if (date_of_minute(pause.from) < date_of_minute(before.due)) {
            int days = worktime_days_between(calendar, date_of_minute(pause.from),
                                             date_of_minute(pause.to));
            assert_int_equal(after.due,
                             days ? worktime_add_days(calendar, before.due, days) : before.due);
            shifted++;
        } else {
            assert_true(after.due > pause.to);
        }
    }
    assert_true(shifted > PROPERTIES / 4);
}

static void later_receipt_is_never_due_earlier(void **state)
{
    const struct worktime_calendar *calendar = sample_calendar();
    struct worktime_pause unused[PAUSES];
    struct worktime_request request;
    struct worktime_result first;
    struct worktime_result second;
    (void)state;

    for (int i = 0; i < PROPERTIES; i++) {
        request_invent(&request, unused);
        request.pause_count = 0;
        assert_int_equal(worktime_due(calendar, &request, &first), WORKTIME_DUE);
        assert_true(first.due > request.received);
        request.received += dice_between(&dice, 0, 3000);
        assert_int_equal(worktime_due(calendar, &request, &second), WORKTIME_DUE);
        assert_true(second.due >= first.due);
        if (request.term.unit != WORKTIME_SAME_DAY) {
            request.term.value++;
            worktime_due(calendar, &request, &first);
            assert_true(first.due >= second.due);
        }
    }
}

/* What people are shown adds up to what they are told. */
static void traces_add_up(void **state)
{
    static struct worktime_row rows[2000];
    static struct random_calendar random;
    struct worktime_pause pauses[PAUSES];
    struct worktime_request request;
    struct worktime_result due;
    struct worktime_result result;
    (void)state;

    for (int i = 0; i < PROPERTIES; i++) {
        if (i % 500 == 0)
            calendar_invent(&random, i % 1000 == 0);
        size_t count;
        request_invent(&request, pauses);
        worktime_due(&random.calendar, &request, &due);
        worktime_trace(&random.calendar, &request, &result, rows, 2000, &count);
        assert_memory_equal(&due, &result, sizeof due);
        assert_true(count > 0 && count < 2000);
        assert_int_equal(rows[0].day, date_of_minute(request.received));
        int64_t total = 0;
        for (size_t j = 0; j < count; j++) {
            assert_int_equal(rows[j].day, rows[0].day + (int)j);
            assert_true(rows[j].counted >= 0 && rows[j].paused >= 0);
            assert_true(rows[j].paused <= rows[j].open);
            total = rows[j].restarted ? rows[j].counted : total + rows[j].counted;
            assert_int_equal(rows[j].total, total);
            if (rows[j].kind == WORKTIME_COUNTED || rows[j].kind == WORKTIME_COUNTED_EXTRA)
                assert_true(rows[j].counted > 0);
            else
                assert_int_equal(rows[j].counted, 0);
        }
        if (result.status == WORKTIME_DUE) {
            assert_int_equal(total, result.budget);
            assert_int_equal(rows[count - 1].day, date_of_minute(result.due - 1));
        } else {
            assert_int_equal(result.status, WORKTIME_STANDING);
            assert_int_equal(total + result.left, result.budget);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_implementations_agree),
        cmocka_unit_test(adding_is_monotone_additive_and_exact),
        cmocka_unit_test(between_counts_what_the_minutes_say),
        cmocka_unit_test(a_pause_shifts_by_its_working_length),
        cmocka_unit_test(later_receipt_is_never_due_earlier),
        cmocka_unit_test(traces_add_up),
    };

    dice.state = dice_seed();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
