/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_MOST = 2000 };

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

#define SUMS "count(*), sum(r.score >= 4), sum(r.score)"
#define AMONG                                                                                      \
    " where r.quarter >= ? and r.quarter < ? and (? is null or r.officer_id = ?)"                  \
    " and (? is null or r.unit_id = ?) and (? is null or r.unit_id in"                             \
    " (select s.id from json_table(?, '$[*]' columns (id int unsigned path '$')) s))"

static const char *const statements[RATING_BYS] = {
    [RATING_BY_OFFICER] = "select r.officer_id, u.name, u.name, " SUMS
                          " from rating r join user u on u.id = r.officer_id" AMONG
                          " group by r.officer_id, u.name",
    [RATING_BY_UNIT] = "select r.unit_id, a.name, a.name_en, " SUMS
                       " from rating r join agency a on a.id = r.unit_id" AMONG
                       " group by r.unit_id, a.name, a.name_en",
    [RATING_BY_AGENCY] = "select r.agency_id, a.name, a.name_en, " SUMS
                         " from rating r join agency a on a.id = r.agency_id" AMONG
                         " group by r.agency_id, a.name, a.name_en",
    [RATING_BY_PROCEDURE] = "select r.procedure_id, e.name, e.name_en, " SUMS
                            " from rating r left join `procedure` p on p.id = r.procedure_id"
                            " left join procedure_rev e on e.id = p.current_rev_id" AMONG
                            " group by r.procedure_id, e.name, e.name_en",
    [RATING_BY_GROUP] = "select r.group_id, concat(h.name, ': ', g.name), concat(h.name_en, ': ', g.name_en), " SUMS
                        " from rating r left join service_group g on g.id = r.group_id"
                        " left join hall h on h.id = g.hall_id" AMONG
                        " group by r.group_id, h.name, g.name, h.name_en, g.name_en",
    [RATING_BY_CHANNEL] = "select r.channel, r.channel, r.channel, " SUMS " from rating r" AMONG
                          " group by r.channel",
    [RATING_BY_MONTH] = "select date_format(r.quarter, '%Y-%m'), '', '', " SUMS " from rating r" AMONG
                        " group by date_format(r.quarter, '%Y-%m')",
};

struct listing {
    struct arena *arena;
    struct rating_line *lines;
    size_t n;
};

static const char *kept(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text) : "";
}

static bool line_row(void *context, const struct db_row *row)
{
    struct listing *list = context;
    struct rating_line *line = &list->lines[list->n++];
    line->key = kept(list->arena, row->text[0]);
    line->name = kept(list->arena, row->text[1]);
    line->name_en = kept(list->arena, row->text[2]);
    line->sum = (struct rating_sum){strtoll(row->text[3], NULL, 10), strtoll(row->text[4], NULL, 10),
                                    strtoll(row->text[5], NULL, 10)};
    line->interval = rating_wilson(line->sum.satisfied, line->sum.votes);
    return list->n < LINES_MOST;
}

static const char *day_text(struct arena *arena, const struct civil *day)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(arena, date_format_iso(text, day));
}

static int by_time(const void *left, const void *right)
{
    const struct rating_line *a = left, *b = right;
    return strcmp(a->key, b->key);
}

/* Hidden lines last and by name, so that their order tells nothing either. */
static int by_share(const void *left, const void *right)
{
    const struct rating_line *a = left, *b = right;
    if (a->hidden != b->hidden)
        return a->hidden ? 1 : -1;
    if (!a->hidden && a->interval.share != b->interval.share)
        return a->interval.share < b->interval.share ? 1 : -1;
    if (!a->hidden && a->sum.votes != b->sum.votes)
        return a->sum.votes < b->sum.votes ? 1 : -1;
    return strcmp(a->name, b->name);
}

static void lines_hide(struct arena *arena, struct rating_line *lines, size_t n)
{
    int64_t *votes = arena_take_array(arena, n + 1, sizeof *votes);
    bool *hidden = arena_take_array(arena, n + 1, sizeof *hidden);
    for (size_t i = 0; i < n; i++)
        votes[i] = lines[i].sum.votes;
    rating_hide(votes, n, hidden);
    for (size_t i = 0; i < n; i++)
        lines[i].hidden = hidden[i];
}

static void lines_rank(struct arena *arena, struct rating_line *lines, size_t n)
{
    struct rating_interval *intervals = arena_take_array(arena, n + 1, sizeof *intervals);
    struct rating_place *places = arena_take_array(arena, n + 1, sizeof *places);
    bool *skip = arena_take_array(arena, n + 1, sizeof *skip);
    for (size_t i = 0; i < n; i++) {
        intervals[i] = lines[i].interval;
        skip[i] = lines[i].hidden;
    }
    rating_rank(intervals, skip, n, places);
    for (size_t i = 0; i < n; i++)
        lines[i].place = places[i];
}

enum db_result rating_report(struct db *db, struct arena *arena, const struct rating_query *query,
                             struct rating_line **lines, size_t *n, struct rating_sum *total)
{
    struct listing list = {arena, arena_take_array(arena, LINES_MOST, sizeof *list.lines), 0};
    const char *from = day_text(arena, &query->period.from), *to = day_text(arena, &query->period.to);
    struct db_value officer = db_id(query->officer), unit = db_id(query->unit);
    if (db_each(db, statements[query->by],
                DB_ARGS(db_text(from), db_text(to), officer, officer, unit, unit, db_text(query->units),
                        db_text(query->units)),
                line_row, &list) == DB_FAIL)
        return DB_FAIL;
    *total = (struct rating_sum){0};
    for (size_t i = 0; i < list.n; i++) {
        total->votes += list.lines[i].sum.votes;
        total->satisfied += list.lines[i].sum.satisfied;
        total->sum += list.lines[i].sum.sum;
    }
    lines_hide(arena, list.lines, list.n);
    qsort(list.lines, list.n, sizeof *list.lines, query->by == RATING_BY_MONTH ? by_time : by_share);
    if (query->by == RATING_BY_OFFICER)
        lines_rank(arena, list.lines, list.n);
    *lines = list.lines;
    *n = list.n;
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
