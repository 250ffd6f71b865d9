/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_math.h"

#include <math.h>

#define Z 1.959963984540054 /* 97.5 % of the normal distribution */

struct rating_interval rating_wilson_people(double share, int64_t people)
{
    if (people <= 0)
        return (struct rating_interval){.high = 1};
    double n = (double)people, p = share;
    double middle = p + Z * Z / (2 * n);
    double half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    /* Of none and of all one end is exact; rounding would leave it a hair beside. */
    return (struct rating_interval){
        .share = p,
        .low = p <= 0 ? 0 : (middle - half) / scale,
        .high = p >= 1 ? 1 : (middle + half) / scale,
    };
}

struct rating_interval rating_wilson(int64_t good, int64_t votes)
{
    return rating_wilson_people(votes > 0 ? (double)good / (double)votes : 0, votes);
}

/* ---- places ----------------------------------------------------------------------------------- */

void rating_rank(const struct rating_interval *rows, const bool *skip, size_t n,
                 struct rating_place *places)
{
    for (size_t i = 0; i < n; i++) {
        int above = 0, below = 0, others = 0;
        places[i] = (struct rating_place){0};
        if (skip && skip[i])
            continue;
        for (size_t j = 0; j < n; j++) {
            if (j == i || (skip && skip[j]))
                continue;
            others++;
            above += rows[j].low > rows[i].high;
            below += rows[j].high < rows[i].low;
        }
        places[i] = (struct rating_place){.first = 1 + above, .last = 1 + others - below};
    }
}

/* ---- chance ----------------------------------------------------------------------------------- */

double rating_tail(int64_t k, double mean)
{
    if (k <= 0)
        return 1;
    if (mean <= 0)
        return 0;
    /* The tail itself is summed, not 1 less the head: it is as small as the answer is interesting. */
    double term = exp((double)k * log(mean) - mean - lgamma((double)k + 1)), sum = 0;
    for (int64_t i = k; i < k + 100000; i++) {
        sum += term;
        term *= mean / (double)(i + 1);
        if (term < sum * 1e-12 && (double)i > mean)
            break;
    }
    return sum > 1 ? 1 : sum;
}
