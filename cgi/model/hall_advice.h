/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_ADVICE_H
#define MOTCUA_MODEL_HALL_ADVICE_H

#include "model/hall_live.h"
#include "model/hall_simulation.h"

/*
 * Which counter to open now, from a simulation of the hall as it is and as it would be with each closed or paused
 * counter open. Every advice is for itself, not for several at once. An advice is given only where it helps clearly:
 * of the group it helps most, nine of ten wait at least ADVICE_MINUTES and a fifth less, or somebody is served at all
 * who is not now.
 */
enum { ADVICE_MAX = 3, ADVICE_RUNS = 200, ADVICE_MINUTES = 5 };

/* What the calculation starts from, for a group. */
struct advice_group {
    const struct live_group *group;
    unsigned serve_50, serve_90; /* seconds */
    unsigned history;            /* tickets these come from; 0: the minutes of the settings */
    double arrivals;             /* in the next hour, from the same hours of the last weeks; 0 also without history */
    struct sim_result now;
};
struct advice {
    const struct live_counter *counter; /* to be opened, or to go on */
    size_t group;                       /* index of the group it helps most */
    const struct sim_result *then;      /* of all groups, in their order */
    double saved;                       /* minutes all people together wait less */
};
struct hall_advice {
    struct advice_group *groups; /* those of live->groups, in their order */
    size_t n_groups;
    struct advice advices[ADVICE_MAX]; /* the best first */
    size_t n;
    unsigned tried;              /* counters that could be opened */
};

enum db_result hall_advice_make(struct db *db, struct arena *arena, const struct hall *hall,
                                const struct hall_live *live, struct hall_advice *advice);

#endif
