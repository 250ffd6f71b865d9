/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_STATUS_DUE_H
#define MOTCUA_MODEL_STATUS_DUE_H

#include <stdbool.h>

#include "lib/request.h"
#include "model/dossier_status.h"

/*
 * The due time of a dossier: when, how long still or how late, and the
 * day-by-day "why this date" from the same module that set it.
 */
enum status_pace { PACE_NONE /* no due time yet, or standing */, PACE_ON_TIME, PACE_LATE };

/* Undecided past its due time, or decided after the one first promised. */
bool status_late(const struct dossier_status *status, const struct civil *now);

/* Fills Status.Due*, Status.Left* and Status.Trace.*. False after a database error. */
bool status_due_fill(struct request *rq, const struct dossier_status *status,
                     const struct civil *now, enum status_pace *pace);

#endif
