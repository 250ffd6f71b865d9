/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HOUSEKEEPING_H
#define MOTCUA_MODEL_HOUSEKEEPING_H

#include <stdint.h>

#include "lib/db.h"

/* What is no longer needed goes. Each removes at most a batch, in the caller's transaction, adding
 * the rows to *count: DB_OK when there may be more, DB_NONE when that was all, DB_FAIL. */
enum db_result housekeeping_request_keys(struct db *db, uint64_t *count); /* forms live 24 hours */
enum db_result housekeeping_sessions(struct db *db, uint64_t *count);
enum db_result housekeeping_lookup_tries(struct db *db, uint64_t *count);
enum db_result housekeeping_sign_in_tries(struct db *db, uint64_t *count);
enum db_result housekeeping_known_browsers(struct db *db, uint64_t *count);
enum db_result housekeeping_askers(struct db *db, uint64_t *count); /* devices that asked and were not let in */
enum db_result housekeeping_device_checks(struct db *db, uint64_t *count); /* self-tests, after a year */
enum db_result housekeeping_job_runs(struct db *db, uint64_t *count); /* their book keeps a month */

#endif
