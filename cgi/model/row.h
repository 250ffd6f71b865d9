/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_ROW_H
#define MOTCUA_MODEL_ROW_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/* Cells of a row as values. A NULL cell is 0, the absent number, a moment of year 0 or "". */
static inline uint64_t row_id(const char *cell)
{
    return cell ? strtoull(cell, NULL, 10) : 0;
}

static inline long row_number(const char *cell, long absent)
{
    return cell ? strtol(cell, NULL, 10) : absent;
}

static inline unsigned row_count(const char *cell)
{
    return (unsigned)row_number(cell, 0);
}

static inline bool row_flag(const char *cell)
{
    return row_number(cell, 0) != 0;
}

static inline struct civil row_moment(const char *cell)
{
    struct civil moment = {.year = 0};
    if (cell)
        civil_parse(cell, &moment);
    return moment;
}

/* The next place of a growing list in the arena: room doubles as it fills. */
static inline void *row_place(struct arena *arena, void **list, size_t *n, size_t bytes)
{
    if (*n == 0 || (*n >= 8 && (*n & (*n - 1)) == 0)) {
        void *more = arena_take_array(arena, *n ? 2 * *n : 8, bytes);
        if (*n)
            memcpy(more, *list, *n * bytes);
        *list = more;
    }
    return (char *)*list + (*n)++ * bytes;
}

/* "2026-11-23 09:30:00" in the arena, for a value of a statement. */
static inline const char *row_time(struct arena *arena, const struct civil *moment)
{
    return date_format_iso_time(arena_take(arena, DATE_TEXT_MAX), moment);
}
static inline const char *row_day(struct arena *arena, const struct civil *moment)
{
    return date_format_iso(arena_take(arena, DATE_TEXT_MAX), moment);
}

#endif
