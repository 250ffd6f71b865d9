/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <errmsg.h>
#include <stdlib.h>

#include "lib/db_inside.h"
#include "lib/fault.h"
#include "lib/log.h"

#define MAX_VALUES 512
/* Numbers, dates and times as text are never longer, whatever the library says of them. */
#define SMALLEST_CELL 40

/* ---- kept statements ------------------------------------------------------------------ */

static uint32_t text_hash(const char *text)
{
    uint32_t hash = 2166136261u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash;
}

void statement_close(struct statement *statement)
{
    if (!statement)
        return;
    if (statement->stmt)
        mysql_stmt_close(statement->stmt);
    free(statement->sql);
    free(statement->binds);
    free(statement->names);
    free(statement->text);
    free(statement->text_length);
    free(statement->length);
    free(statement->null);
    free(statement->cut);
    free(statement->cells);
    free(statement);
}

static void error_of(struct db *db, struct statement *statement)
{
    /* Copied first: taking the error may close the statement. */
    char text[sizeof db->text], sql[120];
    snprintf(text, sizeof text, "%s", mysql_stmt_error(statement->stmt));
    snprintf(sql, sizeof sql, "%s", statement->sql);
    db_error_take(db, mysql_stmt_errno(statement->stmt), text, sql);
}

static struct statement *statement_open(struct db *db, const char *sql)
{
    struct statement *statement = calloc(1, sizeof *statement);
    if (!statement || !(statement->sql = strdup(sql)))
        log_fatal("out of memory: a statement");
    statement->hash = text_hash(sql);
    statement->stmt = mysql_stmt_init(db->mysql);
    if (!statement->stmt)
        log_fatal("out of memory: a statement");
    my_bool yes = 1;
    mysql_stmt_attr_set(statement->stmt, STMT_ATTR_UPDATE_MAX_LENGTH, &yes);
    if (mysql_stmt_prepare(statement->stmt, sql, strlen(sql)) == 0)
        return statement;
    error_of(db, statement);
    statement_close(statement);
    return NULL;
}

/* Makes room in db->kept by closing the statement that was not used for longest. */
static bool kept_room(struct db *db)
{
    if (db->n_kept < LIMIT_STATEMENTS)
        return true;
    size_t oldest = LIMIT_STATEMENTS;
    for (size_t i = 0; i < db->n_kept; i++)
        if (!db->kept[i]->busy &&
            (oldest == LIMIT_STATEMENTS || db->kept[i]->used < db->kept[oldest]->used))
            oldest = i;
    if (oldest == LIMIT_STATEMENTS)
        return false;
    statement_close(db->kept[oldest]);
    db->kept[oldest] = db->kept[--db->n_kept];
    return true;
}

static struct statement *statement_find(struct db *db, const char *sql)
{
    uint32_t hash = text_hash(sql);
    for (size_t i = 0; i < db->n_kept; i++) {
        struct statement *statement = db->kept[i];
        /* A busy one belongs to an outer db_each() with the same text. */
        if (statement->hash == hash && !statement->busy && strcmp(statement->sql, sql) == 0)
            return statement;
    }
    struct statement *statement = statement_open(db, sql);
    if (statement && kept_room(db)) {
        statement->kept = true;
        db->kept[db->n_kept++] = statement;
    }
    return statement;
}

void statement_done(struct db *db, struct statement *statement)
{
    if (db->mysql && !db->doomed) {
        mysql_stmt_free_result(statement->stmt);
        while (mysql_stmt_more_results(statement->stmt)) { /* a CALL leaves some behind */
            if (mysql_stmt_next_result(statement->stmt))
                break;
            mysql_stmt_free_result(statement->stmt);
        }
    }
    if (statement->busy) {
        statement->busy = false;
        db->reading--;
    }
    if (!statement->kept)
        statement_close(statement);
    if (db->doomed && db->reading == 0) {
        db->doomed = false;
        db_drop(db);
    }
}

/* ---- running ----------------------------------------------------------------------------- */

static void value_bind(MYSQL_BIND *bind, const struct db_value *value)
{
    switch (value->type) {
    case DB_TEXT:
    case DB_BYTES:
        bind->buffer_type = value->type == DB_TEXT ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
        bind->buffer = (void *)(uintptr_t)value->bytes;
        bind->buffer_length = (unsigned long)value->length;
        break;
    case DB_NUMBER:
        bind->buffer_type = MYSQL_TYPE_LONGLONG;
        bind->buffer = (void *)(uintptr_t)&value->number;
        break;
    case DB_NULL:
    case DB_END:
        bind->buffer_type = MYSQL_TYPE_NULL;
        break;
    }
}

/* A wrong number of values is a bug that the first run must show. */
static void values_bind(struct statement *statement, const struct db_value *args)
{
    MYSQL_BIND binds[MAX_VALUES];
    memset(binds, 0, sizeof binds);
    size_t n = 0;
    for (; args[n].type != DB_END; n++) {
        if (n == MAX_VALUES)
            log_fatal("more than %d values for \"%.100s\"", MAX_VALUES, statement->sql);
        value_bind(&binds[n], &args[n]);
    }
    if (n != mysql_stmt_param_count(statement->stmt))
        log_fatal("%zu values for the %lu question marks of \"%.100s\"", n,
                  mysql_stmt_param_count(statement->stmt), statement->sql);
    if (n && mysql_stmt_bind_param(statement->stmt, binds))
        log_fatal("values cannot be bound to \"%.100s\"", statement->sql);
}

