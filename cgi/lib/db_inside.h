/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_DB_INSIDE_H
#define MOTCUA_LIB_DB_INSIDE_H

#include <mysql.h>

#include "lib/db.h"
#include "lib/limits.h"

/*
 * What the db*.c files share: the connection and its kept statements. Nobody
 * else includes this file or mysql.h.
 */

#define DB_ENDPOINTS 8
#define DB_PATIENCE_MS (60 * 60 * 1000)

struct endpoint {
    const char *socket; /* a unix socket, or NULL and: */
    const char *host;
    unsigned port;
};

/* A prepared statement, kept by its text; it grows one block for a row's cells. */
struct statement {
    char *sql;
    uint32_t hash;
    MYSQL_STMT *stmt;
    uint64_t used;    /* turn of its last use, for the oldest to go */
    bool busy;        /* its rows are being read */
    bool kept;        /* in db->kept, otherwise ends after use */
    unsigned columns; /* of the last run */
    unsigned room;    /* columns the arrays below have room for */
    MYSQL_BIND *binds;
    const char **names;
    const char **text;
    size_t *text_length;
    unsigned long *length;
    my_bool *null;
    my_bool *cut;
    char *cells;
    size_t cells_room;
};

/* BROKEN: an error ended the transaction; every call fails until db_rollback(). */
enum transaction { TRANSACTION_NONE, TRANSACTION_OPEN, TRANSACTION_BROKEN };

struct db {
    MYSQL *mysql; /* NULL: not connected */
    char *endpoint_texts;
    struct endpoint endpoints[DB_ENDPOINTS];
    size_t n_endpoints;
    size_t current;
    enum transaction transaction;
    int reading;  /* db_each() calls that are reading rows now */
    bool doomed;  /* close when the last of them ends */
    struct statement *kept[LIMIT_STATEMENTS];
    size_t n_kept;
    uint64_t turn;
    enum db_error error;
    unsigned number; /* the server's or library's error number */
    char text[512];
    uint64_t inserted;
    uint64_t changed;
    unsigned statements;
    int64_t deadline;     /* monotonic milliseconds, 0 = none */
    int64_t timeout_ms;   /* read timeout of one answer */
    bool patient;         /* the server sets no limit either */
};

/* db_error.c: what kind of error a number is, and what must happen after it. */
enum db_error db_error_class(unsigned number);
/* Notes the error and logs it as its class asks, drops the connection or breaks the transaction. */
void db_error_take(struct db *db, unsigned number, const char *text, const char *sql);
void db_error_clear(struct db *db);

/* db_connect.c */
bool db_endpoints_read(struct db *db, const char *text);
bool db_connected(struct db *db); /* connects when needed; false: error noted */
void db_drop(struct db *db);      /* closes the connection, statements too; next endpoint is next */
bool db_timeout_apply(struct db *db, const char *sql); /* false: the deadline has passed, error noted */
/* One plain command without rows (BEGIN, COMMIT, SET): false when it failed, error noted. */
bool db_command(struct db *db, const char *sql);

/* db_statement.c: finds or prepares, binds, runs and stores. NULL: error noted. */
struct statement *statement_run(struct db *db, const char *sql, const struct db_value *args,
                                bool rows);
/* The next row into text and text_length: 1, 0 at the end, -1 error noted. */
int statement_row(struct db *db, struct statement *statement);
void statement_done(struct db *db, struct statement *statement);
void statement_close(struct statement *statement);

#endif
