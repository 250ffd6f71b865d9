/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "lib/buffer.h"
#include "lib/db_inside.h"
#include "lib/log.h"

#define DELIMITER_BYTES 16

/*
 * Cuts a script into statements the way the mariadb client does: at the
 * delimiter (";" until a DELIMITER line says otherwise) outside quotes and
 * comments.
 */
struct script {
    const char *at;
    const char *end;
    unsigned line;
    char delimiter[DELIMITER_BYTES];
};

static bool starts(const struct script *script, const char *text)
{
    size_t n = strlen(text);
    return (size_t)(script->end - script->at) >= n && memcmp(script->at, text, n) == 0;
}

static void step(struct script *script, size_t n)
{
    for (; n > 0 && script->at < script->end; n--, script->at++)
        if (*script->at == '\n')
            script->line++;
}

/* Past the end of a quoted text; backslash takes the next byte along. */
static void skip_quoted(struct script *script)
{
    char quote = *script->at;
    step(script, 1);
    while (script->at < script->end && *script->at != quote)
        step(script, *script->at == '\\' && quote != '`' ? 2 : 1);
    step(script, 1);
}

static void skip_line(struct script *script)
{
    while (script->at < script->end && *script->at != '\n')
        step(script, 1);
}

static void skip_comment(struct script *script)
{
    step(script, 2);
    while (script->at < script->end && !starts(script, "*/"))
        step(script, 1);
    step(script, 2);
}

static bool at_line_comment(const struct script *script)
{
    if (*script->at == '#')
        return true;
    return starts(script, "--") && (script->at + 2 == script->end || script->at[2] == ' ' ||
                                    script->at[2] == '\n' || script->at[2] == '\t');
}

/* "DELIMITER //" on a line of its own, between statements. */
static bool take_delimiter(struct script *script)
{
    static const char word[] = "DELIMITER ";
    if ((size_t)(script->end - script->at) < sizeof word ||
        strncasecmp(script->at, word, sizeof word - 1) != 0)
        return false;
    step(script, sizeof word - 1);
    const char *from = script->at;
    skip_line(script);
    size_t n = (size_t)(script->at - from);
    while (n > 0 && (from[n - 1] == ' ' || from[n - 1] == '\r'))
        n--;
    if (n > 0 && n < DELIMITER_BYTES) {
        memcpy(script->delimiter, from, n);
        script->delimiter[n] = '\0';
    }
    return true;
}

static bool at_space(const struct script *script)
{
    return *script->at == ' ' || *script->at == '\n' || *script->at == '\t' || *script->at == '\r';
}

/* White space, comments and DELIMITER lines before a statement. */
static void skip_between(struct script *script)
{
    while (script->at < script->end) {
        if (at_space(script))
            step(script, 1);
        else if (at_line_comment(script))
            skip_line(script);
        else if (starts(script, "/*") && !starts(script, "/*!") && !starts(script, "/*M!"))
            skip_comment(script);
        else if (!take_delimiter(script))
            return;
    }
}

/* The next statement, without its delimiter; false at the end. */
static bool next_statement(struct script *script, const char **sql, size_t *length, unsigned *line)
{
    skip_between(script);
    *sql = script->at;
    *line = script->line;
    while (script->at < script->end && !starts(script, script->delimiter)) {
        if (*script->at == '\'' || *script->at == '"' || *script->at == '`')
            skip_quoted(script);
        else if (at_line_comment(script))
            skip_line(script);
        else if (starts(script, "/*"))
            skip_comment(script);
        else
            step(script, 1);
    }
    *length = (size_t)(script->at - *sql);
    step(script, strlen(script->delimiter));
    return *length > 0 || script->at < script->end;
}

/* Runs one statement and lets go of whatever it answers. */
static bool statement_text_run(struct db *db, const char *sql, size_t length)
{
    if (!db_timeout_apply(db, "script"))
        return false;
    db->statements++;
    if (mysql_real_query(db->mysql, sql, (unsigned long)length))
        return false;
    do {
        mysql_free_result(mysql_store_result(db->mysql));
    } while (mysql_next_result(db->mysql) == 0);
    return mysql_errno(db->mysql) == 0;
}

static void error_at(struct db *db, unsigned line)
{
    if (!db->mysql)
        return;
    char text[sizeof db->text];
    snprintf(text, sizeof text, "line %u: %s", line, mysql_error(db->mysql));
    db_error_take(db, mysql_errno(db->mysql), text, "script");
}

static bool statements_run(struct db *db, struct script *script)
{
    const char *sql;
    size_t length;
    unsigned line;
    while (next_statement(script, &sql, &length, &line)) {
        if (length > 0 && !statement_text_run(db, sql, length)) {
            error_at(db, line);
            return false;
        }
    }
    return true;
}

enum db_result db_script(struct db *db, const char *sql, size_t length)
{
    if (db->transaction == TRANSACTION_BROKEN)
        return DB_FAIL;
    struct script script = {.at = sql, .end = sql + length, .line = 1, .delimiter = ";"};
    int64_t usual_ms = db->timeout_ms;
    db->timeout_ms = DB_PATIENCE_MS; /* a migration of a large table may take its time */
    db_error_clear(db);

    bool done = db_connected(db) &&
                (db->transaction == TRANSACTION_OPEN ||
                 db_command(db, "SET SESSION tx_read_only = 0, max_statement_time = 0")) &&
                statements_run(db, &script);
    db->timeout_ms = usual_ms;
    /* A script may leave anything behind in the session, so it goes, unless
     * it ran inside the caller's transaction. */
    if (db->transaction == TRANSACTION_NONE)
        db_drop(db);
    return done ? DB_OK : DB_FAIL;
}
