/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_simulation.h"

#include <math.h>

#include "model/ticket_call.h"

/* ---- chance ---------------------------------------------------------------------------------- */

enum what { SERVICE, LEFT, COMING };

/* A number between 0 and 1 that belongs to one person of one run and to nothing else (splitmix64). */
static double chance(uint64_t seed, unsigned run, enum what what, size_t group, size_t index)
{
    uint64_t z = seed * UINT64_C(0x9E3779B97F4A7C15) + run;
    const uint64_t parts[] = {(uint64_t)what, group, index};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        z += parts[i] + UINT64_C(0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
        z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
        z ^= z >> 31;
    }
    return ((double)(z >> 11) + 0.5) / 9007199254740992.0;
}

static double normal_below(double x)
{
    return 0.5 * erfc(-x / sqrt(2));
}

/* The inverse of normal_below, to six digits: a first guess (Abramowitz and Stegun 26.2.23), twice made better. */
static double normal_at(double p)
{
    double tail = p < 0.5 ? p : 1 - p, t = sqrt(-2 * log(tail));
    double x = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) /
                       (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
    x = p < 0.5 ? -x : x;
    for (int i = 0; i < 2; i++)
        x -= (normal_below(x) - p) * sqrt(2 * 3.14159265358979) * exp(x * x / 2);
    return x;
}

static double spread_of(const struct sim_group *group)
{
    const double z_90 = 1.2815516;
    unsigned most = group->serve_90 ? group->serve_90 : 2 * group->serve_50;
    return most > group->serve_50 ? log((double)most / group->serve_50) / z_90 : 0;
}

/* Service times are log-normal, as in wait_forecast.c. */
static double service_time(const struct sim_group *group, double u)
{
    double spread = spread_of(group);
    return spread > 0 ? group->serve_50 * exp(spread * normal_at(u)) : group->serve_50;
}

/* What is left of one that has lasted so long: a draw among those that last longer. */
static double service_left(const struct sim_group *group, double lasted, double u)
{
    double spread = spread_of(group);
    if (spread <= 0 || lasted < 1)
        return fmax(0, service_time(group, u) - lasted);
    double below = normal_below(log(lasted / group->serve_50) / spread);
    if (below > 0.9999) /* longer than anything known: it may last as long again as one in ten does */
        return lasted / 2;
    return fmax(0, service_time(group, below + u * (1 - below)) - lasted);
}

/* ---- one run --------------------------------------------------------------------------------- */

enum { AHEAD, ORDINARY, KINDS };
enum { BUCKET = 10, BUCKETS = 8 * 3600 / BUCKET }; /* waits are counted in steps of ten seconds, up to a day's work */

struct person {
    double rank;   /* seconds from now; negative: before */
    double serve;  /* seconds */
};
struct line {
    struct person *people;
    size_t n, room, next;
};
struct run {
    const struct sim_hall *hall;
    struct line lines[SIM_GROUPS_MAX][KINDS];
    double free_at[SIM_COUNTERS_MAX];
    unsigned streak[SIM_COUNTERS_MAX];
    uint32_t *waits[SIM_GROUPS_MAX]; /* over all runs */
    double people[SIM_GROUPS_MAX], seconds[SIM_GROUPS_MAX];
};

static size_t coming_at_most(const struct sim_group *group)
{
    return (size_t)(group->arrivals + 6 * sqrt(group->arrivals) + 6);
}

static void lines_make(struct arena *arena, struct run *run)
{
    const struct sim_hall *hall = run->hall;
    for (size_t g = 0; g < hall->n_groups; g++) {
        run->lines[g][AHEAD].room = 1;
        run->lines[g][ORDINARY].room = coming_at_most(&hall->groups[g]);
        run->waits[g] = arena_take_array(arena, BUCKETS, sizeof *run->waits[g]);
    }
    for (size_t i = 0; i < hall->n_tickets; i++)
        run->lines[hall->tickets[i].group][hall->tickets[i].is_ahead ? AHEAD : ORDINARY].room++;
    for (size_t g = 0; g < hall->n_groups; g++)
        for (int kind = AHEAD; kind < KINDS; kind++)
            run->lines[g][kind].people =
                arena_take_array(arena, run->lines[g][kind].room, sizeof *run->lines[g][kind].people);
}

static void line_add(struct line *line, double rank, double serve)
{
    if (line->n < line->room)
        line->people[line->n++] = (struct person){.rank = rank, .serve = serve};
}

/* Those who wait keep their order; those who come are behind them, since they come later. */
static void lines_fill(struct run *run, uint64_t seed, unsigned number)
{
    const struct sim_hall *hall = run->hall;
    for (size_t g = 0; g < hall->n_groups; g++)
        for (int kind = AHEAD; kind < KINDS; kind++)
            run->lines[g][kind].n = run->lines[g][kind].next = 0;
    for (size_t i = 0; i < hall->n_tickets; i++) {
        const struct sim_ticket *ticket = &hall->tickets[i];
        double serve = service_time(&hall->groups[ticket->group], chance(seed, number, SERVICE, ticket->group, i));
        line_add(&run->lines[ticket->group][ticket->is_ahead ? AHEAD : ORDINARY], -ticket->waited, serve);
    }
    for (size_t g = 0; g < hall->n_groups; g++) {
        const struct sim_group *group = &hall->groups[g];
        double at = 0;
        for (size_t k = 0; group->arrivals > 0 && k < coming_at_most(group); k++) {
            at -= log(chance(seed, number, COMING, g, k)) * SIM_HORIZON / group->arrivals;
            if (at > SIM_HORIZON)
                break;
            line_add(&run->lines[g][ORDINARY], at,
                     service_time(group, chance(seed, number, SERVICE, g, hall->n_tickets + k)));
        }
    }
}

