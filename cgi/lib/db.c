/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/db.h"

#include <errmsg.h>
#include <stdlib.h>

#include "lib/buffer.h"
#include "lib/db_inside.h"
#include "lib/fault.h"
#include "lib/log.h"
#include "lib/settings.h"

struct db_value db_text_value(const char *text)
{
    if (!text)
        return db_null();
    return (struct db_value){.type = DB_TEXT, .bytes = text, .length = strlen(text)};
}

struct db *db_open(void)
{
    struct db *db = calloc(1, sizeof *db);
    if (!db)
        log_fatal("out of memory: a database handle");
    db->timeout_ms = LIMIT_DB_TIMEOUT_S * 1000;
    if (!db_endpoints_read(db, settings.db_endpoints)) {
        db_close(db);
        return NULL;
    }
    return db;
}

void db_close(struct db *db)
{
    if (!db)
        return;
    if (db->reading)
        log_fatal("the database is closed while rows are read");
    db_drop(db);
    free(db->endpoint_texts);
    free(db);
}

void db_patient(struct db *db)
{
    db->patient = true;
    db->timeout_ms = DB_PATIENCE_MS;
}

/* ---- reading ------------------------------------------------------------------------- */

/* An alias is a template's name: a dot in it would make a deeper node. */
static bool aliases_are_plain(struct db *db, const struct statement *statement)
{
    for (unsigned i = 0; i < statement->columns; i++) {
        const char *name = statement->names[i];
        size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
        if (n == 0 || name[n] != '\0') {
            char text[160];
            snprintf(text, sizeof text, "column alias \"%.80s\" is not plain", name);
            db_error_take(db, 0, text, statement->sql);
            return false;
        }
    }
    return true;
}

static enum db_result rows_into(struct db *db, struct statement *statement, struct data *data,
                                const char *list)
{
    if (!aliases_are_plain(db, statement))
        return DB_FAIL;
    enum db_result result = DB_NONE;
    int more;
    while ((more = statement_row(db, statement)) > 0) {
        struct data *item = data_add(data, list);
        for (unsigned i = 0; i < statement->columns; i++)
            data_set_bytes(item, statement->names[i], statement->text[i],
                           statement->text_length[i]);
        result = DB_OK;
    }
    return more < 0 ? DB_FAIL : result;
}

enum db_result db_rows(struct db *db, struct data *data, const char *list, const char *sql,
                       const struct db_value *args)
{
    struct statement *statement = statement_run(db, sql, args, true);
    if (!statement)
        return DB_FAIL;
    enum db_result result = rows_into(db, statement, data, list);
    statement_done(db, statement);
    return result;
}

enum db_result db_each(struct db *db, const char *sql, const struct db_value *args,
                       bool (*row)(void *context, const struct db_row *row), void *context)
{
    struct statement *statement = statement_run(db, sql, args, true);
    if (!statement)
        return DB_FAIL;
    enum db_result result = DB_NONE;
    int more;
    while ((more = statement_row(db, statement)) > 0) {
        result = DB_OK;
        const struct db_row now = {.columns = statement->columns,
                                   .text = statement->text,
                                   .length = statement->text_length};
        if (!row(context, &now))
            break;
    }
    statement_done(db, statement);
    return more < 0 ? DB_FAIL : result;
}

static struct db_row row_copy(struct arena *arena, const struct statement *statement)
{
    unsigned n = statement->columns;
    const char **text = arena_take_array(arena, n, sizeof *text);
    size_t *length = arena_take_array(arena, n, sizeof *length);
    for (unsigned i = 0; i < n; i++) {
        length[i] = statement->text_length[i];
        if (statement->text[i])
            text[i] = arena_copy_bytes(arena, statement->text[i], length[i]);
    }
    return (struct db_row){.columns = n, .text = text, .length = length};
}

enum db_result db_one(struct db *db, struct arena *arena, const char *sql,
                      const struct db_value *args, struct db_row *row)
{
    *row = (struct db_row){0};
    struct statement *statement = statement_run(db, sql, args, true);
    if (!statement)
        return DB_FAIL;
    int more = statement_row(db, statement);
    if (more > 0)
        *row = row_copy(arena, statement);
    statement_done(db, statement);
    return more > 0 ? DB_OK : more == 0 ? DB_NONE : DB_FAIL;
}

/* ---- writing --------------------------------------------------------------------------- */

enum db_result db_exec(struct db *db, const char *sql, const struct db_value *args)
{
    struct statement *statement = statement_run(db, sql, args, false);
    if (!statement)
        return DB_FAIL;
    my_ulonglong changed = mysql_stmt_affected_rows(statement->stmt);
    db->changed = changed == (my_ulonglong)-1 ? 0 : changed;
    db->inserted = mysql_stmt_insert_id(statement->stmt);
    statement_done(db, statement);
    return db->changed ? DB_OK : DB_NONE;
}

