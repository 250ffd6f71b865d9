/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DEVICE_SCREEN_H
#define MOTCUA_MODEL_DEVICE_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"

/* What staff say about a board or a display beyond its place; of other kinds it has no meaning. */
enum screen_speech {
    SCREEN_SPEAKS_FIRST, /* boards: it speaks if it is the first of its hall or zone (device.c) */
    SCREEN_SPEAKS,
    SCREEN_SILENT
};
#define SCREEN_VOLUME_MOST 100

struct device_screen {
    enum screen_speech speech;
    unsigned volume;    /* boards: 0 to SCREEN_VOLUME_MOST */
    bool shows_officer; /* displays: name and title of who sits there */
};

/* DB_NONE: there is no such device. */
enum db_result device_screen_read(struct db *db, struct arena *arena, uint64_t id, struct device_screen *screen);
/* In the caller's transaction. */
enum db_result device_screen_write(struct db *db, uint64_t id, const struct device_screen *screen);

#endif
