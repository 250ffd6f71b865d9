/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_replay.h"

#include "model/hall_live_inside.h"
#include "model/row.h"

/* ---- the state ------------------------------------------------------------------------------- */

#define FIRST_RANK                                                                                               \
    "greatest(t.arrival_at, ifnull((select timestamp(s.day, s.from_time) from appointment p"                     \
    " join appointment_slot s on s.id = p.slot_id where p.id = t.appointment_id), t.arrival_at))"

/*
 * The last event of a ticket until then says state and group. Events of a ticket are written in their order, but those
 * of a lease come later than they happened: so it is the last id among the earlier times. The counter is that of the
 * last event at one, since an event such as a second print has none. Who was missed and came back has a later rank
 * since then, and before it the one everybody begins with.
 */
static enum db_result tickets_read(struct live_reading *r)
{
    struct db_value at = db_text(row_time(r->arena, &r->at));
    return db_each(
        r->db,
        "select t.id, l.letter, t.number, e.to_state, t.class, e.group_id,"
        " if(e.to_state = 'waiting', null, (select x.counter_id from ticket_event x where x.ticket_id = t.id"
        " and x.at <= ? and x.counter_id is not null and x.to_state = e.to_state order by x.id desc limit 1)),"
        " if(t.is_requeued and not exists (select 1 from ticket_event x where x.ticket_id = t.id and x.at <= ?"
        " and x.kind = 'requeued'), " FIRST_RANK ", t.rank_at) rank_then, t.arrival_at,"
        " if(e.to_state = 'waiting', null, (select max(x.at) from ticket_event x"
        " where x.ticket_id = t.id and x.at <= ? and x.to_state = e.to_state and x.from_state <> x.to_state))"
        " from ticket t join service_group l on l.id = t.letter_group_id"
        " join ticket_event e on e.id = (select max(x.id) from ticket_event x where x.ticket_id = t.id and x.at <= ?)"
        " where t.hall_id = ? and t.service_date = ? and e.to_state in ('waiting', 'called', 'serving', 'parked')"
        " order by rank_then, t.id",
        DB_ARGS(at, at, at, at, db_id(r->hall), db_text(row_day(r->arena, &r->at))), live_ticket_row, r);
}

static enum db_result counters_read(struct live_reading *r)
{
    struct db_value at = db_text(row_time(r->arena, &r->at));
    return db_each(
        r->db,
        "select c.id, c.number, c.name, c.is_active, case when e.kind in ('open', 'resume') then 'open'"
        " when e.kind = 'pause' then 'paused' else 'closed' end, if(e.kind = 'pause', e.detail, null), u.name, e.at,"
        " coalesce((select x.detail from counter_event x where x.counter_id = c.id and x.at <= ?"
        " and x.kind in ('open', 'groups') and x.detail <> '' order by x.at desc, x.id desc limit 1),"
        " (select x.detail from counter_event x where x.counter_id = c.id and x.at > ? and x.kind = 'open'"
        " and x.detail <> '' order by x.at, x.id limit 1),"
        " (select group_concat(g.letter order by g.position, g.letter separator '') from counter_group x"
        " join service_group g on g.id = x.group_id where x.counter_id = c.id))"
        " from counter c left join counter_event e on e.id = (select max(x.id) from counter_event x"
        " where x.counter_id = c.id and x.at >= ? and x.at <= ? and x.kind <> 'groups')"
        " left join counter_session s on s.id = e.session_id left join user u on u.id = s.user_id"
        " where c.hall_id = ? order by c.number",
        DB_ARGS(at, at, db_text(row_day(r->arena, &r->at)), at, db_id(r->hall)), live_counter_row, r);
}

enum db_result hall_replay_read(struct db *db, struct arena *arena, const struct hall *hall, const struct civil *at,
                                struct hall_live *live)
{
    struct live_reading r = {.db = db, .arena = arena, .hall = hall->id, .at = *at};
    if (live_groups_read(&r) == DB_FAIL || tickets_read(&r) == DB_FAIL || counters_read(&r) == DB_FAIL ||
        live_panics_read(&r) == DB_FAIL)
        return DB_FAIL;
    live_finish(&r, live);
    return DB_OK;
}

