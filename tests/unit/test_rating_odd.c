/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Heaps of votes: what an ordinary month leaves alone, what a heap at noon and at the end of a shift gives away.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <math.h>

#include "model/rating_math.h"
#include "model/rating_odd.h"
#include "worktime_sample.h"

enum { MOST = 20000 };
static struct rating_count counts[MOST];
static size_t n;
static struct rating_odd found[50];

static void vote(uint64_t officer, int64_t minute, int64_t votes)
{
    if (n > 0 && counts[n - 1].officer == officer && counts[n - 1].quarter == minute) {
        counts[n - 1].votes += votes;
        return;
    }
    assert_true(n < MOST);
    counts[n++] = (struct rating_count){officer, minute, votes};
}

/* One vote in every `every`-th quarter of the working hours of each working day. */
static void ordinary(uint64_t officer, const char *from, const char *to, int every)
{
    struct worktime_day day;
    int quarter = 0;
    for (int d = date_of_minute(at(from)); d <= date_of_minute(at(to)); d++) {
        worktime_day(sample_calendar(), d, &day);
        for (int s = 0; s < day.count; s++)
            for (int m = day.shifts[s].from; m < day.shifts[s].to; m += 15)
                if (++quarter % every == 0)
                    vote(officer, (int64_t)d * DATE_DAY_MINUTES + m, 1);
    }
}

static size_t find(const char *from)
{
    return rating_odd_find(counts, n, sample_calendar(), date_of_minute(at(from)), found, 50);
}

static void an_ordinary_month(void **state)
{
    (void)state;
    n = 0;
    for (uint64_t officer = 1; officer <= 20; officer++)
        ordinary(officer, "2026-02-23 00:00", "2026-04-24 00:00", 1 + (int)officer % 6);
    assert_int_equal(find("2026-04-01 00:00"), 0);
    assert_int_equal(rating_odd_find(counts, 0, sample_calendar(), 0, found, 50), 0);
}

/* Chance itself: votes by a Poisson process at a rate of one in half an hour, sixty officer-months. */
static void chance_is_left_alone(void **state)
{
    (void)state;
    struct dice dice = {20261129};
    struct worktime_day day;
    n = 0;
    for (uint64_t officer = 1; officer <= 20; officer++)
        for (int d = date_of_minute(at("2026-02-23 00:00")); d <= date_of_minute(at("2026-04-24 00:00")); d++) {
            worktime_day(sample_calendar(), d, &day);
            for (int s = 0; s < day.count; s++)
                for (int m = day.shifts[s].from; m < day.shifts[s].to; m++)
                    if (dice_between(&dice, 1, 30) == 1)
                        vote(officer, (int64_t)d * DATE_DAY_MINUTES + m - m % 15, 1);
        }
    assert_in_range(find("2026-03-25 00:00"), 0, 1);
}

static void a_heap_in_a_quarter(void **state)
{
    (void)state;
    n = 0;
    ordinary(1, "2026-02-23 00:00", "2026-04-14 00:00", 4);
    vote(1, at("2026-04-15 10:00"), 8);
    ordinary(1, "2026-04-16 00:00", "2026-04-24 00:00", 4);
    assert_int_equal(find("2026-04-01 00:00"), 1);
    assert_int_equal(found[0].kind, RATING_ODD_QUARTER);
    assert_int_equal(found[0].officer, 1);
    assert_int_equal(found[0].from, at("2026-04-15 10:00"));
    assert_int_equal(found[0].to, at("2026-04-15 10:15"));
    assert_int_equal(found[0].votes, 8);
    /* By hand: the usual rate is V/Q of everybody, and the officer's own the same within a hundredth. */
    assert_true(found[0].expected > 0.24 && found[0].expected < 0.28);
    assert_true(fabs(found[0].chance / rating_tail(8, found[0].expected) - 1) < 1e-12);
    assert_true(found[0].chance < RATING_ODD_CHANCE);
}

/* Two and two and two: no quarter stands out, the end of the day does. */
static void a_heap_at_the_end_of_a_shift(void **state)
{
    (void)state;
    n = 0;
    ordinary(7, "2026-02-23 00:00", "2026-04-14 00:00", 8);
    for (int i = 0; i < 5; i++)
        vote(7, at("2026-04-15 16:30") + 15 * i, 2);
    assert_int_equal(find("2026-04-01 00:00"), 1);
    assert_int_equal(found[0].kind, RATING_ODD_SHIFT_END);
    assert_int_equal(found[0].from, at("2026-04-15 16:30"));
    assert_int_equal(found[0].to, at("2026-04-15 18:00"));
    assert_int_equal(found[0].votes, 10);
    /* The same votes spread over the day are nobody's concern. */
    n = 0;
    ordinary(7, "2026-02-23 00:00", "2026-04-14 00:00", 8);
    for (int i = 0; i < 5; i++)
        vote(7, at("2026-04-15 07:30") + 90 * i, 2);
    assert_int_equal(find("2026-04-01 00:00"), 0);
}

/* Four in a quarter are never enough, and what is before the period is not told again. */
static void the_least(void **state)
{
    (void)state;
    n = 0;
    ordinary(1, "2026-02-23 00:00", "2026-04-14 00:00", 16);
    vote(1, at("2026-04-15 09:00"), 4);
    assert_int_equal(find("2026-04-01 00:00"), 0);
    counts[n - 1].votes = 7;
    assert_int_equal(find("2026-04-01 00:00"), 1);
    assert_int_equal(find("2026-04-16 00:00"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_ordinary_month),         cmocka_unit_test(chance_is_left_alone),
        cmocka_unit_test(a_heap_in_a_quarter),       cmocka_unit_test(a_heap_at_the_end_of_a_shift),
        cmocka_unit_test(the_least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
