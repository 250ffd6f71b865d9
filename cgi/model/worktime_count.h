/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * For the files of worktime only: the state of a walk from receipt to due time, and how a day
 * counts.
 */
#ifndef MOTCUA_MODEL_WORKTIME_COUNT_H
#define MOTCUA_MODEL_WORKTIME_COUNT_H

#include "model/worktime_walk.h"

struct worktime_walk {
    struct worktime_cursor cursor;
    const struct worktime_request *request;
    struct worktime_result *result;

    struct worktime_pause pauses[WORKTIME_PAUSES_MAX]; /* rising and apart */
    size_t pause_count;
    size_t pause; /* the first that is not over */

    int64_t start;  /* nothing counts before this: receipt or restart, after the cut-off */
    int first_day;  /* day of start */
    int late_day;   /* day of a receipt or restart that the cut-off moved */
    int64_t budget; /* in the measure of the result */
    int64_t counted;

    bool stood;    /* the day in hand: the clock stood and nothing was counted for it */
    bool ended;    /* result->due is set */
    bool standing; /* the clock stands in an open pause */
};

/* Counting begins, or begins anew, at this moment. */
void worktime_count_begin(struct worktime_walk *walk, int64_t moment);
void worktime_count_minutes(struct worktime_walk *walk, const struct worktime_day *day,
                            struct worktime_row *row);
void worktime_count_days(struct worktime_walk *walk, const struct worktime_day *day,
                         struct worktime_row *row);

#endif
