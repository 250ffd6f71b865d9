/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_odd.h"

#include <stdlib.h>
#include <string.h>

#include "model/calendar.h"
#include "model/rating_math.h"

enum { QUARTER = 15, BEFORE_END = 30, COUNTS_MOST = 200000, FOUND_MOST = 200 };

/* ---- the rule ------------------------------------------------------------------------------------- */

struct looking {
    const struct rating_count *counts;
    size_t first, end; /* those of one officer */
    double usual;      /* R */
    const struct worktime_calendar *calendar;
    struct rating_odd *found;
    size_t n, most;
};

static int day_of(const struct rating_count *count)
{
    return date_of_minute(count->quarter);
}

static double usual_rate(const struct rating_count *counts, size_t n)
{
    int64_t votes = 0, days = 0;
    for (size_t i = 0; i < n; i++) {
        votes += counts[i].votes;
        days += i == 0 || counts[i].officer != counts[i - 1].officer || day_of(&counts[i]) != day_of(&counts[i - 1]);
    }
    return days ? (double)votes / (double)(days * RATING_ODD_DAY) : 0;
}

static double own_rate(const struct looking *look, int day)
{
    int64_t votes = 0, days = 0;
    int last = DATE_DAY_MIN - 1;
    for (size_t i = look->first; i < look->end; i++) {
        int that = day_of(&look->counts[i]);
        if (that < day - RATING_ODD_DAYS || that >= day)
            continue;
        votes += look->counts[i].votes;
        days += that != last;
        last = that;
    }
    return ((double)votes + RATING_ODD_WEIGHT * look->usual) /
           (double)(days * RATING_ODD_DAY + RATING_ODD_WEIGHT);
}

/* Adds it if chance does not explain it. */
static bool judge(struct looking *look, enum rating_odd_kind kind, int64_t from, int64_t to, int64_t votes,
                  double rate)
{
    double expected = rate * (double)(to - from) / QUARTER, chance = rating_tail(votes, expected);
    if (votes < RATING_ODD_LEAST || chance >= RATING_ODD_CHANCE || look->n == look->most)
        return false;
    look->found[look->n++] = (struct rating_odd){
        kind, look->counts[look->first].officer, from, to, votes, expected, chance};
    return true;
}

/* The counts of one day stand in [first, end). */
static void shift_ends(struct looking *look, int day, size_t first, size_t end, double rate)
{
    struct worktime_day calendar_day;
    worktime_day(look->calendar, day, &calendar_day);
    for (int s = 0; s < calendar_day.count; s++) {
        int64_t from = (int64_t)day * DATE_DAY_MINUTES + calendar_day.shifts[s].to - BEFORE_END;
        int64_t to = from + RATING_ODD_SPAN * QUARTER, votes = 0;
        bool known = false;
        for (size_t i = first; i < end; i++)
            votes += look->counts[i].quarter >= from && look->counts[i].quarter < to ? look->counts[i].votes : 0;
        for (size_t i = 0; i < look->n; i++)
            known |= look->found[i].officer == look->counts[first].officer && look->found[i].from >= from &&
                     look->found[i].from < to;
        if (!known)
            judge(look, RATING_ODD_SHIFT_END, from, to, votes, rate);
    }
}

static void officer_look(struct looking *look, int first_day)
{
    for (size_t i = look->first; i < look->end;) {
        int day = day_of(&look->counts[i]);
        size_t first = i;
        double rate = day >= first_day ? own_rate(look, day) : 0;
        for (; i < look->end && day_of(&look->counts[i]) == day; i++)
            if (day >= first_day)
                judge(look, RATING_ODD_QUARTER, look->counts[i].quarter, look->counts[i].quarter + QUARTER,
                      look->counts[i].votes, rate);
        if (day >= first_day)
            shift_ends(look, day, first, i, rate);
    }
}

size_t rating_odd_find(const struct rating_count *counts, size_t n, const struct worktime_calendar *calendar,
                       int first_day, struct rating_odd *found, size_t most)
{
    struct looking look = {counts, 0, 0, usual_rate(counts, n), calendar, found, 0, most};
    while (look.end < n) {
        look.first = look.end;
        while (look.end < n && counts[look.end].officer == counts[look.first].officer)
            look.end++;
        officer_look(&look, first_day);
    }
    return look.n;
}

/* ---- from the database ------------------------------------------------------------------------------ */

struct counting {
    struct rating_count *counts;
    size_t n;
};

static bool count_row(void *context, const struct db_row *row)
{
    struct counting *c = context;
    struct civil quarter;
    if (!civil_parse(row->text[1], &quarter))
        return true;
    c->counts[c->n++] = (struct rating_count){strtoull(row->text[0], NULL, 10), civil_minute(&quarter),
                                              strtoll(row->text[2], NULL, 10)};
    return c->n < COUNTS_MOST;
}

static int latest_first(const void *left, const void *right)
{
    const struct rating_odd_named *a = left, *b = right;
    return a->odd.from == b->odd.from ? 0 : a->odd.from < b->odd.from ? 1 : -1;
}

static enum db_result name_them(struct db *db, struct arena *arena, struct rating_odd_named *items, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct db_row row;
        enum db_result found =
            db_one(db, arena, "select u.name, a.name from user u join agency a on a.id = u.agency_id where u.id = ?",
                   DB_ARGS(db_id(items[i].odd.officer)), &row);
        if (found != DB_OK)
            return DB_FAIL;
        items[i].officer = row.text[0];
        items[i].unit = row.text[1];
    }
    return DB_OK;
}

enum db_result rating_odd_list(struct db *db, struct arena *arena, const char *units, const struct civil *now,
                               struct rating_odd_named **items, size_t *n)
{
    struct worktime_calendar calendar;
    struct counting counting = {arena_take_array(arena, COUNTS_MOST, sizeof *counting.counts), 0};
    struct rating_odd *found = arena_take_array(arena, FOUND_MOST, sizeof *found);
    int first_day = civil_day(now) - RATING_ODD_PERIOD;
    char since[DATE_TEXT_MAX];
    struct civil from = civil_from_day(first_day - RATING_ODD_DAYS);
    date_format_iso(since, &from);
    if (calendar_load(db, arena, "", &calendar) != DB_OK ||
        db_each(db,
                "select r.officer_id, r.quarter, count(*) from rating r where r.quarter >= ?"
                " and r.officer_id is not null and (? is null or r.unit_id in"
                " (select s.id from json_table(?, '$[*]' columns (id int unsigned path '$')) s))"
                " group by r.officer_id, r.quarter order by r.officer_id, r.quarter",
                DB_ARGS(db_text(since), db_text(units), db_text(units)), count_row, &counting) == DB_FAIL)
        return DB_FAIL;
    *n = rating_odd_find(counting.counts, counting.n, &calendar, first_day, found, FOUND_MOST);
    *items = arena_take_array(arena, *n + 1, sizeof **items);
    for (size_t i = 0; i < *n; i++)
        (*items)[i].odd = found[i];
    qsort(*items, *n, sizeof **items, latest_first);
    return name_them(db, arena, *items, *n);
}
