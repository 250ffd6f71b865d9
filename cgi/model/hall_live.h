/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_LIVE_H
#define MOTCUA_MODEL_HALL_LIVE_H

#include "model/counter.h"
#include "model/hall.h"
#include "model/ticket.h"

/*
 * A hall at one moment, for those who run it: who waits in which order, who is where, which counters are open. The same
 * shape comes from the tables of now (hall_live_read) and, for any moment of any day, from history alone
 * (hall_replay.h). Everything lives in the arena; texts are never NULL; moments with year 0 are not set.
 */
struct live_ticket {
    uint64_t id;
    char label[TICKET_LABEL_MAX];
    enum ticket_state state; /* waiting, called, serving or parked */
    enum ticket_class class;
    uint64_t group, counter; /* counter 0: it waits */
    struct civil rank_at, arrival_at;
    struct civil since;      /* when it came into that state; of a waiting one its arrival */
};
struct live_group {
    uint64_t id;
    char letter;
    const char *name, *name_en;
    unsigned minutes;         /* of one service, while there is no history */
    bool is_active;
    unsigned waiting, parked;
    unsigned ahead;           /* of those that wait: with priority */
    struct civil longest;     /* when the one came who has waited longest; year 0: nobody waits */
    unsigned open_counters;   /* that serve it and are not paused */
    unsigned paused_counters; /* that serve it */
    int wait_50, wait_90;     /* minutes of somebody who comes now (wait_forecast.h); -1: nobody can say; a replay */
};
struct live_counter {
    uint64_t id;
    unsigned number;
    const char *name;
    enum counter_state state;
    int pause;                 /* enum counter_pause; -1: not paused */
    const char *user_name;     /* "" for nobody */
    struct civil since;        /* in this state; year 0: nobody sat there today */
    const char *letters;       /* of the groups it serves */
    const struct live_ticket *ticket; /* called or served there; NULL: none */
    unsigned waiting;          /* in the groups it serves */
};
struct live_panic {
    uint64_t id;
    unsigned counter; /* number; 0: at none */
    const char *user_name;
    struct civil at;
};

struct hall_live {
    struct civil at;
    struct live_group *groups; /* in use, or with somebody in them; by position */
    size_t n_groups;
    struct live_counter *counters; /* in use, or with somebody at them; by number */
    size_t n_counters;
    struct live_ticket *tickets; /* by rank */
    size_t n_tickets;
    struct live_panic *panics; /* nobody has come yet; oldest first */
    size_t n_panics;
};

enum db_result hall_live_read(struct db *db, struct arena *arena, const struct hall *hall, const struct civil *now,
                              struct hall_live *live);

/* Something that differs as soon as a live page would: ids of the last events and of calls for help. */
enum db_result hall_live_mark(struct db *db, struct arena *arena, uint64_t hall, const struct civil *now,
                              const char **mark);

/* NULL: not among them. */
struct live_group *hall_live_group(const struct hall_live *live, uint64_t id);
struct live_counter *hall_live_counter(const struct hall_live *live, uint64_t id);

/* A counter paused longer than this while people wait for it may have been forgotten. */
enum { LIVE_PAUSE_LONG = 30 };
bool hall_live_forgotten(const struct hall_live *live, const struct live_counter *counter);

/* How a group stands against the hall's threshold. */
enum live_level { LIVE_QUIET, LIVE_BUSY, LIVE_LATE, LIVE_NOBODY, LIVE_LEVELS };
/* "quiet": nothing to do. "busy": the longest wait has passed two thirds of it, or one of ten who come now will wait
 * longer. "late": somebody waits longer. "nobody": people wait and no counter is open. Keys of words. */
extern const char *const live_level_names[LIVE_LEVELS];
enum live_level hall_live_level(const struct hall_live *live, const struct live_group *group, unsigned warn_minutes);

#endif