/* ---- what happened --------------------------------------------------------------------------- */

struct events {
    struct arena *arena;
    struct replay_event *list;
    size_t n;
};

static bool event_row(void *context, const struct db_row *row)
{
    struct events *events = context;
    const char *const *text = row->text;
    struct replay_event *event = &events->list[events->n++];
    *event = (struct replay_event){
        .at = row_moment(text[0]),
        .kind = arena_copy(events->arena, text[1]),
        .is_ticket = text[2] != NULL,
        .counter = row_count(text[4]),
        .user_name = arena_copy(events->arena, text[5] ? text[5] : ""),
        .reason = ticket_word(ticket_reason_names, TICKET_REASONS, text[6]),
        .for_counter = row_count(text[9]),
    };
    if (text[2])
        ticket_label(event->label, text[2][0], row_count(text[3]));
    return events->n < REPLAY_EVENTS_MAX;
}

enum db_result hall_replay_events(struct db *db, struct arena *arena, uint64_t hall, const struct civil *at,
                                  struct replay_event events[REPLAY_EVENTS_MAX], size_t *n)
{
    struct events found = {.arena = arena, .list = events};
    struct db_value of = db_id(hall), day = db_text(row_day(arena, at)), until = db_text(row_time(arena, at));
    enum db_result result = db_each(
        db,
        "(select e.at, e.kind, l.letter, t.number, c.number, u.name, e.reason, 1 as book, e.id as place,"
        " f.number from ticket_event e join ticket t on t.id = e.ticket_id"
        " join service_group l on l.id = t.letter_group_id"
        " left join counter c on c.id = e.counter_id left join counter f on f.id = e.for_counter_id"
        " left join user u on u.id = e.user_id"
        " where e.hall_id = ? and e.at >= ? and e.at <= ? order by e.at desc, e.id desc limit 12)"
        " union all (select e.at, e.kind, null, null, c.number, u.name, null, 2, e.id, null from counter_event e"
        " join counter c on c.id = e.counter_id left join user u on u.id = e.user_id"
        " where e.hall_id = ? and e.at >= ? and e.at <= ? order by e.at desc, e.id desc limit 12)"
        " order by 1 desc, book, place desc limit 12",
        DB_ARGS(of, day, until, of, day, until), event_row, &found);
    *n = found.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- where to go ----------------------------------------------------------------------------- */

#define BOTH(what, condition)                                                                             \
    "(select " what "(at) from (select " what "(at) at from ticket_event where hall_id = ? and at " condition \
    " union all select " what "(at) from counter_event where hall_id = ? and at " condition ") q)"

enum db_result hall_replay_steps(struct db *db, struct arena *arena, uint64_t hall, const struct civil *at,
                                 struct replay_steps *steps)
{
    struct civil next_day = civil_from_day(civil_day(at) + 1);
    struct db_value of = db_id(hall), now = db_text(row_time(arena, at)), day = db_text(row_day(arena, at));
    struct db_value end = db_text(row_day(arena, &next_day));
    struct db_row row;
    enum db_result result =
        db_one(db, arena,
               "select " BOTH("min", ">= ? and at < ?") ", " BOTH("max", ">= ? and at < ?") ", " BOTH(
                   "max", ">= ? and at < ?") ", " BOTH("min", "> ? and at < ?"),
               DB_ARGS(of, day, end, of, day, end, of, day, end, of, day, end, of, day, now, of, day, now, of, now,
                       end, of, now, end),
               &row);
    if (result != DB_OK)
        return DB_FAIL;
    *steps = (struct replay_steps){
        .first = row_moment(row.text[0]),
        .last = row_moment(row.text[1]),
        .before = row_moment(row.text[2]),
        .next = row_moment(row.text[3]),
    };
    return DB_OK;
}
