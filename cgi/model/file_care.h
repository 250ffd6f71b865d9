/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_FILE_CARE_H
#define MOTCUA_MODEL_FILE_CARE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/db.h"
#include "lib/store.h"
#include "lib/token.h"

/*
 * What the background program does for the store of files. Each does a batch in the caller's transaction and adds to
 * *count what it did: DB_OK when there may be more, DB_NONE when that was all, DB_FAIL.
 */

/* Scans what waits. While the scanner is away everything goes on waiting, which is no failure. */
enum db_result file_care_scan(struct db *db, uint64_t *count);

/* Reads again what was not read for FILE_AUDIT_DAYS, the oldest first, FILE_AUDIT_BYTES a run at most, and what was
 * damaged the last time. What has not its hash is marked and goes into the audit. */
enum { FILE_AUDIT_DAYS = 30 };
#define FILE_AUDIT_BYTES (INT64_C(4) * 1024 * 1024 * 1024)
enum db_result file_care_audit(struct db *db, uint64_t *count);

/* Contents without a row, and what arrived and was never moved, after a day. */
enum db_result file_care_sweep(struct db *db, uint64_t *count);

/* What the scanner refused is kept for FILE_REFUSED_DAYS, should it have been wrong, and then removed. */
enum { FILE_REFUSED_DAYS = 30 };
enum db_result file_care_refused(struct db *db, uint64_t *count);

/* Every content that should be in the store: for the administrator's check. A false answer stops. */
struct file_content {
    uint64_t id, size;
    uint8_t digest[TOKEN_DIGEST_BYTES];
};
enum db_result file_care_each(struct db *db, bool (*content)(void *context, const struct file_content *content),
                              void *context);

#endif
