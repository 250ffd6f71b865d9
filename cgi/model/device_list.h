/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DEVICE_LIST_H
#define MOTCUA_MODEL_DEVICE_LIST_H

#include "model/device.h"

/* One device as staff see it. Texts are never NULL and live as long as the callback; moments are "" when they have
 * not been, else "YYYY-MM-DD HH:MM:SS". */
struct device_line {
    uint64_t id;
    enum device_state state;
    enum device_kind kind;
    uint64_t hall, agency; /* 0 while it is asking */
    const char *hall_code, *hall_name, *hall_name_en;
    unsigned counter;      /* its number; 0: none */
    const char *zone, *name, *place;
    unsigned text_px;
    const char *asked_at, *asked_from, *approved_at, *approved_by, *ended_at, *ended_by;
    const char *seen_at, *seen_from, *copied_at, *version, *page, *printer, *printer_at;
    bool has_drift;
    int64_t drift_ms;      /* its clock less ours */
    const char *bad_checks; /* names of self-tests whose last result was bad, with commas; "" for none */
};

/*
 * Devices by hall, kind, counter, name; those shut out last. `agencies`: as of scope_agencies(), only of halls of these
 * bodies; NULL: all. Those that are asking, with an ended code too, belong to nobody yet. A false answer
 * of `line` ends it.
 */
enum db_result device_each(struct db *db, const char *agencies,
                           bool (*line)(void *context, const struct device_line *line), void *context);

/* One of them, with texts in the arena. DB_NONE: there is no such device. */
enum db_result device_get(struct db *db, struct arena *arena, uint64_t id, struct device_line *line);

#endif
