/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_COUNTER_DISPLAY_H
#define MOTCUA_MODEL_COUNTER_DISPLAY_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/ticket.h"

/* What stands over a counter. Texts are never NULL. */
struct counter_display {
    unsigned number;
    const char *name;
    const char *state;            /* "open" "paused" "closed"; a session of an earlier day is none */
    char label[TICKET_LABEL_MAX]; /* called or served there now; "" for none */
    const char *ticket;           /* "called" "serving"; "" for none */
    const char *officer, *title;  /* only where the device is set so and somebody sits there; else "" */
};

/* The counter of a device. DB_NONE: it belongs to none. One statement. */
enum db_result counter_display_read(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                                    struct counter_display *out);

#endif
