/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_advice.h"

#include <string.h>

#include "model/row.h"

/* Somebody nobody serves counts as waiting so long when advices are compared. */
enum { UNSERVED_MINUTES = 120 };

struct making {
    struct arena *arena;
    const struct hall *hall;
    const struct hall_live *live;
    struct hall_advice *out;
    struct sim_hall now;
};

/* ---- what it starts from --------------------------------------------------------------------- */

static size_t index_of(const struct making *m, uint64_t group)
{
    size_t i = 0;
    while (i < m->out->n_groups && m->out->groups[i].group->id != group)
        i++;
    return i;
}

/* The hour that has begun counts with what is left of it, the next one with the rest. */
static bool history_row(void *context, const struct db_row *row)
{
    struct making *m = context;
    size_t i = index_of(m, row_id(row->text[0]));
    if (i == m->out->n_groups)
        return true;
    struct advice_group *group = &m->out->groups[i];
    bool current = row_number(row->text[1], -1) == m->live->at.hour;
    double part = m->live->at.minute / 60.0;
    group->arrivals += strtod(row->text[3], NULL) * (current ? 1 - part : part);
    if (current && row_count(row->text[4])) {
        group->history = row_count(row->text[2]);
        group->serve_50 = row_count(row->text[4]);
        group->serve_90 = row_count(row->text[5]);
    }
    return true;
}

