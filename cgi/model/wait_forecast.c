/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/wait_forecast.h"

#include <math.h>
#include <stdlib.h>

#include "model/row.h"

/* ---- the estimate ---------------------------------------------------------------------------- */

static const double Z_90 = 1.2816; /* of the normal distribution */

/* One service of a group, in seconds. */
struct service_time {
    double mean, spread;
};

/* Service times are taken as log-normal: the median and the ninth of ten say all of it. */
static struct service_time service_time_of(const struct forecast_group *group)
{
    double half = group->serve_50 > 0 ? group->serve_50 : 60;
    double most = group->serve_90 > half ? group->serve_90 : 2 * half;
    double sigma = log(most / half) / Z_90, square = sigma * sigma;
    double mean = half * exp(square / 2);
    return (struct service_time){mean, mean * sqrt(exp(square) - 1)};
}

static bool serves(const struct forecast_counter *counter, size_t group)
{
    return counter->groups >> group & 1;
}

static unsigned counters_of(const struct forecast_load *load, size_t group)
{
    unsigned n = 0;
    for (size_t k = 0; k < load->n_counters; k++)
        n += serves(&load->counters[k], group);
    return n;
}

/* Seconds of work that wait in a group, for each open counter that serves it. */
static double burden(const struct forecast_load *load, size_t group, double waiting)
{
    unsigned n = counters_of(load, group);
    return n ? waiting * service_time_of(&load->groups[group]).mean / n : 0;
}

/* How many counters' worth of time goes to a group in which `ahead` wait before the one who asks. */
static double strength(const struct forecast_load *load, size_t group, unsigned ahead)
{
    double own = burden(load, group, ahead + 1.0), all = 0;
    for (size_t k = 0; k < load->n_counters; k++) {
        if (!serves(&load->counters[k], group))
            continue;
        double work = own;
        for (size_t i = 0; i < load->n_groups; i++)
            if (i != group && serves(&load->counters[k], i))
                work += burden(load, i, load->groups[i].waiting);
        all += own / work;
    }
    return all;
}

static unsigned idle_of(const struct forecast_load *load, size_t group)
{
    unsigned n = 0;
    for (size_t k = 0; k < load->n_counters; k++)
        n += serves(&load->counters[k], group) && !load->counters[k].busy;
    return n;
}

/* What half (z 0) or nine of ten are below, of a time with this mean and spread; as a gamma distribution (Wilson and
 * Hilferty). */
static double quantile(double mean, double spread, double z)
{
    double shape = mean * mean / (spread * spread);
    double root = 1 - 1 / (9 * shape) + z / (3 * sqrt(shape));
    return root > 0 ? mean * root * root * root : 0;
}

/*
 * The time until `n` people were called by so many busy counters. The first of them waits for what is left of a service
 * that goes on: of one counter a good half of a service, of many of them the time between two that end.
 */
static void time_of(struct service_time one, double n, double counters, double *mean, double *spread)
{
    double square = one.spread * one.spread / (one.mean * one.mean), many = counters > 1 ? 1 / counters : 1;
    double left = 1 - (1 - square) / 2 * many;
    double left_one = pow(1 + square, 3) / 3 - pow((1 + square) / 2, 2);
    double variance = (n - 1) * square + left_one * many + 1 - many;
    *mean = (n - 1 + left) * one.mean / counters;
    *spread = sqrt(variance) * one.mean / counters;
}

struct forecast forecast_of(const struct forecast_load *load, size_t index, unsigned ahead)
{
    const struct forecast_group *group = &load->groups[index];
    struct forecast out = {.wait_50 = group->usual_50, .wait_90 = group->usual_90};
    out.counters = counters_of(load, index);
    if (out.counters == 0)
        return out;
    unsigned idle = idle_of(load, index);
    if (ahead < idle) {
        out.wait_50 = out.wait_90 = 0;
        return out;
    }
    struct service_time one = service_time_of(group);
    double mean, spread;
    time_of(one, ahead - idle + 1.0, strength(load, index, ahead), &mean, &spread);
    out.wait_50 = (int)lround(quantile(mean, spread, 0) / 60);
    out.wait_90 = (int)ceil(quantile(mean, spread, Z_90) / 60);
    if (out.wait_90 < out.wait_50)
        out.wait_90 = out.wait_50;
    return out;
}

