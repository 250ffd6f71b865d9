/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Votes of a period added up: by officer, unit, agency, procedure, group of services, channel or month.
 * What is too little to be shown is marked and never counted anew (rating_hide); periods are whole
 * months, quarters and years, so that no two of them differ by a few votes.
 */
#ifndef MOTCUA_MODEL_RATING_REPORT_H
#define MOTCUA_MODEL_RATING_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/rating.h"
#include "model/rating_math.h"
#include "model/rating_words.h"

enum rating_by {
    RATING_BY_OFFICER,
    RATING_BY_UNIT,
    RATING_BY_AGENCY,
    RATING_BY_PROCEDURE,
    RATING_BY_GROUP,
    RATING_BY_CHANNEL,
    RATING_BY_MONTH,
    RATING_BYS
};

/* First day, and the day after the last. */
struct rating_period {
    struct civil from, to;
};
/* "2026", "2026-q4", "2026-11". False: it is none. */
bool rating_period_read(const char *text, struct rating_period *period);
/* "2026-q4" of a day. */
const char *rating_quarter_of(struct arena *arena, const struct civil *day);

struct rating_query {
    enum rating_by by;
    struct rating_period period;
    const char *units;  /* JSON of the units whose officers count (scope_agencies); NULL: all */
    uint64_t officer;   /* only this one; 0: all */
    uint64_t unit;      /* only this one; 0: all */
};

struct rating_line {
    const char *key;           /* id, channel, "2026-11"; "" where the votes have none of the kind */
    const char *name, *name_en;
    struct rating_sum sum;
    bool hidden;               /* too little: no figure of it may be shown */
    struct rating_interval interval;
    struct rating_place place; /* of officers that are shown; else 0 */
};

/* Lines by share, months by time. *total counts all of them; it may be shown with RATING_FEWEST votes. */
enum db_result rating_report(struct db *db, struct arena *arena, const struct rating_query *query,
                             struct rating_line **lines, size_t *n, struct rating_sum *total);

/* How often each reason was given with low votes, in the order of rating_reasons. */
enum db_result rating_report_reasons(struct db *db, struct arena *arena, const struct rating_query *query,
                                     int64_t counts[RATING_REASONS]);

#endif