static void *grown(void *array, size_t count, size_t bytes)
{
    void *more = reallocarray(array, count, bytes);
    if (!more)
        log_fatal("out of memory: a row");
    return more;
}

static void columns_room(struct statement *statement, unsigned n)
{
    if (n <= statement->room)
        return;
    statement->binds = grown(statement->binds, n, sizeof *statement->binds);
    statement->names = grown(statement->names, n, sizeof *statement->names);
    statement->text = grown(statement->text, n, sizeof *statement->text);
    statement->text_length = grown(statement->text_length, n, sizeof *statement->text_length);
    statement->length = grown(statement->length, n, sizeof *statement->length);
    statement->null = grown(statement->null, n, sizeof *statement->null);
    statement->cut = grown(statement->cut, n, sizeof *statement->cut);
    statement->room = n;
}

/* Every column is fetched as text into a cell as long as its longest value. */
static bool cells_bind(struct statement *statement, MYSQL_RES *meta)
{
    unsigned n = statement->columns = mysql_num_fields(meta);
    columns_room(statement, n);
    const MYSQL_FIELD *fields = mysql_fetch_fields(meta);
    size_t total = 0;
    for (unsigned i = 0; i < n; i++)
        total += (fields[i].max_length > SMALLEST_CELL ? fields[i].max_length : SMALLEST_CELL) + 1;
    if (total > statement->cells_room) {
        statement->cells = grown(statement->cells, total, 1);
        statement->cells_room = total;
    }

    memset(statement->binds, 0, n * sizeof *statement->binds);
    char *cell = statement->cells;
    for (unsigned i = 0; i < n; i++) {
        size_t room =
            (fields[i].max_length > SMALLEST_CELL ? fields[i].max_length : SMALLEST_CELL) + 1;
        MYSQL_BIND *bind = &statement->binds[i];
        bind->buffer_type = MYSQL_TYPE_STRING;
        bind->buffer = cell;
        bind->buffer_length = (unsigned long)room;
        bind->length = &statement->length[i];
        bind->is_null = &statement->null[i];
        bind->error = &statement->cut[i];
        statement->names[i] = fields[i].name;
        cell += room;
    }
    return mysql_stmt_bind_result(statement->stmt, statement->binds) == 0;
}

static bool rows_bind(struct statement *statement)
{
    MYSQL_RES *meta = mysql_stmt_result_metadata(statement->stmt);
    if (!meta)
        log_fatal("a statement without rows is read: \"%.100s\"", statement->sql);
    bool bound = cells_bind(statement, meta);
    mysql_free_result(meta); /* the names stay: they live in the statement */
    return bound;
}

static struct statement *statement_try(struct db *db, const char *sql,
                                       const struct db_value *args, bool rows)
{
    if (!db_connected(db) || !db_timeout_apply(db, sql))
        return NULL;
    if (fault_point("db")) {
        db_error_take(db, CR_SERVER_LOST, "fault point", sql);
        return NULL;
    }
    struct statement *statement = statement_find(db, sql);
    if (!statement)
        return NULL;
    statement->used = ++db->turn;
    values_bind(statement, args);
    db->statements++;
    bool kept = statement->kept; /* taking an error may close a kept one */
    bool done = mysql_stmt_execute(statement->stmt) == 0 &&
                (!rows || (mysql_stmt_store_result(statement->stmt) == 0 && rows_bind(statement)));
    if (!done) {
        error_of(db, statement);
        if (!kept)
            statement_close(statement);
        return NULL;
    }
    if (rows) {
        statement->busy = true;
        db->reading++;
    }
    return statement;
}

struct statement *statement_run(struct db *db, const char *sql, const struct db_value *args,
                                bool rows)
{
    if (db->transaction == TRANSACTION_BROKEN)
        return NULL; /* with the error that broke it */
    db_error_clear(db);
    struct statement *statement = statement_try(db, sql, args, rows);
    /* A plain read changes nothing: once more on the next connection. */
    if (!statement && rows && db->error == DB_ERROR_LOST && !db->doomed &&
        db->transaction == TRANSACTION_NONE)
        statement = statement_try(db, sql, args, rows);
    if (statement)
        db_error_clear(db);
    return statement;
}

int statement_row(struct db *db, struct statement *statement)
{
    int answer = mysql_stmt_fetch(statement->stmt);
    if (answer == MYSQL_NO_DATA)
        return 0;
    if (answer == MYSQL_DATA_TRUNCATED) {
        db_error_take(db, 0, "a column was cut", statement->sql);
        return -1;
    }
    if (answer) {
        error_of(db, statement);
        return -1;
    }
    for (unsigned i = 0; i < statement->columns; i++) {
        char *cell = statement->binds[i].buffer;
        bool null = statement->null[i];
        size_t length = null ? 0 : statement->length[i];
        cell[length] = '\0';
        statement->text[i] = null ? NULL : cell;
        statement->text_length[i] = length;
    }
    return 1;
}
