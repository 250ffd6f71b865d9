/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* Giving out a ticket: what is wished is read in one statement, the number is taken last. */
#include "model/ticket_issue.h"

#include "lib/buffer.h"
#include "model/calendar_held.h"
#include "model/row.h"
#include "model/sequence.h"
#include "model/ticket_sent.h"
#include "model/ticket_write.h"
#include "model/wait_forecast_held.h"

const char *const ticket_issue_names[TICKET_ISSUE_COUNT] = {
    [TICKET_ISSUED] = "issued",     [TICKET_NOT_OFFERED] = "not_offered",
    [TICKET_NOT_OPEN] = "not_open", [TICKET_FULL] = "full",
    [TICKET_NO_CLASS] = "no_class", [TICKET_CHECKED_IN] = "checked_in",
    [TICKET_ISSUE_FAIL] = "fail",
};

/* The group of the first service, as it stands. */
struct queue {
    uint64_t group;
    char letter;
    unsigned first, last; /* numbers the server may give out today */
    int cap;              /* -1: none */
    int from, to;
    unsigned given, lent; /* last number given out today, 0: none; tickets of leases reported today */
    unsigned ahead, ordinary;
    unsigned sent; /* to counters alone, and before everybody here */
};

struct issuing {
    struct db *db;
    struct arena *arena;
    const struct civil *now;
    const struct ticket_wish *wish;
    struct ticket_issued *out;
    const char *day, *period;
    struct queue queue;
    uint64_t services[TICKET_ITEMS_MAX];
    size_t n_services;
};

/* ---- what is wished -------------------------------------------------------------------------- */

static const char wish_sql[] =
    "select s.id, s.is_active and g.is_active, g.id, g.letter, g.first_number,"
    " least(g.last_number, ifnull((select min(l.first_number) from number_lease l where l.group_id = g.id"
    " and l.service_date = ?) - 1, g.last_number)), g.daily_cap, time_format(g.from_time, '%H:%i'),"
    " time_format(g.to_time, '%H:%i'),"
    " (select q.n from sequence q where q.scope = concat('ticket:', g.id) and q.period = ?),"
    " (select count(*) from number_lease l join ticket t on t.lease_id = l.id where l.group_id = g.id"
    " and l.service_date = ?),"
    " (select count(*) from ticket t where t.group_id = g.id and t.service_date = ? and t.state = 'waiting'"
    " and t.for_counter_id is null and t.is_ahead = 1 and (t.rank_at <= ? or t.class <> 'appointment')),"
    " (select count(*) from ticket t where t.group_id = g.id and t.service_date = ? and t.state = 'waiting'"
    " and t.for_counter_id is null and t.is_ahead = 0), " TICKET_SENT_AHEAD("g.id")
    " from json_table(?, '$[*]' columns (place for ordinality, id int unsigned path '$')) w"
    " join service s on s.id = w.id join service_group g on g.id = s.group_id"
    " where g.hall_id = ? order by w.place";

static void queue_row(struct queue *queue, const char *const *text)
{
    *queue = (struct queue){
        .group = row_id(text[2]),
        .letter = text[3][0],
        .first = row_count(text[4]),
        .last = row_count(text[5]),
        .cap = (int)row_number(text[6], -1),
        .from = text[7] ? date_parse_time(text[7], false) : -1,
        .to = text[8] ? date_parse_time(text[8], true) : -1,
        .given = row_count(text[9]),
        .lent = row_count(text[10]),
        .ahead = row_count(text[11]),
        .ordinary = row_count(text[12]),
        .sent = row_count(text[13]),
    };
}

static bool service_named(const struct issuing *i, uint64_t service)
{
    for (size_t k = 0; k < i->n_services; k++)
        if (i->services[k] == service)
            return true;
    return false;
}

/* A service in use; the first one says which queue it is. */
static bool wish_row(void *context, const struct db_row *row)
{
    struct issuing *i = context;
    if (!row_flag(row->text[1]))
        return true;
    if (i->n_services == 0)
        queue_row(&i->queue, row->text);
    if (!service_named(i, row_id(row->text[0])) && i->n_services < TICKET_ITEMS_MAX)
        i->services[i->n_services++] = row_id(row->text[0]);
    return true;
}

/* How many different services the wish names. */
static size_t wished(const struct ticket_wish *wish)
{
    size_t n = 0;
    for (size_t k = 0; k < wish->n_services; k++) {
        size_t j = 0;
        while (j < k && wish->services[j] != wish->services[k])
            j++;
        n += j == k;
    }
    return n;
}

static const char *services_json(struct arena *arena, const struct ticket_wish *wish)
{
    struct buffer out;
    buffer_init(&out, 400);
    for (size_t k = 0; k < wish->n_services && k < TICKET_ITEMS_MAX; k++)
        buffer_format(&out, "%s%llu", k ? "," : "[", (unsigned long long)wish->services[k]);
    const char *json = arena_format(arena, "%s]", out.length ? out.bytes : "[");
    buffer_release(&out);
    return json;
}

