/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/day_close.h"

#include "lib/clock.h"
#include "lib/live.h"
#include "lib/settings.h"
#include "model/calendar_held.h"
#include "model/counter_lock.h"
#include "model/hall_hours.h"
#include "model/hall_news.h"
#include "model/row.h"

enum { DAYS_BACK = 31, HALLS_MAX = 500, ARENA_BYTES = 4 * 1024 * 1024 };

/* ---- what is still open ---------------------------------------------------------------------- */

struct ids {
    struct arena *arena;
    void *list;
    size_t n;
};

static bool id_row(void *context, const struct db_row *row)
{
    struct ids *ids = context;
    uint64_t *id = row_place(ids->arena, &ids->list, &ids->n, sizeof *id);
    *id = row_id(row->text[0]);
    return true;
}

/* An open ticket ends, and its times say nothing. DB_NONE: it has ended meanwhile. */
static enum db_result ticket_end(struct db *db, uint64_t ticket, struct db_value now)
{
    enum db_result result =
        db_exec(db,
                "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id,"
                " session_id) select id, hall_id, ?, 'closed', state, 'closed', group_id, counter_id, session_id"
                " from ticket where id = ? and state in ('waiting', 'called', 'serving', 'parked') for update",
                DB_ARGS(now, db_id(ticket)));
    if (result != DB_OK)
        return result;
    return db_exec(db,
                   "update ticket set state = 'closed', ended_at = ?, is_exact = false, version = version + 1"
                   " where id = ?",
                   DB_ARGS(now, db_id(ticket)));
}

static enum db_result tickets_end(struct db *db, const struct ids *ids, struct db_value now, uint64_t *count)
{
    const uint64_t *list = ids->list;
    for (size_t i = 0; i < ids->n; i++) {
        enum db_result result = ticket_end(db, list[i], now);
        if (result == DB_FAIL)
            return DB_FAIL;
        *count += result == DB_OK;
    }
    return DB_OK;
}

static enum db_result session_end(struct db *db, uint64_t session, struct db_value now)
{
    enum db_result result =
        db_exec(db,
                "insert into counter_event (hall_id, counter_id, session_id, at, kind, detail)"
                " select c.hall_id, c.id, s.id, ?, 'close', '' from counter_session s"
                " join counter c on c.id = s.counter_id where s.id = ? and s.state <> 'closed'",
                DB_ARGS(now, db_id(session)));
    if (result != DB_OK)
        return result;
    return db_exec(db,
                   "update counter_session set state = 'closed', pause_reason = null, changed_at = ?, closed_at = ?,"
                   " version = version + 1 where id = ?",
                   DB_ARGS(now, now, db_id(session)));
}

static enum db_result sessions_end(struct db *db, const struct ids *ids, struct db_value now)
{
    const uint64_t *list = ids->list;
    for (size_t i = 0; i < ids->n; i++)
        if (session_end(db, list[i], now) == DB_FAIL)
            return DB_FAIL;
    return DB_OK;
}

enum db_result day_close_leftover(struct db *db, struct arena *arena, uint64_t counter, uint64_t user,
                                  const struct civil *now)
{
    struct ids sessions = {.arena = arena}, tickets = {.arena = arena};
    struct db_value day = db_text(row_day(arena, now)), at = db_text(row_time(arena, now));
    uint64_t count = 0;
    if (db_each(db,
                "select id from counter_session where open_counter = ? and opened_at < ?"
                " union select id from counter_session where open_user = ? and opened_at < ?",
                DB_ARGS(db_id(counter), day, db_id(user), day), id_row, &sessions) == DB_FAIL ||
        db_each(db,
                "select t.id from counter_session s join ticket t on t.busy_counter = s.counter_id"
                " where s.open_user = ? and s.opened_at < ? and t.service_date < ?"
                " union select id from ticket where busy_counter = ? and service_date < ?",
                DB_ARGS(db_id(user), day, day, db_id(counter), day), id_row, &tickets) == DB_FAIL)
        return DB_FAIL;
    if (tickets_end(db, &tickets, at, &count) == DB_FAIL)
        return DB_FAIL;
    return sessions_end(db, &sessions, at);
}

