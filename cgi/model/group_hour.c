/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/group_hour.h"

#include "lib/clock.h"
#include "model/hall_times.h"
#include "model/row.h"

enum { WEEKDAYS = 7, HOURS = 24, CEILING = 512 * 1024 * 1024 };

struct cell {
    unsigned tickets; /* that came, exact or not */
    struct time_sample waits, serves;
};
struct group {
    uint64_t id;
    unsigned minutes;
    struct cell cells[WEEKDAYS][HOURS];
};
struct counting {
    struct db *db;
    struct arena *arena;
    struct civil now;
    void *groups;
    size_t n_groups;
    bool open[GROUP_HOUR_DAYS]; /* days with tickets, from the first one on */
    int first_day;
    uint64_t written;
};

/* ---- counting -------------------------------------------------------------------------------- */

static bool group_row(void *context, const struct db_row *row)
{
    struct counting *c = context;
    struct group *group = row_place(c->arena, &c->groups, &c->n_groups, sizeof *group);
    *group = (struct group){.id = row_id(row->text[0]), .minutes = row_count(row->text[1])};
    return true;
}

static struct group *group_of(const struct counting *c, uint64_t id)
{
    struct group *groups = c->groups;
    for (size_t i = 0; i < c->n_groups; i++)
        if (groups[i].id == id)
            return &groups[i];
    return NULL;
}

static bool visit_count(void *context, const struct hall_visit *visit)
{
    struct counting *c = context;
    int day = civil_day(&visit->day), weekday = (int)date_weekday(day), hour = visit->arrival_at.hour;
    struct group *group = group_of(c, visit->group);
    c->open[day - c->first_day] = true;
    if (group)
        group->cells[weekday][hour].tickets++;
    for (size_t i = 0; i < visit->n_times; i++) {
        const struct hall_time *time = &visit->times[i];
        struct group *served = group_of(c, time->group);
        if (time->kind == TIME_WAIT && time->first && group)
            time_sample_add(&group->cells[weekday][hour].waits, c->arena, time->seconds);
        else if (time->kind == TIME_SERVE && served)
            time_sample_add(&served->cells[weekday][hour].serves, c->arena, time->seconds);
    }
    return true;
}

/* ---- writing --------------------------------------------------------------------------------- */

static unsigned days_open(const struct counting *c, int weekday)
{
    unsigned n = 0;
    for (int i = 0; i < GROUP_HOUR_DAYS; i++)
        n += c->open[i] && (int)date_weekday(c->first_day + i) == weekday;
    return n;
}

static int64_t small(int64_t number)
{
    return number < UINT16_MAX ? number : UINT16_MAX;
}

static enum db_result cell_write(struct counting *c, const struct group *group, int weekday, int hour,
                                 struct cell *cell)
{
    int64_t half = time_sample_at(&cell->serves, 50), most = time_sample_at(&cell->serves, 90);
    if (half <= 0) {
        half = 60 * (int64_t)group->minutes;
        most = 2 * half;
    }
    c->written++;
    return db_exec(c->db,
                   "insert into group_hour (group_id, weekday, hour, tickets, arrivals, wait_50, wait_90, serve_50,"
                   " serve_90, counted_at) values (?, ?, ?, ?, ? / ?, ?, ?, ?, ?, ?)",
                   DB_ARGS(db_id(group->id), db_number(weekday + 1), db_number(hour), db_number((int64_t)cell->waits.n),
                           db_number(cell->tickets), db_number(days_open(c, weekday)),
                           db_number(small((time_sample_at(&cell->waits, 50) + 59) / 60)),
                           db_number(small((time_sample_at(&cell->waits, 90) + 59) / 60)), db_number(small(half)),
                           db_number(small(most)), db_text(row_time(c->arena, &c->now))));
}

static enum db_result group_write(struct counting *c, struct group *group)
{
    for (int weekday = 0; weekday < WEEKDAYS; weekday++)
        for (int hour = 0; hour < HOURS; hour++) {
            struct cell *cell = &group->cells[weekday][hour];
            if (cell->waits.n >= GROUP_HOUR_LEAST && cell_write(c, group, weekday, hour, cell) != DB_OK)
                return DB_FAIL;
        }
    return DB_OK;
}

static enum db_result hall_write(struct db *db, struct arena *arena, uint64_t hall, uint64_t *count)
{
    struct counting *c = arena_take(arena, sizeof *c);
    struct civil now = clock_now(), from, to;
    int today = civil_day(&now);
    *c = (struct counting){.db = db, .arena = arena, .now = now, .first_day = today - GROUP_HOUR_DAYS};
    from = civil_from_day(c->first_day);
    to = civil_from_day(today - 1);
    if (db_each(db, "select id, minutes from service_group where hall_id = ? order by id", DB_ARGS(db_id(hall)),
                group_row, c) == DB_FAIL ||
        hall_times_each(db, arena, hall, &from, &to, visit_count, c) == DB_FAIL)
        return DB_FAIL;
    struct group *groups = c->groups;
    for (size_t i = 0; i < c->n_groups; i++)
        if (group_write(c, &groups[i]) != DB_OK)
            return DB_FAIL;
    *count += c->written;
    return DB_OK;
}

/* ---- all halls ------------------------------------------------------------------------------- */

struct halls {
    struct arena *arena;
    void *ids;
    size_t n;
};

static bool hall_row(void *context, const struct db_row *row)
{
    struct halls *halls = context;
    uint64_t *id = row_place(halls->arena, &halls->ids, &halls->n, sizeof *id);
    *id = row_id(row->text[0]);
    return true;
}

enum db_result group_hour_count(struct db *db, uint64_t *count)
{
    struct arena *names = arena_open(0), *arena = arena_open(CEILING);
    struct halls halls = {.arena = names};
    enum db_result result = db_each(db, "select id from hall order by id", DB_ARGS(), hall_row, &halls);
    if (result != DB_FAIL)
        result = db_exec(db, "delete from group_hour where true", DB_ARGS());
    for (size_t i = 0; result != DB_FAIL && i < halls.n; i++) {
        result = hall_write(db, arena, ((const uint64_t *)halls.ids)[i], count);
        arena_clear(arena);
    }
    arena_close(arena);
    arena_close(names);
    return result == DB_FAIL ? DB_FAIL : DB_NONE;
}
