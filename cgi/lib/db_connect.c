/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/db_inside.h" /* first: ma_pvio.h does not stand without mysql.h */

#include <errmsg.h>
#include <errno.h>
#include <fcntl.h>
#include <ma_pvio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/fault.h"
#include "lib/log.h"
#include "lib/secret.h"
#include "lib/settings.h"

#define CONNECT_MS 3000 /* a black hole must leave time for the next endpoint */
#define PASSWORD_BYTES 256

/* ---- where to ---------------------------------------------------------------------- */

/* "unix:/path" or "tcp:host:port"; `text` is cut in place. */
static bool endpoint_read(struct endpoint *endpoint, char *text)
{
    if (strncmp(text, "unix:/", 6) == 0) {
        endpoint->socket = text + 5;
        return true;
    }
    char *colon = strrchr(text, ':');
    if (strncmp(text, "tcp:", 4) != 0 || colon == text + 3 || colon == text + 4)
        return false;
    char *end;
    errno = 0;
    unsigned long port = strtoul(colon + 1, &end, 10);
    if (errno || end == colon + 1 || *end || port == 0 || port > 65535)
        return false;
    *colon = '\0';
    endpoint->host = text + 4;
    endpoint->port = (unsigned)port;
    return true;
}

bool db_endpoints_read(struct db *db, const char *text)
{
    char *copy = db->endpoint_texts = strdup(text ? text : "");
    if (!copy)
        log_fatal("out of memory: database endpoints");
    for (char *one; (one = strsep(&copy, ",")) != NULL;) {
        one += strspn(one, " ");
        if (*one == '\0')
            continue;
        if (db->n_endpoints == DB_ENDPOINTS || !endpoint_read(&db->endpoints[db->n_endpoints], one)) {
            log_error("MOTCUA_DB: not unix:/path or tcp:host:port, or more than %d: %s",
                      DB_ENDPOINTS, one);
            return false;
        }
        db->n_endpoints++;
    }
    if (db->n_endpoints == 0)
        log_error("MOTCUA_DB names no endpoint");
    return db->n_endpoints > 0;
}

/* ---- time --------------------------------------------------------------------------- */

static int64_t time_left(const struct db *db)
{
    int64_t left = db->timeout_ms;
    if (db->deadline) {
        int64_t until = db->deadline - clock_monotonic_ms();
        if (until < left)
            left = until;
    }
    return left;
}

bool db_timeout_apply(struct db *db, const char *sql)
{
    int64_t left = time_left(db);
    if (left <= 0 || !db->mysql->net.pvio) {
        db_error_take(db, CR_SERVER_LOST, left <= 0 ? "the request's time is over" : "not connected",
                      sql);
        return false;
    }
    /* The option is only read while connecting; the wait itself looks here. */
    db->mysql->net.pvio->timeout[PVIO_READ_TIMEOUT] = (int)left;
    db->mysql->net.pvio->timeout[PVIO_WRITE_TIMEOUT] = (int)left;
    return true;
}

/* ---- connecting ---------------------------------------------------------------------- */

static void options_set(struct db *db, MYSQL *mysql, const struct endpoint *endpoint)
{
    int64_t left = time_left(db);
    unsigned answer_s = (unsigned)((left + 999) / 1000);
    unsigned connect_s = (unsigned)(((left < CONNECT_MS ? left : CONNECT_MS) + 999) / 1000);
    unsigned no = 0;
    unsigned protocol = endpoint->socket ? MYSQL_PROTOCOL_SOCKET : MYSQL_PROTOCOL_TCP;
    mysql_options(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_options(mysql, MYSQL_OPT_LOCAL_INFILE, &no);
    mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect_s);
    mysql_options(mysql, MYSQL_OPT_READ_TIMEOUT, &answer_s);
    mysql_options(mysql, MYSQL_OPT_WRITE_TIMEOUT, &answer_s);
    mysql_options(mysql, MYSQL_OPT_PROTOCOL, &protocol);
}

/* Every session is alike whatever the server's own defaults are. The centre's
 * civil time has no daylight saving: a fixed offset needs no time zone tables. */
static const char session_sql[] =
    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
    "ERROR_FOR_DIVISION_BY_ZERO', time_zone = '+07:00', tx_read_only = 1,"
    " innodb_lock_wait_timeout = 5, max_statement_time = 10"
    " /*M!101108 , innodb_snapshot_isolation = ON */";

static const char patient_sql[] = "SET SESSION max_statement_time = 0";

static bool session_set(const struct db *db, MYSQL *mysql)
{
    return mysql_real_query(mysql, session_sql, sizeof session_sql - 1) == 0 &&
           (!db->patient || mysql_real_query(mysql, patient_sql, sizeof patient_sql - 1) == 0);
}

static bool endpoint_connect(struct db *db, const struct endpoint *endpoint)
{
    char password[PASSWORD_BYTES] = "";
    if (settings.db_password_file && !secret_read(settings.db_password_file, password, sizeof password)) {
        db_error_take(db, CR_CONNECTION_ERROR, "the password file cannot be read", NULL);
        return false;
    }
    MYSQL *mysql = mysql_init(NULL);
    if (!mysql)
        log_fatal("out of memory: a database connection");
    options_set(db, mysql, endpoint);
    bool connected = mysql_real_connect(mysql, endpoint->host, settings.db_user, password,
                                        settings.db_name, endpoint->port, endpoint->socket,
                                        CLIENT_FOUND_ROWS | CLIENT_MULTI_RESULTS) != NULL;
    explicit_bzero(password, sizeof password);
    if (connected && session_set(db, mysql)) {
        db->mysql = mysql;
        return true;
    }
    db_error_take(db, mysql_errno(mysql), mysql_error(mysql), session_sql);
    mysql_close(mysql);
    return false;
}

bool db_connected(struct db *db)
{
    if (db->mysql && !db->doomed)
        return true;
    if (db->doomed) { /* rows of the lost connection are still being read */
        db_error_take(db, CR_SERVER_LOST, "the connection was lost meanwhile", NULL);
        return false;
    }
    for (size_t i = 0; i < db->n_endpoints; i++) {
        if (time_left(db) <= 0) {
            db_error_take(db, CR_SERVER_LOST, "the request's time is over", NULL);
            return false;
        }
        if (endpoint_connect(db, &db->endpoints[db->current]))
            return true;
        db->current = (db->current + 1) % db->n_endpoints;
    }
    return false;
}

void db_drop(struct db *db)
{
    if (!db->mysql)
        return;
    if (db->reading > 0) {
        db->doomed = true;
        return;
    }
    while (db->n_kept > 0)
        statement_close(db->kept[--db->n_kept]);
    mysql_close(db->mysql);
    db->mysql = NULL;
    db->doomed = false;
    if (db->error == DB_ERROR_LOST)
        db->current = (db->current + 1) % db->n_endpoints;
}

bool db_command(struct db *db, const char *sql)
{
    if (!db_timeout_apply(db, sql))
        return false;
    if (fault_point("db")) {
        db_error_take(db, CR_SERVER_LOST, "fault point", sql);
        return false;
    }
    if (mysql_real_query(db->mysql, sql, strlen(sql)) == 0)
        return true;
    db_error_take(db, mysql_errno(db->mysql), mysql_error(db->mysql), sql);
    return false;
}
