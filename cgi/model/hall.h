/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_H
#define MOTCUA_MODEL_HALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/hall_hours.h"
#include "model/scope.h"
#include "model/ticket_words.h"

/* A hall as its row has it. Everything lives in the arena; texts are never NULL. */
struct hall {
    uint64_t id, agency;
    const char *agency_code;    /* of the body whose working hours hold */
    const char *code;           /* "trung-tam" */
    const char *name, *name_en; /* name_en "" when nobody has written one */
    unsigned classes;           /* 1 << enum ticket_class: who may ask for priority here */
    unsigned priority_run, stop_minutes, called_seconds, wait_warn_minutes;
    bool is_active;
};

/* DB_NONE: there is no such hall. Halls out of use are found, too. */
enum db_result hall_load(struct db *db, struct arena *arena, uint64_t id, struct hall *hall);
enum db_result hall_by_code(struct db *db, struct arena *arena, const char *code, struct hall *hall);

struct hall_list {
    struct hall *halls; /* in the order of their agencies, then by name */
    size_t n;
};

/*
 * Halls a person works in: those of the body at whose counter the person sits (agency_place.h; `seat` is the agency
 * or unit of the account). `version` is that of the catalogue. Mostly one; none: DB_OK with n = 0. Only those in use.
 */
enum db_result hall_of_person(struct db *db, struct arena *arena, uint64_t version, uint64_t seat,
                              struct hall_list *list);

/* Halls whose body these roles (ROLE_BIT…) reach, in use or not. None: DB_OK with n = 0. */
enum db_result hall_list_for_scope(struct db *db, struct arena *arena, const struct scope *scope,
                                   unsigned roles, struct hall_list *list);
/* All halls in use: for the website and the first page of a kiosk. */
enum db_result hall_list_all(struct db *db, struct arena *arena, struct hall_list *list);

/*
 * Hours of the hall as a whole at a moment (without those of a group), by the calendar the worker holds (see
 * calendar_held.h). DB_NONE: nobody has entered working hours for its body.
 */
enum db_result hall_hours_now(struct db *db, uint64_t version, const struct hall *hall,
                              const struct civil *now, struct hall_hours *hours);

#endif
