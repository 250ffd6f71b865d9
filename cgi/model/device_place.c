/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/device_place.h"

#include <stdlib.h>

#include "lib/clock.h"
#include "lib/token.h"

static const char *moment_text(char text[DATE_TEXT_MAX])
{
    struct civil now = clock_now();
    return date_format_iso_time(text, &now);
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

enum db_result device_want(struct db *db, uint64_t id, enum device_wish wish)
{
    return db_exec(db, "update device set wanted = ? where id = ? and state = 'approved'",
                   DB_ARGS(db_text(device_wish_names[wish]), db_number((int64_t)id)));
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

enum db_result device_hall_agency(struct db *db, struct arena *arena, uint64_t hall, uint64_t *agency)
{
    struct db_row row;
    return number_of(db_one(db, arena, "select agency_id from hall where id = ?", DB_ARGS(db_number((int64_t)hall)),
                            &row),
                     &row, agency);
}

enum db_result device_choices(struct db *db, struct data *data, const char *agencies)
{
    const struct db_value *reach = DB_ARGS(db_text(agencies), db_text(agencies));
    if (db_rows(db, data, "Halls",
                "select id as Id, name as Name, if(name_en = '', name, name_en) as NameEn from hall"
                " where is_active and (? is null or json_contains(?, agency_id)) order by name, id",
                reach) == DB_FAIL ||
        db_rows(db, data, "Counters",
                "select c.id as Id, c.number as Number, c.name as Name, h.id as HallId, h.name as Hall"
                " from counter c join hall h on h.id = c.hall_id where c.is_active and h.is_active"
                " and (? is null or json_contains(?, h.agency_id)) order by h.name, h.id, c.number",
                reach) == DB_FAIL)
        return DB_FAIL;
    return db_rows(db, data, "Zones",
                   "select distinct c.zone as Zone from counter c join hall h on h.id = c.hall_id"
                   " where c.is_active and h.is_active and c.zone <> ''"
                   " and (? is null or json_contains(?, h.agency_id))"
                   " order by c.zone",
                   reach);
}
