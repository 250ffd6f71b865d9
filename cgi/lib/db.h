/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_DB_H
#define MOTCUA_LIB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/data.h"

/*
 * One connection per worker with prepared statements kept by their text. Only
 * the db*.c files include mysql.h. The session's default is TRANSACTION READ
 * ONLY; a write needs db_begin(). After an unexpected error the connection is
 * closed and opened anew; when it was lost, on the next endpoint. A plain read
 * outside a transaction is then tried once more by itself. Inside one every
 * call fails, with the error that broke it, until db_rollback().
 *
 * Every call has three answers: found/done, not there, broken.
 */
enum db_result {
    DB_OK,   /* done, or at least one row */
    DB_NONE, /* no row, or nothing changed (rows found, not rows altered) */
    DB_FAIL  /* broken: the dispatcher rolls back, retries or answers 503 */
};

/* What kind of error the last DB_FAIL was; drives the retry (reliability rules). */
enum db_error {
    DB_ERROR_NONE,
    DB_ERROR_AGAIN,     /* deadlock, lock wait, snapshot: same connection, whole transaction again */
    DB_ERROR_LOST,      /* connection or server gone: next endpoint, whole transaction again */
    DB_ERROR_DUPLICATE, /* a unique key said no: usually a business answer */
    DB_ERROR_READ_ONLY, /* a write outside db_begin(): a bug */
    DB_ERROR_REFUSED    /* anything else: not retried, logged */
};

struct db;

/* A value bound to one question mark. Texts and bytes must outlive the call. */
struct db_value {
    enum { DB_END, DB_TEXT, DB_BYTES, DB_NUMBER, DB_NULL } type;
    const void *bytes;
    size_t length;
    int64_t number;
};
#define db_text(s) (db_text_value(s))       /* NULL binds NULL */
#define db_bytes(p, n) ((struct db_value){.type = DB_BYTES, .bytes = (p), .length = (n)})
#define db_number(n) ((struct db_value){.type = DB_NUMBER, .number = (n)})
#define db_null() ((struct db_value){.type = DB_NULL})
struct db_value db_text_value(const char *text);
/* The number of a row; 0 binds NULL. */
static inline struct db_value db_id(uint64_t id)
{
    return id ? db_number((int64_t)id) : db_null();
}

/* db_rows(db, data, "Items", sql, DB_ARGS(db_text(code), db_number(5)))
 * DB_ARGS() alone binds nothing. */
#define DB_ARGS(...) ((const struct db_value[]){__VA_ARGS__ __VA_OPT__(,) {.type = DB_END}})

/* One row as texts in the order of the select list; NULL columns are NULL.
 * Valid until the callback returns (db_each) or the arena goes (db_row). */
struct db_row {
    size_t columns;
    const char *const *text;
    const size_t *length;
};

struct db *db_open(void);        /* from settings; does not connect yet */
void db_close(struct db *db);
/* For commands and jobs nobody waits for: a statement may take an hour. Before the first use. */
void db_patient(struct db *db);

/* Each row becomes an item of `list` under `data`: alias = template name, letters,
 * digits and _ only. NULL becomes an empty text. */
enum db_result db_rows(struct db *db, struct data *data, const char *list, const char *sql,
                       const struct db_value *args);
/* Each row is handed to `row`; a false answer stops early (still DB_OK). */
enum db_result db_each(struct db *db, const char *sql, const struct db_value *args,
                       bool (*row)(void *context, const struct db_row *row), void *context);
/* The first row, copied into `arena`. */
enum db_result db_one(struct db *db, struct arena *arena, const char *sql,
                      const struct db_value *args, struct db_row *row);
enum db_result db_exec(struct db *db, const char *sql, const struct db_value *args);
/*
 * `n` rows, 16 of them in a statement: `sql` ends before the rows, `row` is one of them, such as
 * "(?, ?, left(?, 9))", `values` are those of all rows one after the other, without an end. No
 * rows: DB_OK.
 */
enum db_result db_exec_rows(struct db *db, struct arena *arena, const char *sql, const char *row,
                            const struct db_value *values, size_t n);
uint64_t db_inserted(const struct db *db); /* AUTO_INCREMENT or LAST_INSERT_ID(expr) of the last db_exec */
uint64_t db_changed(const struct db *db);  /* rows found by the last db_exec */

/* A script of statements with `delimiter` lines as in the mariadb client, for migrations (owner
 * account). Outside a transaction of the caller it may define tables. The text of
 * an error begins with the line of the statement. */
enum db_result db_script(struct db *db, const char *sql, size_t length);

enum db_result db_begin(struct db *db);         /* START TRANSACTION READ WRITE */
/* The same at READ COMMITTED, for transactions that take the next number of a counter all others want too: at
 * the usual level a row that moved since the transaction's first read is a conflict (1020), and of many at
 * once nearly all would start again. Here they wait for one another. Every statement sees what is
 * committed by then, so state is compared in the statement that changes it. */
enum db_result db_begin_numbering(struct db *db);
enum db_result db_begin_snapshot(struct db *db); /* READ ONLY, one consistent view for several reads */
enum db_result db_commit(struct db *db);        /* DB_FAIL: outcome unknown, ask the request key */
void db_rollback(struct db *db);                /* safe at any time */

enum db_error db_last_error(const struct db *db);
const char *db_last_text(const struct db *db); /* for the log and the administrator; never for visitors */
/* Statements run since db_count_from_here(), not counting the transaction's own. */
unsigned db_statements(const struct db *db);
void db_count_from_here(struct db *db);
void db_deadline(struct db *db, int64_t monotonic_ms); /* read timeouts never pass it; 0 = the usual 10 s */

#endif
