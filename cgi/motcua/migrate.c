/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "lib/log.h"
#include "lib/settings.h"
#include "lib/token.h"
#include "model/migration.h"
#include "motcua/tool.h"

#define SQL_CEILING (8 * 1024 * 1024)
#define MIGRATIONS_MOST 1000

/* One file of sql/migrations/, "0001_initial.sql". */
struct migration {
    const char *name;
    int number;
};

static struct migration migrations[MIGRATIONS_MOST];
static size_t n_migrations;

/* ---- which files there are --------------------------------------------------------- */

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* The number in front, or -1 when the name is not NNNN_what.sql. */
static int number_of(const char *name)
{
    if (strspn(name, "0123456789") != 4 || name[4] != '_' || !ends_with(name, ".sql"))
        return -1;
    return (int)strtol(name, NULL, 10);
}

static int by_number(const void *left, const void *right)
{
    const struct migration *l = left, *r = right;
    return l->number - r->number;
}

static bool migrations_list(struct tool *tool, const char *folder)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return tool_fail(tool, "%s: %s.", folder, strerror(errno)), false;
    bool good = true;
    for (const struct dirent *entry; good && (entry = readdir(dir)) != NULL;) {
        if (!ends_with(entry->d_name, ".sql"))
            continue;
        int number = number_of(entry->d_name);
        good = number > 0 && n_migrations < MIGRATIONS_MOST;
        if (!good)
            tool_fail(tool, "%s/%s is not named NNNN_what.sql.", folder, entry->d_name);
        else
            migrations[n_migrations++] =
                (struct migration){arena_copy(tool->arena, entry->d_name), number};
    }
    closedir(dir);
    qsort(migrations, n_migrations, sizeof *migrations, by_number);
    for (size_t i = 0; good && i < n_migrations; i++) {
        good = migrations[i].number == (int)i + 1;
        if (!good)
            tool_fail(tool, "migration %04zu is missing in %s.", i + 1, folder);
    }
    return good;
}

/* ---- running them -------------------------------------------------------------------- */

static int file_run(struct tool *tool, const char *path, const char *text, size_t length)
{
    if (db_script(tool->db, text, length) == DB_FAIL)
        return tool_fail(tool, "%s: %s", path, db_last_text(tool->db));
    return 0;
}

static int migration_apply(struct tool *tool, const char *folder, const struct migration *migration,
                           const struct applied *applied)
{
    const char *path = arena_format(tool->arena, "%s/%s", folder, migration->name);
    size_t length;
    char *text = tool_read_file(tool, path, SQL_CEILING, &length);
    if (!text)
        return 1;
    uint8_t digest[TOKEN_DIGEST_BYTES];
    token_digest(text, length, digest);

    if (migration->number <= applied->last) {
        if (memcmp(applied->digests[migration->number - 1], digest, sizeof digest) != 0)
            return tool_fail(tool, "%s was changed after it had been applied; write a new migration instead.",
                             migration->name);
        return 0;
    }
    if (file_run(tool, path, text, length))
        return 1;
    if (migration_record(tool->db, migration->number, migration->name, digest) == DB_FAIL)
        return tool_fail_db(tool, "the migration ran but could not be recorded");
    printf("%s\n", migration->name);
    return 0;
}

static int migrations_apply(struct tool *tool, const char *sql)
{
    const char *folder = arena_format(tool->arena, "%s/migrations", sql);
    if (!migrations_list(tool, folder))
        return 1;
    struct applied applied;
    if (migration_applied(tool->db, tool->arena, &applied) == DB_FAIL)
        return tool_fail_db(tool, "what has been applied cannot be read");
    if (applied.last > (int)n_migrations)
        return tool_fail(tool, "the database has seen migration %04d, these files end at %04zu: they are older.",
                         applied.last, n_migrations);
    for (size_t i = 0; i < n_migrations; i++)
        if (migration_apply(tool, folder, &migrations[i], &applied))
            return 1;
    return 0;
}

/* routines.sql and views.sql are "create or replace": run when they changed. */
static int file_refresh(struct tool *tool, const char *sql, const char *name)
{
    const char *path = arena_format(tool->arena, "%s/%s", sql, name);
    size_t length;
    char *text = tool_read_file(tool, path, SQL_CEILING, &length);
    if (!text)
        return 1;
    uint8_t digest[TOKEN_DIGEST_BYTES];
    token_digest(text, length, digest);
    enum db_result same = migration_file_same(tool->db, tool->arena, name, digest);
    if (same == DB_FAIL)
        return tool_fail_db(tool, name);
    if (same == DB_OK)
        return 0;
    if (file_run(tool, path, text, length))
        return 1;
    if (migration_file_done(tool->db, name, digest) == DB_FAIL)
        return tool_fail_db(tool, name);
    printf("%s\n", name);
    return 0;
}

/* Rights need the global right CREATE USER, which the owner of the tables has
 * where the administrator of the server gave it. An account never takes its
 * own rights away. */
static int grants_apply(struct tool *tool, const char *sql)
{
    static const char *const accounts[] = {"motcua-jobs", "motcua-kiosk", "motcua-owner",
                                           "motcua-public", "motcua-staff"};
    enum db_result may = migration_may_grant(tool->db, tool->arena);
    if (may == DB_FAIL)
        return tool_fail_db(tool, "own rights cannot be read");
    if (may == DB_NONE) {
        printf("Rights were not touched: %s may not change them. As the server's administrator run\n"
               "  for f in %s/grants/*.sql; do mariadb %s <\"$f\"; done\n",
               settings.db_user, sql, settings.db_name);
        return 0;
    }
    for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++) {
        if (strcmp(accounts[i], settings.db_user) == 0)
            continue;
        const char *path = arena_format(tool->arena, "%s/grants/%s.sql", sql, accounts[i]);
        size_t length;
        char *text = tool_read_file(tool, path, SQL_CEILING, &length);
        if (!text || file_run(tool, path, text, length))
            return 1;
    }
    return 0;
}

int command_migrate(struct tool *tool, int argc, char **argv)
{
    (void)argv;
    if (argc != 0)
        return 2;
    const char *sql = tool_sql_folder();
    /* Scripts run on connections of their own; this one only holds the lock. */
    struct db *lock = db_open();
    if (!lock)
        return 1;
    int status = 1;
    enum db_result locked = migration_lock(lock, tool->arena);
    if (locked == DB_FAIL)
        tool_fail(tool, "the database cannot be reached: %s", db_last_text(lock));
    else if (locked == DB_NONE)
        tool_fail(tool, "another migration is running.");
    else
        status = migrations_apply(tool, sql) || file_refresh(tool, sql, "routines.sql") ||
                 file_refresh(tool, sql, "views.sql") || grants_apply(tool, sql);
    db_close(lock);
    return status;
}
