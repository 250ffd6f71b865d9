/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_ADVICE_HELD_H
#define MOTCUA_MODEL_HALL_ADVICE_HELD_H

#include "model/hall_advice.h"

/*
 * Advice for the page that follows a hall, from the worker's memory: as long as nothing happens there and until the
 * minute is over, it is simulated once, however many look on. Of the ADVICE_HALLS halls asked for last.
 */
enum { ADVICE_HALLS = 8 };

/* One advice in numbers: all its sentence needs. */
struct advice_line {
    unsigned counter;  /* number */
    bool again;        /* it is paused; else closed */
    bool first;        /* nobody serves the group now */
    uint64_t group;    /* it helps most */
    int before, after; /* minutes nine of ten of them wait */
};

/* The number of lines; the best first. */
size_t advice_lines(const struct hall_advice *advice, struct advice_line lines[ADVICE_MAX]);

enum db_result hall_advice_held(struct db *db, struct arena *arena, const struct hall *hall,
                                const struct hall_live *live, struct advice_line lines[ADVICE_MAX], size_t *n);

#endif
