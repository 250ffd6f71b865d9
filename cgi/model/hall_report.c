/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_report.h"

#include "model/row.h"

enum { HOURS = 24 };

struct reporting {
    struct arena *arena;
    struct hall_report *out;
    struct report_line hours[HOURS];
    void *groups, *counters;
    size_t n_groups, n_counters;
    int first_day;
    bool open[REPORT_DAYS_MAX];
};

/* ---- lines ----------------------------------------------------------------------------------- */

static bool group_row(void *context, const struct db_row *row)
{
    struct reporting *r = context;
    struct report_line *line = row_place(r->arena, &r->groups, &r->n_groups, sizeof *line);
    *line = (struct report_line){.id = row_id(row->text[0]),
                                 .letter = row->text[1][0],
                                 .name = arena_copy(r->arena, row->text[2]),
                                 .name_en = arena_copy(r->arena, row->text[3])};
    return true;
}

static bool counter_row(void *context, const struct db_row *row)
{
    struct reporting *r = context;
    struct report_line *line = row_place(r->arena, &r->counters, &r->n_counters, sizeof *line);
    *line = (struct report_line){
        .id = row_id(row->text[0]), .number = row_count(row->text[1]), .name = "", .name_en = ""};
    return true;
}

static struct report_line *line_of(void *lines, size_t n, uint64_t id)
{
    struct report_line *list = lines;
    for (size_t i = 0; i < n; i++)
        if (list[i].id == id)
            return &list[i];
    return NULL;
}

/* ---- sums ------------------------------------------------------------------------------------ */

static void arrival_add(struct report_line *line, const struct hall_visit *visit)
{
    if (!line)
        return;
    line->arrivals++;
    line->ends[visit->end]++;
    line->channels[visit->channel]++;
}

static void time_add(struct reporting *r, struct report_line *line, const struct hall_time *time)
{
    if (line)
        time_sample_add(&line->times[time->kind], r->arena, time->seconds);
}

/* A counter: calls it made, and how the visits ended whose last call or service was its own. */
static void counters_add(struct reporting *r, const struct hall_visit *visit)
{
    uint64_t last = 0;
    for (size_t i = 0; i < visit->n_times; i++) {
        struct report_line *line = line_of(r->counters, r->n_counters, visit->times[i].counter);
        if (visit->times[i].kind == TIME_WAIT && line)
            line->arrivals++;
        time_add(r, line, &visit->times[i]);
        last = visit->times[i].counter;
    }
    struct report_line *line = line_of(r->counters, r->n_counters, last);
    if (line)
        line->ends[visit->end]++;
}

static bool visit_add(void *context, const struct hall_visit *visit)
{
    struct reporting *r = context;
    struct report_line *hour = &r->hours[visit->arrival_at.hour];
    int day = civil_day(&visit->day) - r->first_day;
    if (day >= 0 && day < REPORT_DAYS_MAX)
        r->open[day] = true;
    arrival_add(&r->out->all, visit);
    arrival_add(hour, visit);
    arrival_add(line_of(r->groups, r->n_groups, visit->group), visit);
    for (size_t i = 0; i < visit->n_times; i++) {
        time_add(r, &r->out->all, &visit->times[i]);
        time_add(r, hour, &visit->times[i]);
        time_add(r, line_of(r->groups, r->n_groups, visit->times[i].group), &visit->times[i]);
    }
    counters_add(r, visit);
    return true;
}

/* ---- the report ------------------------------------------------------------------------------ */

static bool is_empty(const struct report_line *line)
{
    size_t n = line->arrivals;
    for (int kind = 0; kind < TIME_KINDS; kind++)
        n += line->times[kind].n;
    for (int end = 0; end < END_KINDS; end++)
        n += line->ends[end];
    return n == 0;
}

static size_t without_empty(struct report_line *lines, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!is_empty(&lines[i]))
            lines[kept++] = lines[i];
    return kept;
}

static void report_finish(struct reporting *r)
{
    struct hall_report *out = r->out;
    out->hours = r->hours;
    for (unsigned hour = 0; hour < HOURS; hour++)
        out->hours[hour].number = hour;
    out->n_hours = without_empty(out->hours, HOURS);
    out->groups = r->groups;
    out->n_groups = without_empty(out->groups, r->n_groups);
    out->counters = r->counters;
    out->n_counters = without_empty(out->counters, r->n_counters);
    for (int day = 0; day < REPORT_DAYS_MAX; day++)
        out->days += r->open[day];
}

enum db_result hall_report_read(struct db *db, struct arena *arena, uint64_t hall, const struct civil *from,
                                const struct civil *to, struct hall_report *report)
{
    struct reporting *r = arena_take(arena, sizeof *r);
    struct db_value of = db_id(hall);
    struct db_row row;
    *report = (struct hall_report){.days = 0};
    *r = (struct reporting){.arena = arena, .out = report, .first_day = civil_day(from)};
    if (db_each(db,
                "select id, letter, name, name_en from service_group where hall_id = ? order by position, letter",
                DB_ARGS(of), group_row, r) == DB_FAIL ||
        db_each(db, "select id, number from counter where hall_id = ? order by number", DB_ARGS(of), counter_row,
                r) == DB_FAIL ||
        hall_times_each(db, arena, hall, from, to, visit_add, r) == DB_FAIL ||
        db_one(db, arena,
               "select count(*), ifnull(sum(left_over), 0) from hall_day where hall_id = ?"
               " and service_date between ? and ?",
               DB_ARGS(of, db_text(row_day(arena, from)), db_text(row_day(arena, to))), &row) != DB_OK)
        return DB_FAIL;
    report->closed = row_count(row.text[0]);
    report->left_over = row_count(row.text[1]);
    report_finish(r);
    return DB_OK;
}

enum db_result hall_report_closed(struct db *db, struct arena *arena, uint64_t hall, const struct civil *day,
                                  bool *closed)
{
    struct db_row row;
    enum db_result result = db_one(db, arena, "select 1 from hall_day where hall_id = ? and service_date = ?",
                                   DB_ARGS(db_id(hall), db_text(row_day(arena, day))), &row);
    *closed = result == DB_OK;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}
