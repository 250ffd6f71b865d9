/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * How long people wait: the estimate against a simulated hall, and against plain cases.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

#include "model/wait_forecast.h"
#include "worktime_sample.h"

static struct forecast_load load;

static void hall_of(size_t groups, size_t counters)
{
    load = (struct forecast_load){.n_groups = groups, .n_counters = counters};
    for (size_t i = 0; i < groups; i++)
        load.groups[i] = (struct forecast_group){
            .id = 10 + i, .serve_50 = 600, .serve_90 = 1200, .usual_50 = -1, .usual_90 = -1};
    for (size_t k = 0; k < counters; k++)
        load.counters[k] = (struct forecast_counter){.groups = (1u << groups) - 1, .busy = true};
}

static void nobody_can_say_without_counters_and_history(void **state)
{
    (void)state;
    hall_of(2, 1);
    load.counters[0].groups = 2;
    struct forecast forecast = forecast_of(&load, 0, 3);
    assert_int_equal(forecast.wait_50, -1);
    assert_int_equal(forecast.wait_90, -1);
    assert_int_equal(forecast.counters, 0);
    load.groups[0].usual_50 = 12;
    load.groups[0].usual_90 = 30;
    forecast = forecast_of(&load, 0, 3);
    assert_int_equal(forecast.wait_50, 12);
    assert_int_equal(forecast.wait_90, 30);
    assert_int_equal(forecast_index(&load, 11), 1);
    assert_int_equal(forecast_index(&load, 99), 2);
}

static void a_free_counter_means_no_wait(void **state)
{
    (void)state;
    hall_of(1, 2);
    load.counters[1].busy = false;
    assert_int_equal(forecast_of(&load, 0, 0).wait_50, 0);
    assert_int_equal(forecast_of(&load, 0, 0).wait_90, 0);
    assert_true(forecast_of(&load, 0, 1).wait_50 > 0);
}

static void more_people_wait_longer_and_more_counters_shorter(void **state)
{
    (void)state;
    for (size_t counters = 1; counters <= 6; counters++)
        for (unsigned ahead = 0; ahead < 60; ahead++) {
            hall_of(1, counters);
            struct forecast now = forecast_of(&load, 0, ahead), more = forecast_of(&load, 0, ahead + 1);
            assert_true(now.wait_50 <= now.wait_90);
            assert_true(now.wait_50 <= more.wait_50 && now.wait_90 <= more.wait_90);
            hall_of(1, counters + 1);
            struct forecast helped = forecast_of(&load, 0, ahead);
            assert_true(helped.wait_50 <= now.wait_50 && helped.wait_90 <= now.wait_90);
        }
}

static void other_queues_at_the_same_counter_count(void **state)
{
    (void)state;
    hall_of(2, 2);
    load.groups[0].waiting = 4;
    struct forecast alone = forecast_of(&load, 0, 4);
    load.groups[1].waiting = 20;
    struct forecast shared = forecast_of(&load, 0, 4);
    assert_true(shared.wait_50 > 2 * alone.wait_50);
    load.counters[0].groups = load.counters[1].groups = 1;
    assert_int_equal(forecast_of(&load, 0, 4).wait_50, alone.wait_50); /* they do not serve it */
}

/* ---- against a simulated hall ---------------------------------------------------------------- */

static double uniform(struct dice *dice)
{
    return (double)(dice_roll(dice) >> 11) / 9007199254740992.0;
}

/* A service as such times are: most near the middle, some very long. */
static double service(struct dice *dice, const struct forecast_group *group)
{
    double sigma = log((double)group->serve_90 / group->serve_50) / 1.2816;
    double normal = sqrt(-2 * log(1 - uniform(dice))) * cos(6.283185307179586 * uniform(dice));
    return group->serve_50 * exp(sigma * normal);
}

enum { COUNTERS_MOST = 6 };

/* The counter that serves one of these groups and is free first. */
static size_t free_first(const double *free_at)
{
    size_t best = 0;
    for (size_t k = 1; k < load.n_counters; k++)
        if (free_at[k] < free_at[best])
            best = k;
    return best;
}

/* Everybody in one line, as they came, at counters that serve all: minutes until the last one is called. */
static double simulated(struct dice *dice, unsigned ahead, unsigned others)
{
    double free_at[COUNTERS_MOST];
    for (size_t k = 0; k < load.n_counters; k++) /* busy since long ago: what is left of the one before it */
        for (free_at[k] = -36000 * uniform(dice); free_at[k] < 0;)
            free_at[k] += service(dice, &load.groups[0]);
    for (unsigned i = 0; i < ahead + others; i++)
        free_at[free_first(free_at)] += service(dice, &load.groups[i < ahead ? 0 : 1]);
    return free_at[free_first(free_at)] / 60;
}

/* Half of those simulated wait less than the median and nine of ten less than the other figure, give or take. */
static void compared(unsigned ahead, unsigned others, size_t counters)
{
    struct dice dice = {20261123};
    enum { RUNS = 4000 };
    unsigned below_50 = 0, below_90 = 0;
    hall_of(2, counters);
    load.groups[0].waiting = ahead;
    load.groups[1].waiting = others;
    struct forecast forecast = forecast_of(&load, 0, ahead);
    for (int i = 0; i < RUNS; i++) {
        double minutes = simulated(&dice, ahead, others);
        below_50 += minutes <= forecast.wait_50 + 0.5;
        below_90 += minutes <= forecast.wait_90;
    }
    if (getenv("MOTCUA_TEST_SHOW"))
        print_message("%u ahead, %u others, %zu counters: %d and %d minutes, %.2f %.2f\n", ahead, others, counters,
                      forecast.wait_50, forecast.wait_90, (double)below_50 / RUNS, (double)below_90 / RUNS);
    assert_in_range(below_50 * 100 / RUNS, 40, 75);
    assert_in_range(below_90 * 100 / RUNS, 85, 99);
}

static void the_figures_are_those_of_a_simulated_hall(void **state)
{
    (void)state;
    for (size_t counters = 1; counters <= COUNTERS_MOST; counters += 1) {
        compared(0, 0, counters);
        compared(3, 0, counters);
        compared(10, 0, counters);
        compared(25, 0, counters);
        compared(10, 10, counters);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_can_say_without_counters_and_history),
        cmocka_unit_test(a_free_counter_means_no_wait),
        cmocka_unit_test(more_people_wait_longer_and_more_counters_shorter),
        cmocka_unit_test(other_queues_at_the_same_counter_count),
        cmocka_unit_test(the_figures_are_those_of_a_simulated_hall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
