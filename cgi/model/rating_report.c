/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/rating_release.h"

enum { LINES_MOST = 2000, LINES_FIRST = 64 };

/* ---- periods ------------------------------------------------------------------------------------ */

static void period_of(struct rating_period *period, int year, int month, int months)
{
    int first = date_day(year, month, 1);
    period->from = civil_from_day(first);
    period->to = civil_from_day(date_add_months(first, months));
}

bool rating_period_read(const char *text, struct rating_period *period)
{
    int year, part, end = 0;
    size_t length = strlen(text);
    if (length < 4 || sscanf(text, "%4d%n", &year, &end) != 1 || end != 4 || year < 2000 || year > DATE_YEAR_MAX - 1)
        return false;
    if (length == 4)
        period_of(period, year, 1, 12);
    else if (length == 7 && sscanf(text + 4, "-q%1d%n", &part, &end) == 1 && end == 3 && part >= 1 && part <= 4)
        period_of(period, year, 3 * part - 2, 3);
    else if (length == 7 && sscanf(text + 4, "-%2d%n", &part, &end) == 1 && end == 3 && part >= 1 && part <= 12)
        period_of(period, year, part, 1);
    else
        return false;
    return true;
}

const char *rating_quarter_of(struct arena *arena, const struct civil *day)
{
    return arena_format(arena, "%04d-q%d", day->year, (day->month + 2) / 3);
}

/* ---- adding up ------------------------------------------------------------------------------------ */

#define SUMS "month(r.quarter), count(*), sum(r.score >= 4), sum(r.score)"
#define AMONG                                                                                      \
    " where r.quarter >= ? and r.quarter < ? and (? is null or r.officer_id = ?)"                  \
    " and (? is null or r.unit_id = ?) and (? is null or r.unit_id in"                             \
    " (select s.id from json_table(?, '$[*]' columns (id int unsigned path '$')) s))"
#define MONTHS_OF(key) " group by " key ", month(r.quarter) order by " key

/* Lines one after the other, each with its months. */
static const char *const statements[RATING_BYS] = {
    [RATING_BY_OFFICER] = "select r.officer_id, min(u.name), min(u.name), " SUMS
                          " from rating r join user u on u.id = r.officer_id" AMONG MONTHS_OF("r.officer_id"),
    [RATING_BY_UNIT] = "select r.unit_id, min(a.name), min(a.name_en), " SUMS
                       " from rating r join agency a on a.id = r.unit_id" AMONG MONTHS_OF("r.unit_id"),
    [RATING_BY_AGENCY] = "select r.agency_id, min(a.name), min(a.name_en), " SUMS
                         " from rating r join agency a on a.id = r.agency_id" AMONG MONTHS_OF("r.agency_id"),
    [RATING_BY_PROCEDURE] = "select r.procedure_id, min(e.name), min(e.name_en), " SUMS
                            " from rating r left join `procedure` p on p.id = r.procedure_id"
                            " left join procedure_rev e on e.id = p.current_rev_id" AMONG MONTHS_OF("r.procedure_id"),
    [RATING_BY_GROUP] = "select r.group_id, min(concat(h.name, ': ', g.name)),"
                        " min(concat(h.name_en, ': ', g.name_en)), " SUMS
                        " from rating r left join service_group g on g.id = r.group_id"
                        " left join hall h on h.id = g.hall_id" AMONG MONTHS_OF("r.group_id"),
    [RATING_BY_CHANNEL] = "select r.channel, r.channel, r.channel, " SUMS " from rating r" AMONG
                          MONTHS_OF("r.channel"),
    [RATING_BY_MONTH] = "select '', '', '', " SUMS " from rating r" AMONG " group by month(r.quarter)",
};

/* What came in, from January of the period's year. */
struct listing {
    struct arena *arena;
    struct rating_line *lines; /* key and names */
    struct rating_series *came;
    size_t n, room;
};

static const char *kept(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text) : "";
}

static void room_make(struct listing *list)
{
    if (list->n < list->room)
        return;
    struct listing old = *list;
    list->room = old.room ? 2 * old.room : LINES_FIRST;
    list->lines = arena_take_array(list->arena, list->room, sizeof *list->lines);
    list->came = arena_take_array(list->arena, list->room, sizeof *list->came);
    if (!old.n)
        return;
    memcpy(list->lines, old.lines, old.n * sizeof *old.lines);
    memcpy(list->came, old.came, old.n * sizeof *old.came);
}

