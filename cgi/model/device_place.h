/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DEVICE_PLACE_H
#define MOTCUA_MODEL_DEVICE_PLACE_H

#include "lib/data.h"
#include "model/device.h"

/* What staff say about a device. Texts are cut to their columns. */
struct device_place {
    enum device_kind kind;
    uint64_t hall;
    uint64_t counter; /* 0: none */
    const char *zone, *name, *place;
    unsigned text_px; /* 0, or DEVICE_TEXT_LEAST … DEVICE_TEXT_MOST */
};
#define DEVICE_TEXT_LEAST 16
#define DEVICE_TEXT_MOST 96

enum device_verdict {
    DEVICE_GOOD,
    DEVICE_NO_CODE,     /* nobody asks with this code, or not any more */
    DEVICE_NO_DEVICE,   /* not there, or not in that state */
    DEVICE_NO_HALL,
    DEVICE_NO_COUNTER,  /* this kind needs one, and of this hall */
    DEVICE_OTHER_COUNTER, /* this kind belongs to none */
    DEVICE_FAIL
};

/* All inside the caller's transaction; `by` 0: the administrator at the server's own keyboard. The code is spent:
 * of two who type it at the same moment one finds DEVICE_NO_CODE. */
enum device_verdict device_approve(struct db *db, struct arena *arena, const char *code,
                                   const struct device_place *place, uint64_t by, uint64_t *id);
/* One that never asked: the secret is given. */
enum device_verdict device_add(struct db *db, struct arena *arena, const char *secret,
                               const struct device_place *place, uint64_t *id);
enum device_verdict device_change(struct db *db, struct arena *arena, uint64_t id,
                                  const struct device_place *place);
/* Shut out at once and for good. DB_NONE: not there, or shut out already. */
enum db_result device_revoke(struct db *db, uint64_t id, uint64_t by);

/* Asks it for something at its next report. DB_NONE: it is not approved. */
enum db_result device_want(struct db *db, uint64_t id, enum device_wish wish);

/* Halls and counters by what people call them. DB_NONE: there is none. `code` "": the first one. */
enum db_result device_hall(struct db *db, struct arena *arena, const char *code, uint64_t *hall);
enum db_result device_counter(struct db *db, struct arena *arena, uint64_t hall, unsigned number, uint64_t *counter);

/* The body a hall belongs to. DB_NONE: there is no such hall. */
enum db_result device_hall_agency(struct db *db, struct arena *arena, uint64_t hall, uint64_t *agency);

/*
 * What there is to choose from, in use, of halls of these bodies (as of scope_agencies(); NULL: all). Lists below
 * `data`: Halls.N.{Id,Name,NameEn}, Counters.N.{Id,Number,Name,HallId,Hall}, Zones.N.Zone.
 */
enum db_result device_choices(struct db *db, struct data *data, const char *agencies);

#endif
