/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/housekeeping.h"

#include "lib/arena.h"
#include "lib/clock.h"

#define BATCH 1000
#define DAY 86400

/* `sql` takes the moment before which rows go, and the size of a batch. */
static enum db_result remove_before(struct db *db, const char *sql, int64_t age_s, uint64_t *count)
{
    char before[DATE_TEXT_MAX];
    struct civil now = clock_now(), then = civil_from_second(civil_second(&now) - age_s);
    date_format_iso_time(before, &then);
    if (db_exec(db, sql, DB_ARGS(db_text(before), db_number(BATCH))) == DB_FAIL)
        return DB_FAIL;
    *count += db_changed(db);
    return db_changed(db) == BATCH ? DB_OK : DB_NONE;
}

enum db_result housekeeping_request_keys(struct db *db, uint64_t *count)
{
    return remove_before(db, "delete from request_key where at < ? order by at limit ?", 2 * DAY,
                         count);
}

/* Ended sessions stay for a month, so that a theft can still be looked into. */
enum db_result housekeeping_sessions(struct db *db, uint64_t *count)
{
    return remove_before(db, "delete from session where expires_at < ? limit ?", 30 * DAY, count);
}

enum db_result housekeeping_lookup_tries(struct db *db, uint64_t *count)
{
    return remove_before(db, "delete from lookup_try where hour < ? order by hour limit ?", DAY,
                         count);
}

enum db_result housekeeping_sign_in_tries(struct db *db, uint64_t *count)
{
    return remove_before(db, "delete from sign_in_try where slot < ? order by slot limit ?", DAY,
                         count);
}

enum db_result housekeeping_known_browsers(struct db *db, uint64_t *count)
{
    return remove_before(db, "delete from known_browser where seen_at < ? limit ?", 90 * DAY, count);
}

/* One that waits asks again every quarter of an hour. */
enum db_result housekeeping_askers(struct db *db, uint64_t *count)
{
    return remove_before(db, "delete from device where state = 'asking' and asked_at < ? limit ?", 2 * 3600, count);
}

enum db_result housekeeping_device_checks(struct db *db, uint64_t *count)
{
    return remove_before(db, "delete from device_check where at < ? limit ?", 366 * DAY, count);
}

enum db_result housekeeping_job_runs(struct db *db, uint64_t *count)
{
    return remove_before(db, "delete from job_run where started_at < ? order by id limit ?", 30 * DAY, count);
}
