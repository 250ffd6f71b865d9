/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "lib/clock.h"
#include "lib/token.h"
#include "model/login.h"

/*
 * Counters by name and place. An attacker who knows a name can fill the counters of the places the attack
 * comes from and that of the name for strange browsers; never those of the person's own browsers.
 */
struct counter {
    uint8_t key[TOKEN_HASH_BYTES];
    long limit;
};
enum { COUNTERS = 3 };

static void counter_make(struct counter *counter, const char *text, long limit)
{
    token_keyed_hash(KEY_COOKIE, text, counter->key);
    counter->limit = limit;
}

/* In the same order everywhere: two tries at once wait for each other and do not deadlock. */
static size_t counters_of(struct arena *arena, const struct login_place *place,
                          struct counter counters[COUNTERS])
{
    if (place->known) {
        counter_make(&counters[0],
                     arena_format(arena, "try|browser|%s|%s", place->browser, place->login),
                     LOGIN_TRIES_HERE);
        return 1;
    }
    counter_make(&counters[0], arena_format(arena, "try|address|%s", place->address),
                 LOGIN_TRIES_ADDRESS);
    counter_make(&counters[1], arena_format(arena, "try|name|%s", place->login), LOGIN_TRIES_NAME);
    counter_make(&counters[2],
                 arena_format(arena, "try|here|%s|%s", place->address, place->login),
                 LOGIN_TRIES_HERE);
    return COUNTERS;
}

static const char *slot_text(char text[DATE_TEXT_MAX], int back)
{
    struct civil now = clock_now();
    int64_t second = civil_second(&now);
    struct civil slot =
        civil_from_second(second - second % LOGIN_SLOT_S - (int64_t)back * LOGIN_SLOT_S);
    return date_format_iso_time(text, &slot);
}

enum db_result login_try(struct db *db, struct arena *arena, const struct login_place *place,
                         bool *too_many)
{
    struct counter counters[COUNTERS];
    char slot[DATE_TEXT_MAX], before[DATE_TEXT_MAX];
    size_t n = counters_of(arena, place, counters);
    *too_many = false;
    slot_text(slot, 0);
    slot_text(before, 1);
    for (size_t i = 0; i < n; i++) {
        struct db_value key = db_bytes(counters[i].key, sizeof counters[i].key);
        struct db_row row;
        if (db_exec(db,
                    "insert into sign_in_try (key_hash, slot, tries) values (?, ?, 1)"
                    " on duplicate key update tries = least(tries + 1, 60000)",
                    DB_ARGS(key, db_text(slot))) == DB_FAIL ||
            db_one(db, arena,
                   "select ifnull(sum(tries), 0) from sign_in_try where key_hash = ? and slot >= ?",
                   DB_ARGS(key, db_text(before)), &row) == DB_FAIL)
            return DB_FAIL;
        if (strtol(row.text[0], NULL, 10) > counters[i].limit)
            *too_many = true;
    }
    return DB_OK;
}

enum db_result login_try_good(struct db *db, struct arena *arena, const struct login_place *place)
{
    struct counter counters[COUNTERS];
    char slot[DATE_TEXT_MAX];
    size_t n = counters_of(arena, place, counters);
    slot_text(slot, 0);
    for (size_t i = 0; i < n; i++)
        if (db_exec(db,
                    "update sign_in_try set tries = greatest(tries, 1) - 1"
                    " where key_hash = ? and slot = ?",
                    DB_ARGS(db_bytes(counters[i].key, sizeof counters[i].key), db_text(slot))) ==
            DB_FAIL)
            return DB_FAIL;
    return DB_OK;
}

enum db_result login_browser_known(struct db *db, struct arena *arena, const char *login,
                                   const char *browser, bool *known)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    struct db_row row;
    token_hash(browser, hash);
    enum db_result found = db_one(
        db, arena,
        "select 1 from known_browser b join user u on u.id = b.user_id"
        " where u.login = ? and b.token_hash = ?",
        DB_ARGS(db_text(login), db_bytes(hash, sizeof hash)), &row);
    *known = found == DB_OK;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result login_browser_keep(struct db *db, uint64_t user, const char *browser)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char text[DATE_TEXT_MAX];
    struct civil now = clock_now();
    date_format_iso_time(text, &now);
    token_hash(browser, hash);
    return db_exec(db,
                   "insert into known_browser (user_id, token_hash, first_at, seen_at)"
                   " values (?, ?, ?, ?) on duplicate key update seen_at = values(seen_at)",
                   DB_ARGS(db_number((int64_t)user), db_bytes(hash, sizeof hash), db_text(text),
                           db_text(text)));
}
