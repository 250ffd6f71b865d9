/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A second implementation of due times that shares nothing with cgi/model but the words of its
 * interface: a bit for each minute of five years, and a clock that ticks through them one by one.
 * Far too slow for use, too simple to be wrong in the same way.
 */
#ifndef MOTCUA_TESTS_WORKTIME_NAIVE_H
#define MOTCUA_TESTS_WORKTIME_NAIVE_H

#include "model/worktime.h"

enum { NAIVE_DAYS = 5 * 365 + 1, NAIVE_FIRST_DAY = 19723 /* Monday 2024-01-01 */ };

struct naive {
    /* of each day: its working minutes as a row of 0 and 1 */
    unsigned char works[NAIVE_DAYS][1440];
    int closes[NAIVE_DAYS]; /* minute after the last working one; 0: a rest day */
};

/* What the same arrays mean, minute by minute. Only one week is looked at. */
void naive_fill(struct naive *naive, const struct worktime_calendar *calendar);

#define NAIVE_STANDING INT64_C(-1)
#define NAIVE_TOO_FAR INT64_C(-2)

int64_t naive_due(const struct naive *naive, const struct worktime_request *request);
int64_t naive_between(const struct naive *naive, int64_t from, int64_t to);

#endif
