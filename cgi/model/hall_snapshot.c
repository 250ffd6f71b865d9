/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_snapshot.h"

#include <jansson.h>

#include "model/dossier_write.h"
#include "model/row.h"
#include "model/wait_forecast.h"

struct reading {
    struct arena *arena;
    struct hall_snapshot *out;
    void *counters, *groups;
};

/* ---- counters and groups --------------------------------------------------------------------- */

static void counter_row(struct reading *r, const char *const *text)
{
    struct snapshot_counter *counter =
        row_place(r->arena, &r->counters, &r->out->n_counters, sizeof *counter);
    *counter = (struct snapshot_counter){
        .number = row_count(text[2]),
        .name = arena_copy(r->arena, text[3]),
        .zone = arena_copy(r->arena, text[4]),
        .state = COUNTER_CLOSED,
        .letters = arena_copy(r->arena, text[6]),
    };
    if (text[5])
        counter->state = (enum counter_state)ticket_word(counter_state_names, COUNTER_STATES, text[5]);
    if (text[7])
        ticket_label(counter->label, text[7][0], row_count(text[8]));
    if (text[9])
        counter->ticket_state = (enum ticket_state)ticket_word(ticket_state_names, TICKET_STATES, text[9]);
}

static void group_row(struct reading *r, const char *const *text)
{
    struct snapshot_group *group = row_place(r->arena, &r->groups, &r->out->n_groups, sizeof *group);
    *group = (struct snapshot_group){
        .id = row_id(text[1]),
        .letter = text[7][0],
        .name = arena_copy(r->arena, text[3]),
        .name_en = arena_copy(r->arena, text[4]),
        .wait_50 = -1,
        .wait_90 = -1,
    };
}

static bool part_row(void *context, const struct db_row *row)
{
    struct reading *r = context;
    if (row->text[0][0] == '1')
        counter_row(r, row->text);
    else
        group_row(r, row->text);
    return true;
}

static const char parts_sql[] =
    "(select 1, c.id, c.number, c.name, c.zone, s.state, (select group_concat(g.letter order by g.position, g.letter"
    " separator '') from counter_group x join service_group g on g.id = x.group_id where x.counter_id = c.id),"
    " l.letter, t.number as ticket, t.state as ticket_state, c.number as place from counter c"
    " left join counter_session s on s.counter_id = c.id and s.opened_at >= ? and s.state <> 'closed'"
    " left join ticket t on t.busy_counter = c.id and t.service_date = ?"
    " left join service_group l on l.id = t.letter_group_id where c.hall_id = ? and c.is_active)"
    " union all (select 2, g.id, null, g.name, g.name_en, null, null, g.letter, null, null,"
    " g.position * 100 + ascii(g.letter) from service_group g where g.hall_id = ? and g.is_active)"
    " order by 1, place";

/* ---- calls ----------------------------------------------------------------------------------- */

static bool call_row(void *context, const struct db_row *row)
{
    struct reading *r = context;
    struct hall_snapshot *out = r->out;
    const char *const *text = row->text;
    if (out->event == 0)
        out->event = row_id(text[0]);
    if (!text[1] || out->n_calls == SNAPSHOT_CALLS_MAX)
        return true;
    struct snapshot_call *call = &out->calls[out->n_calls++];
    *call = (struct snapshot_call){
        .event = row_id(text[0]),
        .counter = row_count(text[3]),
        .zone = arena_copy(r->arena, text[4]),
        .group = row_id(text[5]),
        .state = (enum ticket_state)ticket_word(ticket_state_names, TICKET_STATES, text[6]),
        .calls = row_count(text[7]),
        .at = row_moment(text[8]),
    };
    ticket_label(call->label, text[1][0], row_count(text[2]));
    return true;
}

/*
 * The last event first, whatever it was; then each of today's tickets that were called with its last call. A ticket
 * that went back into the queue is not called any more.
 */
static const char calls_sql[] =
    "(select max(e.id) as event, null, null, null, null, null, null, null, null from ticket_event e"
    " where e.hall_id = ? and e.at >= ? and e.at < date_add(?, interval 1 day) having event is not null)"
    " union all (select e.id, l.letter, t.number, c.number, c.zone, t.group_id, t.state, t.calls, e.at"
    " from (select max(x.id) as id from (select y.id, y.ticket_id from ticket_event y where y.hall_id = ?"
    " and y.at >= ? and y.at < date_add(?, interval 1 day) and y.kind in ('called', 'recalled')"
    " order by y.at desc, y.kind desc, y.id desc limit 60) x group by x.ticket_id) last"
    " join ticket_event e on e.id = last.id join ticket t on t.id = e.ticket_id"
    " join service_group l on l.id = t.letter_group_id join counter c on c.id = e.counter_id"
    " where t.service_date = ? and t.state <> 'waiting' order by e.id desc limit 30)";

