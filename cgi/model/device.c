/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/device.h"

#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/token.h"

const char *const device_kind_names[DEVICE_KIND_END] = {
    [DEVICE_UNKNOWN] = "unknown", [DEVICE_DISPENSER] = "dispenser", [DEVICE_KIOSK] = "kiosk",
    [DEVICE_BOARD] = "board",     [DEVICE_DISPLAY] = "display",     [DEVICE_RATING] = "rating",
};

enum device_kind device_kind_of(const char *name)
{
    for (int kind = DEVICE_DISPENSER; kind < DEVICE_KIND_END; kind++)
        if (strcmp(name, device_kind_names[kind]) == 0)
            return (enum device_kind)kind;
    return DEVICE_UNKNOWN;
}

bool device_kind_has_counter(enum device_kind kind)
{
    return kind == DEVICE_DISPLAY || kind == DEVICE_RATING;
}

static const char *moment_text(char text[DATE_TEXT_MAX])
{
    struct civil now = clock_now();
    return date_format_iso_time(text, &now);
}

/* ---- whose cookie is it? ------------------------------------------------------------------------ */

static enum device_state state_of(const char *text)
{
    if (strcmp(text, "approved") == 0)
        return DEVICE_APPROVED;
    return strcmp(text, "asking") == 0 ? DEVICE_ASKING : DEVICE_REVOKED;
}

/* Until when its code is good: the second after which it is not. */
static void read_code(struct device *device, const char *asked, const struct civil *now)
{
    struct civil at;
    if (!*device->code || !civil_parse(asked, &at))
        return;
    int64_t until = civil_second(&at) + DEVICE_CODE_S;
    device->code_until = civil_from_second(until);
    device->code_is_good = device->state == DEVICE_ASKING && civil_second(now) < until;
}

enum db_result device_find(struct db *db, struct arena *arena, const char *secret,
                           const struct civil *now, struct device *device)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    struct db_row row;
    token_hash(secret, hash);
    enum db_result found = db_one(
        db, arena,
        "select d.id, d.state, ifnull(d.kind, ''), d.name, d.place, ifnull(d.hall_id, 0),"
        " ifnull(h.code, ''), ifnull(h.name, ''), if(ifnull(h.name_en, '') = '', ifnull(h.name, ''), h.name_en),"
        " ifnull(d.counter_id, 0), ifnull(c.number, 0), d.zone, d.text_px, ifnull(d.pairing_code, ''), d.asked_at"
        " from device d left join hall h on h.id = d.hall_id left join counter c on c.id = d.counter_id"
        " where d.secret_hash = ?",
        DB_ARGS(db_bytes(hash, sizeof hash)), &row);
    if (found != DB_OK)
        return found;
    *device = (struct device){
        .id = strtoull(row.text[0], NULL, 10),
        .state = state_of(row.text[1]),
        .kind = device_kind_of(row.text[2]),
        .name = row.text[3],
        .place = row.text[4],
        .hall = strtoull(row.text[5], NULL, 10),
        .hall_code = row.text[6],
        .hall_name = row.text[7],
        .hall_name_en = row.text[8],
        .counter = strtoull(row.text[9], NULL, 10),
        .counter_number = (unsigned)strtoul(row.text[10], NULL, 10),
        .zone = row.text[11],
        .text_px = (unsigned)strtoul(row.text[12], NULL, 10),
        .code = row.text[13],
    };
    read_code(device, row.text[14], now);
    return DB_OK;
}

/* ---- what staff say about it ---------------------------------------------------------------------- */

/* The hall is there, and the counter is one of its own where the kind has one. */
static enum device_verdict place_check(struct db *db, struct arena *arena, const struct device_place *place)
{
    struct db_row row;
    enum db_result found = db_one(db, arena, "select 1 from hall where id = ?",
                                  DB_ARGS(db_number((int64_t)place->hall)), &row);
    if (found != DB_OK)
        return found == DB_NONE ? DEVICE_NO_HALL : DEVICE_FAIL;
    if (!device_kind_has_counter(place->kind))
        return place->counter ? DEVICE_OTHER_COUNTER : DEVICE_GOOD;
    found = db_one(db, arena, "select 1 from counter where id = ? and hall_id = ?",
                   DB_ARGS(db_number((int64_t)place->counter), db_number((int64_t)place->hall)), &row);
    if (found != DB_OK)
        return found == DB_NONE ? DEVICE_NO_COUNTER : DEVICE_FAIL;
    return DEVICE_GOOD;
}

static enum db_result id_of_code(struct db *db, struct arena *arena, const char *code, uint64_t *id)
{
    struct db_row row;
    char after[DATE_TEXT_MAX];
    struct civil now = clock_now(), then = civil_from_second(civil_second(&now) - DEVICE_CODE_S);
    date_format_iso_time(after, &then);
    enum db_result found = db_one(db, arena,
                                  "select id from device where pairing_code = ? and state = 'asking'"
                                  " and asked_at > ? for update",
                                  DB_ARGS(db_text(code), db_text(after)), &row);
    if (found == DB_OK)
        *id = strtoull(row.text[0], NULL, 10);
    return found;
}

