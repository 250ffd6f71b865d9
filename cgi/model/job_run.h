/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_JOB_RUN_H
#define MOTCUA_MODEL_JOB_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"

/* The book of background jobs: one row a run. */

/* DB_OK: the job last ended well more than `every_s` ago, or never. DB_NONE: not yet. */
enum db_result job_run_due(struct db *db, struct arena *arena, const char *job, int64_t every_s);
/* Opens a row, in a transaction of its own, so that a run that dies is seen. */
enum db_result job_run_begin(struct db *db, const char *job, uint64_t *id);
/* In the caller's transaction. */
enum db_result job_run_end(struct db *db, uint64_t id, bool done, uint64_t count,
                           const char *note);

#endif
