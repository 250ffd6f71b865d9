/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * For comparison: numbers by the highest one plus one, under a row that is locked for the transaction; calls by a
 * SELECT … FOR UPDATE. Plain: at the level a database has when nobody sets one, the lock taken first, the next ticket
 * by one statement over the queues of the counter. Tuned: READ COMMITTED, the lock taken when all that can be read
 * before is read, the next ticket looked for first and then locked by the index of its queue alone.
 */
#include "model/row.h"
#include "model/ticket_write.h"
#include "model/wait_forecast.h"
#include "ticket_load.h"

static enum db_result event_put(struct load_worker *w, const struct load_done *done, const char *kind, int from,
                                enum ticket_state to)
{
    uint64_t event;
    const struct ticket_event_new row = {.ticket = done->ticket, .hall = w->hall.id, .at = w->now, .kind = kind,
                                         .from = from, .to = to, .group = done->group, .counter = w->counter,
                                         .session = w->session, .user = w->user, .device = w->device,
                                         .reason = to == TICKET_CALLED ? TICKET_TURN : -1};
    return ticket_event_put(w->db, w->arena, &row, &event);
}

/* What a dispenser prints on the ticket. */
static bool estimate(struct load_worker *w, struct forecast *forecast, unsigned *ahead)
{
    struct forecast_load load;
    if (forecast_load_read(w->db, w->arena, w->hall.id, &w->now, &load) != DB_OK)
        return false;
    size_t index = forecast_index(&load, w->group);
    if (index == load.n_groups)
        return false;
    *ahead = load.groups[index].waiting;
    *forecast = forecast_of(&load, index, *ahead);
    return true;
}

static bool ticket_put(struct load_worker *w, const struct forecast *forecast, unsigned ahead,
                       struct load_done *done)
{
    struct db_value day = db_text(row_day(w->arena, &w->now)), at = db_text(row_time(w->arena, &w->now));
    struct db_value group = db_id(w->group);
    if (db_exec(w->db,
                "insert into ticket (hall_id, service_date, letter_group_id, number, group_id, class, rank_at,"
                " arrival_at, channel, device_id, ahead_then, wait_then_50, wait_then_90)"
                " values (?, ?, ?, ?, ?, if(? % 5, 'ordinary', 'elderly'), ?, ?, 'dispenser', ?, ?, ?, ?)",
                DB_ARGS(db_id(w->hall.id), day, group, db_number(done->number), group, db_number(random()), at, at,
                        db_id(w->device), db_number(ahead), db_number(forecast->wait_50 < 0 ? 0 : forecast->wait_50),
                        db_number(forecast->wait_90 < 0 ? 0 : forecast->wait_90))) != DB_OK)
        return false;
    done->ticket = db_inserted(w->db);
    return db_exec(w->db, "insert into ticket_item (ticket_id, service_id, position) values (?, ?, 1)",
                   DB_ARGS(db_id(done->ticket), db_id(w->service))) == DB_OK &&
           event_put(w, done, "issued", -1, TICKET_WAITING) == DB_OK;
}

enum db_result lock_begin(struct load_worker *w, bool tuned)
{
    if (tuned)
        return db_begin_numbering(w->db);
    if (db_exec(w->db, "set session innodb_snapshot_isolation = off", DB_ARGS()) == DB_FAIL)
        return DB_FAIL;
    return db_begin(w->db);
}

static bool queue_lock(struct load_worker *w, unsigned *first, unsigned *last)
{
    struct db_row row;
    if (db_one(w->db, w->arena, "select first_number, last_number from service_group where id = ? for update",
               DB_ARGS(db_id(w->group)), &row) != DB_OK)
        return false;
    *first = row_count(row.text[0]);
    *last = row_count(row.text[1]);
    return true;
}

static bool answer_read(struct load_worker *w, struct forecast *forecast, unsigned *ahead)
{
    struct db_row row;
    return db_one(w->db, w->arena,
                  "select s.id, g.letter, g.from_time, g.to_time, g.daily_cap from service s"
                  " join service_group g on g.id = s.group_id where s.id = ? and s.is_active and g.is_active",
                  DB_ARGS(db_id(w->service)), &row) == DB_OK &&
           estimate(w, forecast, ahead);
}

