/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DEVICE_H
#define MOTCUA_MODEL_DEVICE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Devices of the hall. One asks to be let in and shows a pairing code; staff who stand before it type the code
 * and say what it is and where; from then on the secret in its cookie is its right, until somebody shuts it out.
 * The database knows only the hash of that secret. Times by the settable clock.
 */
#define DEVICE_COOKIE "thietbi"
#define DEVICE_COOKIE_S (365 * 86400)
#define DEVICE_CODE_DIGITS 6
#define DEVICE_CODE_S (15 * 60)     /* so long a pairing code is good */
#define DEVICE_ASKING_MOST 200      /* devices with a good code at a time */
#define DEVICE_ASKING_ADDRESS 20    /* … from one address (IPv6: one /64) */

/* As device.kind numbers them. */
enum device_kind {
    DEVICE_UNKNOWN, /* not approved yet */
    DEVICE_DISPENSER,
    DEVICE_KIOSK,
    DEVICE_BOARD,
    DEVICE_DISPLAY, /* over one counter */
    DEVICE_RATING,
    DEVICE_KIND_END
};
/* "dispenser" …; [0] is "unknown". */
extern const char *const device_kind_names[DEVICE_KIND_END];
/* DEVICE_UNKNOWN: there is no such kind. */
enum device_kind device_kind_of(const char *name);
/* Displays and rating tablets belong to one counter. */
bool device_kind_has_counter(enum device_kind kind);

enum device_state { DEVICE_ASKING, DEVICE_APPROVED, DEVICE_REVOKED };

/* What a cookie says. Texts are never NULL. */
struct device {
    uint64_t id;
    enum device_state state;
    enum device_kind kind;
    const char *name, *place;
    uint64_t hall;           /* 0 until it is approved */
    const char *hall_code;   /* "trung-tam" */
    const char *hall_name, *hall_name_en;
    uint64_t counter;        /* 0: none */
    unsigned counter_number; /* 0: none */
    const char *zone;        /* "": all of the hall */
    unsigned text_px;        /* 0: the usual size of its kind */
    const char *code;        /* pairing code; "" unless it is asking */
    struct civil code_until; /* when that ends */
    bool code_is_good;       /* it is asking, and its code has not ended */
};

/* The device of a cookie, one query. DB_NONE: unknown. */
enum db_result device_find(struct db *db, struct arena *arena, const char *secret,
                           const struct civil *now, struct device *device);

/*
 * A new device with a pairing code of its own, inside the caller's transaction; the secret for its cookie in
 * *secret. DB_NONE: so many are asking already that this one has to wait.
 */
enum db_result device_ask(struct db *db, struct arena *arena, const char *address, const char **secret);
/* A fresh code for one that is asking. DB_NONE: it is not, or too many are. */
enum db_result device_ask_again(struct db *db, struct arena *arena, uint64_t id, const char *address);

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

/* Halls and counters by what people call them. DB_NONE: there is none. `code` "": the first one. */
enum db_result device_hall(struct db *db, struct arena *arena, const char *code, uint64_t *hall);
enum db_result device_counter(struct db *db, struct arena *arena, uint64_t hall, unsigned number, uint64_t *counter);

#endif
