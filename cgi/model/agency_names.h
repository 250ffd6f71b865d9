/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_AGENCY_NAMES_H
#define MOTCUA_MODEL_AGENCY_NAMES_H

#include <stdbool.h>

#include "lib/arena.h"
#include "lib/db.h"

/* Code and name of every agency that exists today, nearest to the top first; not the units inside. */
enum db_result agency_names(struct db *db,
                            bool (*name)(void *context, const char *code, const char *name),
                            void *context);

/* Name of the province from the settings, "" when it is not there or cannot be read. */
const char *agency_province(struct db *db, struct arena *arena);

#endif
