/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * In which month votes are shown. Not each month by itself: a month that is hidden could be worked out
 * from its quarter and the months beside it, and a line from the total. So votes wait, line by line,
 * until what is shown tells nothing about fewer than RATING_FEWEST of them, and count in the month in
 * which they wait no longer. Quarters and years are sums of such months; nothing is left to subtract.
 * Pure: no database, no clock.
 */
#ifndef MOTCUA_MODEL_RATING_RELEASE_H
#define MOTCUA_MODEL_RATING_RELEASE_H

#include <stddef.h>

#include "lib/arena.h"
#include "model/rating_math.h"

enum { RATING_MONTHS = 12 }; /* of one year: with each year it begins anew */

/* Votes of one line, month by month, from January. */
struct rating_series {
    struct rating_sum month[RATING_MONTHS];
};

/*
 * `came`: what came in, of n lines that have no vote in common. `shown`: what is shown of it, `total`: the
 * same of all lines together, both by the month it is shown in.
 *
 *   the total waits until RATING_FEWEST votes of it do, and with it all lines
 *   a line waits while it has fewer
 *   the smallest lines wait with it until those that wait have no vote or RATING_FEWEST of them together, and
 *     also no vote or RATING_FEWEST of those that are new in the total: the total tells that much
 *
 * What a month shows depends on nothing later: what was read once stays.
 */
void rating_release(struct arena *arena, const struct rating_series *came, size_t n, struct rating_series *shown,
                    struct rating_series *total);

#endif
