/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Ratings: intervals against published and independently computed values, who has which place, how
 * odd a heap of votes is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "model/rating_math.h"

/*
 * The first four are printed in R. G. Newcombe, Two-sided confidence intervals for the single
 * proportion, Statistics in Medicine 17 (1998), table I, method 3. The others were found as the two
 * shares x at which (k/n − x)² = z² x(1 − x)/n, by halving with 50 digits: the definition of the
 * interval, not its formula.
 */
static const struct {
    int64_t good, votes;
    double low, high;
} known[] = {
    {81, 263, 0.2553, 0.3662},
    {15, 148, 0.0624, 0.1605},
    {0, 20, 0.0000, 0.1611},
    {1, 29, 0.0061, 0.1718},
    {29, 29, 0.883030, 1.000000},
    {20, 20, 0.838875, 1.000000},
    {0, 10, 0.000000, 0.277533},
    {10, 10, 0.722467, 1.000000},
    {5, 10, 0.236593, 0.763407},
    {9, 10, 0.595850, 0.982124},
    {8, 10, 0.490162, 0.943318},
    {1, 2, 0.094531, 0.905469},
    {0, 1, 0.000000, 0.793451},
    {1, 1, 0.206549, 1.000000},
    {45, 50, 0.786398, 0.956524},
    {90, 100, 0.825634, 0.944771},
    {450, 500, 0.870578, 0.923322},
    {98, 100, 0.929988, 0.994498},
    {999, 1000, 0.994357, 0.999823},
    {9500, 10000, 0.945553, 0.954102},
    {7, 12, 0.319511, 0.806740},
    {4, 15, 0.108975, 0.519504},
    {123456, 130000, 0.948460, 0.950837},
};

static void wilson_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct rating_interval found = rating_wilson(known[i].good, known[i].votes);
        double allowed = i < 4 ? 0.00006 : 0.0000006;
        assert_true(fabs(found.low - known[i].low) < allowed);
        assert_true(fabs(found.high - known[i].high) < allowed);
        assert_true(fabs(found.share - (double)known[i].good / (double)known[i].votes) < 1e-12);
    }
}

static void wilson_sane(void **state)
{
    (void)state;
    struct rating_interval none = rating_wilson(0, 0);
    assert_true(none.low == 0 && none.high == 1);
    for (int64_t n = 1; n <= 400; n++)
        for (int64_t k = 0; k <= n; k++) {
            struct rating_interval i = rating_wilson(k, n), mirror = rating_wilson(n - k, n);
            assert_true(i.low >= 0 && i.high <= 1 && i.low <= i.share && i.share <= i.high);
            assert_true(fabs(i.low - (1 - mirror.high)) < 1e-12);
        }
}

static void places(void **state)
{
    (void)state;
    struct rating_interval rows[5] = {
        rating_wilson(990, 1000), rating_wilson(95, 100), rating_wilson(93, 100),
        rating_wilson(500, 1000), rating_wilson(8, 9),
    };
    const bool skip[5] = {false, false, false, false, true};
    struct rating_place found[5];
    rating_rank(rows, skip, 5, found);
    assert_int_equal(found[0].first, 1); /* 0.9817 – 0.9946 */
    assert_int_equal(found[0].last, 1);  /* above 0.9784, the most the second may be */
    assert_int_equal(found[1].first, 2);
    assert_int_equal(found[1].last, 3); /* 95 and 93 of 100 differ by chance */
    assert_int_equal(found[2].first, 2);
    assert_int_equal(found[2].last, 3);
    assert_int_equal(found[3].first, 4);
    assert_int_equal(found[3].last, 4);
    assert_int_equal(found[4].first, 0);
}

/* 1 − the sum of the first k terms, with 60 digits. */
static const struct {
    int64_t k;
    double mean, tail;
} tails[] = {
    {1, 0.5, 3.934693403e-1},  {5, 0.5, 1.721156300e-4},   {5, 1, 3.659846827e-3},
    {8, 1.2, 3.697886791e-5},  {10, 2, 4.649807502e-5},    {3, 3, 5.768099189e-1},
    {20, 10, 3.454341976e-3},  {12, 0.3, 8.413024993e-16}, {40, 10, 7.341636315e-13},
};

static void chance(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        assert_true(fabs(rating_tail(tails[i].k, tails[i].mean) / tails[i].tail - 1) < 1e-8);
    assert_true(rating_tail(0, 3) == 1);
    assert_true(rating_tail(3, 0) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wilson_known), cmocka_unit_test(wilson_sane), cmocka_unit_test(places),
        cmocka_unit_test(chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
