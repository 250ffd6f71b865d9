/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/sample_visits.h"

#include <string.h>

#include "model/counter.h"
#include "model/hall_groups.h"
#include "model/rating.h"
#include "model/ticket_call.h"
#include "model/ticket_issue.h"

enum { SEATS_MOST = 5, GROUPS_MOST = 26, STEP = 20, WALK_MINUTES = 1, EVENING = 18 * 3600 };

/* An officer at a counter. */
struct seat {
    const struct counter *counter;
    uint64_t user, session, ticket;
    enum { SEAT_FREE, SEAT_CALLED, SEAT_WAITS_IN_VAIN, SEAT_SERVING } state;
    int until; /* second of the day when that ends */
};

/* One day of one hall. */
struct visits {
    const struct sample_visits *of;
    struct arena *arena;
    struct hall_groups groups;
    double due[GROUPS_MOST];       /* of each group: visitors that have come but for a fraction */
    unsigned waiting[GROUPS_MOST]; /* by letter */
    struct seat seats[SEATS_MOST];
    size_t n_seats;
    int second;
    uint64_t random;
    struct sample_totals made;
};

/* ---- chance, the same for the same day ---------------------------------------------------------- */

/* From 0 up to 1 (xorshift64*, Vigna 2016). */
static double chance(struct visits *v)
{
    v->random ^= v->random >> 12;
    v->random ^= v->random << 25;
    v->random ^= v->random >> 27;
    return (double)(v->random * 0x2545F4914F6CDD1DU >> 11) / (double)(1ULL << 53);
}

static size_t one_of(struct visits *v, size_t n)
{
    size_t i = (size_t)(chance(v) * (double)n);
    return i < n ? i : n - 1;
}

/* How many come compared with the mean of the day, by the hour. */
static double crowd(int second)
{
    static const double by_hour[24] = {
        [7] = 1.0, [8] = 1.5, [9] = 1.6, [10] = 1.2, [11] = 0.6, [13] = 1.2, [14] = 1.3, [15] = 0.9, [16] = 0.5};
    return by_hour[second / 3600 % 24];
}

static struct civil now_of(const struct visits *v)
{
    struct civil at = civil_from_day(v->of->shifts->day);
    at.hour = v->second / 3600;
    at.minute = v->second / 60 % 60;
    at.second = v->second % 60;
    return at;
}

/* ---- who comes ---------------------------------------------------------------------------------- */

static enum ticket_class class_of(struct visits *v)
{
    static const enum ticket_class some[] = {TICKET_ELDERLY, TICKET_ELDERLY,     TICKET_ELDERLY, TICKET_PREGNANT,
                                             TICKET_MERIT,   TICKET_SMALL_CHILD, TICKET_DISABLED};
    enum ticket_class class = some[one_of(v, sizeof some / sizeof *some)];
    return chance(v) < 0.12 && v->of->hall->classes >> class & 1 ? class : TICKET_ORDINARY;
}

static bool visitor(struct visits *v, const struct hall_group *group)
{
    const struct civil now = now_of(v);
    const uint64_t service = group->services[one_of(v, group->n_services)].id;
    const struct ticket_wish wish = {.hall = v->of->hall,
                                     .services = &service,
                                     .n_services = 1,
                                     .class = class_of(v),
                                     .channel = TICKET_BY_DISPENSER};
    struct ticket_issued issued;
    enum ticket_issue did = ticket_issue(v->of->db, v->arena, v->of->version, &now, &wish, &issued);
    if (did == TICKET_ISSUED) {
        v->waiting[group->letter - 'A']++;
        v->made.tickets++;
    }
    return did == TICKET_ISSUED || did == TICKET_NOT_OPEN;
}

/* Visitors an hour that keep who serves this group busy two thirds of the time. */
static double rate(const struct visits *v, const struct hall_group *group)
{
    double seats = 0;
    for (size_t i = 0; i < v->n_seats; i++)
        if (strchr(v->seats[i].counter->letters, group->letter))
            seats += 1.0 / (double)strlen(v->seats[i].counter->letters);
    return 0.65 * seats * 60 / ((group->minutes ? group->minutes : 10) + WALK_MINUTES);
}