/* ---- the job --------------------------------------------------------------------------------- */

struct closing {
    struct db *db;
    struct arena *arena;
    struct civil now;
    uint64_t version; /* of the catalogue */
    uint64_t hall;
    const char *code, *day; /* to be closed */
};

struct hall_due {
    uint64_t hall;
    const char *code, *agency;
    int closed; /* the last closed day, as a day number; 0: none */
};

struct dues {
    struct arena *arena;
    struct hall_due list[HALLS_MAX];
    size_t n;
    uint64_t version;
};

static bool due_row(void *context, const struct db_row *row)
{
    struct dues *dues = context;
    struct civil closed = row_moment(row->text[3]);
    if (dues->n == HALLS_MAX)
        return false;
    dues->list[dues->n++] = (struct hall_due){.hall = row_id(row->text[0]),
                                              .code = arena_copy(dues->arena, row->text[1]),
                                              .agency = arena_copy(dues->arena, row->text[2]),
                                              .closed = closed.year ? civil_day(&closed) : 0};
    dues->version = row_id(row->text[4]);
    return true;
}

/* The last day that may be closed: today once its end is past, else yesterday. */
static int last_over(struct closing *c, const char *agency)
{
    const struct worktime_calendar *calendar = calendar_now(c->db, c->version, agency);
    int today = civil_day(&c->now);
    if (!calendar)
        return today - 1;
    struct civil end = hall_hours_day_end(calendar, today, DAY_CLOSE_AFTER);
    return civil_compare(&c->now, &end) >= 0 ? today : today - 1;
}

/* The first day after the last closed one on which something happened in the hall. */
static const char fresh_sql[] =
    "select least(ifnull(t.day, s.day), ifnull(s.day, t.day)) from (select min(service_date) as day"
    " from ticket where hall_id = ? and service_date between ? and ?) t join"
    " (select date(min(s.opened_at)) as day from counter c join counter_session s on s.counter_id = c.id"
    " and s.opened_at >= ? and s.opened_at < date_add(?, interval 1 day) where c.hall_id = ?) s";

/* Something open on the last day that is over or the one before, although it was closed, or given out since: a clock
 * ran ahead for a while, or the hours of the day changed. */
static const char again_sql[] =
    "select min(x.day) from (select min(service_date) as day from ticket where hall_id = ?"
    " and service_date in (?, date_sub(?, interval 1 day)) and state in ('waiting', 'called', 'serving', 'parked')"
    " union all select date(min(s.opened_at)) from counter c join counter_session s on s.open_counter = c.id"
    " and s.opened_at < date_add(?, interval 1 day) where c.hall_id = ?"
    " union all select min(d.service_date) from hall_day d where d.hall_id = ?"
    " and d.service_date in (?, date_sub(?, interval 1 day)) and d.tickets <> (select count(*) from ticket t"
    " where t.hall_id = d.hall_id and t.service_date = d.service_date)) x";

static enum db_result day_asked(struct closing *c, const struct hall_due *due, const char *sql,
                                const struct db_value *args)
{
    struct db_row row;
    enum db_result result = db_one(c->db, c->arena, sql, args, &row);
    if (result != DB_OK || !row.text[0])
        return result == DB_FAIL ? DB_FAIL : DB_NONE;
    c->hall = due->hall;
    c->code = due->code;
    c->day = row.text[0];
    return DB_OK;
}

/* DB_NONE: nothing is to be closed in this hall. */
static enum db_result day_due(struct closing *c, const struct hall_due *due)
{
    int until = last_over(c, due->agency);
    int from = due->closed >= until - DAYS_BACK ? due->closed + 1 : until - DAYS_BACK;
    struct civil first = civil_from_day(from), last = civil_from_day(until);
    struct db_value hall = db_id(due->hall), begin = db_text(row_day(c->arena, &first));
    struct db_value end = db_text(row_day(c->arena, &last));
    enum db_result result = DB_NONE;
    if (from <= until)
        result = day_asked(c, due, fresh_sql, DB_ARGS(hall, begin, end, begin, end, hall));
    if (result == DB_NONE)
        result = day_asked(c, due, again_sql, DB_ARGS(hall, end, end, end, hall, hall, end, end));
    return result;
}

