/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_COUNTER_H
#define MOTCUA_MODEL_COUNTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/hall_news.h"

/*
 * Counters and who sits there. A session belongs to one officer, one counter and one day: what was left open on an
 * earlier day is closed by whoever opens next, and by the job that closes days. All changes in the caller's
 * transaction (db_begin_numbering); each adds one counter_event.
 */
enum counter_state { COUNTER_OPEN, COUNTER_PAUSED, COUNTER_CLOSED, COUNTER_STATES };
enum counter_pause { COUNTER_BREAK, COUNTER_MEETING, COUNTER_PAPERS, COUNTER_TROUBLE, COUNTER_OTHER, COUNTER_PAUSES };
extern const char *const counter_state_names[COUNTER_STATES]; /* "open" "paused" "closed" */
extern const char *const counter_pause_names[COUNTER_PAUSES]; /* "break" "meeting" "papers" "trouble" "other" */

/* A counter with who sits there now. Texts are never NULL. */
struct counter {
    uint64_t id, hall;
    unsigned number;
    const char *name, *zone;
    bool is_active;
    uint64_t session;           /* 0: nobody sits there; so also where the session is of an earlier day */
    enum counter_state state;   /* COUNTER_CLOSED: nobody sits there */
    int pause;                  /* enum counter_pause; -1: not paused */
    uint64_t user;
    const char *user_name;      /* for staff only; "" for nobody */
    struct civil opened_at, changed_at;
    unsigned version;           /* of the session */
    const char *letters;        /* of the groups it serves: "ABD" */
    const char *groups;         /* the same as a JSON array of their ids: "[1,2,4]" */
    uint64_t ticket;            /* called or served there now; 0: none */
    char label[TICKET_LABEL_MAX]; /* of that ticket, "" for none */
};
/* All counters of a hall by number; only those in use unless `everything`. One statement; DB_OK also for none. */
enum db_result counter_list(struct db *db, struct arena *arena, uint64_t hall, const struct civil *now,
                            bool everything, struct counter **counters, size_t *n);
enum db_result counter_read(struct db *db, struct arena *arena, uint64_t counter, const struct civil *now,
                            struct counter *out);
/* Where this officer sits today. DB_NONE: nowhere. */
enum db_result counter_of_user(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                               struct counter *out);

enum counter_did {
    COUNTER_DID,
    COUNTER_UNKNOWN,   /* no such counter in this hall, or out of use */
    COUNTER_TAKEN,     /* somebody sits there: outcome.by */
    COUNTER_ELSEWHERE, /* this officer sits at another counter: outcome.counter */
    COUNTER_OVER,      /* the session is closed or somebody else's */
    COUNTER_MOVED,     /* the session changed since the page was made: outcome.counter tells */
    COUNTER_BUSY,      /* a ticket is before the counter: outcome.counter.label */
    COUNTER_STATE,     /* it is so already, or does not fit */
    COUNTER_FAIL
};
enum { COUNTER_DIDS = COUNTER_FAIL + 1 };
/* "did" "unknown" "taken" "elsewhere" "over" "moved" "busy" "state" "fail": keys of words */
extern const char *const counter_did_names[COUNTER_DIDS];

struct counter_outcome {
    struct counter counter;  /* as it is now; of COUNTER_ELSEWHERE the other one */
    const char *by;          /* COUNTER_TAKEN */
    uint64_t session;        /* COUNTER_DID of open and hand over: the new one */
    struct hall_news news;   /* COUNTER_DID: to be said after the commit */
};

/* Who, in which session as the page showed it. */
struct counter_actor {
    uint64_t user;
    uint64_t session;  /* not for opening */
    unsigned version;  /* of the session; 0: whatever it is */
    struct civil now;
};

/* The counter must be of `hall`, which the caller knows to be one of the officer's. */
enum counter_did counter_open(struct db *db, struct arena *arena, const struct counter_actor *actor,
                              uint64_t hall, uint64_t counter, struct counter_outcome *outcome);
/* A ticket before the counter may be finished while it is paused. */
enum counter_did counter_pause(struct db *db, struct arena *arena, const struct counter_actor *actor,
                               enum counter_pause reason, struct counter_outcome *outcome);
enum counter_did counter_resume(struct db *db, struct arena *arena, const struct counter_actor *actor,
                                struct counter_outcome *outcome);
/* COUNTER_BUSY: not while a ticket is called or served there. Parked ones stay and may be resumed elsewhere;
 * those sent to this counter alone go back to the queues of their groups. */
enum counter_did counter_close(struct db *db, struct arena *arena, const struct counter_actor *actor,
                               struct counter_outcome *outcome);
/* The session ends and `to` goes on there in one of his own, with the ticket before the counter. */
enum counter_did counter_hand_over(struct db *db, struct arena *arena, const struct counter_actor *actor,
                                   uint64_t to, struct counter_outcome *outcome);

/*
 * The groups a counter serves from now on (all of them, of the hall of the counter); actor.session 0: by the manager.
 * COUNTER_STATE: a group is not of this hall; COUNTER_DID also when nothing changed.
 */
enum counter_did counter_groups_set(struct db *db, struct arena *arena, const struct counter_actor *actor,
                                    uint64_t hall, uint64_t counter, const uint64_t *groups, size_t n,
                                    struct counter_outcome *outcome);

#endif
