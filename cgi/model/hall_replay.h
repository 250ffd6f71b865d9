/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_REPLAY_H
#define MOTCUA_MODEL_HALL_REPLAY_H

#include "model/hall_live.h"

/*
 * The hall as it was at a moment of any day, from ticket_event and counter_event alone; at the present moment the same
 * as hall_live_read but for the forecast. Groups are named as they are now. What a counter served is known from the
 * last event that says so, else from its next opening; where neither does, it is what it serves now.
 */
enum db_result hall_replay_read(struct db *db, struct arena *arena, const struct hall *hall, const struct civil *at,
                                struct hall_live *live);

/* What happened around a moment, in order. */
struct replay_event {
    struct civil at;
    const char *kind;             /* as ticket_event.kind or counter_event.kind */
    bool is_ticket;
    char label[TICKET_LABEL_MAX]; /* "" when it is about a counter alone */
    unsigned counter;             /* number; 0: none */
    unsigned for_counter;         /* of a transfer to one counter: its number; 0: none */
    const char *user_name;        /* "": a device, a person on the phone or the clock */
    int reason;                   /* enum ticket_reason of a call; -1: none */
};
enum { REPLAY_EVENTS_MAX = 12 };
/* The last ones of that day until `at`, newest first. */
enum db_result hall_replay_events(struct db *db, struct arena *arena, uint64_t hall, const struct civil *at,
                                  struct replay_event events[REPLAY_EVENTS_MAX], size_t *n);

/* Where one can go from a moment: year 0 where there is nothing. */
struct replay_steps {
    struct civil first, last; /* events of the day */
    struct civil before, next; /* the nearest ones */
};
enum db_result hall_replay_steps(struct db *db, struct arena *arena, uint64_t hall, const struct civil *at,
                                 struct replay_steps *steps);

#endif