size_t forecast_index(const struct forecast_load *load, uint64_t group)
{
    size_t i = 0;
    while (i < load->n_groups && load->groups[i].id != group)
        i++;
    return i;
}

/* ---- the load -------------------------------------------------------------------------------- */

static void group_row(struct forecast_load *load, const char *const *text)
{
    if (load->n_groups == FORECAST_GROUPS_MAX)
        return;
    load->groups[load->n_groups++] = (struct forecast_group){
        .id = row_id(text[1]),
        .waiting = row_count(text[2]),
        .serve_50 = row_count(text[3]),
        .serve_90 = row_count(text[4]),
        .usual_50 = (int)row_number(text[5], -1),
        .usual_90 = (int)row_number(text[6], -1),
    };
}

static void counter_row(struct forecast_load *load, const char *const *text)
{
    if (load->n_counters == FORECAST_COUNTERS_MAX)
        return;
    struct forecast_counter counter = {.busy = row_flag(text[2])};
    for (const char *at = text[7] ? text[7] : ""; *at;) {
        char *end;
        size_t i = forecast_index(load, strtoull(at, &end, 10));
        if (i < load->n_groups)
            counter.groups |= UINT32_C(1) << i;
        at = *end ? end + 1 : end;
    }
    load->counters[load->n_counters++] = counter;
}

static bool load_row(void *context, const struct db_row *row)
{
    struct forecast_load *load = context;
    if (row->text[0][0] == '1')
        group_row(load, row->text);
    else
        counter_row(load, row->text);
    return true;
}

/* Groups first: counters name them. */
static const char load_sql[] =
    "(select 1, g.id, (select count(*) from ticket t where t.group_id = g.id and t.service_date = ?"
    " and t.state = 'waiting'), ifnull(q.serve_50, g.minutes * 60), ifnull(q.serve_90, 0), q.wait_50, q.wait_90, null"
    " from service_group g left join group_hour q on q.group_id = g.id and q.weekday = ? and q.hour = ?"
    " where g.hall_id = ? and g.is_active)"
    " union all (select 2, c.id, exists (select 1 from ticket t where t.busy_counter = c.id), null, null, null, null,"
    " (select group_concat(s.group_id) from counter_group s where s.counter_id = c.id)"
    " from counter c join counter_session o on o.counter_id = c.id and o.opened_at >= ? and o.state = 'open'"
    " where c.hall_id = ?)";

enum db_result forecast_load_read(struct db *db, struct arena *arena, uint64_t hall, const struct civil *now,
                                  struct forecast_load *load)
{
    struct db_value day = db_text(row_day(arena, now)), of = db_number((int64_t)hall);
    int weekday = (int)date_weekday(civil_day(now)) + 1;
    load->n_groups = load->n_counters = 0;
    enum db_result result =
        db_each(db, load_sql, DB_ARGS(day, db_number(weekday), db_number(now->hour), of, day, of), load_row, load);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- hours to come --------------------------------------------------------------------------- */

struct hours {
    struct arena *arena;
    void *list;
    size_t n;
};

static bool hour_row(void *context, const struct db_row *row)
{
    struct hours *hours = context;
    struct forecast_hour *hour = row_place(hours->arena, &hours->list, &hours->n, sizeof *hour);
    *hour = (struct forecast_hour){
        .group = row_id(row->text[0]),
        .hour = (int)row_number(row->text[1], 0),
        .tickets = row_count(row->text[2]),
        .wait_50 = (int)row_number(row->text[3], 0),
        .wait_90 = (int)row_number(row->text[4], 0),
    };
    return true;
}

enum db_result forecast_hours(struct db *db, struct arena *arena, uint64_t hall, const struct civil *day,
                              int from_hour, struct forecast_hour **hours, size_t *n)
{
    struct hours found = {.arena = arena};
    int weekday = (int)date_weekday(civil_day(day)) + 1;
    enum db_result result =
        db_each(db,
                "select q.group_id, q.hour, q.tickets, q.wait_50, q.wait_90 from service_group g"
                " join group_hour q on q.group_id = g.id and q.weekday = ? and q.hour >= ?"
                " where g.hall_id = ? and g.is_active order by g.position, g.letter, q.hour",
                DB_ARGS(db_number(weekday), db_number(from_hour), db_number((int64_t)hall)), hour_row, &found);
    *hours = found.list;
    *n = found.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}
