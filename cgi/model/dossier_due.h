/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_DUE_H
#define MOTCUA_MODEL_DOSSIER_DUE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"
#include "model/worktime.h"

/*
 * The due time of a stored dossier, counted from its rows: reception, term and rule as they were at reception, and
 * the pauses of its clock. The trace is worktime_trace() of the same request. Moments are civil minutes, -1 for none.
 * Everything lives in the arena but the calendar, which lives as calendar_now() says.
 */
struct dossier_due {
    bool known; /* false: no limit in numbers, or its term or rule cannot be read */
    bool standing; /* a pause is open: there is no due time now, `due` is the one stored */
    int64_t due;
    int64_t counted; /* without the extension; equals `due` where there was none */
    int64_t extended, apologised;
    int64_t stored; /* dossier.due_at */
    struct worktime_request request;
    struct worktime_result result;
    const struct worktime_calendar *calendar;
};

/* Two statements, with the calendar in memory. DB_NONE: no such dossier. */
enum db_result dossier_due(struct db *db, struct arena *arena, uint64_t dossier,
                           struct dossier_due *out);

/*
 * After an extension the promised time moves by the working length of the pauses that began after it was set and
 * before it was reached.
 */
int64_t dossier_due_extended(const struct worktime_calendar *calendar, int64_t extended,
                             int64_t apologised, const struct worktime_pause *pauses, size_t n);

/* The counting itself, for who reads many at once: request, extended, apologised, stored, calendar and
 * `standing` (a pause is open) are set. */
void dossier_due_count(struct dossier_due *out);

/* "5 working_day", as worktime_term_parse() reads it; value is not used for same_day. */
bool dossier_term_parse(struct arena *arena, const char *value, const char *unit,
                        struct worktime_term *term);

#endif
