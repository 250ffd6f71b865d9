/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_MIGRATION_H
#define MOTCUA_MODEL_MIGRATION_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"
#include "lib/token.h"

/* Which migrations a database has seen. For the administrator's command alone. */
struct applied {
    int last; /* number of the newest, 0 for an empty database; they are applied without gaps */
    uint8_t (*digests)[TOKEN_DIGEST_BYTES]; /* of 1 … last */
};

enum db_result migration_applied(struct db *db, struct arena *arena, struct applied *applied);
enum db_result migration_record(struct db *db, int number, const char *name,
                                const uint8_t digest[TOKEN_DIGEST_BYTES]);

/* Files that are run whenever they changed: DB_OK when this one already ran as it is. */
enum db_result migration_file_same(struct db *db, struct arena *arena, const char *name,
                                   const uint8_t digest[TOKEN_DIGEST_BYTES]);
enum db_result migration_file_done(struct db *db, const char *name,
                                   const uint8_t digest[TOKEN_DIGEST_BYTES]);

/* DB_OK when this account may hand out rights and take them back. */
enum db_result migration_may_grant(struct db *db, struct arena *arena);

/* Holds the migration lock as long as `db` is open: DB_NONE when somebody else has it. */
enum db_result migration_lock(struct db *db, struct arena *arena);

#endif
