/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * In which month votes are shown: known tables of one month and of a year, and whatever the votes, what
 * somebody learns who has noted down all that was ever shown.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <string.h>

#include "model/rating_release.h"

enum { LINES = 6 };

struct year {
    struct rating_series came[LINES], shown[LINES], total;
    size_t n;
};

static void release(struct year *year)
{
    struct arena *arena = arena_open(0);
    rating_release(arena, year->came, year->n, year->shown, &year->total);
    arena_close(arena);
}

/* '#' shown, '.' hidden, in the order of the lines; all in one month. */
static const struct {
    int64_t votes[LINES];
    const char *shown;
} tables[] = {
    {{9}, "."},
    {{10}, "#"},
    {{10, 11, 12}, "###"},
    {{1, 50, 60}, "..#"},     /* 111 − 110 would tell the one vote */
    {{9, 9, 40}, "..#"},      /* two lines, 18 votes: nothing more */
    {{4, 5, 40, 30}, "..#."}, /* nine votes together are too few */
    {{9, 100}, ".."},
    {{3, 3, 3, 100, 200}, "....#"},
    {{0, 9, 20, 20}, "...#"}, /* no votes tell nothing, and hide nobody; of two alike the first waits */
    {{25, 10, 9}, "#.."},
    {{1, 1, 1, 1, 1, 1}, "......"},
};

static void one_month(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        struct year year = {.n = strlen(tables[t].shown)};
        for (size_t i = 0; i < year.n; i++)
            year.came[i].month[4].votes = tables[t].votes[i];
        release(&year);
        for (size_t i = 0; i < year.n; i++)
            assert_int_equal(year.shown[i].month[4].votes, tables[t].shown[i] == '#' ? tables[t].votes[i] : 0);
    }
}

/* Came in, and shown of it, month by month; the last row of a block is the total. */
static const struct {
    size_t lines;
    int64_t came[3][RATING_MONTHS], shown[4][RATING_MONTHS];
} years[] = {
    /* a month that could be had from its quarter and the others: it counts in the next */
    {1, {{12, 5, 20}}, {{12, 0, 25}, {12, 0, 25}}},
    /* the last of the year waits for good: 17 are not less 12 */
    {1, {{12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5}}, {{12}, {12}}},
    {1, {{4, 4, 4, 4, 4, 4}}, {{0, 0, 12, 0, 0, 12}, {0, 0, 12, 0, 0, 12}}},
    /* 40 − 37 would tell three: the other line waits with them, and both come back together */
    {2, {{37, 30}, {3, 20}}, {{0, 67}, {0, 23}, {40, 50}}},
    /* the second waits with five; when the third has nothing new, what is new is all of the first */
    {3, {{40, 40}, {5, 0}, {6, 0}}, {{40, 40}, {0, 0}, {0, 0}, {51, 40}}},
    /* one vote more would be told by 41 − 40: the first waits with it */
    {3, {{40, 40}, {5, 1}, {6, 0}}, {{40, 0}, {0, 0}, {0, 0}, {51, 41}}},
};

static void known_years(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof years / sizeof *years; t++) {
        struct year year = {.n = years[t].lines};
        for (size_t i = 0; i < year.n; i++)
            for (int m = 0; m < RATING_MONTHS; m++)
                year.came[i].month[m].votes = years[t].came[i][m];
        release(&year);
        for (int m = 0; m < RATING_MONTHS; m++) {
            for (size_t i = 0; i < year.n; i++)
                assert_int_equal(year.shown[i].month[m].votes, years[t].shown[i][m]);
            assert_int_equal(year.total.month[m].votes, years[t].shown[year.n][m]);
        }
    }
}

static uint64_t seed = 20261130;
static int64_t draw(int64_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int64_t)(seed >> 33) % below;
}

/* Busy lines and lines with a vote now and then. */
static void year_draw(struct year *year)
{
    *year = (struct year){.n = 1 + (size_t)draw(LINES)};
    for (size_t i = 0; i < year->n; i++) {
        int64_t busy = 1 + draw(30);
        for (int m = 0; m < RATING_MONTHS; m++) {
            struct rating_sum *votes = &year->came[i].month[m];
            votes->votes = draw(3) ? draw(busy) : 0;
            votes->satisfied = draw(votes->votes + 1);
            votes->sum = 5 * votes->satisfied + 2 * (votes->votes - votes->satisfied);
        }
    }
}

static bool none_or_enough(int64_t votes)
{
    return votes == 0 || votes >= RATING_FEWEST;
}

/*
 * Somebody has all totals and lines. In a month whose total is shown, the lines that are not shown hold what the totals
 * have beyond the lines: all that waits, and what is new of it since the total before. Neither may be a few votes.
 */
static void nobody_learns_of_few(void **state)
{
    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct year year;
        int64_t waiting[LINES] = {0}, fresh[LINES] = {0};
        year_draw(&year);
        release(&year);
        for (int m = 0; m < RATING_MONTHS; m++) {
            int64_t rest = 0, rest_fresh = 0, all_fresh = 0;
            assert_true(none_or_enough(year.total.month[m].votes));
            for (size_t i = 0; i < year.n; i++) {
                int64_t shown = year.shown[i].month[m].votes;
                waiting[i] += year.came[i].month[m].votes;
                fresh[i] += year.came[i].month[m].votes;
                all_fresh += fresh[i];
                assert_true(none_or_enough(shown));
                assert_true(shown == 0 || (shown == waiting[i] && year.total.month[m].votes > 0));
                rest += shown ? 0 : waiting[i];
                rest_fresh += shown ? 0 : fresh[i];
                waiting[i] = shown ? 0 : waiting[i];
            }
            if (year.total.month[m].votes == 0) {
                assert_true(all_fresh < RATING_FEWEST);
                continue;
            }
            assert_int_equal(year.total.month[m].votes, all_fresh);
            assert_true(none_or_enough(rest));
            assert_true(none_or_enough(rest_fresh));
            memset(fresh, 0, sizeof fresh);
        }
    }
}

/* Who reads in June has read what stands for June in December. */
static void what_was_shown_stays(void **state)
{
    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct year year, half;
        year_draw(&year);
        half = year;
        for (size_t i = 0; i < half.n; i++)
            memset(&half.came[i].month[6], 0, 6 * sizeof half.came[i].month[6]);
        release(&year);
        release(&half);
        for (size_t i = 0; i < year.n; i++)
            assert_memory_equal(year.shown[i].month, half.shown[i].month, 6 * sizeof year.shown[i].month[0]);
        assert_memory_equal(year.total.month, half.total.month, 6 * sizeof year.total.month[0]);
    }
}

/* Satisfied ones and scores are those of the votes that are counted; where all have enough, nothing is moved. */
static void counted_whole(void **state)
{
    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct year year;
        year_draw(&year);
        for (size_t i = 0; i < year.n; i++)
            for (int m = 0; m < RATING_MONTHS; m++)
                if (year.came[i].month[m].votes < RATING_FEWEST)
                    year.came[i].month[m] = (struct rating_sum){10 + (int64_t)i, 5, 31};
        release(&year);
        assert_memory_equal(year.shown, year.came, year.n * sizeof *year.came);
        int64_t satisfied = 0;
        for (size_t i = 0; i < year.n; i++)
            satisfied += year.came[i].month[7].satisfied;
        assert_int_equal(year.total.month[7].satisfied, satisfied);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_month),
        cmocka_unit_test(known_years),
        cmocka_unit_test(nobody_learns_of_few),
        cmocka_unit_test(what_was_shown_stays),
        cmocka_unit_test(counted_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
