/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "lib/clock.h"
#include "lib/token.h"
#include "model/device.h"

#define CODES 1000000u
#define TRIES 20

/*
 * Anybody who finds the address of the kiosks may ask: so there is a bound for all together, and a narrower one for
 * each network, below which the devices of the hall find room while somebody elsewhere plays.
 */
static enum db_result room_check(struct db *db, struct arena *arena, const char *address, uint64_t but)
{
    struct db_row row;
    char after[DATE_TEXT_MAX];
    struct civil now = clock_now(), then = civil_from_second(civil_second(&now) - DEVICE_CODE_S);
    date_format_iso_time(after, &then);
    if (db_one(db, arena,
               "select count(*), ifnull(sum(left(inet6_aton(asked_from), 8) = left(inet6_aton(?), 8)), 0)"
               " from device where state = 'asking' and asked_at > ? and id <> ?",
               DB_ARGS(db_text(address), db_text(after), db_number((int64_t)but)), &row) != DB_OK)
        return DB_FAIL;
    bool room = strtoul(row.text[0], NULL, 10) < DEVICE_ASKING_MOST &&
                strtoul(row.text[1], NULL, 10) < DEVICE_ASKING_ADDRESS;
    return room ? DB_OK : DB_NONE;
}

/* A code nobody has. Two who draw the same at the same moment: the second's statement fails, and it asks again. */
static enum db_result code_draw(struct db *db, struct arena *arena, char code[DEVICE_CODE_DIGITS + 1])
{
    for (int tries = 0; tries < TRIES; tries++) {
        uint64_t random;
        struct db_row row;
        token_random_bytes(&random, sizeof random);
        snprintf(code, DEVICE_CODE_DIGITS + 1, "%06u", (unsigned)(random % CODES));
        enum db_result taken = db_one(db, arena, "select 1 from device where pairing_code = ?",
                                      DB_ARGS(db_text(code)), &row);
        if (taken != DB_OK)
            return taken == DB_NONE ? DB_OK : DB_FAIL;
    }
    return DB_NONE;
}

enum db_result device_ask(struct db *db, struct arena *arena, const char *address, const char **secret)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char code[DEVICE_CODE_DIGITS + 1], text[DATE_TEXT_MAX];
    struct civil now = clock_now();
    enum db_result room = room_check(db, arena, address, 0);
    if (room == DB_OK)
        room = code_draw(db, arena, code);
    if (room != DB_OK)
        return room;
    *secret = token_random(arena);
    token_hash(*secret, hash);
    date_format_iso_time(text, &now);
    return db_exec(db,
                   "insert into device (secret_hash, pairing_code, asked_at, asked_from) values (?, ?, ?, left(?, 45))",
                   DB_ARGS(db_bytes(hash, sizeof hash), db_text(code), db_text(text), db_text(address)));
}

enum db_result device_ask_again(struct db *db, struct arena *arena, uint64_t id, const char *address)
{
    char code[DEVICE_CODE_DIGITS + 1], text[DATE_TEXT_MAX];
    struct civil now = clock_now();
    enum db_result room = room_check(db, arena, address, id);
    if (room == DB_OK)
        room = code_draw(db, arena, code);
    if (room != DB_OK)
        return room;
    date_format_iso_time(text, &now);
    return db_exec(db,
                   "update device set pairing_code = ?, asked_at = ?, asked_from = left(?, 45)"
                   " where id = ? and state = 'asking'",
                   DB_ARGS(db_text(code), db_text(text), db_text(address), db_number((int64_t)id)));
}
