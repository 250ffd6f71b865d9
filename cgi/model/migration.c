/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/migration.h"

#include <stdlib.h>

struct reading {
    struct applied *applied;
    int room;
    bool gap;
};

static bool applied_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct applied *applied = reading->applied;
    int number = (int)strtol(row->text[0], NULL, 10);
    reading->gap = number != applied->last + 1 || number > reading->room ||
                   row->length[1] != TOKEN_DIGEST_BYTES;
    if (reading->gap)
        return false;
    memcpy(applied->digests[number - 1], row->text[1], TOKEN_DIGEST_BYTES);
    applied->last = number;
    return true;
}

enum db_result migration_applied(struct db *db, struct arena *arena, struct applied *applied)
{
    *applied = (struct applied){0};
    struct db_row row;
    enum db_result result =
        db_one(db, arena,
               "select count(*) from information_schema.tables"
               " where table_schema = database() and table_name = 'schema_migration'",
               DB_ARGS(), &row);
    if (result != DB_OK || strcmp(row.text[0], "0") == 0)
        return result == DB_FAIL ? DB_FAIL : DB_OK;

    struct reading reading = {.applied = applied, .room = 1000};
    applied->digests = arena_take_array(arena, (size_t)reading.room, TOKEN_DIGEST_BYTES);
    result = db_each(db, "select number, sha256 from schema_migration order by number", DB_ARGS(),
                     applied_row, &reading);
    return result == DB_FAIL || reading.gap ? DB_FAIL : DB_OK;
}

/* One writing statement as a transaction of its own. */
static enum db_result write_alone(struct db *db, const char *sql, const struct db_value *args)
{
    enum db_result result = db_begin(db);
    if (result != DB_FAIL)
        result = db_exec(db, sql, args);
    if (result != DB_FAIL)
        result = db_commit(db);
    if (result == DB_FAIL)
        db_rollback(db);
    return result;
}

enum db_result migration_record(struct db *db, int number, const char *name,
                                const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    return write_alone(db,
                       "insert into schema_migration (number, name, sha256, applied_at)"
                       " values (?, ?, ?, now())",
                       DB_ARGS(db_number(number), db_text(name),
                               db_bytes(digest, TOKEN_DIGEST_BYTES)));
}

enum db_result migration_file_same(struct db *db, struct arena *arena, const char *name,
                                   const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    struct db_row row;
    return db_one(db, arena,
                  "select 1 from setting where name = concat('applied_', ?) and value = hex(?)",
                  DB_ARGS(db_text(name), db_bytes(digest, TOKEN_DIGEST_BYTES)), &row);
}

enum db_result migration_file_done(struct db *db, const char *name,
                                   const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    return write_alone(db,
                       "insert into setting (name, value, note, changed_at)"
                       " values (concat('applied_', ?), hex(?), 'Digest of the file as it ran last.', now())"
                       " on duplicate key update value = values(value), changed_at = values(changed_at)",
                       DB_ARGS(db_text(name), db_bytes(digest, TOKEN_DIGEST_BYTES)));
}

enum db_result migration_may_grant(struct db *db, struct arena *arena)
{
    struct db_row row;
    return db_one(db, arena,
                  "select 1 from information_schema.user_privileges"
                  " where privilege_type in ('CREATE USER', 'SUPER')"
                  " and grantee = concat('''', replace(current_user(), '@', '''@'''), '''') limit 1",
                  DB_ARGS(), &row);
}

enum db_result migration_lock(struct db *db, struct arena *arena)
{
    struct db_row row;
    if (db_one(db, arena, "select get_lock(concat('motcua-migrate-', database()), 10)", DB_ARGS(),
               &row) == DB_FAIL)
        return DB_FAIL;
    return row.columns && row.text[0] && strcmp(row.text[0], "1") == 0 ? DB_OK : DB_NONE;
}