static enum ticket_issue wish_read(struct issuing *i)
{
    struct db_value day = db_text(i->day), now = db_text(row_time(i->arena, i->now));
    enum db_result result =
        db_each(i->db, wish_sql,
                DB_ARGS(day, db_text(i->period), day, day, now, day, day, day,
                        db_text(services_json(i->arena, i->wish)), db_number((int64_t)i->wish->hall->id)),
                wish_row, i);
    if (result == DB_FAIL)
        return TICKET_ISSUE_FAIL;
    bool all = i->n_services > 0 && i->n_services == wished(i->wish);
    return all && i->wish->hall->is_active ? TICKET_ISSUED : TICKET_NOT_OFFERED;
}

/* ---- may it be ------------------------------------------------------------------------------- */

/* Who has an appointment is let in from the morning on and as long as people are called. */
static bool open_for(const struct issuing *i, const struct hall_hours *hours)
{
    return hours->tickets ||
           (i->wish->appointment && (hours->state == HALL_EARLY || hours->state == HALL_STOPPED));
}

static enum ticket_issue hours_check(struct issuing *i, uint64_t version)
{
    const struct hall *hall = i->wish->hall;
    const struct worktime_calendar *calendar = calendar_now(i->db, version, hall->agency_code);
    if (!calendar)
        return TICKET_ISSUE_FAIL;
    const struct hall_hours_rule rule = {.calendar = calendar,
                                         .stop_minutes = (int)hall->stop_minutes,
                                         .from = i->queue.from,
                                         .to = i->queue.to,
                                         .is_active = true};
    hall_hours_at(&rule, i->now, &i->out->hours);
    return open_for(i, &i->out->hours) ? TICKET_ISSUED : TICKET_NOT_OPEN;
}

static enum ticket_issue class_check(const struct ticket_wish *wish)
{
    bool known = wish->class == TICKET_APPOINTMENT ? wish->appointment != 0
                                                   : wish->class == TICKET_ORDINARY ||
                                                         wish->hall->classes >> wish->class & 1;
    return known && (wish->appointment == 0 || wish->class == TICKET_APPOINTMENT) ? TICKET_ISSUED
                                                                                  : TICKET_NO_CLASS;
}

/* `next` would be the number of the next ticket. */
static enum ticket_issue room_check(const struct issuing *i, unsigned next)
{
    const struct queue *queue = &i->queue;
    if (next > queue->last)
        return TICKET_FULL;
    bool over = queue->cap >= 0 && (int)(next - queue->first + 1 + queue->lent) > queue->cap;
    return over && !i->wish->appointment ? TICKET_FULL : TICKET_ISSUED;
}

/* ---- an appointment -------------------------------------------------------------------------- */

static enum ticket_issue ticket_there(struct issuing *i)
{
    struct ticket ticket;
    enum db_result result = ticket_of_appointment(i->db, i->arena, i->wish->appointment, &ticket);
    if (result != DB_OK)
        return result == DB_NONE ? TICKET_NOT_OFFERED : TICKET_ISSUE_FAIL;
    i->out->ticket = ticket.id;
    i->out->group = ticket.group;
    i->out->number = ticket.number;
    memcpy(i->out->label, ticket.label, sizeof i->out->label);
    ticket_token(i->out->token, ticket.letter_group, &ticket.day, ticket.number);
    i->out->ahead = ticket.ahead_then;
    i->out->wait_50 = ticket.wait_then_50;
    i->out->wait_90 = ticket.wait_then_90;
    return TICKET_CHECKED_IN;
}

/* Two devices that let the same person in meet at its row. */
static enum ticket_issue check_in(struct issuing *i)
{
    if (!i->wish->appointment)
        return TICKET_ISSUED;
    enum db_result result = db_exec(i->db,
                                    "update appointment set state = 'arrived', changed_at = ?"
                                    " where id = ? and state in ('booked', 'missed')",
                                    DB_ARGS(db_text(row_time(i->arena, i->now)), db_id(i->wish->appointment)));
    if (result == DB_FAIL)
        return TICKET_ISSUE_FAIL;
    return result == DB_OK ? TICKET_ISSUED : ticket_there(i);
}

/* ---- the ticket ------------------------------------------------------------------------------ */

static enum ticket_issue estimate(struct issuing *i)
{
    struct ticket_issued *out = i->out;
    out->ahead = ticket_ahead_count(i->wish->class != TICKET_ORDINARY, i->queue.ahead, i->queue.ordinary,
                                    i->wish->hall->priority_run) +
                 i->queue.sent;
    const struct forecast_load *load = forecast_held(i->db, i->arena, i->wish->hall->id, i->now);
    if (!load)
        return TICKET_ISSUE_FAIL;
    size_t index = forecast_index(load, i->queue.group);
    struct forecast forecast = {.wait_50 = -1, .wait_90 = -1};
    if (index < load->n_groups)
        forecast = forecast_of(load, index, out->ahead);
    out->wait_50 = forecast.wait_50;
    out->wait_90 = forecast.wait_90;
    return TICKET_ISSUED;
}

