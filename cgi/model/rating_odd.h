/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Heaps of votes that chance does not explain: somebody may have voted for others. A finding is a
 * reason to ask, never a proof.
 *
 * The rule. Votes on one officer are taken to come by themselves, at a rate that is the officer's own:
 *
 *   rate = (V + M · R) / (Q + M)      votes in a quarter of an hour
 *
 * V votes on the officer in the DAYS days before, Q = DAY quarters for each of those days with a vote,
 * R the same rate of all officers together, M = 160 quarters (a week of work) that weigh R as long as
 * the officer has little history. Of k votes in w quarters the chance is then the tail of a Poisson
 * distribution, P(X ≥ k) with mean w · rate. Found is what has at least LEAST votes and a chance below
 * 1 in 100,000: with a hundred officers that is a false finding in a month or two.
 *
 *   quarter     w = 1: one quarter of an hour
 *   shift end   w = 6: from half an hour before the end of a shift until an hour after it, where no
 *               quarter in it was found already
 */
#ifndef MOTCUA_MODEL_RATING_ODD_H
#define MOTCUA_MODEL_RATING_ODD_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/worktime.h"

enum {
    RATING_ODD_DAYS = 56,   /* of history before a day */
    RATING_ODD_DAY = 32,    /* quarters of a working day */
    RATING_ODD_WEIGHT = 160,
    RATING_ODD_LEAST = 5,
    RATING_ODD_SPAN = 6,    /* quarters around the end of a shift */
    RATING_ODD_PERIOD = 30  /* days that are looked at */
};
#define RATING_ODD_CHANCE 1e-5

/* Votes on one officer in one quarter of an hour, which begins at this civil minute. */
struct rating_count {
    uint64_t officer;
    int64_t quarter;
    int64_t votes;
};

enum rating_odd_kind { RATING_ODD_QUARTER, RATING_ODD_SHIFT_END };
struct rating_odd {
    enum rating_odd_kind kind;
    uint64_t officer;
    int64_t from, to; /* civil minutes */
    int64_t votes;
    double expected, chance;
};

/* `counts` by officer and time, with the history before `first_day`. At most `most` findings; how many. */
size_t rating_odd_find(const struct rating_count *counts, size_t n, const struct worktime_calendar *calendar,
                       int first_day, struct rating_odd *found, size_t most);

/* Of the last RATING_ODD_PERIOD days, the latest first, with names; `units`: JSON of those in scope, NULL all. */
struct rating_odd_named {
    struct rating_odd odd;
    const char *officer, *unit;
};
enum db_result rating_odd_list(struct db *db, struct arena *arena, const char *units, const struct civil *now,
                               struct rating_odd_named **items, size_t *n);

#endif
