/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * For the files of worktime only: reading a calendar day after day.
 */
#ifndef MOTCUA_MODEL_WORKTIME_WALK_H
#define MOTCUA_MODEL_WORKTIME_WALK_H

#include "model/worktime.h"

/* Remembers where in the calendar the last day was, so that the next one is found at once. */
struct worktime_cursor {
    const struct worktime_calendar *calendar;
    size_t week;
    size_t special;
};

void worktime_cursor_day(struct worktime_cursor *cursor, int day, struct worktime_day *out);

static inline int64_t worktime_midnight(int day)
{
    return (int64_t)day * DATE_DAY_MINUTES;
}

#endif