/* From here to the commit others who take a number of this group wait. */
static enum ticket_issue number_take(struct issuing *i)
{
    uint64_t n;
    const char *scope = arena_format(i->arena, "ticket:%llu", (unsigned long long)i->queue.group);
    if (sequence_next_from(i->db, scope, i->period, i->queue.first, &n) == DB_FAIL)
        return TICKET_ISSUE_FAIL;
    i->out->number = (unsigned)n;
    return room_check(i, i->out->number);
}

static struct db_value minutes(int n)
{
    return n < 0 ? db_null() : db_number(n);
}

static enum db_result row_put(struct issuing *i)
{
    const struct ticket_wish *wish = i->wish;
    struct ticket_issued *out = i->out;
    struct db_value now = db_text(row_time(i->arena, i->now)), group = db_id(i->queue.group);
    bool later = wish->appointment && civil_compare(&wish->booked, i->now) > 0;
    enum db_result result = db_exec(
        i->db,
        "insert into ticket (hall_id, service_date, letter_group_id, number, group_id, class, rank_at, arrival_at,"
        " channel, device_id, dossier_id, appointment_id, ahead_then, wait_then_50, wait_then_90)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        DB_ARGS(db_id(wish->hall->id), db_text(i->day), group, db_number(out->number), group,
                db_text(ticket_class_names[wish->class]),
                later ? db_text(row_time(i->arena, &wish->booked)) : now, now,
                db_text(ticket_channel_names[wish->channel]), db_id(wish->device), db_id(wish->dossier),
                db_id(wish->appointment), db_number(out->ahead), minutes(out->wait_50), minutes(out->wait_90)));
    out->ticket = db_inserted(i->db);
    return result;
}

static enum db_result items_put(struct issuing *i)
{
    struct db_value values[TICKET_ITEMS_MAX * 3];
    for (size_t k = 0; k < i->n_services; k++) {
        values[3 * k] = db_id(i->out->ticket);
        values[3 * k + 1] = db_id(i->services[k]);
        values[3 * k + 2] = db_number((int64_t)k + 1);
    }
    return db_exec_rows(i->db, i->arena, "insert into ticket_item (ticket_id, service_id, position) values",
                        "(?, ?, ?)", values, i->n_services);
}

static enum ticket_issue ticket_put(struct issuing *i)
{
    struct ticket_issued *out = i->out;
    if (row_put(i) == DB_FAIL || items_put(i) == DB_FAIL)
        return TICKET_ISSUE_FAIL;
    const struct ticket_event_new event = {
        .ticket = out->ticket,
        .hall = i->wish->hall->id,
        .at = *i->now,
        .kind = "issued",
        .from = -1,
        .to = TICKET_WAITING,
        .group = i->queue.group,
        .user = i->wish->user,
        .device = i->wish->device,
        .reason = -1,
    };
    uint64_t id;
    if (ticket_event_put(i->db, i->arena, &event, &id) == DB_FAIL)
        return TICKET_ISSUE_FAIL;
    ticket_label(out->label, i->queue.letter, out->number);
    ticket_token(out->token, i->queue.group, i->now, out->number);
    out->group = i->queue.group;
    out->news = (struct hall_news){
        .event = id, .kind = "issued", .hall = i->wish->hall->code, .group = out->group, .zone = ""};
    memcpy(out->news.label, out->label, sizeof out->news.label);
    return TICKET_ISSUED;
}

enum ticket_issue ticket_issue(struct db *db, struct arena *arena, uint64_t version, const struct civil *now,
                               const struct ticket_wish *wish, struct ticket_issued *issued)
{
    struct issuing i = {.db = db, .arena = arena, .now = now, .wish = wish, .out = issued};
    i.day = row_day(arena, now);
    i.period = sequence_dossier_period(arena, now);
    *issued = (struct ticket_issued){.wait_50 = -1, .wait_90 = -1};
    enum ticket_issue did = wish_read(&i);
    if (did == TICKET_ISSUED)
        did = class_check(wish);
    if (did == TICKET_ISSUED)
        did = check_in(&i);
    if (did == TICKET_ISSUED)
        did = hours_check(&i, version);
    if (did == TICKET_ISSUED)
        did = room_check(&i, i.queue.given ? i.queue.given + 1 : i.queue.first);
    if (did == TICKET_ISSUED)
        did = estimate(&i);
    if (did == TICKET_ISSUED)
        did = number_take(&i);
    return did == TICKET_ISSUED ? ticket_put(&i) : did;
}
