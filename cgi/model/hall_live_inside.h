/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_LIVE_INSIDE_H
#define MOTCUA_MODEL_HALL_LIVE_INSIDE_H

#include "model/hall_live.h"

/* What reading from the tables of now and from history share. */
struct live_reading {
    struct db *db;
    struct arena *arena;
    uint64_t hall;
    struct civil at;
    void *groups, *counters, *tickets, *panics;
    size_t n_groups, n_counters, n_tickets, n_panics;
};

/* Columns: id, letter, number, state, class, group, counter, rank_at, arrival_at, since. */
bool live_ticket_row(void *context, const struct db_row *row);

/* Columns: id, number, name, is_active, state, pause, officer, since, letters. */
bool live_counter_row(void *context, const struct db_row *row);

/* Groups and calls for help as of r->at. */
enum db_result live_groups_read(struct live_reading *r);
enum db_result live_panics_read(struct live_reading *r);

/* Counts, longest waits, who is before which counter. */
void live_finish(struct live_reading *r, struct hall_live *live);

#endif
