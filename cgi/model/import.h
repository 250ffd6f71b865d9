/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_IMPORT_H
#define MOTCUA_MODEL_IMPORT_H

#include <stdint.h>

#include "lib/db.h"
#include "lib/token.h"

/* The record of an import, written in the import's own transaction. */
struct import_run {
    int64_t id;
    const char *kind; /* national procedures sample */
    const char *file_name;
    uint8_t sha256[TOKEN_DIGEST_BYTES];
    const char *run_by;
    const char *started_at, *finished_at;
    int64_t lines, added, updated, same, cleaned, refused;
};

enum db_result import_run_add(struct db *db, struct import_run *run); /* sets the id */
enum db_result import_run_finish(struct db *db, const struct import_run *run);

struct import_row {
    size_t line;
    const char *code;
    const char *action; /* added updated same refused */
    const char *changes;
    const char *reason;
    const char *raw; /* NULL where nothing was done */
};

/* Rows are gathered and written several at a time. Their texts must live until the flush. */
#define IMPORT_ROWS_AT_ONCE 8
struct import_rows {
    struct db *db;
    int64_t run;
    struct import_row rows[IMPORT_ROWS_AT_ONCE];
    size_t count;
};

void import_rows_open(struct import_rows *rows, struct db *db, int64_t run);
enum db_result import_rows_add(struct import_rows *rows, const struct import_row *row);
enum db_result import_rows_flush(struct import_rows *rows);

#endif
