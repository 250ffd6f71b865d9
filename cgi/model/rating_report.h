/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Votes of a period added up: by officer, unit, agency, procedure, group of services, channel or month.
 * Votes count in the month from which they may be shown (rating_release.h), so that no two periods and
 * no total and its lines differ by a few votes.
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
    struct rating_sum sum;     /* shown in the period; no votes: those there are wait */
    bool few;                  /* they wait because they are fewer than RATING_FEWEST, else because of others */
    bool carried;              /* sum is not that of the period: months with too few votes count later */
    struct rating_interval interval;
    struct rating_place place; /* of officers that are shown; else 0 */
};
static inline bool rating_line_hidden(const struct rating_line *line)
{
    return line->sum.votes == 0;
}

struct rating_table {
    struct rating_line *lines; /* by share, months by time; what is hidden last */
    size_t n;
    struct rating_sum total;   /* no votes: too few to be shown */
    bool carried;              /* the total or a line of it is */
    struct rating_period counted; /* when the votes in `total` came in */
};
enum db_result rating_report(struct db *db, struct arena *arena, const struct rating_query *query,
                             struct rating_table *table);

/* How often each reason was given with low votes, in the order of rating_reasons. The period is to be that of
 * rating_table.counted. */
enum db_result rating_report_reasons(struct db *db, struct arena *arena, const struct rating_query *query,
                                     int64_t counts[RATING_REASONS]);

#endif
