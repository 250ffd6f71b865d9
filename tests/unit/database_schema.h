/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_TESTS_UNIT_DATABASE_SCHEMA_H
#define MOTCUA_TESTS_UNIT_DATABASE_SCHEMA_H

#include <glob.h>
#include <pwd.h>

#include "database.h"
#include "lib/db.h"
#include "lib/settings.h"

/* A private server with our tables and views in motcua_test, for tests of the model. cmocka.h comes first. */

static bool run_script(struct db *db, const char *sql, size_t length)
{
    if (db_script(db, sql, length) != DB_FAIL)
        return true;
    print_error("%s\n", db_last_text(db));
    return false;
}

static bool run_file(struct db *db, const char *path)
{
    static char text[256 * 1024];
    FILE *file = fopen(path, "re");
    if (!file)
        return false;
    size_t n = fread(text, 1, sizeof text, file);
    fclose(file);
    return run_script(db, text, n);
}

static bool run_files(struct db *db, struct arena *arena, const char *pattern)
{
    const char *top = getenv("srcdir") ? getenv("srcdir") : ".";
    glob_t found;
    if (glob(arena_format(arena, "%s/%s", top, pattern), 0, NULL, &found) != 0)
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < found.gl_pathc; i++)
        ok = run_file(db, found.gl_pathv[i]);
    globfree(&found);
    return ok;
}

/* Starts the server and fills the database; NULL when something of it fails. */
static struct db *schema_open(struct arena *arena, const char *rows, size_t length)
{
    struct passwd *user = getpwuid(getuid());
    if (!database_start() || !user || !settings_read("test") ||
        !database_do("create user 'motcua-owner'@localhost; grant all on *.* to "
                     "'motcua-owner'@localhost; create database motcua_test") ||
        !database_do("set names utf8mb4"))
        return NULL;
    settings.db_endpoints = arena_format(arena, "unix:%s", database_socket);
    settings.db_user = arena_copy(arena, user->pw_name);
    settings.db_name = "motcua_test";
    settings.db_password_file = NULL;
    struct db *db = db_open();
    bool filled = db && run_files(db, arena, "sql/schema/*.sql") && run_files(db, arena, "sql/views.sql") &&
                  run_script(db, rows, length);
    return filled ? db : NULL;
}

#endif
