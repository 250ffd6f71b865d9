/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_RATING_MODERATE_H
#define MOTCUA_MODEL_RATING_MODERATE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/data.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/rating_report.h"

/*
 * What voters wrote. New words are read by moderators alone; what they show is read by the officer and the head,
 * with the month and nothing else of when or by whom.
 */

/* New words as `list`: Id, Month, Officer, Unit, Low, Words, Version for the form; oldest first, at most 100.
 * `units`: JSON of those in scope, NULL all. None about the viewer. */
enum db_result rating_words_new(struct db *db, struct data *data, const char *list, const char *units,
                               uint64_t viewer);

/* In the caller's transaction. DB_NONE: not there, not in scope, about whoever decides, or decided already. */
enum db_result rating_words_decide(struct db *db, uint64_t id, bool show, const char *units, uint64_t by,
                                   const struct civil *now);

/* Shown words of the period, as `list`: Month, Officer, Words; the latest month first, in no order of arrival, at
 * most 50; none about an officer with fewer votes in the period than are shown. */
enum db_result rating_words_shown(struct db *db, struct data *data, const char *list, const struct rating_query *query);

#endif
