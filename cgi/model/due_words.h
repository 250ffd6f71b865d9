/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DUE_WORDS_H
#define MOTCUA_MODEL_DUE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/data.h"
#include "lib/request.h"
#include "model/worktime.h"

/*
 * Due times in the words of the request's language: what is left, how long the time limit is, and the count day by
 * day. One place for the counter, the citizen's page and the officer's, so that they never argue. Texts live in the
 * request's arena.
 */

/* Working minutes as "1 ngày 3 giờ", "2 giờ 30 phút"; at least one part. Rough: minutes on the last day only. */
const char *due_spell(struct request *rq, int64_t minutes, bool rough);

/* An amount in the measure of a result: of minutes as above and exact, else working days or days. */
const char *due_measured(struct request *rq, enum worktime_measure measure, int64_t amount);

/* A time limit as it was published, "5 ngày làm việc". `unit` as dossier.term_unit. */
const char *due_term(struct request *rq, const char *unit, int value);

/* Less than a working day is left: it will be late unless somebody does something. */
enum { DUE_SOON_MINUTES = WORKTIME_DAY };

/* Traffic light of a clock that runs: node.Light is "ok", "soon" or "late"; Left or Over say how much of
 * working time. */
void due_left_put(struct request *rq, struct data *node, const struct worktime_calendar *calendar,
                  const struct civil *due, const struct civil *now);

/* What a dossier keeps of its due time. */
struct due_facts {
    struct civil received;
    const char *term_unit, *rule; /* "" before reception */
    int term_value;
    const struct worktime_pause *pauses;
    size_t n_pauses;
};

/* False: nothing to count (no time limit, or not received). The pauses stay the caller's. */
bool due_request(struct arena *arena, const struct due_facts *facts, struct worktime_request *ask);

/*
 * Counts and adds a row for each day to `list` below `node`: Day, Iso, Kind, Why, Name, Counted, Total,
 * Restarted, Unsure. False, and no row: the count cannot be made or is too long to be read.
 */
bool due_trace(struct request *rq, struct data *node, const char *list,
               const struct worktime_calendar *calendar, const struct worktime_request *ask,
               struct worktime_result *result);

#endif