enum load_result lock_issue(struct load_worker *w, bool tuned, struct load_done *done)
{
    struct db_row row;
    struct forecast forecast;
    unsigned ahead, first, last;
    if ((!tuned && !queue_lock(w, &first, &last)) || !answer_read(w, &forecast, &ahead) ||
        (tuned && !queue_lock(w, &first, &last)) ||
        db_one(w->db, w->arena,
               "select ifnull(max(number), 0) + 1 from ticket where letter_group_id = ? and service_date = ?",
               DB_ARGS(db_id(w->group), db_text(row_day(w->arena, &w->now))), &row) != DB_OK)
        return LOAD_AGAIN;
    done->group = w->group;
    done->number = row_count(row.text[0]) < first ? first : row_count(row.text[0]);
    if (done->number > last)
        return LOAD_FULL;
    return ticket_put(w, &forecast, ahead, done) ? LOAD_DONE : LOAD_AGAIN;
}

/* The session is locked by its own officer in both designs. */
static enum load_result desk(struct load_worker *w)
{
    struct db_row row;
    if (db_one(w->db, w->arena, "select state from counter_session where id = ? for update", DB_ARGS(db_id(w->session)),
               &row) != DB_OK)
        return LOAD_AGAIN;
    enum db_result busy = db_one(w->db, w->arena, "select id from ticket where busy_counter = ?",
                                 DB_ARGS(db_id(w->counter)), &row);
    if (busy == DB_FAIL)
        return LOAD_AGAIN;
    return busy == DB_OK ? LOAD_BUSY : LOAD_DONE;
}

/* One statement over all queues of the counter. */
static enum db_result next_plain(struct load_worker *w, struct db_row *row)
{
    return db_one(w->db, w->arena,
                  "select t.id, t.number, t.letter_group_id, t.group_id from ticket t where t.group_id in"
                  " (select c.group_id from counter_group c where c.counter_id = ?) and t.service_date = ?"
                  " and t.state = 'waiting' order by t.is_ahead desc, t.rank_at, t.id limit 1 for update",
                  DB_ARGS(db_id(w->counter), db_text(row_day(w->arena, &w->now))), row);
}

/* First which queue, then the first of that queue, and no other row is locked. */
static enum db_result next_tuned(struct load_worker *w, struct db_row *row)
{
    struct db_value day = db_text(row_day(w->arena, &w->now));
    enum db_result found =
        db_one(w->db, w->arena,
               "select c.group_id, t.is_ahead from counter_group c join ticket t on t.id = (select x.id from ticket x"
               " where x.group_id = c.group_id and x.service_date = ? and x.state = 'waiting'"
               " order by x.is_ahead desc, x.rank_at, x.id limit 1) where c.counter_id = ?"
               " order by t.is_ahead desc, t.rank_at, t.id limit 1",
               DB_ARGS(day, db_id(w->counter)), row);
    if (found != DB_OK)
        return found;
    return db_one(w->db, w->arena,
                  "select t.id, t.number, t.letter_group_id, t.group_id from ticket t force index (ticket_queue)"
                  " where t.group_id = ? and t.service_date = ? and t.state = 'waiting' and t.is_ahead = ?"
                  " order by t.rank_at, t.id limit 1 for update",
                  DB_ARGS(db_text(row->text[0]), day, db_text(row->text[1])), row);
}

enum load_result lock_call(struct load_worker *w, bool tuned, struct load_done *done)
{
    struct db_row row;
    enum load_result free_desk = desk(w);
    if (free_desk != LOAD_DONE)
        return free_desk;
    enum db_result found = tuned ? next_tuned(w, &row) : next_plain(w, &row);
    if (found != DB_OK)
        return found == DB_NONE ? LOAD_NOBODY : LOAD_AGAIN;
    *done = (struct load_done){
        .ticket = row_id(row.text[0]), .number = row_count(row.text[1]), .group = row_id(row.text[2])};
    if (db_exec(w->db,
                "update ticket set state = 'called', counter_id = ?, session_id = ?, called_at = ?, calls = calls + 1,"
                " version = version + 1 where id = ?",
                DB_ARGS(db_id(w->counter), db_id(w->session), db_text(row_time(w->arena, &w->now)),
                        db_id(done->ticket))) != DB_OK ||
        event_put(w, done, "called", TICKET_WAITING, TICKET_CALLED) != DB_OK)
        return LOAD_AGAIN;
    return LOAD_DONE;
}
