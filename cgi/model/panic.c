/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/panic.h"

#include "model/row.h"

#define PANIC_SELECT                                                                               \
    "select p.id, p.hall_id, h.agency_id, h.code, h.name, h.name_en, c.number, ifnull(c.name, '')," \
    " ifnull(c.zone, ''), p.user_id, u.name, if(a.short = '', a.name, a.short), p.at, p.ended_at," \
    " ifnull(e.name, '') from panic_call p join hall h on h.id = p.hall_id"                        \
    " join user u on u.id = p.user_id join agency a on a.id = u.agency_id"                         \
    " left join counter c on c.id = p.counter_id left join user e on e.id = p.ended_by"

static void panic_take(struct arena *arena, const struct db_row *row, struct panic *panic)
{
    const char *const *text = row->text;
    *panic = (struct panic){
        .id = row_id(text[0]),
        .hall = row_id(text[1]),
        .agency = row_id(text[2]),
        .hall_code = arena_copy(arena, text[3]),
        .hall_name = arena_copy(arena, text[4]),
        .hall_name_en = arena_copy(arena, text[5]),
        .counter = row_count(text[6]),
        .counter_name = arena_copy(arena, text[7]),
        .zone = arena_copy(arena, text[8]),
        .user = row_id(text[9]),
        .user_name = arena_copy(arena, text[10]),
        .user_unit = arena_copy(arena, text[11]),
        .at = row_moment(text[12]),
        .ended_at = row_moment(text[13]),
        .ended_by = arena_copy(arena, text[14]),
    };
}

struct reading {
    struct arena *arena;
    struct panic *list;
    size_t n;
};

static bool panic_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    panic_take(reading->arena, row, &reading->list[reading->n++]);
    return reading->n < PANIC_LIST_MAX;
}

enum db_result panic_open_list(struct db *db, struct arena *arena, struct panic *list, size_t *n)
{
    struct reading reading = {arena, list, 0};
    enum db_result result = db_each(db, PANIC_SELECT " where p.ended_at is null order by p.id", DB_ARGS(),
                                    panic_row, &reading);
    *n = reading.n;
    return result;
}

enum db_result panic_recent_list(struct db *db, struct arena *arena, const struct civil *since, struct panic *list,
                                 size_t *n)
{
    struct reading reading = {arena, list, 0};
    enum db_result result =
        db_each(db, PANIC_SELECT " where p.ended_at is null or p.at >= ? order by p.id desc",
                DB_ARGS(db_text(row_time(arena, since))), panic_row, &reading);
    *n = reading.n;
    return result;
}

enum db_result panic_read(struct db *db, struct arena *arena, uint64_t id, struct panic *panic)
{
    struct db_row row;
    enum db_result result = db_one(db, arena, PANIC_SELECT " where p.id = ?", DB_ARGS(db_id(id)), &row);
    if (result == DB_OK)
        panic_take(arena, &row, panic);
    return result;
}

enum db_result panic_of_user(struct db *db, struct arena *arena, uint64_t user, struct panic *panic)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, PANIC_SELECT " where p.user_id = ? and p.ended_at is null order by p.id limit 1",
               DB_ARGS(db_id(user)), &row);
    if (result == DB_OK)
        panic_take(arena, &row, panic);
    return result;
}

enum db_result panic_begin(struct db *db, struct arena *arena, uint64_t user, const struct civil *now, uint64_t hall,
                           uint64_t counter, uint64_t *id)
{
    struct panic open;
    struct db_row row;
    /* Pressed in two windows at once it is one call: the second sees the first's. */
    if (db_one(db, arena, "select id from user where id = ? for update", DB_ARGS(db_id(user)), &row) != DB_OK)
        return DB_FAIL;
    enum db_result found = panic_of_user(db, arena, user, &open);
    if (found != DB_NONE) {
        *id = found == DB_OK ? open.id : 0;
        return found;
    }
    if (db_exec(db, "insert into panic_call (hall_id, counter_id, user_id, at) values (?, ?, ?, ?)",
                DB_ARGS(db_id(hall), db_id(counter), db_id(user), db_text(row_time(arena, now)))) != DB_OK)
        return DB_FAIL;
    *id = db_inserted(db);
    return DB_OK;
}

enum db_result panic_finish(struct db *db, uint64_t id, uint64_t by, const struct civil *now)
{
    char at[DATE_TEXT_MAX];
    date_format_iso_time(at, now);
    return db_exec(db, "update panic_call set ended_at = ?, ended_by = ? where id = ? and ended_at is null",
                   DB_ARGS(db_text(at), db_id(by), db_id(id)));
}
