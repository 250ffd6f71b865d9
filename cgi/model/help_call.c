/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/help_call.h"

#include "model/row.h"

const char *const help_state_names[HELP_STATES] = {
    [HELP_NONE] = "none",     [HELP_CALLED] = "called", [HELP_LATE] = "late",
    [HELP_COMING] = "coming", [HELP_NOBODY] = "nobody",
};

static struct db_value moved(struct arena *arena, const struct civil *now, int seconds)
{
    struct civil then = civil_from_second(civil_second(now) + seconds);
    return db_text(row_time(arena, &then));
}

/* ---- at the device ------------------------------------------------------------------------------------ */

struct last_call {
    struct civil at, lapses_at;
    bool accepted, ended;
};

/* DB_NONE: it has never called. */
static enum db_result last_read(struct db *db, struct arena *arena, uint64_t device, struct last_call *call)
{
    struct db_row row;
    enum db_result found = db_one(db, arena,
                                  "select at, lapses_at, accepted_at is not null, ended_at is not null from device_call"
                                  " where device_id = ? order by at desc, id desc limit 1",
                                  DB_ARGS(db_id(device)), &row);
    if (found == DB_OK)
        *call = (struct last_call){.at = row_moment(row.text[0]),
                                   .lapses_at = row_moment(row.text[1]),
                                   .accepted = row_flag(row.text[2]),
                                   .ended = row_flag(row.text[3])};
    return found;
}

enum db_result help_state(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                          enum help_state *state)
{
    struct last_call call;
    enum db_result found = last_read(db, arena, device, &call);
    *state = HELP_NONE;
    if (found != DB_OK || call.ended)
        return found == DB_FAIL ? DB_FAIL : DB_OK;
    int64_t left = civil_second(&call.lapses_at) - civil_second(now);
    if (left > 0)
        *state = call.accepted                                                ? HELP_COMING
                 : civil_second(now) - civil_second(&call.at) >= HELP_LATE_S ? HELP_LATE
                                                                              : HELP_CALLED;
    else if (!call.accepted && left > -HELP_SAID_S)
        *state = HELP_NOBODY;
    return DB_OK;
}

/* What lapsed is ended as of then, so that the device may call again. */
static enum db_result lapsed_end(struct db *db, struct arena *arena, uint64_t device, const struct civil *now)
{
    return db_exec(db, "update device_call set ended_at = lapses_at where device_id = ? and ended_at is null"
                       " and lapses_at <= ?",
                   DB_ARGS(db_id(device), db_text(row_time(arena, now))));
}

enum db_result help_begin(struct db *db, struct arena *arena, uint64_t device, uint64_t hall, const struct civil *now)
{
    struct db_row row;
    struct db_value since = moved(arena, now, -HELP_OFTEN_S);
    if (lapsed_end(db, arena, device, now) == DB_FAIL)
        return DB_FAIL;
    enum db_result found = db_one(db, arena,
                                  "select ifnull(sum(at > ?), 0), ifnull(sum(ended_at is null), 0) from device_call"
                                  " where device_id = ? and (at > ? or ended_at is null)",
                                  DB_ARGS(since, db_id(device), since), &row);
    if (found != DB_OK)
        return DB_FAIL;
    if (row_flag(row.text[1]))
        return DB_OK;
    if (row_count(row.text[0]) >= HELP_OFTEN_MOST)
        return DB_NONE;
    return db_exec(db, "insert into device_call (hall_id, device_id, at, lapses_at) values (?, ?, ?, ?)",
                   DB_ARGS(db_id(hall), db_id(device), db_text(row_time(arena, now)),
                           moved(arena, now, HELP_LASTS_S)));
}

enum db_result help_take_back(struct db *db, struct arena *arena, uint64_t device, const struct civil *now)
{
    return db_exec(db, "update device_call set ended_at = least(?, lapses_at) where device_id = ? and ended_at is null",
                   DB_ARGS(db_text(row_time(arena, now)), db_id(device)));
}

/* ---- for officers ------------------------------------------------------------------------------------- */

#define HELP_SELECT                                                                                \
    "select c.id, c.hall_id, h.agency_id, h.code, h.name, h.name_en, d.name, d.place, c.at, c.lapses_at," \
    " c.accepted_at, c.accepted_by, ifnull(a.name, ''), c.ended_at, ifnull(e.name, '')"                   \
    " from panic_call c join hall h on h.id = c.hall_id join device d on d.id = c.device_id"              \
    " left join user a on a.id = c.accepted_by left join user e on e.id = c.ended_by"

static void call_take(struct arena *arena, const struct db_row *row, struct help_call *call)
{
    const char *const *text = row->text;
    *call = (struct help_call){
        .id = row_id(text[0]),
        .hall = row_id(text[1]),
        .agency = row_id(text[2]),
        .hall_code = arena_copy(arena, text[3]),
        .hall_name = arena_copy(arena, text[4]),
        .hall_name_en = arena_copy(arena, text[5]),
        .device = arena_copy(arena, text[6]),
        .place = arena_copy(arena, text[7]),
        .at = row_moment(text[8]),
        .lapses_at = row_moment(text[9]),
        .accepted_at = row_moment(text[10]),
        .accepter = row_id(text[11]),
        .accepted_by = arena_copy(arena, text[12]),
        .ended_at = row_moment(text[13]),
        .ended_by = arena_copy(arena, text[14]),
    };
}

struct reading {
    struct arena *arena;
    struct help_call *list;
    size_t n;
};

static bool call_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    call_take(reading->arena, row, &reading->list[reading->n++]);
    return reading->n < HELP_LIST_MAX;
}

enum db_result help_open_list(struct db *db, struct arena *arena, const struct civil *now, struct help_call *list,
                              size_t *n)
{
    struct reading reading = {arena, list, 0};
    enum db_result result = db_each(db,
                                    HELP_SELECT " where c.open_device is not null and c.lapses_at > ? order by c.id",
                                    DB_ARGS(db_text(row_time(arena, now))), call_row, &reading);
    *n = reading.n;
    return result;
}

enum db_result help_recent_list(struct db *db, struct arena *arena, const struct civil *since, struct help_call *list,
                                size_t *n)
{
    struct reading reading = {arena, list, 0};
    enum db_result result = db_each(db, HELP_SELECT " where c.at >= ? order by c.id desc",
                                    DB_ARGS(db_text(row_time(arena, since))), call_row, &reading);
    *n = reading.n;
    return result;
}

enum db_result help_read(struct db *db, struct arena *arena, uint64_t id, struct help_call *call)
{
    struct db_row row;
    enum db_result result = db_one(db, arena, HELP_SELECT " where c.id = ?", DB_ARGS(db_id(id)), &row);
    if (result == DB_OK)
        call_take(arena, &row, call);
    return result;
}

enum db_result help_accept(struct db *db, struct arena *arena, uint64_t id, uint64_t by, const struct civil *now)
{
    struct db_value at = db_text(row_time(arena, now));
    return db_exec(db, "update panic_call set accepted_at = ?, accepted_by = ?, lapses_at = ? where id = ?"
                       " and open_device is not null and accepted_at is null and lapses_at > ?",
                   DB_ARGS(at, db_id(by), moved(arena, now, HELP_COMING_S), db_id(id), at));
}

enum db_result help_finish(struct db *db, struct arena *arena, uint64_t id, uint64_t by, const struct civil *now)
{
    return db_exec(db, "update panic_call set ended_at = ?, ended_by = ? where id = ? and open_device is not null",
                   DB_ARGS(db_text(row_time(arena, now)), db_id(by), db_id(id)));
}
