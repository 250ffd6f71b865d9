/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_live.h"

#include <string.h>

#include "model/hall_live_inside.h"
#include "model/row.h"
#include "model/wait_forecast.h"

const char *const live_level_names[LIVE_LEVELS] = {
    [LIVE_QUIET] = "quiet",
    [LIVE_BUSY] = "busy",
    [LIVE_LATE] = "late",
    [LIVE_NOBODY] = "nobody",
};

/* ---- rows ------------------------------------------------------------------------------------ */

bool live_ticket_row(void *context, const struct db_row *row)
{
    struct live_reading *r = context;
    const char *const *text = row->text;
    struct live_ticket *ticket = row_place(r->arena, &r->tickets, &r->n_tickets, sizeof *ticket);
    *ticket = (struct live_ticket){
        .id = row_id(text[0]),
        .state = (enum ticket_state)ticket_word(ticket_state_names, TICKET_STATES, text[3]),
        .class = (enum ticket_class)ticket_word(ticket_class_names, TICKET_CLASSES, text[4]),
        .group = row_id(text[5]),
        .rank_at = row_moment(text[7]),
        .arrival_at = row_moment(text[8]),
        .since = row_moment(text[9]),
    };
    ticket_label(ticket->label, text[1][0], row_count(text[2]));
    if (ticket->state == TICKET_WAITING)
        ticket->since = ticket->arrival_at;
    else
        ticket->counter = row_id(text[6]);
    return true;
}

bool live_counter_row(void *context, const struct db_row *row)
{
    struct live_reading *r = context;
    const char *const *text = row->text;
    int state = ticket_word(counter_state_names, COUNTER_STATES, text[4]);
    if (!row_flag(text[3]) && (state < 0 || state == COUNTER_CLOSED))
        return true; /* out of use, and nobody is there */
    struct live_counter *counter = row_place(r->arena, &r->counters, &r->n_counters, sizeof *counter);
    *counter = (struct live_counter){
        .id = row_id(text[0]),
        .number = row_count(text[1]),
        .name = arena_copy(r->arena, text[2]),
        .state = state < 0 ? COUNTER_CLOSED : (enum counter_state)state,
        .pause = ticket_word(counter_pause_names, COUNTER_PAUSES, text[5]),
        .user_name = "",
        .letters = arena_copy(r->arena, text[8] ? text[8] : ""),
    };
    if (counter->state == COUNTER_CLOSED)
        return true;
    counter->user_name = arena_copy(r->arena, text[6] ? text[6] : "");
    counter->since = row_moment(text[7]);
    return true;
}

static bool group_row(void *context, const struct db_row *row)
{
    struct live_reading *r = context;
    const char *const *text = row->text;
    struct live_group *group = row_place(r->arena, &r->groups, &r->n_groups, sizeof *group);
    *group = (struct live_group){
        .id = row_id(text[0]),
        .letter = text[1][0],
        .name = arena_copy(r->arena, text[2]),
        .name_en = arena_copy(r->arena, text[3]),
        .minutes = row_count(text[4]),
        .is_active = row_flag(text[5]),
        .wait_50 = -1,
        .wait_90 = -1,
    };
    return true;
}

enum db_result live_groups_read(struct live_reading *r)
{
    return db_each(r->db,
                   "select id, letter, name, name_en, minutes, is_active from service_group where hall_id = ?"
                   " order by position, letter",
                   DB_ARGS(db_id(r->hall)), group_row, r);
}

static bool panic_row(void *context, const struct db_row *row)
{
    struct live_reading *r = context;
    struct live_panic *panic = row_place(r->arena, &r->panics, &r->n_panics, sizeof *panic);
    *panic = (struct live_panic){
        .id = row_id(row->text[0]),
        .counter = row_count(row->text[1]),
        .user_name = arena_copy(r->arena, row->text[2]),
        .at = row_moment(row->text[3]),
    };
    return true;
}

