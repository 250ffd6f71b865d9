/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The arithmetic of ratings: how sure a share is, who is really better than whom, and how
 * odd a heap of votes is. Pure: no database, no clock, no words.
 */
#ifndef MOTCUA_MODEL_RATING_MATH_H
#define MOTCUA_MODEL_RATING_MATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RATING_FEWEST = 10 }; /* votes below this are not shown to anybody */

/* Votes added up. */
struct rating_sum {
    int64_t votes, satisfied, sum; /* satisfied: with 4 or 5; sum: of scores */
};

/* A share with the ends of its interval, each 0 to 1. */
struct rating_interval {
    double share, low, high;
};

/*
 * Wilson's score interval of `good` out of `votes` at 95 % (E. B. Wilson 1927): with z = 1.959964,
 * n votes and p = good / n
 *
 *   (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
 *
 * It stays inside 0 and 1 and holds for few votes and for shares near 0 and 1, where the usual
 * p ± 1.96 s does not. No votes: 0, 0, 1.
 */
struct rating_interval rating_wilson(int64_t good, int64_t votes);
/* The same where one person gave several answers: the share of all of them, and as many people. What one says hangs
 * together, so that the answers alone would make it look surer than it is. */
struct rating_interval rating_wilson_people(double share, int64_t people);

/*
 * Places when only what differs surely counts: before a row stand those whose whole interval is
 * above its own. first is the best place it may have, last the worst: equal only where its interval
 * overlaps no other. `skip` rows have no place (0) and count for nobody; NULL: none.
 */
struct rating_place {
    int first, last;
};
void rating_rank(const struct rating_interval *rows, const bool *skip, size_t n,
                 struct rating_place *places);

/* P(X ≥ k) of a Poisson distribution with mean `mean` (> 0): how likely so many or more are by chance. */
double rating_tail(int64_t k, double mean);

#endif
