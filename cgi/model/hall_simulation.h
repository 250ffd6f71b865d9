/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_SIMULATION_H
#define MOTCUA_MODEL_HALL_SIMULATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"

/*
 * A hall played on from now, many times, by chance: who waits is called by the rule of ticket_call.h, services last as
 * long as such services last, people come for another hour as they usually do. Pure: no clock, no database; the same
 * input gives the same result. A person has the same service time and comes at the same moment in every scenario of
 * one seed, so that two scenarios differ by what was changed and by nothing else.
 */
enum { SIM_GROUPS_MAX = 23, SIM_COUNTERS_MAX = 99, SIM_HORIZON = 3600 };

struct sim_group {
    unsigned serve_50; /* seconds of service half take at most; at least 1 */
    unsigned serve_90; /* and nine of ten; 0: twice serve_50; as serve_50: all take the same */
    double arrivals;   /* people who come in the next hour, on average */
};
struct sim_ticket { /* somebody who waits */
    size_t group;
    bool is_ahead;
    int waited; /* seconds, by rank; negative: an appointment that is so far away, and counts as coming then */
};
struct sim_counter {
    uint32_t groups; /* bit i: serves group i */
    bool open;
    bool busy;         /* somebody is before it, of busy_group, for busy_for seconds */
    size_t busy_group;
    unsigned busy_for;
    unsigned run;      /* calls of priority in a row so far */
};
struct sim_hall {
    struct sim_group groups[SIM_GROUPS_MAX];
    size_t n_groups;
    struct sim_counter counters[SIM_COUNTERS_MAX];
    size_t n_counters;
    const struct sim_ticket *tickets; /* by rank within a group and priority */
    size_t n_tickets;
    unsigned priority_run;
};

enum { SIM_NOBODY = -1, SIM_NEVER = -2 };
struct sim_result {
    /* Minutes, rounded up, from now or from coming until called, of those who wait and those who come within the hour.
     * SIM_NOBODY: there are none; SIM_NEVER: no open counter serves it. */
    int wait_50, wait_90;
    double people;        /* on average of the runs */
    double waiting;       /* minutes all of them wait together, on average; 0 for SIM_NEVER */
};

/* `results` has n_groups places. The arena keeps what the runs need: some 100 bytes a person. */
void hall_simulate(struct arena *arena, const struct sim_hall *hall, unsigned runs, uint64_t seed,
                   struct sim_result *results);

#endif