enum db_result live_panics_read(struct live_reading *r)
{
    struct db_value at = db_text(row_time(r->arena, &r->at));
    return db_each(r->db,
                   "select p.id, c.number, u.name, p.at from panic_call p join user u on u.id = p.user_id"
                   " left join counter c on c.id = p.counter_id where p.hall_id = ? and p.at <= ?"
                   " and (p.ended_at is null or p.ended_at > ?) order by p.at, p.id",
                   DB_ARGS(db_id(r->hall), at, at), panic_row, r);
}

/* ---- what follows from the rows -------------------------------------------------------------- */

struct live_group *hall_live_group(const struct hall_live *live, uint64_t id)
{
    for (size_t i = 0; i < live->n_groups; i++)
        if (live->groups[i].id == id)
            return &live->groups[i];
    return NULL;
}

struct live_counter *hall_live_counter(const struct hall_live *live, uint64_t id)
{
    for (size_t i = 0; i < live->n_counters; i++)
        if (live->counters[i].id == id)
            return &live->counters[i];
    return NULL;
}

static void ticket_count(struct hall_live *live, const struct live_ticket *ticket)
{
    struct live_group *group = hall_live_group(live, ticket->group);
    struct live_counter *counter = hall_live_counter(live, ticket->counter);
    if (counter && (ticket->state == TICKET_CALLED || ticket->state == TICKET_SERVING))
        counter->ticket = ticket;
    if (!group)
        return;
    group->parked += ticket->state == TICKET_PARKED;
    if (ticket->state != TICKET_WAITING)
        return;
    group->waiting++;
    group->ahead += ticket->class != TICKET_ORDINARY;
    if (!group->longest.year || civil_compare(&ticket->arrival_at, &group->longest) < 0)
        group->longest = ticket->arrival_at;
}

static void counter_count(const struct live_counter *counter, struct live_group *group)
{
    if (!strchr(counter->letters, group->letter))
        return;
    group->open_counters += counter->state == COUNTER_OPEN;
    group->paused_counters += counter->state == COUNTER_PAUSED;
}

static void groups_in_use(struct hall_live *live)
{
    size_t kept = 0;
    for (size_t i = 0; i < live->n_groups; i++)
        if (live->groups[i].is_active || live->groups[i].waiting || live->groups[i].parked)
            live->groups[kept++] = live->groups[i];
    live->n_groups = kept;
}

void live_finish(struct live_reading *r, struct hall_live *live)
{
    *live = (struct hall_live){
        .at = r->at,
        .groups = r->groups,
        .n_groups = r->n_groups,
        .counters = r->counters,
        .n_counters = r->n_counters,
        .tickets = r->tickets,
        .n_tickets = r->n_tickets,
        .panics = r->panics,
        .n_panics = r->n_panics,
    };
    for (size_t i = 0; i < live->n_tickets; i++)
        ticket_count(live, &live->tickets[i]);
    groups_in_use(live);
    for (size_t k = 0; k < live->n_counters; k++) {
        struct live_counter *counter = &live->counters[k];
        for (size_t i = 0; i < live->n_groups; i++) {
            counter_count(counter, &live->groups[i]);
            if (strchr(counter->letters, live->groups[i].letter))
                counter->waiting += live->groups[i].waiting;
        }
    }
}

/* ---- now ------------------------------------------------------------------------------------- */

static enum db_result tickets_read(struct live_reading *r)
{
    return db_each(r->db,
                   "select t.id, l.letter, t.number, t.state, t.class, t.group_id, t.counter_id, t.rank_at,"
                   " t.arrival_at, if(t.state = 'waiting', null, (select max(e.at) from ticket_event e"
                   " where e.ticket_id = t.id and e.to_state = t.state and e.from_state <> e.to_state))"
                   " from ticket t join service_group l on l.id = t.letter_group_id where t.hall_id = ?"
                   " and t.service_date = ? and t.state in ('waiting', 'called', 'serving', 'parked')"
                   " order by t.rank_at, t.id",
                   DB_ARGS(db_id(r->hall), db_text(row_day(r->arena, &r->at))), live_ticket_row, r);
}