/* ---- all ------------------------------------------------------------------------------------- */

static enum db_result waits_put(struct db *db, struct arena *arena, struct hall_snapshot *out)
{
    struct forecast_load load;
    if (forecast_load_read(db, arena, out->hall->id, &out->at, &load) != DB_OK)
        return DB_FAIL;
    for (size_t i = 0; i < out->n_groups; i++) {
        struct snapshot_group *group = &out->groups[i];
        size_t index = forecast_index(&load, group->id);
        if (index == load.n_groups)
            continue;
        struct forecast forecast = forecast_of(&load, index, load.groups[index].waiting);
        group->waiting = load.groups[index].waiting;
        group->open_counters = forecast.counters;
        group->wait_50 = forecast.wait_50;
        group->wait_90 = forecast.wait_90;
    }
    return DB_OK;
}

enum db_result hall_snapshot_load(struct db *db, struct arena *arena, const struct hall *hall,
                                  const struct civil *now, struct hall_snapshot *out)
{
    struct reading r = {.arena = arena, .out = out};
    struct db_value day = db_text(row_day(arena, now)), of = db_id(hall->id);
    *out = (struct hall_snapshot){.hall = hall, .at = *now};
    if (db_each(db, parts_sql, DB_ARGS(day, day, of, of), part_row, &r) == DB_FAIL ||
        db_each(db, calls_sql, DB_ARGS(of, day, day, of, day, day, day), call_row, &r) == DB_FAIL)
        return DB_FAIL;
    out->counters = r.counters;
    out->groups = r.groups;
    return waits_put(db, arena, out);
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static json_t *call_json(const struct snapshot_call *call)
{
    char at[DATE_TEXT_MAX];
    return json_pack("{s:I, s:s, s:i, s:s, s:I, s:s, s:i, s:s}", "e", (json_int_t)call->event, "t", call->label,
                     "c", (int)call->counter, "z", call->zone, "g", (json_int_t)call->group, "state",
                     ticket_state_names[call->state], "calls", (int)call->calls, "at",
                     date_format_iso_time(at, &call->at));
}

static json_t *counter_json(const struct snapshot_counter *counter)
{
    return json_pack("{s:i, s:s, s:s, s:s, s:s, s:s, s:s}", "c", (int)counter->number, "name", counter->name, "z",
                     counter->zone, "state", counter_state_names[counter->state], "letters", counter->letters, "t",
                     counter->label, "ticket", *counter->label ? ticket_state_names[counter->ticket_state] : "");
}

static json_t *group_json(const struct snapshot_group *group)
{
    const char letter[2] = {group->letter, '\0'};
    json_t *json = json_pack("{s:I, s:s, s:s, s:s, s:i, s:i}", "g", (json_int_t)group->id, "letter", letter, "name",
                             group->name, "name_en", group->name_en, "waiting", (int)group->waiting, "open",
                             (int)group->open_counters);
    if (group->wait_50 >= 0) {
        json_object_set_new(json, "wait_50", json_integer(group->wait_50));
        json_object_set_new(json, "wait_90", json_integer(group->wait_90));
    }
    return json;
}

const char *hall_snapshot_json(struct arena *arena, const struct hall_snapshot *snapshot)
{
    json_t *calls = json_array(), *counters = json_array(), *groups = json_array();
    for (size_t i = 0; i < snapshot->n_calls; i++)
        json_array_append_new(calls, call_json(&snapshot->calls[i]));
    for (size_t i = 0; i < snapshot->n_counters; i++)
        json_array_append_new(counters, counter_json(&snapshot->counters[i]));
    for (size_t i = 0; i < snapshot->n_groups; i++)
        json_array_append_new(groups, group_json(&snapshot->groups[i]));
    return json_taken(arena, json_pack("{s:s, s:s, s:I, s:o, s:o, s:o}", "hall", snapshot->hall->code, "day",
                                       row_day(arena, &snapshot->at), "event", (json_int_t)snapshot->event, "calls",
                                       calls, "counters", counters, "groups", groups));
}