static bool month_row(void *context, const struct db_row *row)
{
    struct listing *list = context;
    const char *key = kept(list->arena, row->text[0]);
    if (!list->n || strcmp(list->lines[list->n - 1].key, key) != 0) {
        if (list->n == LINES_MOST)
            return false;
        room_make(list);
        list->lines[list->n] = (struct rating_line){
            .key = key, .name = kept(list->arena, row->text[1]), .name_en = kept(list->arena, row->text[2])};
        list->came[list->n++] = (struct rating_series){0};
    }
    long month = strtol(row->text[3], NULL, 10) - 1;
    list->came[list->n - 1].month[month] = (struct rating_sum){
        strtoll(row->text[4], NULL, 10), strtoll(row->text[5], NULL, 10), strtoll(row->text[6], NULL, 10)};
    return true;
}

static const char *day_text(struct arena *arena, const struct civil *day)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(arena, date_format_iso(text, day));
}

static enum db_result came_read(struct db *db, struct listing *list, const struct rating_query *query)
{
    struct civil january = civil_from_day(date_day(query->period.from.year, 1, 1));
    const char *from = day_text(list->arena, &january), *to = day_text(list->arena, &query->period.to);
    struct db_value officer = db_id(query->officer), unit = db_id(query->unit);
    return db_each(db, statements[query->by],
                   DB_ARGS(db_text(from), db_text(to), officer, officer, unit, unit, db_text(query->units),
                           db_text(query->units)),
                   month_row, list);
}

/* ---- lines ------------------------------------------------------------------------------------------ */

/* The months of a period, 0 January; `end` is not in it. */
struct months {
    int first, end;
};

static struct months months_of(const struct rating_period *period)
{
    struct civil last = civil_from_day(civil_day(&period->to) - 1);
    int first = period->from.month - 1;
    if (last.year > period->from.year)
        return (struct months){first, RATING_MONTHS};
    /* A period that is cut before it began has no month. */
    return (struct months){first, last.year == period->from.year && last.month > first ? last.month : first};
}

static struct rating_sum sum_of(const struct rating_series *series, struct months months)
{
    struct rating_sum sum = {0};
    for (int i = months.first; i < months.end; i++) {
        sum.votes += series->month[i].votes;
        sum.satisfied += series->month[i].satisfied;
        sum.sum += series->month[i].sum;
    }
    return sum;
}

/* False: nothing came in, and nothing is shown. */
static bool line_make(struct rating_line *line, const struct rating_series *came, const struct rating_series *shown,
                      struct months months)
{
    struct months until = {0, months.end};
    struct rating_sum came_in = sum_of(came, months);
    int64_t waiting = sum_of(came, until).votes - sum_of(shown, until).votes;
    line->sum = sum_of(shown, months);
    line->few = waiting < RATING_FEWEST;
    line->carried = line->sum.votes > 0 && line->sum.votes != came_in.votes;
    line->interval = rating_wilson(line->sum.satisfied, line->sum.votes);
    return came_in.votes > 0 || line->sum.votes > 0;
}

static void lines_of_kinds(const struct listing *list, const struct rating_series *shown, struct months months,
                           struct rating_table *table)
{
    table->lines = list->lines;
    for (size_t i = 0; i < list->n; i++) {
        struct rating_line line = list->lines[i];
        if (line_make(&line, &list->came[i], &shown[i], months))
            table->lines[table->n++] = line;
    }
}

/* Of the one series there is then. */
static void lines_of_months(const struct listing *list, const struct rating_series *shown, struct months months,
                            int year, struct rating_table *table)
{
    table->lines = arena_take_array(list->arena, RATING_MONTHS, sizeof *table->lines);
    for (int i = months.first; list->n && i < months.end; i++) {
        const char *key = arena_format(list->arena, "%04d-%02d", year, i + 1);
        struct rating_line line = {.key = key, .name = "", .name_en = ""};
        if (line_make(&line, list->came, shown, (struct months){i, i + 1}))
            table->lines[table->n++] = line;
    }
}

/* Hidden lines last and by name, so that their order tells nothing either. */
static int by_share(const void *left, const void *right)
{
    const struct rating_line *a = left, *b = right;
    bool hidden = rating_line_hidden(a);
    if (hidden != rating_line_hidden(b))
        return hidden ? 1 : -1;
    if (!hidden && a->interval.share != b->interval.share)
        return a->interval.share < b->interval.share ? 1 : -1;
    if (!hidden && a->sum.votes != b->sum.votes)
        return a->sum.votes < b->sum.votes ? 1 : -1;
    return strcmp(a->name, b->name);
}

