/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_PANIC_H
#define MOTCUA_MODEL_PANIC_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/* The panic button: an officer needs help, and where. Told to those who run the hall and to nobody else. */
struct panic {
    uint64_t id, hall, agency; /* body of the hall */
    const char *hall_code, *hall_name, *hall_name_en;
    unsigned counter; /* number; 0: not at a counter */
    const char *counter_name, *zone;
    uint64_t user;
    const char *user_name, *user_unit;
    struct civil at, ended_at; /* year 0: nobody is there yet */
    const char *ended_by;      /* "" while nobody is there */
};
enum { PANIC_LIST_MAX = 50 };

/* At the counter where the officer sits, or at none (counter 0). While an own one is open there is no second: *id is
 * that one. In the caller's transaction, at READ COMMITTED (a route with .numbers). */
enum db_result panic_begin(struct db *db, struct arena *arena, uint64_t user, const struct civil *now, uint64_t hall,
                           uint64_t counter, uint64_t *id);
/* Somebody is there. DB_NONE: there is no such open call. */
enum db_result panic_finish(struct db *db, uint64_t id, uint64_t by, const struct civil *now);

enum db_result panic_read(struct db *db, struct arena *arena, uint64_t id, struct panic *panic);
/* Those nobody has come to yet, of all halls, oldest first. */
enum db_result panic_open_list(struct db *db, struct arena *arena, struct panic *list, size_t *n);
/* Open ones and all since then, newest first. */
enum db_result panic_recent_list(struct db *db, struct arena *arena, const struct civil *since, struct panic *list,
                                 size_t *n);
/* The open one of this officer. DB_NONE: none. */
enum db_result panic_of_user(struct db *db, struct arena *arena, uint64_t user, struct panic *panic);

#endif
