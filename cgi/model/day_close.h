/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DAY_CLOSE_H
#define MOTCUA_MODEL_DAY_CLOSE_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * The end of a day in a hall: sessions of counters end, tickets still open become closed and not exact, each with its
 * event, and hall_day says so. It may be closed DAY_CLOSE_AFTER minutes after the last shift, and is at midnight at
 * the latest; a day that was never closed (the server was off) is closed by the next run, and so is what was opened on
 * a closed day (a clock ran ahead for a while).
 */
enum { DAY_CLOSE_AFTER = 30 };

/* The job: closes one day of one hall that is due, in a transaction of its own, adding the tickets it closed and the
 * day to *count. DB_OK: there may be more; DB_NONE: nothing is due; DB_FAIL. */
enum db_result day_close_next(struct db *db, uint64_t *count);

/* For whoever opens a counter while an earlier day is not closed: ends what `before` this day is still open at this
 * counter and with this officer (sessions and the ticket before them). */
enum db_result day_close_leftover(struct db *db, struct arena *arena, uint64_t counter, uint64_t user,
                                  const struct civil *now);

#endif