static void lines_rank(struct arena *arena, struct rating_line *lines, size_t n)
{
    struct rating_interval *intervals = arena_take_array(arena, n + 1, sizeof *intervals);
    struct rating_place *places = arena_take_array(arena, n + 1, sizeof *places);
    bool *skip = arena_take_array(arena, n + 1, sizeof *skip);
    for (size_t i = 0; i < n; i++) {
        intervals[i] = lines[i].interval;
        skip[i] = rating_line_hidden(&lines[i]);
    }
    rating_rank(intervals, skip, n, places);
    for (size_t i = 0; i < n; i++)
        lines[i].place = places[i];
}

/* ---- the table -------------------------------------------------------------------------------------- */

static struct civil month_begins(int year, int month)
{
    return civil_from_day(date_add_months(date_day(year, 1, 1), month));
}

/* From the month after the one whose total was shown last before the period, to the last that is shown in it. */
static struct rating_period counted_of(const struct rating_series *total, struct months months,
                                       const struct rating_period *period)
{
    int first = months.first, end = months.end;
    while (first > 0 && total->month[first - 1].votes == 0)
        first--;
    while (end > first && total->month[end - 1].votes == 0)
        end--;
    struct rating_period counted = {month_begins(period->from.year, first), month_begins(period->from.year, end)};
    if (civil_compare(&counted.to, &period->to) > 0)
        counted.to = period->to;
    return counted;
}

/* Whether the total is not that of the period. */
static bool total_carried(const struct listing *list, const struct rating_sum *total, struct months months)
{
    int64_t came = 0;
    for (size_t i = 0; i < list->n; i++)
        came += sum_of(&list->came[i], months).votes;
    return total->votes > 0 && total->votes != came;
}

enum db_result rating_report(struct db *db, struct arena *arena, const struct rating_query *query,
                             struct rating_table *table)
{
    struct listing list = {.arena = arena};
    struct rating_series total;
    struct months months = months_of(&query->period);
    *table = (struct rating_table){0};
    if (came_read(db, &list, query) == DB_FAIL)
        return DB_FAIL;
    struct rating_series *shown = arena_take_array(arena, list.n + 1, sizeof *shown);
    rating_release(arena, list.came, list.n, shown, &total);
    table->total = sum_of(&total, months);
    table->counted = counted_of(&total, months, &query->period);
    if (query->by == RATING_BY_MONTH)
        lines_of_months(&list, shown, months, query->period.from.year, table);
    else
        lines_of_kinds(&list, shown, months, table);
    table->carried = total_carried(&list, &table->total, months);
    for (size_t i = 0; i < table->n; i++)
        table->carried = table->carried || table->lines[i].carried;
    if (query->by != RATING_BY_MONTH)
        qsort(table->lines, table->n, sizeof *table->lines, by_share);
    if (query->by == RATING_BY_OFFICER)
        lines_rank(arena, table->lines, table->n);
    return DB_OK;
}

enum db_result rating_report_reasons(struct db *db, struct arena *arena, const struct rating_query *query,
                                     int64_t counts[RATING_REASONS])
{
    struct db_row row;
    const char *from = day_text(arena, &query->period.from), *to = day_text(arena, &query->period.to);
    struct db_value officer = db_id(query->officer), unit = db_id(query->unit);
    if (db_one(db, arena,
               "select sum(find_in_set('attitude', r.reasons) > 0), sum(find_in_set('time', r.reasons) > 0),"
               " sum(find_in_set('unclear', r.reasons) > 0), sum(find_in_set('many_trips', r.reasons) > 0),"
               " sum(find_in_set('extra_money', r.reasons) > 0), sum(find_in_set('other', r.reasons) > 0)"
               " from rating r" AMONG,
               DB_ARGS(db_text(from), db_text(to), officer, officer, unit, unit, db_text(query->units),
                       db_text(query->units)),
               &row) != DB_OK)
        return DB_FAIL;
    for (size_t i = 0; i < RATING_REASONS; i++)
        counts[i] = row.text[i] ? strtoll(row.text[i], NULL, 10) : 0;
    return DB_OK;
}
