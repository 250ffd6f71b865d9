/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WAIT_FORECAST_H
#define MOTCUA_MODEL_WAIT_FORECAST_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * How long somebody who comes now waits. The estimate is pure and the same for the same input, so that a screen can
 * show how it was made: a counter gives its time to the groups it serves in proportion to the work that waits in them.
 */
enum { FORECAST_GROUPS_MAX = 24, FORECAST_COUNTERS_MAX = 99 };

struct forecast_group {
    uint64_t id;
    unsigned waiting;         /* tickets that wait */
    unsigned serve_50;        /* seconds of service half take at most */
    unsigned serve_90;        /* and nine of ten; 0: no history, twice serve_50 is assumed */
    int usual_50, usual_90;   /* minutes of waiting at this hour by history; -1: none. Used when no counter is open */
};
struct forecast_counter {
    uint32_t groups; /* bit i: serves group i of the array below */
    bool busy;       /* somebody is called or served there */
};
struct forecast_load {
    struct forecast_group groups[FORECAST_GROUPS_MAX];
    size_t n_groups;
    struct forecast_counter counters[FORECAST_COUNTERS_MAX]; /* open ones */
    size_t n_counters;
};
struct forecast {
    int wait_50, wait_90; /* whole minutes, wait_50 <= wait_90; -1: no counter is open and there is no history */
    unsigned counters;    /* open ones that serve it */
};

/* For a person who comes as the last of group `index` with `ahead` before her. */
struct forecast forecast_of(const struct forecast_load *load, size_t index, unsigned ahead);

/* How a hall is loaded now. One statement. DB_OK or DB_FAIL. */
enum db_result forecast_load_read(struct db *db, struct arena *arena, uint64_t hall, const struct civil *now,
                                  struct forecast_load *load);
/* Index of a group; n_groups when it is not there. */
size_t forecast_index(const struct forecast_load *load, uint64_t group);

/* What the next hours were like on this day of the week: for "come when it is quiet". */
struct forecast_hour {
    uint64_t group;
    int hour;               /* 0 to 23 */
    unsigned tickets;       /* the figures come from */
    int wait_50, wait_90;   /* minutes */
};
/* Hours of a day from `from_hour` on, by group and hour. DB_OK also for none. */
enum db_result forecast_hours(struct db *db, struct arena *arena, uint64_t hall, const struct civil *day,
                              int from_hour, struct forecast_hour **hours, size_t *n);

#endif
