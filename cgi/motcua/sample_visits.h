/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_SAMPLE_VISITS_H
#define MOTCUA_MOTCUA_SAMPLE_VISITS_H

#include "model/hall.h"
#include "model/sample.h"
#include "model/worktime.h"

/*
 * Visitors of one past day in one hall of the sample, so that reports, replay, forecasts and ratings have something to
 * say from the beginning. Nothing is written past the rules: tickets are given out, called and served, and officers
 * rated, by the functions that dispensers, counters and tablets use. A day comes out the same each time.
 */
struct sample_visits {
    struct db *db;
    uint64_t version; /* of the catalogue */
    const struct hall *hall;
    const struct worktime_day *shifts; /* of that day, at least one */
    const struct sample_officer *officers;
    size_t n; /* of officers; those of other halls are left out */
    double share; /* of the visitors that keep the officers busy */
};

struct sample_totals {
    unsigned days, tickets, votes; /* days: of each hall */
};

/* One transaction of its own, committed; adds to *totals. False: the database. */
bool sample_visits(const struct sample_visits *day, struct sample_totals *totals);

#endif