enum device_verdict device_approve(struct db *db, struct arena *arena, const char *code,
                                   const struct device_place *place, uint64_t by, uint64_t *id)
{
    char now[DATE_TEXT_MAX];
    enum device_verdict verdict = place_check(db, arena, place);
    if (verdict != DEVICE_GOOD)
        return verdict;
    enum db_result found = id_of_code(db, arena, code, id);
    if (found != DB_OK)
        return found == DB_NONE ? DEVICE_NO_CODE : DEVICE_FAIL;
    found = db_exec(db,
                    "update device set state = 'approved', pairing_code = null, kind = ?, hall_id = ?, counter_id = ?,"
                    " zone = left(?, 40), name = left(?, 80), place = left(?, 120), text_px = ?, approved_at = ?,"
                    " approved_by = ? where id = ? and state = 'asking'",
                    DB_ARGS(db_text(device_kind_names[place->kind]), db_number((int64_t)place->hall),
                            db_id(place->counter), db_text(place->zone), db_text(place->name),
                            db_text(place->place), db_number(place->text_px), db_text(moment_text(now)), db_id(by),
                            db_number((int64_t)*id)));
    if (found == DB_OK)
        return DEVICE_GOOD;
    return found == DB_NONE ? DEVICE_NO_CODE : DEVICE_FAIL;
}

enum device_verdict device_add(struct db *db, struct arena *arena, const char *secret,
                               const struct device_place *place, uint64_t *id)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char now[DATE_TEXT_MAX];
    enum device_verdict verdict = place_check(db, arena, place);
    if (verdict != DEVICE_GOOD)
        return verdict;
    token_hash(secret, hash);
    moment_text(now);
    if (db_exec(db,
                "insert into device (secret_hash, state, kind, hall_id, counter_id, zone, name, place, text_px,"
                " asked_at, approved_at) values (?, 'approved', ?, ?, ?, left(?, 40), left(?, 80), left(?, 120), ?,"
                " ?, ?)",
                DB_ARGS(db_bytes(hash, sizeof hash), db_text(device_kind_names[place->kind]),
                        db_number((int64_t)place->hall), db_id(place->counter), db_text(place->zone),
                        db_text(place->name), db_text(place->place), db_number(place->text_px), db_text(now),
                        db_text(now))) != DB_OK)
        return DEVICE_FAIL;
    *id = db_inserted(db);
    return DEVICE_GOOD;
}

enum device_verdict device_change(struct db *db, struct arena *arena, uint64_t id,
                                  const struct device_place *place)
{
    enum device_verdict verdict = place_check(db, arena, place);
    if (verdict != DEVICE_GOOD)
        return verdict;
    enum db_result done =
        db_exec(db,
                "update device set kind = ?, hall_id = ?, counter_id = ?, zone = left(?, 40), name = left(?, 80),"
                " place = left(?, 120), text_px = ? where id = ? and state = 'approved'",
                DB_ARGS(db_text(device_kind_names[place->kind]), db_number((int64_t)place->hall),
                        db_id(place->counter), db_text(place->zone), db_text(place->name), db_text(place->place),
                        db_number(place->text_px), db_number((int64_t)id)));
    if (done == DB_OK)
        return DEVICE_GOOD;
    return done == DB_NONE ? DEVICE_NO_DEVICE : DEVICE_FAIL;
}

enum db_result device_revoke(struct db *db, uint64_t id, uint64_t by)
{
    char now[DATE_TEXT_MAX];
    return db_exec(db,
                   "update device set state = 'revoked', pairing_code = null, ended_at = ?, ended_by = ?"
                   " where id = ? and state <> 'revoked'",
                   DB_ARGS(db_text(moment_text(now)), db_id(by), db_number((int64_t)id)));
}

/* ---- halls and counters ----------------------------------------------------------------------------- */

static enum db_result number_of(enum db_result found, const struct db_row *row, uint64_t *number)
{
    if (found == DB_OK)
        *number = strtoull(row->text[0], NULL, 10);
    return found;
}

enum db_result device_hall(struct db *db, struct arena *arena, const char *code, uint64_t *hall)
{
    struct db_row row;
    return number_of(db_one(db, arena, "select id from hall where ? in ('', code) order by id limit 1",
                            DB_ARGS(db_text(code)), &row),
                     &row, hall);
}

enum db_result device_counter(struct db *db, struct arena *arena, uint64_t hall, unsigned number, uint64_t *counter)
{
    struct db_row row;
    return number_of(db_one(db, arena, "select id from counter where hall_id = ? and number = ?",
                            DB_ARGS(db_number((int64_t)hall), db_number(number)), &row),
                     &row, counter);
}
