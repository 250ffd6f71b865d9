/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_GROUP_HOUR_H
#define MOTCUA_MODEL_GROUP_HOUR_H

#include "lib/db.h"

/*
 * The history forecasts stand on, counted anew from the eight weeks before today: for each group, day of the week and
 * hour of arrival how many come on average of the days on which the hall gave out tickets, and half and nine of ten of
 * the first waits and of the services. Times of exact tickets only; hours with fewer than GROUP_HOUR_LEAST waits are
 * left out, they say nothing. Where nobody was served, services take what the settings say.
 */
enum { GROUP_HOUR_DAYS = 56, GROUP_HOUR_LEAST = 5 };

/* The job: all halls, in the caller's transaction; adds the rows to *count. DB_NONE when done, DB_FAIL. */
enum db_result group_hour_count(struct db *db, uint64_t *count);

#endif