static bool visitors(struct visits *v)
{
    for (size_t i = 0; i < v->groups.n && i < GROUPS_MOST; i++) {
        const struct hall_group *group = &v->groups.groups[i];
        if (group->n_services == 0)
            continue;
        v->due[i] += 2 * chance(v) * rate(v, group) * crowd(v->second) * v->of->share * STEP / 3600;
        for (; v->due[i] >= 1; v->due[i]--)
            if (!visitor(v, group))
                return false;
    }
    return true;
}

/* ---- who serves --------------------------------------------------------------------------------- */

static const struct hall_group *group_of(const struct visits *v, char letter)
{
    for (size_t i = 0; i < v->groups.n; i++)
        if (v->groups.groups[i].letter == letter)
            return &v->groups.groups[i];
    return NULL;
}

/* Most services are short, a few take long. */
static int service_seconds(struct visits *v, char letter)
{
    const struct hall_group *group = group_of(v, letter);
    double minutes = group && group->minutes ? group->minutes : 10, long_one = chance(v);
    return (int)(60 * minutes * (0.35 + 0.7 * chance(v) + 1.4 * long_one * long_one * long_one));
}

static bool somebody_waits(const struct visits *v, const struct seat *seat)
{
    for (const char *letter = seat->counter->letters; *letter; letter++)
        if (v->waiting[*letter - 'A'])
            return true;
    return false;
}

static bool call(struct visits *v, struct seat *seat)
{
    const struct ticket_actor actor = {.user = seat->user, .session = seat->session, .now = now_of(v)};
    struct ticket_outcome outcome;
    if (!somebody_waits(v, seat))
        return true;
    if (ticket_call_next(v->of->db, v->arena, &actor, &outcome) != TICKET_DID)
        return false;
    v->waiting[outcome.ticket.letter - 'A']--;
    seat->ticket = outcome.ticket.id;
    seat->state = chance(v) < 0.96 ? SEAT_CALLED : SEAT_WAITS_IN_VAIN;
    seat->until =
        v->second + (seat->state == SEAT_CALLED ? 15 + (int)(75 * chance(v)) : (int)v->of->hall->called_seconds + STEP);
    return true;
}

static bool act(struct visits *v, struct seat *seat, enum ticket_act what, struct ticket_outcome *outcome)
{
    const struct ticket_actor actor = {.user = seat->user, .session = seat->session, .now = now_of(v)};
    const struct ticket_input input = {.ticket = seat->ticket};
    return ticket_do(v->of->db, v->arena, &actor, what, &input, outcome) == TICKET_DID;
}

/* A vote in two of five visits; who is not content says why. */
static bool vote(struct visits *v, const struct seat *seat)
{
    static const char *const reasons[] = {"time", "attitude", "unclear", "many_trips", "time,unclear", ""};
    const struct rated what = {.kind = RATED_TICKET, .id = seat->ticket};
    const struct civil now = now_of(v);
    struct rated_service service;
    struct rating_pass pass;
    const char *sealed;
    if (chance(v) > 0.4 || rating_service(v->of->db, v->arena, what, &now, &service) != RATING_OPEN)
        return true;
    double mood = chance(v) * (0.94 + 0.06 * (double)(seat->user % 3));
    int score = mood > 0.28 ? 5 : mood > 0.09 ? 4 : mood > 0.045 ? 3 : mood > 0.015 ? 2 : 1;
    if (rating_vote(v->of->db, v->arena, &service, "tablet", score, &now, &sealed) != DB_OK)
        return false;
    v->made.votes++;
    const struct rating_more more = {
        .reasons = reasons[one_of(v, sizeof reasons / sizeof *reasons)], .words = "", .contact = "", .language = "vi"};
    return !rating_is_low(score) || (rating_pass_read(v->arena, sealed, &pass) &&
                                     rating_add_more(v->of->db, v->arena, &pass, &more, &now) != DB_FAIL);
}

static bool go_on(struct visits *v, struct seat *seat, bool calls)
{
    struct ticket_outcome outcome;
    if (seat->state == SEAT_FREE)
        return !calls || call(v, seat);
    if (v->second < seat->until)
        return true;
    switch (seat->state) {
    case SEAT_CALLED:
        seat->state = SEAT_SERVING;
        if (!act(v, seat, TICKET_ARRIVE, &outcome))
            return false;
        seat->until = v->second + service_seconds(v, outcome.ticket.letter);
        return true;
    case SEAT_WAITS_IN_VAIN:
        seat->state = SEAT_FREE;
        return act(v, seat, TICKET_MISS, &outcome);
    case SEAT_SERVING:
        seat->state = SEAT_FREE;
        return act(v, seat, TICKET_DONE_ACT, &outcome) && vote(v, seat);
    case SEAT_FREE:
        break;
    }
    return true;
}

