/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "jobs/jobs.h"

#include <unistd.h>

#include "lib/log.h"
#include "model/job_run.h"

#define TRIES 5
#define PAUSE_US 50000
#define ARENA_CEILING (1024 * 1024)

/* One batch in one transaction, again after a deadlock or a lost connection. */
static enum db_result batch(struct db *db, const struct job *job, uint64_t *count)
{
    for (int tries = 0; tries < TRIES; tries++) {
        uint64_t done = 0;
        bool begun = job->own || db_begin(db) == DB_OK;
        enum db_result more = begun ? job->run(db, &done) : DB_FAIL;
        if (more != DB_FAIL && (job->own || db_commit(db) == DB_OK)) {
            *count += done;
            return more;
        }
        enum db_error error = db_last_error(db);
        db_rollback(db);
        if (error != DB_ERROR_AGAIN && error != DB_ERROR_LOST)
            return DB_FAIL;
        usleep(PAUSE_US);
    }
    return DB_FAIL;
}

static bool note_end(struct db *db, uint64_t id, bool done, uint64_t count, const char *note)
{
    bool noted = db_begin(db) == DB_OK && job_run_end(db, id, done, count, note) == DB_OK &&
                 db_commit(db) == DB_OK;
    db_rollback(db);
    return noted;
}

static bool job_do(struct db *db, const struct job *job)
{
    uint64_t id, count = 0;
    if (job_run_begin(db, job->name, &id) != DB_OK) {
        log_error("the job %s cannot begin: %s", job->name, db_last_text(db));
        db_rollback(db);
        return false;
    }
    enum db_result more;
    do
        more = batch(db, job, &count);
    while (more == DB_OK);
    bool done = more == DB_NONE;
    if (!done)
        log_error("the job %s failed: %s", job->name, db_last_text(db));
    else if (count > 0)
        log_info("the job %s did %llu", job->name, (unsigned long long)count);
    return note_end(db, id, done, count, done ? "" : "see the log") && done;
}

int jobs_run(struct db *db, const struct job *jobs)
{
    int status = 0;
    struct arena *arena = arena_open(ARENA_CEILING);
    for (const struct job *job = jobs; job->name; job++) {
        enum db_result due = job_run_due(db, arena, job->name, job->every_s);
        if (due == DB_FAIL) {
            log_error("the book of jobs cannot be read: %s", db_last_text(db));
            status = 1;
            break; /* the next minute tries again */
        }
        if (due == DB_OK && !job_do(db, job))
            status = 1;
        arena_clear(arena);
    }
    arena_close(arena);
    return status;
}
