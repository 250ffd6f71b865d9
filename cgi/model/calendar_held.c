/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/calendar_held.h"

#include <string.h>

/* A calendar is a few kilobytes; a province has about 150 bodies. */
enum { HELD_MAX = 256, ARENA_MAX = 8 * 1024 * 1024 };

static struct {
    struct arena *arena;
    uint64_t version;
    size_t n;
    struct {
        const char *agency;
        struct worktime_calendar calendar;
    } items[HELD_MAX];
} held;

void calendar_forget(void)
{
    arena_close(held.arena);
    held.arena = NULL;
    held.n = 0;
}

const struct worktime_calendar *calendar_now(struct db *db, uint64_t version, const char *agency)
{
    if (held.arena && (held.version != version || held.n == HELD_MAX))
        calendar_forget();
    if (!held.arena)
        held.arena = arena_open(ARENA_MAX);
    held.version = version;
    for (size_t i = 0; i < held.n; i++)
        if (!strcmp(held.items[i].agency, agency))
            return &held.items[i].calendar;
    struct worktime_calendar calendar;
    if (calendar_load(db, held.arena, agency, &calendar) != DB_OK)
        return NULL;
    held.items[held.n].agency = arena_copy(held.arena, agency);
    held.items[held.n].calendar = calendar;
    return &held.items[held.n++].calendar;
}
