/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/wait_forecast_held.h"

#include "lib/clock.h"

/* A worker serves the devices of a few halls. */
enum { HALLS = 8 };

static struct held {
    uint64_t hall; /* 0: free */
    int64_t read_ms;
    int day, hour;
    struct forecast_load load;
} held[HALLS];

void forecast_forget(void)
{
    for (int i = 0; i < HALLS; i++)
        held[i].hall = 0;
}

/* The place of a hall, or the one that was read longest ago. */
static struct held *place_of(uint64_t hall)
{
    struct held *oldest = &held[0];
    for (int i = 0; i < HALLS; i++) {
        if (held[i].hall == hall)
            return &held[i];
        if (held[i].hall == 0 || held[i].read_ms < oldest->read_ms)
            oldest = &held[i];
    }
    return oldest;
}

const struct forecast_load *forecast_held(struct db *db, struct arena *arena, uint64_t hall,
                                          const struct civil *now)
{
    struct held *place = place_of(hall);
    int64_t ms = clock_monotonic_ms();
    bool fresh = place->hall == hall && ms - place->read_ms < FORECAST_HELD_MS &&
                 place->day == civil_day(now) && place->hour == now->hour;
    if (fresh)
        return &place->load;
    place->hall = 0;
    if (forecast_load_read(db, arena, hall, now, &place->load) != DB_OK)
        return NULL;
    *place = (struct held){
        .hall = hall, .read_ms = ms, .day = civil_day(now), .hour = now->hour, .load = place->load};
    return &place->load;
}
