/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/import.h"

enum db_result import_run_add(struct db *db, struct import_run *run)
{
    enum db_result result =
        db_exec(db,
                "insert into import_run (kind, file_name, sha256, started_at, run_by)"
                " values (?, left(?, 250), ?, ?, left(?, 60))",
                DB_ARGS(db_text(run->kind), db_text(run->file_name),
                        db_bytes(run->sha256, sizeof run->sha256), db_text(run->started_at),
                        db_text(run->run_by)));
    run->id = (int64_t)db_inserted(db);
    return result;
}

enum db_result import_run_finish(struct db *db, const struct import_run *run)
{
    return db_exec(db,
                   "update import_run set finished_at = ?, line_count = ?, added_count = ?,"
                   " updated_count = ?, same_count = ?, cleaned_count = ?, refused_count = ?"
                   " where id = ?",
                   DB_ARGS(db_text(run->finished_at), db_number(run->lines), db_number(run->added),
                           db_number(run->updated), db_number(run->same), db_number(run->cleaned),
                           db_number(run->refused), db_number(run->id)));
}

void import_rows_open(struct import_rows *rows, struct db *db, int64_t run)
{
    *rows = (struct import_rows){.db = db, .run = run};
}

static enum db_result row_write(struct import_rows *rows, const struct import_row *row)
{
    return db_exec(rows->db,
                   "insert into import_row (run_id, line, code, action, changes, reason, raw)"
                   " values (?, ?, left(?, 40), ?, left(?, 1000), left(?, 500), ?)",
                   DB_ARGS(db_number(rows->run), db_number((int64_t)row->line), db_text(row->code),
                           db_text(row->action), db_text(row->changes), db_text(row->reason),
                           db_text(row->raw)));
}

#define ONE_ROW "(?, ?, left(?, 40), ?, left(?, 1000), left(?, 500), ?)"

/* All rows of a full batch in one round trip. */
static enum db_result batch_write(struct import_rows *rows)
{
    struct db_value values[IMPORT_ROWS_AT_ONCE * 7 + 1];
    size_t n = 0;
    for (size_t i = 0; i < IMPORT_ROWS_AT_ONCE; i++) {
        const struct import_row *row = &rows->rows[i];
        values[n++] = db_number(rows->run);
        values[n++] = db_number((int64_t)row->line);
        values[n++] = db_text(row->code);
        values[n++] = db_text(row->action);
        values[n++] = db_text(row->changes);
        values[n++] = db_text(row->reason);
        values[n++] = db_text(row->raw);
    }
    values[n] = (struct db_value){.type = DB_END};
    return db_exec(rows->db,
                   "insert into import_row (run_id, line, code, action, changes, reason, raw)"
                   " values " ONE_ROW ", " ONE_ROW ", " ONE_ROW ", " ONE_ROW ", " ONE_ROW
                   ", " ONE_ROW ", " ONE_ROW ", " ONE_ROW,
                   values);
}

enum db_result import_rows_flush(struct import_rows *rows)
{
    enum db_result result = DB_OK;
    if (rows->count == IMPORT_ROWS_AT_ONCE) {
        result = batch_write(rows);
    } else {
        for (size_t i = 0; i < rows->count && result != DB_FAIL; i++)
            result = row_write(rows, &rows->rows[i]);
    }
    rows->count = 0;
    return result;
}

enum db_result import_rows_add(struct import_rows *rows, const struct import_row *row)
{
    rows->rows[rows->count++] = *row;
    return rows->count == IMPORT_ROWS_AT_ONCE ? import_rows_flush(rows) : DB_OK;
}
