/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WAIT_FORECAST_HELD_H
#define MOTCUA_MODEL_WAIT_FORECAST_HELD_H

#include "model/wait_forecast.h"

/*
 * How a hall is loaded, from the worker's memory: as it was within the last FORECAST_HELD_MS. For what is printed on a
 * ticket, while many are given out at once. NULL: the database failed.
 */
enum { FORECAST_HELD_MS = 1000 };

const struct forecast_load *forecast_held(struct db *db, struct arena *arena, uint64_t hall,
                                          const struct civil *now);
void forecast_forget(void); /* for tests */

#endif