/* Statements are kept by their text: there are as many texts as there are numbers of rows. */
enum { ROWS_AT_ONCE = 16, ROWS_SQL = 8 * 1024 };

static const char *rows_sql(struct arena *arena, const char *sql, const char *row, size_t n)
{
    struct buffer out;
    buffer_init(&out, ROWS_SQL);
    buffer_text(&out, sql);
    for (size_t i = 0; i < n; i++)
        buffer_format(&out, "%s %s", i ? "," : "", row);
    if (out.full)
        log_fatal("rows too long for one statement: \"%.100s\"", sql);
    const char *text = arena_copy(arena, out.bytes);
    buffer_release(&out);
    return text;
}

static size_t question_marks(const char *row)
{
    size_t n = 0;
    for (; *row; row++)
        n += *row == '?';
    return n;
}

enum db_result db_exec_rows(struct db *db, struct arena *arena, const char *sql, const char *row,
                            const struct db_value *values, size_t n)
{
    size_t wide = question_marks(row);
    struct db_value *part = arena_take_array(arena, ROWS_AT_ONCE * wide + 1, sizeof *part);
    for (size_t done = 0, now; done < n; done += now) {
        now = n - done < ROWS_AT_ONCE ? n - done : ROWS_AT_ONCE;
        memcpy(part, values + done * wide, now * wide * sizeof *part);
        part[now * wide] = (struct db_value){.type = DB_END};
        if (db_exec(db, rows_sql(arena, sql, row, now), part) == DB_FAIL)
            return DB_FAIL;
    }
    return DB_OK;
}

uint64_t db_inserted(const struct db *db)
{
    return db->inserted;
}

uint64_t db_changed(const struct db *db)
{
    return db->changed;
}

/* ---- transactions ---------------------------------------------------------------------- */

/* `level`: what the next transaction alone is told first; NULL for nothing. */
static bool begun_with(struct db *db, const char *level, const char *sql)
{
    return db_connected(db) && (!level || db_command(db, level)) && db_command(db, sql);
}

static enum db_result begin(struct db *db, const char *level, const char *sql)
{
    if (db->transaction != TRANSACTION_NONE)
        log_fatal("a transaction is begun inside another");
    db_error_clear(db);
    bool begun = begun_with(db, level, sql);
    /* Nothing has happened yet: a connection that died while idle is no news. */
    if (!begun && db->error == DB_ERROR_LOST && !db->doomed)
        begun = begun_with(db, level, sql);
    if (!begun)
        return DB_FAIL;
    db_error_clear(db);
    db->transaction = TRANSACTION_OPEN;
    return DB_OK;
}

enum db_result db_begin(struct db *db)
{
    return begin(db, NULL, "START TRANSACTION READ WRITE");
}

enum db_result db_begin_numbering(struct db *db)
{
    return begin(db, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
                 "START TRANSACTION READ WRITE");
}

enum db_result db_begin_snapshot(struct db *db)
{
    return begin(db, NULL, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
}

enum db_result db_commit(struct db *db)
{
    if (db->transaction == TRANSACTION_NONE)
        log_fatal("a commit without a transaction");
    if (db->transaction == TRANSACTION_BROKEN)
        return DB_FAIL;
    if (!db_command(db, "COMMIT")) {
        db->transaction = TRANSACTION_BROKEN;
        return DB_FAIL;
    }
    if (fault_point("commit")) {
        db_error_take(db, CR_SERVER_LOST, "fault point", "COMMIT");
        return DB_FAIL;
    }
    db->transaction = TRANSACTION_NONE;
    return DB_OK;
}

void db_rollback(struct db *db)
{
    bool open = db->transaction != TRANSACTION_NONE;
    db->transaction = TRANSACTION_NONE;
    if (!open || !db->mysql || db->doomed)
        return;
    /* The error that led here stays readable. A server that does not answer
     * ends the transaction itself when the connection goes. */
    int64_t deadline = db->deadline;
    db->deadline = 0;
    if (!db->mysql->net.pvio || mysql_real_query(db->mysql, "ROLLBACK", 8))
        db_drop(db);
    db->deadline = deadline;
}

/* ---- what happened ---------------------------------------------------------------------- */

enum db_error db_last_error(const struct db *db)
{
    return db->error;
}

const char *db_last_text(const struct db *db)
{
    return db->text;
}

unsigned db_statements(const struct db *db)
{
    return db->statements;
}

void db_count_from_here(struct db *db)
{
    db->statements = 0;
}

void db_deadline(struct db *db, int64_t monotonic_ms)
{
    db->deadline = monotonic_ms;
}
