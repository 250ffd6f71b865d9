/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_CALENDAR_HELD_H
#define MOTCUA_MODEL_CALENDAR_HELD_H

#include <stdint.h>

#include "model/calendar.h"

/*
 * The calendar of an agency from the worker's memory, read once for each
 * published state of the catalogue (`version`, see catalogue.h: whoever changes
 * working hours or special days raises it). Lives until the next call with
 * another version. NULL: the database cannot give it.
 */
const struct worktime_calendar *calendar_now(struct db *db, uint64_t version, const char *agency);
void calendar_forget(void); /* for tests and a clean end */

#endif