static void counters_fill(struct run *run, uint64_t seed, unsigned number)
{
    const struct sim_hall *hall = run->hall;
    for (size_t k = 0; k < hall->n_counters; k++) {
        const struct sim_counter *counter = &hall->counters[k];
        run->free_at[k] = counter->open ? 0 : INFINITY;
        run->streak[k] = counter->run;
        if (counter->open && counter->busy)
            run->free_at[k] = service_left(&hall->groups[counter->busy_group], counter->busy_for,
                                           chance(seed, number, LEFT, counter->busy_group, k));
    }
}

static const struct person *first_of(const struct line *line)
{
    return line->next < line->n ? &line->people[line->next] : NULL;
}

/* The line of this kind whose first has waited longest at that time, among the groups of the counter; NULL: none. */
static struct line *longest(struct run *run, uint32_t groups, int kind, double now, size_t *group)
{
    struct line *best = NULL;
    for (size_t g = 0; g < run->hall->n_groups; g++) {
        const struct person *first = first_of(&run->lines[g][kind]);
        if (!(groups >> g & 1) || !first || first->rank > now || (best && first_of(best)->rank <= first->rank))
            continue;
        best = &run->lines[g][kind];
        *group = g;
    }
    return best;
}

/* When the next one comes for a counter that has nobody to call. */
static double next_coming(const struct run *run, uint32_t groups)
{
    double at = INFINITY;
    for (size_t g = 0; g < run->hall->n_groups; g++)
        for (int kind = AHEAD; kind < KINDS; kind++) {
            const struct person *first = first_of(&run->lines[g][kind]);
            if (groups >> g & 1 && first && first->rank < at)
                at = first->rank;
        }
    return at;
}

static void note_wait(struct run *run, size_t group, double seconds)
{
    size_t bucket = (size_t)ceil(seconds / BUCKET);
    run->waits[group][bucket < BUCKETS ? bucket : BUCKETS - 1]++;
    run->people[group]++;
    run->seconds[group] += seconds;
}

static void counter_calls(struct run *run, size_t k)
{
    double now = run->free_at[k];
    size_t ahead_group = 0, ordinary_group = 0;
    uint32_t groups = run->hall->counters[k].groups;
    struct line *ahead = longest(run, groups, AHEAD, now, &ahead_group);
    struct line *ordinary = longest(run, groups, ORDINARY, now, &ordinary_group);
    const struct ticket_choice choice = {.ahead = ahead, .ordinary = ordinary};
    enum ticket_pick pick = ticket_pick(choice, run->streak[k], run->hall->priority_run);
    if (pick == TICKET_PICK_NOBODY) {
        run->free_at[k] = next_coming(run, groups);
        return;
    }
    struct line *line = pick == TICKET_PICK_AHEAD ? ahead : ordinary;
    const struct person *person = &line->people[line->next++];
    note_wait(run, pick == TICKET_PICK_AHEAD ? ahead_group : ordinary_group, now - fmax(0, person->rank));
    run->streak[k] = ticket_run_after(pick, run->streak[k]);
    run->free_at[k] = now + person->serve;
}

static void run_once(struct run *run, uint64_t seed, unsigned number)
{
    lines_fill(run, seed, number);
    counters_fill(run, seed, number);
    for (;;) {
        size_t first = 0;
        for (size_t k = 1; k < run->hall->n_counters; k++)
            if (run->free_at[k] < run->free_at[first])
                first = k;
        if (run->hall->n_counters == 0 || isinf(run->free_at[first]))
            return;
        counter_calls(run, first);
    }
}

/* ---- all runs -------------------------------------------------------------------------------- */

static bool served(const struct sim_hall *hall, size_t group)
{
    for (size_t k = 0; k < hall->n_counters; k++)
        if (hall->counters[k].open && hall->counters[k].groups >> group & 1)
            return true;
    return false;
}

/* Minutes so many of a hundred wait at most. */
static int quantile(const struct run *run, size_t group, unsigned percent)
{
    double wanted = run->people[group] * percent / 100, below = 0;
    size_t bucket = 0;
    for (; bucket < BUCKETS; bucket++) {
        below += run->waits[group][bucket];
        if (below >= wanted)
            break;
    }
    return (int)((bucket * BUCKET + 59) / 60);
}

void hall_simulate(struct arena *arena, const struct sim_hall *hall, unsigned runs, uint64_t seed,
                   struct sim_result *results)
{
    struct run *run = arena_take(arena, sizeof *run);
    *run = (struct run){.hall = hall};
    lines_make(arena, run);
    for (unsigned number = 0; number < runs; number++)
        run_once(run, seed, number);
    for (size_t g = 0; g < hall->n_groups; g++) {
        bool nobody = run->people[g] <= 0;
        results[g] = (struct sim_result){.wait_50 = SIM_NOBODY, .wait_90 = SIM_NOBODY};
        if (!served(hall, g) && (run->lines[g][AHEAD].n || run->lines[g][ORDINARY].n || hall->groups[g].arrivals > 0))
            results[g].wait_50 = results[g].wait_90 = SIM_NEVER;
        if (nobody)
            continue;
        results[g].wait_50 = quantile(run, g, 50);
        results[g].wait_90 = quantile(run, g, 90);
        results[g].people = run->people[g] / runs;
        results[g].waiting = run->seconds[g] / runs / 60;
    }
}
