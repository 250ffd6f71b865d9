/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/job_run.h"

#include "lib/clock.h"

static void moment(char out[DATE_TEXT_MAX], int64_t ago_s)
{
    struct civil now = clock_now(), then = civil_from_second(civil_second(&now) - ago_s);
    date_format_iso_time(out, &then);
}

enum db_result job_run_due(struct db *db, struct arena *arena, const char *job, int64_t every_s)
{
    char since[DATE_TEXT_MAX];
    struct db_row row;
    moment(since, every_s);
    enum db_result recent = db_one(db, arena,
                                   "select id from job_run where job = ? and started_at > ? and "
                                   "state = 'done' limit 1",
                                   DB_ARGS(db_text(job), db_text(since)), &row);
    return recent == DB_OK ? DB_NONE : recent == DB_NONE ? DB_OK : DB_FAIL;
}

enum db_result job_run_begin(struct db *db, const char *job, uint64_t *id)
{
    char now[DATE_TEXT_MAX];
    moment(now, 0);
    if (db_begin(db) != DB_OK)
        return DB_FAIL;
    if (db_exec(db, "insert into job_run (job, started_at) values (?, ?)",
                DB_ARGS(db_text(job), db_text(now))) != DB_OK)
        return DB_FAIL;
    *id = db_inserted(db);
    return db_commit(db);
}

enum db_result job_run_end(struct db *db, uint64_t id, bool done, uint64_t count, const char *note)
{
    char now[DATE_TEXT_MAX];
    moment(now, 0);
    return db_exec(db,
                   "update job_run set ended_at = ?, state = ?, count = ?, note = ? where id = ?",
                   DB_ARGS(db_text(now), db_text(done ? "done" : "failed"),
                           db_number((int64_t)count), db_text(note), db_number((int64_t)id)));
}
