/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_SNAPSHOT_H
#define MOTCUA_MODEL_HALL_SNAPSHOT_H

#include "model/counter.h"
#include "model/hall.h"

/*
 * How a hall stands, for boards, displays and phones: today's numbers and counters, never a person. Three statements,
 * one moment (read in one snapshot of the database when the caller has begun one).
 */
struct snapshot_call {
    uint64_t event;               /* of the last call, newest first */
    char label[TICKET_LABEL_MAX];
    unsigned counter;
    const char *zone;
    uint64_t group;
    enum ticket_state state;      /* now: called or serving, or what it became */
    unsigned calls;               /* how often it was called out */
    struct civil at;              /* of the last call or recall */
};
struct snapshot_counter {
    unsigned number;
    const char *name, *zone;
    enum counter_state state;     /* COUNTER_CLOSED: nobody sits there */
    char label[TICKET_LABEL_MAX]; /* called or served there now, "" for none */
    enum ticket_state ticket_state;
    const char *letters;          /* of the groups it serves */
};
struct snapshot_group {
    uint64_t id;
    char letter;
    const char *name, *name_en;
    unsigned waiting, open_counters;
    int wait_50, wait_90;         /* minutes of somebody who comes now; -1: nobody can say */
};

enum { SNAPSHOT_CALLS_MAX = 30 };

struct hall_snapshot {
    const struct hall *hall;
    struct civil at;
    uint64_t event; /* the last one of the hall's tickets today; 0: none yet */
    struct snapshot_call calls[SNAPSHOT_CALLS_MAX];
    size_t n_calls;
    struct snapshot_counter *counters; /* in use, by number */
    size_t n_counters;
    struct snapshot_group *groups; /* in use, by position */
    size_t n_groups;
};

enum db_result hall_snapshot_load(struct db *db, struct arena *arena, const struct hall *hall,
                                  const struct civil *now, struct hall_snapshot *out);

/* As JSON, the same for everybody who asks in the same state, so that an ETag of it holds. `at` is not in it. */
const char *hall_snapshot_json(struct arena *arena, const struct hall_snapshot *snapshot);

#endif
