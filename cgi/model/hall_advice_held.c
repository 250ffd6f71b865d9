/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_advice_held.h"

#include <string.h>

static struct held {
    uint64_t hall; /* 0: free */
    uint64_t key, turn;
    struct advice_line lines[ADVICE_MAX];
    size_t n;
} held[ADVICE_HALLS];
static uint64_t turns;

size_t advice_lines(const struct hall_advice *advice, struct advice_line lines[ADVICE_MAX])
{
    for (size_t i = 0; i < advice->n; i++) {
        const struct advice *one = &advice->advices[i];
        const struct advice_group *group = &advice->groups[one->group];
        lines[i] = (struct advice_line){
            .counter = one->counter->number,
            .again = one->counter->state == COUNTER_PAUSED,
            .first = group->now.wait_90 == SIM_NEVER,
            .group = group->group->id,
            .before = group->now.wait_90,
            .after = one->then[one->group].wait_90,
        };
    }
    return advice->n;
}

/* ---- what it was made from ------------------------------------------------------------------- */

static uint64_t mixed(uint64_t key, uint64_t number)
{
    for (int i = 0; i < 8; i++) {
        key ^= number >> 8 * i & 0xff;
        key *= UINT64_C(1099511628211); /* FNV-1a */
    }
    return key;
}

/* Differs when somebody comes, goes or moves, a counter changes, a setting does, or the minute. */
static uint64_t key_of(const struct hall *hall, const struct hall_live *live)
{
    uint64_t key = mixed(UINT64_C(14695981039346656037), hall->priority_run);
    key = mixed(key, (uint64_t)civil_minute(&live->at));
    for (size_t i = 0; i < live->n_groups; i++)
        key = mixed(mixed(key, live->groups[i].id), live->groups[i].minutes);
    for (size_t i = 0; i < live->n_counters; i++) {
        key = mixed(mixed(key, live->counters[i].number), live->counters[i].state);
        for (const char *letter = live->counters[i].letters; *letter; letter++)
            key = mixed(key, (uint64_t)*letter);
    }
    for (size_t i = 0; i < live->n_tickets; i++)
        key = mixed(mixed(mixed(key, live->tickets[i].id), live->tickets[i].state), live->tickets[i].group);
    return key;
}

/* ---- held ------------------------------------------------------------------------------------ */

/* The place of a hall, or the one that was asked for longest ago. */
static struct held *place_of(uint64_t hall)
{
    struct held *oldest = &held[0];
    for (int i = 0; i < ADVICE_HALLS; i++) {
        if (held[i].hall == hall)
            return &held[i];
        if (held[i].turn < oldest->turn)
            oldest = &held[i];
    }
    return oldest;
}

enum db_result hall_advice_held(struct db *db, struct arena *arena, const struct hall *hall,
                                const struct hall_live *live, struct advice_line lines[ADVICE_MAX], size_t *n)
{
    struct held *place = place_of(hall->id);
    uint64_t key = key_of(hall, live);
    if (place->hall != hall->id || place->key != key) {
        struct hall_advice advice;
        place->hall = 0;
        if (hall_advice_make(db, arena, hall, live, &advice) != DB_OK)
            return DB_FAIL;
        *place = (struct held){.hall = hall->id, .key = key};
        place->n = advice_lines(&advice, place->lines);
    }
    place->turn = ++turns;
    memcpy(lines, place->lines, sizeof place->lines);
    *n = place->n;
    return DB_OK;
}
