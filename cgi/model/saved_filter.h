/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SAVED_FILTER_H
#define MOTCUA_MODEL_SAVED_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/date.h"
#include "lib/db.h"

/* Filters of the worklist by name; worklist_frame_read() reads them. In the caller's transaction. */

/* A filter of the same name is replaced. DB_NONE: the person has as many as may be. */
enum db_result saved_filter_put(struct db *db, uint64_t user, const char *name, const char *query,
                                bool is_default, const struct civil *now);
/* DB_NONE: this person has no such filter. */
enum db_result saved_filter_drop(struct db *db, uint64_t user, uint64_t id);

#endif
