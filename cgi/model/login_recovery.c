/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <sodium.h>
#include <stdlib.h>

#include "lib/clock.h"
#include "lib/token.h"
#include "model/login.h"

#define CODE_LETTERS 10 /* of 31: about 49 bits, behind the limits of the sign-in */

static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";

static void hash_of(struct arena *arena, uint64_t user, const char *code,
                    uint8_t hash[TOKEN_HASH_BYTES])
{
    token_keyed_hash(KEY_LOOKUP,
                     arena_format(arena, "recovery:%llu:%s", (unsigned long long)user, code), hash);
}

static const char *now_text(char text[DATE_TEXT_MAX])
{
    struct civil now = clock_now();
    return date_format_iso_time(text, &now);
}

enum db_result login_recovery_make(struct db *db, struct arena *arena, uint64_t user,
                                   const char **codes)
{
    char now[DATE_TEXT_MAX];
    now_text(now);
    *codes = "";
    if (db_exec(db, "delete from recovery_code where user_id = ?",
                DB_ARGS(db_number((int64_t)user))) == DB_FAIL)
        return DB_FAIL;
    for (int i = 0; i < RECOVERY_CODES; i++) {
        char code[CODE_LETTERS + 1] = "";
        uint8_t hash[TOKEN_HASH_BYTES];
        for (int at = 0; at < CODE_LETTERS; at++)
            code[at] = letters[randombytes_uniform(sizeof letters - 1)];
        hash_of(arena, user, code, hash);
        if (db_exec(db,
                    "insert into recovery_code (user_id, code_hash, created_at) values (?, ?, ?)",
                    DB_ARGS(db_number((int64_t)user), db_bytes(hash, sizeof hash),
                            db_text(now))) == DB_FAIL)
            return DB_FAIL;
        *codes = arena_format(arena, "%s%s%.5s-%s", *codes, i ? " " : "", code, code + 5);
    }
    return DB_OK;
}

/* As typed: capitals, spaces and hyphens do not matter. */
static bool plain_code(const char *typed, char code[CODE_LETTERS + 1])
{
    size_t n = 0;
    for (const char *c = typed; *c; c++) {
        char letter = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
        if (letter == ' ' || letter == '-')
            continue;
        if (n == CODE_LETTERS || !strchr(letters, letter))
            return false;
        code[n++] = letter;
    }
    code[n] = '\0';
    return n == CODE_LETTERS;
}

enum db_result login_recovery_use(struct db *db, struct arena *arena, uint64_t user,
                                  const char *typed)
{
    char code[CODE_LETTERS + 1], now[DATE_TEXT_MAX];
    uint8_t hash[TOKEN_HASH_BYTES];
    if (!plain_code(typed, code))
        return DB_NONE;
    hash_of(arena, user, code, hash);
    return db_exec(db,
                   "update recovery_code set used_at = ?"
                   " where user_id = ? and code_hash = ? and used_at is null",
                   DB_ARGS(db_text(now_text(now)), db_number((int64_t)user),
                           db_bytes(hash, sizeof hash)));
}

enum db_result login_recovery_left(struct db *db, struct arena *arena, uint64_t user, int *left)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena,
               "select count(*) from recovery_code where user_id = ? and used_at is null",
               DB_ARGS(db_number((int64_t)user)), &row);
    if (result == DB_OK)
        *left = (int)strtol(row.text[0], NULL, 10);
    return result;
}