static enum db_result due_find(struct closing *c)
{
    struct dues *dues = arena_take(c->arena, sizeof *dues);
    dues->arena = c->arena;
    if (db_each(c->db,
                "select h.id, h.code, a.code, (select max(d.service_date) from hall_day d where d.hall_id = h.id),"
                " (select version from catalogue_version where id = 1) from hall h"
                " join agency a on a.id = h.agency_id order by h.id",
                DB_ARGS(), due_row, dues) == DB_FAIL)
        return DB_FAIL;
    c->version = dues->version;
    for (size_t i = 0; i < dues->n; i++) {
        enum db_result result = day_due(c, &dues->list[i]);
        if (result != DB_NONE)
            return result;
    }
    return DB_NONE;
}

/* Who just gives out or reports a ticket is waited for, so that it is counted, and counted once. */
static enum db_result day_put(struct closing *c)
{
    struct db_row row;
    struct db_value hall = db_id(c->hall), day = db_text(c->day), now = db_text(row_time(c->arena, &c->now));
    if (db_one(c->db, c->arena,
               "select count(*), ifnull(sum(state = 'closed'), 0) from ticket where hall_id = ? and service_date = ?"
               " lock in share mode",
               DB_ARGS(hall, day), &row) != DB_OK)
        return DB_FAIL;
    struct db_value tickets = db_number(row_count(row.text[0])), left = db_number(row_count(row.text[1]));
    enum db_result again =
        db_exec(c->db, "update hall_day set tickets = ?, left_over = ? where hall_id = ? and service_date = ?",
                DB_ARGS(tickets, left, hall, day));
    if (again != DB_NONE)
        return again;
    return db_exec(c->db,
                   "insert into hall_day (hall_id, service_date, closed_at, tickets, left_over) values (?, ?, ?, ?, ?)",
                   DB_ARGS(hall, day, now, tickets, left));
}

/* Counters first: nobody calls any more. Sessions of earlier days end with it. */
static enum db_result day_end(struct closing *c, uint64_t *count)
{
    struct ids sessions = {.arena = c->arena}, tickets = {.arena = c->arena};
    struct db_value hall = db_id(c->hall), day = db_text(c->day), now = db_text(row_time(c->arena, &c->now));
    uint64_t left = 0;
    if (db_each(c->db,
                "select s.id from counter c join counter_session s on s.open_counter = c.id"
                " and s.opened_at < date_add(?, interval 1 day) where c.hall_id = ? order by s.id",
                DB_ARGS(day, hall), id_row, &sessions) == DB_FAIL ||
        sessions_end(c->db, &sessions, now) == DB_FAIL ||
        db_each(c->db,
                "select id from ticket where hall_id = ? and service_date = ?"
                " and state in ('waiting', 'called', 'serving', 'parked') order by id",
                DB_ARGS(hall, day), id_row, &tickets) == DB_FAIL ||
        tickets_end(c->db, &tickets, now, &left) == DB_FAIL)
        return DB_FAIL;
    *count = left + 1;
    return day_put(c);
}

/* Boards and counters look again. */
static void screens_tell(const struct closing *c)
{
    const struct hall_news news = {.kind = "counter", .hall = c->code, .zone = ""};
    if (settings.live)
        live_send(hall_news_channel(c->arena, c->code), hall_news_format(c->arena, &news));
}

enum db_result day_close_next(struct db *db, uint64_t *count)
{
    uint64_t done = 0;
    struct closing c = {.db = db, .arena = arena_open(ARENA_BYTES), .now = clock_now()};
    enum db_result result = db_begin_numbering(db);
    if (result == DB_OK)
        result = due_find(&c);
    if (result == DB_OK)
        result = day_end(&c, &done);
    if (result == DB_OK)
        result = db_commit(db);
    db_rollback(db);
    if (result == DB_OK) {
        *count += done;
        screens_tell(&c);
    }
    arena_close(c.arena);
    return result;
}