static bool seats(struct visits *v, bool calls)
{
    for (size_t i = 0; i < v->n_seats; i++)
        if (!go_on(v, &v->seats[i], calls))
            return false;
    return true;
}

/* ---- a day -------------------------------------------------------------------------------------- */

static bool works_here(struct visits *v, uint64_t seat)
{
    struct hall_list halls;
    if (hall_of_person(v->of->db, v->arena, v->of->version, seat, &halls) != DB_OK)
        return false;
    for (size_t i = 0; i < halls.n; i++)
        if (halls.halls[i].id == v->of->hall->id)
            return true;
    return false;
}

/* The counter that serves most groups nobody serves yet; NULL: all are taken. */
static const struct counter *next_counter(const struct visits *v, const struct counter *counters, size_t n)
{
    const struct counter *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < n; i++) {
        size_t fresh = 1;
        for (const char *letter = counters[i].letters; *letter; letter++) {
            bool served = false;
            for (size_t k = 0; k < v->n_seats; k++)
                served = served || strchr(v->seats[k].counter->letters, *letter);
            fresh += !served;
        }
        for (size_t k = 0; k < v->n_seats; k++)
            if (v->seats[k].counter == &counters[i])
                fresh = 0;
        if (fresh > most) {
            most = fresh;
            best = &counters[i];
        }
    }
    return best;
}

/* Officers of this hall sit down at its counters. */
static bool open_up(struct visits *v)
{
    struct counter *counters;
    size_t n;
    const struct civil now = now_of(v);
    if (counter_list(v->of->db, v->arena, v->of->hall->id, &now, false, &counters, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < v->of->n && v->n_seats < SEATS_MOST; i++) {
        if (!works_here(v, v->of->officers[i].seat))
            continue;
        const struct counter *counter = next_counter(v, counters, n);
        if (!counter)
            break;
        const struct counter_actor actor = {.user = v->of->officers[i].id, .now = now};
        struct counter_outcome outcome;
        if (counter_open(v->of->db, v->arena, &actor, v->of->hall->id, counter->id, &outcome) != COUNTER_DID)
            return false;
        v->seats[v->n_seats++] =
            (struct seat){.counter = counter, .user = v->of->officers[i].id, .session = outcome.session};
    }
    return true;
}

static bool close_down(struct visits *v)
{
    for (size_t i = 0; i < v->n_seats; i++) {
        const struct counter_actor actor = {.user = v->seats[i].user, .session = v->seats[i].session, .now = now_of(v)};
        struct counter_outcome outcome;
        if (v->seats[i].state == SEAT_FREE && counter_close(v->of->db, v->arena, &actor, &outcome) != COUNTER_DID)
            return false;
    }
    return true;
}

static bool is_shift(const struct visits *v, int minute)
{
    for (int i = 0; i < v->of->shifts->count; i++)
        if (minute >= v->of->shifts->shifts[i].from && minute < v->of->shifts->shifts[i].to)
            return true;
    return false;
}

static bool through_the_day(struct visits *v)
{
    int last = v->of->shifts->shifts[v->of->shifts->count - 1].to * 60;
    for (; v->second < EVENING; v->second += STEP) {
        bool open = is_shift(v, v->second / 60);
        if ((open && !visitors(v)) || !seats(v, open && v->second < last))
            return false;
    }
    return true;
}

static bool day_of_hall(struct visits *v)
{
    const struct civil now = now_of(v);
    return hall_groups_load(v->of->db, v->arena, v->of->version, v->of->hall, &now, false, &v->groups) != DB_FAIL &&
           open_up(v) && through_the_day(v) && close_down(v);
}

bool sample_visits(const struct sample_visits *day, struct sample_totals *totals)
{
    struct visits v = {.of = day, .arena = arena_open(0), .second = day->shifts->shifts[0].from * 60};
    v.random = (uint64_t)day->shifts->day * 2654435761U + day->hall->id;
    bool good = db_begin_numbering(day->db) == DB_OK && day_of_hall(&v) && db_commit(day->db) == DB_OK;
    totals->tickets += v.made.tickets;
    totals->votes += v.made.votes;
    arena_close(v.arena);
    return good;
}
