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

/* What a device is asked to do at its next report. */
enum device_wish { DEVICE_WISH_NOTHING, DEVICE_WISH_RELOAD, DEVICE_WISH_CHECK, DEVICE_WISH_END };
extern const char *const device_wish_names[DEVICE_WISH_END + 1]; /* "nothing" …; ends with NULL, for a CHOICE */

/*
 * As device.printer numbers them. A browser that prints without asking does not learn what came of it: this is what
 * people say who stand before the device, in its self-test or with a ticket that did not come out.
 */
enum device_printer {
    DEVICE_PRINTER_NONE, /* it has none */
    DEVICE_PRINTER_UNKNOWN,
    DEVICE_PRINTER_OK,
    DEVICE_PRINTER_PAPER_LOW,
    DEVICE_PRINTER_NO_PAPER,
    DEVICE_PRINTER_TROUBLE,
    DEVICE_PRINTER_END
};
/* "none" "unknown" …; ends with NULL, for a CHOICE. */
extern const char *const device_printer_names[DEVICE_PRINTER_END + 1];

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
    bool speaks;             /* boards: calls out loud */
    unsigned volume;         /* 0 to 100 */
    bool shows_officer;      /* displays: who sits there stands on it */
    unsigned text_px;        /* 0: the usual size of its kind */
    const char *code;        /* pairing code; "" unless it is asking */
    struct civil code_until; /* when that ends */
    bool code_is_good;       /* it is asking, and its code has not ended */
    enum device_wish wanted;
    enum device_printer printer; /* as it was last said */
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

#endif