/* Sessions of an earlier day are left over, and nobody sits there. */
static enum db_result counters_read(struct live_reading *r)
{
    return db_each(r->db,
                   "select c.id, c.number, c.name, c.is_active, s.state, s.pause_reason, u.name, s.changed_at,"
                   " (select group_concat(g.letter order by g.position, g.letter separator '') from counter_group x"
                   " join service_group g on g.id = x.group_id where x.counter_id = c.id)"
                   " from counter c left join counter_session s on s.open_counter = c.id and s.opened_at >= ?"
                   " left join user u on u.id = s.user_id where c.hall_id = ? order by c.number",
                   DB_ARGS(db_text(row_day(r->arena, &r->at)), db_id(r->hall)), live_counter_row, r);
}

static enum db_result forecasts_read(struct live_reading *r, struct hall_live *live)
{
    struct forecast_load *load = arena_take(r->arena, sizeof *load);
    if (forecast_load_read(r->db, r->arena, r->hall, &r->at, load) != DB_OK)
        return DB_FAIL;
    for (size_t i = 0; i < live->n_groups; i++) {
        size_t index = forecast_index(load, live->groups[i].id);
        if (index == load->n_groups)
            continue;
        struct forecast forecast = forecast_of(load, index, load->groups[index].waiting);
        live->groups[i].wait_50 = forecast.wait_50;
        live->groups[i].wait_90 = forecast.wait_90;
    }
    return DB_OK;
}

enum db_result hall_live_read(struct db *db, struct arena *arena, const struct hall *hall, const struct civil *now,
                              struct hall_live *live)
{
    struct live_reading r = {.db = db, .arena = arena, .hall = hall->id, .at = *now};
    if (live_groups_read(&r) == DB_FAIL || tickets_read(&r) == DB_FAIL || counters_read(&r) == DB_FAIL ||
        live_panics_read(&r) == DB_FAIL)
        return DB_FAIL;
    live_finish(&r, live);
    return forecasts_read(&r, live);
}

enum db_result hall_live_mark(struct db *db, struct arena *arena, uint64_t hall, const struct civil *now,
                              const char **mark)
{
    struct db_value day = db_text(row_day(arena, now)), of = db_id(hall);
    struct db_row row;
    enum db_result result =
        db_one(db, arena,
               "select concat_ws('-', (select ifnull(max(id), 0) from ticket_event where hall_id = ? and at >= ?),"
               " (select ifnull(max(id), 0) from counter_event where hall_id = ? and at >= ?),"
               " (select concat(count(*), '.', ifnull(max(id), 0)) from panic_call where hall_id = ?"
               " and ended_at is null))",
               DB_ARGS(of, day, of, day, of), &row);
    *mark = result == DB_OK ? row.text[0] : "";
    return result == DB_OK ? DB_OK : DB_FAIL;
}

/* ---- what is to be noticed ------------------------------------------------------------------- */

static int64_t minutes_since(const struct hall_live *live, const struct civil *since)
{
    return civil_minute(&live->at) - civil_minute(since);
}

bool hall_live_forgotten(const struct hall_live *live, const struct live_counter *counter)
{
    return counter->state == COUNTER_PAUSED && counter->waiting &&
           minutes_since(live, &counter->since) > LIVE_PAUSE_LONG;
}

enum live_level hall_live_level(const struct hall_live *live, const struct live_group *group, unsigned warn_minutes)
{
    if (!group->waiting)
        return LIVE_QUIET;
    if (!group->open_counters)
        return LIVE_NOBODY;
    int64_t longest = minutes_since(live, &group->longest);
    if (longest > warn_minutes)
        return LIVE_LATE;
    return 3 * longest > 2 * warn_minutes || group->wait_90 > (int)warn_minutes ? LIVE_BUSY : LIVE_QUIET;
}
