/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_JOBS_JOBS_H
#define MOTCUA_JOBS_JOBS_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/db.h"

/* A job does a batch in one transaction: DB_OK when there may be more, DB_NONE when all is done. */
struct job {
    const char *name;
    int64_t every_s; /* not more often than so */
    enum db_result (*run)(struct db *db, uint64_t *count);
    bool own; /* `run` opens and ends its transactions itself */
};

/* Runs what is due. The exit status: 1 when a job failed. */
int jobs_run(struct db *db, const struct job *jobs);

#endif
