/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall.h"

#include "model/agency_place.h"
#include "model/calendar_held.h"
#include "model/row.h"

#define HALL_COLUMNS                                                                                         \
    "select h.id, h.agency_id, a.code, h.code, h.name, h.name_en, h.classes + 0, h.priority_run, h.stop_minutes," \
    " h.called_seconds, h.wait_warn_minutes, h.is_active from hall h join agency a on a.id = h.agency_id"
/* As agencies are listed: the centre before the towns. */
#define HALL_ORDER " order by a.position, h.name, h.id"

static void hall_of_row(struct arena *arena, const struct db_row *row, struct hall *hall)
{
    *hall = (struct hall){
        .id = row_id(row->text[0]),
        .agency = row_id(row->text[1]),
        .agency_code = arena_copy(arena, row->text[2]),
        .code = arena_copy(arena, row->text[3]),
        .name = arena_copy(arena, row->text[4]),
        .name_en = arena_copy(arena, row->text[5]),
        /* The set's members are the classes after ordinary, in the same order. */
        .classes = row_count(row->text[6]) << TICKET_ELDERLY,
        .priority_run = row_count(row->text[7]),
        .stop_minutes = row_count(row->text[8]),
        .called_seconds = row_count(row->text[9]),
        .wait_warn_minutes = row_count(row->text[10]),
        .is_active = row_flag(row->text[11]),
    };
}

enum db_result hall_load(struct db *db, struct arena *arena, uint64_t id, struct hall *hall)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, HALL_COLUMNS " where h.id = ?", DB_ARGS(db_number((int64_t)id)), &row);
    if (result == DB_OK)
        hall_of_row(arena, &row, hall);
    return result;
}

enum db_result hall_by_code(struct db *db, struct arena *arena, const char *code, struct hall *hall)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, HALL_COLUMNS " where h.code = ?", DB_ARGS(db_text(code)), &row);
    if (result == DB_OK)
        hall_of_row(arena, &row, hall);
    return result;
}

/* ---- lists ----------------------------------------------------------------------------------- */

struct listing {
    struct arena *arena;
    void *halls;
    size_t n;
};

static bool list_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    hall_of_row(listing->arena, row,
                row_place(listing->arena, &listing->halls, &listing->n, sizeof(struct hall)));
    return true;
}

static enum db_result list_read(struct db *db, struct arena *arena, const char *sql, const struct db_value *args,
                                struct hall_list *list)
{
    struct listing listing = {.arena = arena};
    enum db_result result = db_each(db, sql, args, list_row, &listing);
    *list = (struct hall_list){listing.halls, listing.n};
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result hall_of_person(struct db *db, struct arena *arena, uint64_t version, uint64_t seat,
                              struct hall_list *list)
{
    struct agency_place place = {.counter = 0};
    *list = (struct hall_list){.n = 0};
    /* A seat without a prefix above it has its counter all the same. */
    if (agency_place(db, version, seat, seat, &place) == DB_FAIL)
        return DB_FAIL;
    return list_read(db, arena, HALL_COLUMNS " where h.agency_id = ? and h.is_active" HALL_ORDER,
                     DB_ARGS(db_number((int64_t)place.counter)), list);
}

enum db_result hall_list_for_scope(struct db *db, struct arena *arena, const struct scope *scope,
                                   unsigned roles, struct hall_list *list)
{
    const char *agencies = scope_agencies(scope, arena, roles);
    if (!agencies)
        return list_read(db, arena, HALL_COLUMNS HALL_ORDER, DB_ARGS(), list);
    return list_read(db, arena,
                     HALL_COLUMNS " join json_table(?, '$[*]' columns (id int unsigned path '$')) s"
                                  " on s.id = h.agency_id" HALL_ORDER,
                     DB_ARGS(db_text(agencies)), list);
}

enum db_result hall_list_all(struct db *db, struct arena *arena, struct hall_list *list)
{
    return list_read(db, arena, HALL_COLUMNS " where h.is_active" HALL_ORDER, DB_ARGS(), list);
}

/* ---- hours ----------------------------------------------------------------------------------- */

enum db_result hall_hours_now(struct db *db, uint64_t version, const struct hall *hall,
                              const struct civil *now, struct hall_hours *hours)
{
    const struct worktime_calendar *calendar = calendar_now(db, version, hall->agency_code);
    if (!calendar)
        return db_last_error(db) == DB_ERROR_NONE ? DB_NONE : DB_FAIL;
    const struct hall_hours_rule rule = {.calendar = calendar,
                                         .stop_minutes = (int)hall->stop_minutes,
                                         .from = -1,
                                         .to = -1,
                                         .is_active = hall->is_active};
    hall_hours_at(&rule, now, hours);
    return DB_OK;
}
