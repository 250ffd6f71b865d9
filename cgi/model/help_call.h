/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HELP_CALL_H
#define MOTCUA_MODEL_HELP_CALL_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * A visitor before a kiosk or a dispenser asks for somebody to come. No alarm: those are in panic.h. One call of a
 * device is open at a time; officers of its hall see it with the place, one of them accepts it, and ends it when the
 * visitor was helped. Nobody need end it: it lapses. Nothing is kept of the visitor. Times by the settable clock.
 */
#define HELP_LATE_S 120          /* not accepted by then: the visitor is told whom to go to */
#define HELP_LASTS_S (10 * 60)   /* a call that nobody accepts */
#define HELP_COMING_S (15 * 60)  /* … and from when it was accepted */
#define HELP_SAID_S (5 * 60)     /* so long the device says that nobody came */
#define HELP_OFTEN_S (10 * 60)   /* in this time one device calls … */
#define HELP_OFTEN_MOST 5        /* … so often at most */

/* ---- at the device: through device_call, which shows no officer ---- */

enum help_state {
    HELP_NONE,
    HELP_CALLED,
    HELP_LATE,   /* called, and nobody has accepted for a while */
    HELP_COMING, /* somebody is on the way */
    HELP_NOBODY, /* it has just lapsed without anybody */
    HELP_STATES
};
extern const char *const help_state_names[HELP_STATES]; /* "none" "called" "late" "coming" "nobody" */

/* How the last call of this device stands. One query. */
enum db_result help_state(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                          enum help_state *state);
/* In the caller's transaction. DB_OK also when one is open already. DB_NONE: it has called too often. */
enum db_result help_begin(struct db *db, struct arena *arena, uint64_t device, uint64_t hall, const struct civil *now);
/* The visitor needs nobody any more. DB_NONE: nothing was open. */
enum db_result help_take_back(struct db *db, struct arena *arena, uint64_t device, const struct civil *now);

/* ---- for officers ---- */

/* Texts are never NULL. */
struct help_call {
    uint64_t id, hall, agency; /* body of the hall */
    const char *hall_code, *hall_name, *hall_name_en;
    const char *device, *place; /* "Kiosk cửa chính", where it stands or "" */
    struct civil at, lapses_at;
    struct civil accepted_at; /* year 0: nobody has */
    uint64_t accepter;        /* 0: nobody */
    const char *accepted_by;
    struct civil ended_at; /* year 0: open, or lapsed */
    const char *ended_by;  /* "": the visitor took it back, or it lapsed */
};
enum { HELP_LIST_MAX = 50 };

/* Open and not lapsed, of all halls, oldest first. */
enum db_result help_open_list(struct db *db, struct arena *arena, const struct civil *now, struct help_call *list,
                              size_t *n);
/* All since then, newest first. */
enum db_result help_recent_list(struct db *db, struct arena *arena, const struct civil *since, struct help_call *list,
                                size_t *n);
enum db_result help_read(struct db *db, struct arena *arena, uint64_t id, struct help_call *call);
/* DB_NONE: it is not open any more, or somebody else was faster. */
enum db_result help_accept(struct db *db, struct arena *arena, uint64_t id, uint64_t by, const struct civil *now);
/* The visitor was helped. DB_NONE: there is no such open call. */
enum db_result help_finish(struct db *db, struct arena *arena, uint64_t id, uint64_t by, const struct civil *now);

#endif
