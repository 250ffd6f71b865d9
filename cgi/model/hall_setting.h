/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_SETTING_H
#define MOTCUA_MODEL_HALL_SETTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * What a hall consists of, as its manager sets it: queues with their letters and numbers, what is served in them,
 * counters. Nothing here touches a ticket: a change that would give a ticket of today another number or letter is
 * refused. Texts are never NULL; everything lives in the arena. Who may set which hall is the caller's question.
 */
enum {
    HALL_HALLS_MAX = 200,
    HALL_GROUPS_MAX = 24, /* letters without I and O */
    HALL_SERVICES_MAX = 400,
    HALL_COUNTERS_MAX = 99,
    HALL_FIELDS_MAX = 60, /* of one service */
    SETTING_FINDINGS_MAX = 12
};

/* `seen` of each is a mark of all that can be changed: whoever sends an older one is told that it changed. */
struct hall_setting {
    uint64_t id, agency;
    const char *code, *agency_name, *agency_name_en;
    const char *name, *name_en;
    const char *classes; /* "elderly,merit": as in hall.classes */
    unsigned priority_run, stop_minutes, called_seconds, wait_warn_minutes;
    unsigned book_days; /* appointments so many days ahead; 0: none */
    bool active;
    const char *seen;
    unsigned open; /* counters with somebody at them now */
};

struct group_setting {
    uint64_t id, hall;
    const char *letter, *name, *name_en, *kind;
    unsigned first, last, lease_last;
    unsigned daily_cap;              /* 0: none */
    unsigned slot_capacity;          /* appointments that begin in each half hour; 0: none */
    const char *lent_until; /* last day from today on of which dispensers hold numbers; "": none */
    const char *from_time, *to_time; /* "HH:MM", "" for none */
    unsigned minutes, position;
    bool active;
    const char *seen;
    bool ever;                         /* has given out a ticket */
    unsigned given, highest, here;     /* today: tickets, highest number of the server's own, people still here */
    unsigned lent_first, lent_last;    /* today: numbers lent to dispensers; 0: none */
};

struct service_setting {
    uint64_t id, group;
    const char *name, *name_en;
    unsigned position;
    bool active;
    const char *fields[HALL_FIELDS_MAX]; /* codes, sorted */
    size_t n_fields;
    const char *seen;
};

struct counter_setting {
    uint64_t id, hall;
    unsigned number;
    const char *name, *zone;
    bool active;
    uint64_t groups[HALL_GROUPS_MAX]; /* sorted */
    size_t n_groups;
    const char *seen;
    const char *officer; /* who sits there now; "" for nobody */
};

/* ---- reading ------------------------------------------------------------------------------------ */

/* All halls, by name; at most HALL_HALLS_MAX. */
enum db_result hall_setting_list(struct db *db, struct arena *arena, struct hall_setting *halls, size_t *n);
enum db_result hall_setting_read(struct db *db, struct arena *arena, const char *code, struct hall_setting *hall);
/* In the order of the screen. `today` decides what was given out today. */
enum db_result group_setting_list(struct db *db, struct arena *arena, uint64_t hall, const struct civil *today,
                                  struct group_setting *groups, size_t *n);
/* Of all groups of the hall, without their fields. */
enum db_result service_setting_list(struct db *db, struct arena *arena, uint64_t hall,
                                    struct service_setting *services, size_t *n);
enum db_result service_setting_read(struct db *db, struct arena *arena, uint64_t hall, uint64_t id,
                                    struct service_setting *service);
enum db_result counter_setting_list(struct db *db, struct arena *arena, uint64_t hall,
                                    struct counter_setting *counters, size_t *n);

struct setting_choice {
    uint64_t id;
    const char *code, *name, *name_en;
};
/* Bodies that receive dossiers themselves, and fields with at least one procedure; both by name, at most `max`. */
enum db_result hall_setting_bodies(struct db *db, struct arena *arena, struct setting_choice *bodies, size_t max,
                                   size_t *n);
enum db_result hall_setting_fields(struct db *db, struct arena *arena, struct setting_choice *fields, size_t max,
                                   size_t *n);

/* ---- changing ------------------------------------------------------------------------------------- */

enum setting_verdict {
    SETTING_GOOD,
    SETTING_NONE,  /* there is no such thing in this hall */
    SETTING_MOVED, /* changed since the form was opened: by, at */
    SETTING_WRONG, /* findings */
    SETTING_FAIL
};

struct setting_finding {
    const char *member; /* of the struct */
    const char *error;  /* a key below T.error */
};

struct setting_outcome {
    struct setting_finding findings[SETTING_FINDINGS_MAX];
    size_t n;
    const char *by; /* "" when nobody is known */
    struct civil at;
};

/*
 * Each adds a row (id 0) or changes the one of that id, with a row of the audit, in the caller's transaction. Members
 * that only tell (given, officer …) are not looked at. A hall keeps its code and its body for ever.
 */
enum setting_verdict hall_setting_put(struct db *db, struct arena *arena, uint64_t user,
                                      const struct hall_setting *hall, struct setting_outcome *outcome);
enum setting_verdict group_setting_put(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                                       const struct hall_setting *hall, const struct group_setting *group,
                                       struct setting_outcome *outcome);
enum setting_verdict service_setting_put(struct db *db, struct arena *arena, uint64_t user,
                                         const struct hall_setting *hall, const struct group_setting *group,
                                         const struct service_setting *service, struct setting_outcome *outcome);
enum setting_verdict counter_setting_put(struct db *db, struct arena *arena, uint64_t user,
                                         const struct hall_setting *hall, const struct counter_setting *counter,
                                         struct setting_outcome *outcome);

#endif
