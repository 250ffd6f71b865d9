/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_GROUPS_H
#define MOTCUA_MODEL_HALL_GROUPS_H

#include "model/hall.h"

/* What the screens of a hall show of it, read in one go. Texts are never NULL, live in the arena. */
struct hall_service {
    uint64_t id;
    const char *name, *name_en;
    bool is_active;
};

enum hall_group_kind { HALL_GROUP_RECEIVE, HALL_GROUP_RETURN, HALL_GROUP_OTHER, HALL_GROUP_KINDS };
extern const char *const hall_group_kind_names[HALL_GROUP_KINDS]; /* "receive" "return" "other" */

struct hall_group {
    uint64_t id;
    char letter;
    const char *name, *name_en;
    enum hall_group_kind kind;
    unsigned first_number, last_number, lease_last;
    int daily_cap;          /* -1: none */
    int from, to;           /* minutes of the day; -1: not limited */
    unsigned minutes;       /* of one service, while there is no history */
    unsigned position;
    bool is_active;
    struct hall_hours hours; /* of this group, now */
    bool is_full;           /* the cap or the last number is reached */
    bool takes;             /* a ticket can be taken now: in use, inside its hours, not full, has a service */
    unsigned given;         /* tickets given out today, those of leases as far as reported */
    unsigned waiting;       /* tickets that wait now, early appointments among them */
    struct civil longest;   /* since when the one waits who waits longest; year 0: nobody waits */
    unsigned open_counters; /* counters open now (not paused) that serve it */
    int wait_50, wait_90;   /* minutes somebody who comes now waits (wait_forecast.h); -1: nobody can say */
    const struct hall_service *services; /* by position */
    size_t n_services;
};

struct hall_groups {
    struct hall_group *groups; /* by position, letter */
    size_t n;
};

/*
 * Groups and services of a hall with how they stand now. Only what is in use, unless `everything` (for settings).
 * Three statements. DB_OK also when there are none. `version` is that of the catalogue, for the calendar.
 */
enum db_result hall_groups_load(struct db *db, struct arena *arena, uint64_t version, const struct hall *hall,
                                const struct civil *now, bool everything, struct hall_groups *out);

/* NULL: not among them. */
const struct hall_group *hall_group_by_id(const struct hall_groups *groups, uint64_t id);
const struct hall_group *hall_group_of_service(const struct hall_groups *groups, uint64_t service);

/*
 * The service in use that stands for a field (service_field), in a group of this kind: which queue a procedure or a
 * dossier belongs to. DB_NONE: none.
 */
enum db_result hall_service_of_field(struct db *db, struct arena *arena, uint64_t hall, uint64_t field,
                                     enum hall_group_kind kind, uint64_t *service, uint64_t *group);

#endif
