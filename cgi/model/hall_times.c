/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_times.h"

#include <stdlib.h>
#include <string.h>

#include "model/row.h"

enum { TIMES_MAX = 64 }; /* of one visit; what is beyond is no visit but a mistake */

/* ---- one visit ------------------------------------------------------------------------------- */

enum event { ISSUED, CALLED, ARRIVED, DONE, MISSED, REQUEUED, PARKED, RESUMED, TRANSFERRED, CANCELLED, CLOSED, EVENTS };
static const char *const event_names[EVENTS] = {"issued",   "called", "arrived", "done",        "missed",    "requeued",
                                                "parked",   "resumed", "transferred", "cancelled", "closed"};

struct reading {
    struct arena *arena;
    bool (*visit)(void *context, const struct hall_visit *visit);
    void *context;
    bool stopped;
    struct hall_visit now;
    struct hall_time times[TIMES_MAX];
    struct civil since[TIME_KINDS]; /* what is running; year 0: nothing */
    uint64_t group, counter;        /* of what is running */
    bool seen[TIME_KINDS], served;
};

static void time_begin(struct reading *r, enum hall_time_kind kind, const struct civil *at)
{
    r->since[kind] = *at;
}

/* A clock that was put back makes nothing shorter than nothing. */
static void time_end(struct reading *r, enum hall_time_kind kind, const struct civil *at)
{
    if (!r->since[kind].year)
        return;
    int64_t seconds = civil_second(at) - civil_second(&r->since[kind]);
    r->since[kind].year = 0;
    if (!r->now.is_exact || r->now.n_times == TIMES_MAX)
        return;
    r->times[r->now.n_times++] = (struct hall_time){.kind = kind,
                                                    .group = r->group,
                                                    .counter = r->counter,
                                                    .seconds = seconds > 0 ? seconds : 0,
                                                    .first = !r->seen[kind]};
    r->seen[kind] = true;
}

static void event_happens(struct reading *r, enum event event, const struct civil *at, uint64_t group,
                          uint64_t counter)
{
    if (counter)
        r->counter = counter;
    if (event == CALLED) {
        r->group = group;
        time_end(r, TIME_WAIT, at);
        time_begin(r, TIME_WALK, at);
        r->now.calls++;
    } else if (event == ARRIVED || event == RESUMED) {
        time_end(r, TIME_WALK, at);
        r->group = group;
        time_begin(r, TIME_SERVE, at);
        r->served = true;
    } else if (event == DONE || event == PARKED || event == TRANSFERRED || event == CLOSED) {
        time_end(r, TIME_SERVE, at);
    }
    if (event == TRANSFERRED)
        time_begin(r, TIME_WAIT, at);
    if (event == MISSED || event == CANCELLED || event == CLOSED)
        r->since[TIME_WAIT].year = r->since[TIME_WALK].year = 0;
}

static void visit_end(struct reading *r, enum ticket_state state)
{
    struct hall_visit *visit = &r->now;
    visit->end = END_OPEN;
    if (r->served)
        visit->end = END_SERVED;
    else if (state == TICKET_MISSED || (state == TICKET_CLOSED && visit->calls))
        visit->end = END_MISSED;
    else if (state == TICKET_CANCELLED || state == TICKET_CLOSED)
        visit->end = END_ABANDONED;
}

/* ---- the rows -------------------------------------------------------------------------------- */

enum { TICKET, GROUP, DAY, ARRIVAL, CHANNEL, EXACT, STATE, AT, KIND, EVENT_GROUP, EVENT_COUNTER };

static bool visit_say(struct reading *r)
{
    if (r->now.ticket && !r->stopped)
        r->stopped = !r->visit(r->context, &r->now);
    return !r->stopped;
}

static void visit_begin(struct reading *r, const char *const *text)
{
    r->now = (struct hall_visit){
        .ticket = row_id(text[TICKET]),
        .group = row_id(text[GROUP]),
        .day = row_moment(text[DAY]),
        .arrival_at = row_moment(text[ARRIVAL]),
        .channel = (enum ticket_channel)ticket_word(ticket_channel_names, TICKET_CHANNELS, text[CHANNEL]),
        .is_exact = row_flag(text[EXACT]),
        .times = r->times,
    };
    memset(r->since, 0, sizeof r->since);
    memset(r->seen, 0, sizeof r->seen);
    r->served = false;
    r->group = r->now.group;
    r->counter = 0;
    time_begin(r, TIME_WAIT, &r->now.arrival_at);
}

static bool event_row(void *context, const struct db_row *row)
{
    struct reading *r = context;
    const char *const *text = row->text;
    if (row_id(text[TICKET]) != r->now.ticket) {
        if (!visit_say(r))
            return false;
        visit_begin(r, text);
    }
    int event = ticket_word(event_names, EVENTS, text[KIND]);
    struct civil at = row_moment(text[AT]);
    if (event >= 0)
        event_happens(r, (enum event)event, &at, row_id(text[EVENT_GROUP]), row_id(text[EVENT_COUNTER]));
    visit_end(r, (enum ticket_state)ticket_word(ticket_state_names, TICKET_STATES, text[STATE]));
    return true;
}

enum db_result hall_times_each(struct db *db, struct arena *arena, uint64_t hall, const struct civil *from,
                               const struct civil *to, bool (*visit)(void *context, const struct hall_visit *visit),
                               void *context)
{
    struct reading *r = arena_take(arena, sizeof *r);
    *r = (struct reading){.arena = arena, .visit = visit, .context = context};
    enum db_result result = db_each(
        db,
        "select t.id, t.letter_group_id, t.service_date, t.arrival_at, t.channel, t.is_exact, t.state, e.at, e.kind,"
        " e.group_id, e.counter_id from ticket t join ticket_event e on e.ticket_id = t.id where t.hall_id = ?"
        " and t.service_date between ? and ? order by t.id, e.id",
        DB_ARGS(db_id(hall), db_text(row_day(arena, from)), db_text(row_day(arena, to))), event_row, r);
    if (result == DB_OK)
        visit_say(r);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- samples --------------------------------------------------------------------------------- */

void time_sample_add(struct time_sample *sample, struct arena *arena, int64_t seconds)
{
    uint32_t *place = row_place(arena, &sample->seconds, &sample->n, sizeof *place);
    *place = (uint32_t)seconds;
    sample->sorted = false;
}

static int by_size(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

int64_t time_sample_at(struct time_sample *sample, unsigned percent)
{
    if (!sample->n)
        return -1;
    if (!sample->sorted)
        qsort(sample->seconds, sample->n, sizeof(uint32_t), by_size);
    sample->sorted = true;
    size_t rank = (sample->n * percent + 99) / 100;
    return ((const uint32_t *)sample->seconds)[rank ? rank - 1 : 0];
}
