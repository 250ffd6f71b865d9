/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The hall played on: small cases that can be counted by hand, one counter more never makes it worse, the same input
 * gives the same result, and times are spread as they should be.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/hall_simulation.h"

enum { MINUTE = 60, SEED = 7 };

static struct arena *arena;

static int arena_begin(void **state)
{
    (void)state;
    arena = arena_open(0);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

/* One group whose services all last ten minutes, nobody else comes; `n` wait, the first for `n` minutes. */
static struct sim_hall constant_hall(struct sim_ticket *tickets, size_t n, size_t counters)
{
    struct sim_hall hall = {
        .n_groups = 1, .n_counters = counters, .tickets = tickets, .n_tickets = n, .priority_run = 2};
    hall.groups[0] = (struct sim_group){.serve_50 = 10 * MINUTE, .serve_90 = 10 * MINUTE};
    for (size_t i = 0; i < n; i++)
        tickets[i] = (struct sim_ticket){.waited = (int)(n - i) * MINUTE};
    for (size_t k = 0; k < counters; k++)
        hall.counters[k] = (struct sim_counter){.groups = 1, .open = true};
    return hall;
}

static void a_queue_of_equal_services_is_counted_by_hand(void **state)
{
    (void)state;
    struct sim_ticket tickets[10];
    struct sim_result result;
    struct sim_hall hall = constant_hall(tickets, 10, 1);
    hall_simulate(arena, &hall, 5, SEED, &result); /* called after 0, 10, 20 … 90 minutes */
    assert_int_equal(result.wait_50, 40);
    assert_int_equal(result.wait_90, 80);
    assert_true(fabs(result.people - 10) < 1e-9);
    assert_true(fabs(result.waiting - 450) < 1e-9);
    hall = constant_hall(tickets, 10, 2); /* 0 0 10 10 20 20 30 30 40 40 */
    hall_simulate(arena, &hall, 5, SEED, &result);
    assert_int_equal(result.wait_50, 20);
    assert_int_equal(result.wait_90, 40);
    hall = constant_hall(tickets, 10, 1);
    hall.counters[0].busy = true; /* free in four minutes: 4, 14 … 94 */
    hall.counters[0].busy_for = 6 * MINUTE;
    hall_simulate(arena, &hall, 5, SEED, &result);
    assert_int_equal(result.wait_50, 44);
    assert_int_equal(result.wait_90, 84);
}

static void priority_goes_first_and_one_in_turn_after_two(void **state)
{
    (void)state;
    struct sim_ticket tickets[6];
    struct sim_result results[2];
    struct sim_hall hall = constant_hall(tickets, 6, 1);
    hall.n_groups = 2; /* the second group: the ordinary ones */
    hall.groups[1] = hall.groups[0];
    hall.counters[0].groups = 3;
    for (size_t i = 0; i < 6; i++)
        tickets[i] = (struct sim_ticket){.group = i < 4 ? 0 : 1, .is_ahead = i < 4, .waited = (int)(60 - i)};
    hall_simulate(arena, &hall, 1, SEED, results); /* 1 2 o 3 4 o: priority at 0 10 30 40, the others at 20 50 */
    assert_int_equal(results[0].wait_90, 40);
    assert_int_equal(results[0].wait_50, 10);
    assert_int_equal(results[1].wait_50, 20);
    assert_int_equal(results[1].wait_90, 50);
    hall.counters[0].run = 2; /* the run is over: o 1 2 o 3 4 */
    hall_simulate(arena, &hall, 1, SEED, results);
    assert_int_equal(results[1].wait_50, 0);
    assert_int_equal(results[1].wait_90, 30);
    assert_int_equal(results[0].wait_90, 50);
}

static void counters_of_several_groups_take_the_longest_wait(void **state)
{
    (void)state;
    struct sim_ticket tickets[4];
    struct sim_result results[2];
    struct sim_hall hall = constant_hall(tickets, 4, 2);
    hall.n_groups = 2;
    hall.groups[1] = (struct sim_group){.serve_50 = 5 * MINUTE, .serve_90 = 5 * MINUTE};
    hall.counters[0].groups = 3; /* both groups */
    hall.counters[1].groups = 2; /* the second alone */
    tickets[0] = (struct sim_ticket){.group = 0, .waited = 400};
    tickets[1] = (struct sim_ticket){.group = 0, .waited = 100};
    tickets[2] = (struct sim_ticket){.group = 1, .waited = 300};
    tickets[3] = (struct sim_ticket){.group = 1, .waited = 200};
    /* Counter 1: first of group 0 until 10. Counter 2: both of group 1 at 0 and 5. At 10 the second of group 0. */
    hall_simulate(arena, &hall, 3, SEED, results);
    assert_int_equal(results[0].wait_50, 0);
    assert_int_equal(results[0].wait_90, 10);
    assert_int_equal(results[1].wait_90, 5);
}

static void nobody_and_never(void **state)
{
    (void)state;
    struct sim_ticket tickets[2];
    struct sim_result result;
    struct sim_hall hall = constant_hall(tickets, 2, 1);
    hall.counters[0].open = false;
    hall_simulate(arena, &hall, 3, SEED, &result);
    assert_int_equal(result.wait_90, SIM_NEVER);
    hall.n_counters = 0;
    hall_simulate(arena, &hall, 3, SEED, &result);
    assert_int_equal(result.wait_50, SIM_NEVER);
    hall = constant_hall(tickets, 0, 1);
    hall_simulate(arena, &hall, 3, SEED, &result);
    assert_int_equal(result.wait_90, SIM_NOBODY);
    hall.counters[0].open = false;
    hall_simulate(arena, &hall, 3, SEED, &result);
    assert_int_equal(result.wait_90, SIM_NOBODY);
}

static void an_appointment_counts_from_its_time(void **state)
{
    (void)state;
    struct sim_ticket tickets[1];
    struct sim_result result;
    struct sim_hall hall = constant_hall(tickets, 1, 1);
    tickets[0].waited = -20 * MINUTE;
    hall_simulate(arena, &hall, 3, SEED, &result);
    assert_int_equal(result.wait_90, 0); /* the counter is free when it is time */
}

/* ---- by chance ------------------------------------------------------------------------------- */

static void as_many_come_as_usual(void **state)
{
    (void)state;
    struct sim_ticket tickets[1];
    struct sim_result result;
    struct sim_hall hall = constant_hall(tickets, 0, 8);
    hall.groups[0].arrivals = 12;
    hall_simulate(arena, &hall, 2000, SEED, &result);
    assert_true(fabs(result.people - 12) < 0.3); /* four standard errors of 2,000 runs */
}

/* With as many counters as people each waits for the one before it: the second wait is one service. */
static void services_are_spread_as_their_history(void **state)
{
    (void)state;
    struct sim_ticket tickets[2];
    struct sim_result result;
    struct sim_hall hall = constant_hall(tickets, 2, 1);
    hall.groups[0] = (struct sim_group){.serve_50 = 10 * MINUTE, .serve_90 = 25 * MINUTE};
    hall_simulate(arena, &hall, 20000, SEED, &result);
    assert_int_equal(result.wait_50, 0);             /* half are the first of the two */
    assert_in_range(result.wait_90, 18, 20);         /* 0.8 of a log-normal with these: 18.8 minutes */
    double spread = log(2.5) / 1.2815516, mean = 10 * exp(spread * spread / 2);
    assert_true(fabs(result.waiting - mean) < 0.25);
}

/* Of services that have lasted ten minutes, half last beyond the point where a quarter of all are left. */
static void what_is_left_is_drawn_from_what_lasts_longer(void **state)
{
    (void)state;
    struct sim_ticket tickets[1];
    struct sim_result result;
    struct sim_hall hall = constant_hall(tickets, 1, 1);
    hall.groups[0] = (struct sim_group){.serve_50 = 10 * MINUTE, .serve_90 = 25 * MINUTE};
    hall.counters[0].busy = true;
    hall.counters[0].busy_for = 10 * MINUTE;
    hall_simulate(arena, &hall, 20000, SEED, &result);
    double spread = log(2.5) / 1.2815516, half = 10 * exp(spread * 0.6744898) - 10;
    assert_true(abs(result.wait_50 - (int)ceil(half)) <= 1);
    hall.counters[0].busy_for = 100000; /* longer than anything */
    hall_simulate(arena, &hall, 10, SEED, &result);
    assert_true(result.wait_50 >= 0);
}

static unsigned next_chance;

static unsigned below(unsigned n)
{
    next_chance = next_chance * 1103515245u + 12345u;
    return (next_chance >> 16) % n;
}

static struct sim_hall random_hall(struct sim_ticket *tickets)
{
    struct sim_hall hall = {.n_groups = 1 + below(6), .n_counters = 1 + below(10), .priority_run = 1 + below(3)};
    for (size_t g = 0; g < hall.n_groups; g++)
        hall.groups[g] = (struct sim_group){.serve_50 = 120 + below(900), .serve_90 = 0, .arrivals = below(12)};
    for (size_t k = 0; k < hall.n_counters; k++)
        hall.counters[k] = (struct sim_counter){.groups = 1 + below((1u << hall.n_groups) - 1),
                                                .open = below(3) > 0,
                                                .busy = below(2),
                                                .busy_group = below((unsigned)hall.n_groups),
                                                .busy_for = below(900)};
    hall.n_tickets = below(60);
    for (size_t i = 0; i < hall.n_tickets; i++)
        tickets[i] = (struct sim_ticket){.group = below((unsigned)hall.n_groups), .is_ahead = below(5) == 0,
                                         .waited = (int)(60 * (hall.n_tickets - i))};
    hall.tickets = tickets;
    return hall;
}

static void the_same_input_gives_the_same_result(void **state)
{
    (void)state;
    struct sim_ticket tickets[60];
    for (next_chance = 1; next_chance < 12; next_chance++) {
        unsigned from = next_chance;
        struct sim_result one[SIM_GROUPS_MAX], two[SIM_GROUPS_MAX];
        struct sim_hall hall = random_hall(tickets);
        hall_simulate(arena, &hall, 50, SEED, one);
        hall_simulate(arena, &hall, 50, SEED, two);
        for (size_t g = 0; g < hall.n_groups; g++) {
            assert_int_equal(one[g].wait_50, two[g].wait_50);
            assert_int_equal(one[g].wait_90, two[g].wait_90);
            assert_true(fabs(one[g].waiting - two[g].waiting) < 1e-12);
        }
        next_chance = from;
    }
}

/* One more for a group alone takes nobody's counter away: its own people never wait longer, but for the odd run in
 * which an order turns. Two minutes of noise are allowed to the ninth of ten, none to the sum over a hall of one
 * group. */
static void one_counter_more_never_makes_it_worse(void **state)
{
    (void)state;
    struct sim_ticket tickets[60];
    for (unsigned hall_number = 1; hall_number <= 150; hall_number++) {
        struct sim_result before[SIM_GROUPS_MAX], after[SIM_GROUPS_MAX];
        next_chance = hall_number;
        struct sim_hall hall = random_hall(tickets);
        hall_simulate(arena, &hall, 100, SEED, before);
        for (size_t g = 0; g < hall.n_groups; g++) {
            struct sim_hall more = hall;
            more.counters[more.n_counters++] = (struct sim_counter){.groups = UINT32_C(1) << g, .open = true};
            hall_simulate(arena, &more, 100, SEED, after);
            if (before[g].wait_90 >= 0)
                assert_true(after[g].wait_90 <= before[g].wait_90 + 2);
            else
                assert_int_not_equal(after[g].wait_90, SIM_NEVER);
            if (hall.n_groups == 1 && before[g].wait_90 >= 0)
                assert_true(after[g].waiting <= before[g].waiting + 1e-9);
        }
        arena_clear(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_queue_of_equal_services_is_counted_by_hand),
        cmocka_unit_test(priority_goes_first_and_one_in_turn_after_two),
        cmocka_unit_test(counters_of_several_groups_take_the_longest_wait),
        cmocka_unit_test(nobody_and_never),
        cmocka_unit_test(an_appointment_counts_from_its_time),
        cmocka_unit_test(as_many_come_as_usual),
        cmocka_unit_test(services_are_spread_as_their_history),
        cmocka_unit_test(what_is_left_is_drawn_from_what_lasts_longer),
        cmocka_unit_test(the_same_input_gives_the_same_result),
        cmocka_unit_test(one_counter_more_never_makes_it_worse),
    };
    return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