static enum db_result groups_make(struct db *db, struct making *m)
{
    size_t n = m->live->n_groups < SIM_GROUPS_MAX ? m->live->n_groups : SIM_GROUPS_MAX;
    m->out->groups = arena_take_array(m->arena, n ? n : 1, sizeof *m->out->groups);
    m->out->n_groups = n;
    for (size_t i = 0; i < n; i++) {
        const struct live_group *group = &m->live->groups[i];
        unsigned minutes = group->minutes ? group->minutes : 1;
        m->out->groups[i] = (struct advice_group){
            .group = group, .serve_50 = 60 * minutes, .serve_90 = 120 * minutes};
    }
    int weekday = (int)date_weekday(civil_day(&m->live->at)) + 1, hour = m->live->at.hour;
    enum db_result result =
        db_each(db,
                "select q.group_id, q.hour, q.tickets, q.arrivals, q.serve_50, q.serve_90 from service_group g"
                " join group_hour q on q.group_id = g.id and q.weekday = ? and q.hour in (?, ?) where g.hall_id = ?",
                DB_ARGS(db_number(weekday), db_number(hour), db_number(hour + 1), db_id(m->hall->id)), history_row, m);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

static uint32_t groups_of(const struct making *m, const char *letters)
{
    uint32_t groups = 0;
    for (size_t i = 0; i < m->out->n_groups; i++)
        if (strchr(letters, m->out->groups[i].group->letter))
            groups |= UINT32_C(1) << i;
    return groups;
}

static void counters_make(struct making *m)
{
    m->now.n_counters = m->live->n_counters < SIM_COUNTERS_MAX ? m->live->n_counters : SIM_COUNTERS_MAX;
    for (size_t k = 0; k < m->now.n_counters; k++) {
        const struct live_counter *counter = &m->live->counters[k];
        size_t busy_group = counter->ticket ? index_of(m, counter->ticket->group) : m->out->n_groups;
        m->now.counters[k] = (struct sim_counter){
            .groups = groups_of(m, counter->letters), .open = counter->state == COUNTER_OPEN};
        if (busy_group == m->out->n_groups)
            continue;
        m->now.counters[k].busy = true;
        m->now.counters[k].busy_group = busy_group;
        if (counter->ticket->state == TICKET_SERVING)
            m->now.counters[k].busy_for =
                (unsigned)(civil_second(&m->live->at) - civil_second(&counter->ticket->since));
    }
}

static void tickets_make(struct making *m)
{
    struct sim_ticket *tickets = arena_take_array(m->arena, m->live->n_tickets + 1, sizeof *tickets);
    for (size_t i = 0; i < m->live->n_tickets; i++) {
        const struct live_ticket *ticket = &m->live->tickets[i];
        size_t group = index_of(m, ticket->group);
        if (ticket->state != TICKET_WAITING || group == m->out->n_groups)
            continue;
        tickets[m->now.n_tickets++] = (struct sim_ticket){
            .group = group,
            .is_ahead = ticket->class != TICKET_ORDINARY,
            .waited = (int)(civil_second(&m->live->at) - civil_second(&ticket->rank_at)),
        };
    }
    m->now.tickets = tickets;
}

static void hall_make(struct making *m)
{
    m->now.priority_run = m->hall->priority_run;
    m->now.n_groups = m->out->n_groups;
    for (size_t i = 0; i < m->out->n_groups; i++)
        m->now.groups[i] = (struct sim_group){.serve_50 = m->out->groups[i].serve_50,
                                              .serve_90 = m->out->groups[i].serve_90,
                                              .arrivals = m->out->groups[i].arrivals};
    counters_make(m);
    tickets_make(m);
}

/* ---- what would be --------------------------------------------------------------------------- */

static double minutes_waited(const struct making *m, size_t group, const struct sim_result *result)
{
    return result->wait_90 == SIM_NEVER ? UNSERVED_MINUTES * (double)m->out->groups[group].group->waiting
                                        : result->waiting;
}

/* Does it help this group clearly? */
static bool helps(const struct making *m, size_t group, const struct sim_result *then)
{
    const struct sim_result *now = &m->out->groups[group].now;
    if (now->wait_90 == SIM_NEVER)
        return m->out->groups[group].group->waiting > 0 && then->wait_90 >= 0;
    return now->wait_90 > 0 && now->wait_90 - then->wait_90 >= ADVICE_MINUTES &&
           5 * (now->wait_90 - then->wait_90) >= now->wait_90;
}

/* Kept in order of what they save; of two counters for the same group only the better one. */
static void advice_add(struct hall_advice *out, const struct advice *advice)
{
    for (size_t i = 0; i < out->n; i++)
        if (out->advices[i].group == advice->group) {
            if (out->advices[i].saved >= advice->saved)
                return;
            memmove(&out->advices[i], &out->advices[i + 1], (out->n - i - 1) * sizeof *advice);
            out->n--;
            break;
        }
    size_t place = 0;
    while (place < out->n && out->advices[place].saved >= advice->saved)
        place++;
    if (place == ADVICE_MAX)
        return;
    if (out->n < ADVICE_MAX)
        out->n++;
    memmove(&out->advices[place + 1], &out->advices[place], (out->n - place - 1) * sizeof *advice);
    out->advices[place] = *advice;
}

static void counter_try(struct making *m, size_t k)
{
    struct sim_result *then = arena_take_array(m->arena, m->out->n_groups + 1, sizeof *then);
    struct sim_hall *more = arena_take(m->arena, sizeof *more);
    struct advice advice = {.counter = &m->live->counters[k], .then = then};
    double best = 0;
    *more = m->now;
    more->counters[k].open = true;
    hall_simulate(m->arena, more, ADVICE_RUNS, m->hall->id, then);
    for (size_t i = 0; i < m->out->n_groups; i++) {
        double saved = minutes_waited(m, i, &m->out->groups[i].now) - minutes_waited(m, i, &then[i]);
        advice.saved += saved;
        if (helps(m, i, &then[i]) && saved > best) {
            best = saved;
            advice.group = i;
        }
    }
    if (best > 0)
        advice_add(m->out, &advice);
}

enum db_result hall_advice_make(struct db *db, struct arena *arena, const struct hall *hall,
                                const struct hall_live *live, struct hall_advice *advice)
{
    struct making *m = arena_take(arena, sizeof *m);
    struct sim_result results[SIM_GROUPS_MAX];
    *advice = (struct hall_advice){.n = 0};
    *m = (struct making){.arena = arena, .hall = hall, .live = live, .out = advice};
    if (groups_make(db, m) != DB_OK)
        return DB_FAIL;
    hall_make(m);
    hall_simulate(arena, &m->now, ADVICE_RUNS, hall->id, results);
    for (size_t i = 0; i < advice->n_groups; i++)
        advice->groups[i].now = results[i];
    for (size_t k = 0; k < m->now.n_counters; k++)
        if (!m->now.counters[k].open && m->now.counters[k].groups) {
            advice->tried++;
            counter_try(m, k);
        }
    return DB_OK;
}
