/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/ratings.h"

#include <stdio.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/rating_moderate.h"
#include "model/scope.h"
#include "staff/rights.h"

#define PATH "/can-bo/danh-gia"
#define ROLES_OVER (ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_MANAGER))

enum { QUARTERS_BACK = 6, MONTHS_BACK = 6, YEARS_BACK = 2 };

const char *const ratings_bys[RATING_BYS + 1] = {"can-bo", "don-vi", "co-quan", "thu-tuc",
                                                 "nhom",   "kenh",   "thang",   NULL};

const char *const ratings_by_words[RATING_BYS] = {"officer", "unit",    "agency", "procedure",
                                                  "group",   "channel", "month"};

/* ---- what is asked for ---------------------------------------------------------------------------- */

/* Whose votes: all in the scope of whoever leads somebody, else one's own. */
static bool scope_set(struct request *rq, struct ratings_view *view)
{
    struct scope scope;
    struct civil today = clock_now();
    if (scope_load(rq->db, rq->arena, rq->who.id, &today, &scope) == DB_FAIL)
        return false;
    view->own = !(scope.roles & ROLES_OVER);
    if (view->own)
        view->query.officer = rq->who.id;
    else
        view->query.units = scope_agencies(&scope, rq->arena, ROLES_OVER);
    return true;
}

/* Of oneself only what is not about others makes sense. */
static enum rating_by by_asked(struct request *rq, bool own)
{
    enum rating_by by = own ? RATING_BY_MONTH : RATING_BY_OFFICER;
    if (input_given(rq, "theo"))
        by = (enum rating_by)input_number(rq, "theo");
    return own && by <= RATING_BY_AGENCY ? RATING_BY_MONTH : by;
}

/*
 * The day up to which votes are shown. One that has come in since the last look would be that of whoever stood there:
 * one's own appear when their month is over, those of others when their day is.
 */
static struct civil shown_until(const struct ratings_view *view)
{
    struct civil today = clock_now();
    return civil_from_day(date_day(today.year, today.month, view->own ? 1 : today.day));
}

/* The quarter of the last day that is shown. */
static const char *period_usual(struct request *rq, const struct civil *until)
{
    struct civil last = civil_from_day(civil_day(until) - 1);
    return rating_quarter_of(rq->arena, &last);
}

int ratings_read(struct request *rq, struct ratings_view *view)
{
    *view = (struct ratings_view){.period = input_text(rq, "ky")};
    if (!scope_set(rq, view))
        return page_failed(rq);
    struct civil until = shown_until(view), *to = &view->query.period.to;
    if (!*view->period)
        view->period = period_usual(rq, &until);
    if (!rating_period_read(view->period, &view->query.period))
        return page_missing(rq);
    if (civil_compare(to, &until) > 0)
        *to = until;
    view->query.by = by_asked(rq, view->own);
    if (rating_report(rq->db, rq->arena, &view->query, &view->table) == DB_FAIL)
        return page_failed(rq);
    return 0;
}

/* ---- names ---------------------------------------------------------------------------------------- */

/* "Tháng 11/2026" of "2026-11", "Quý 4/2026" of "2026-q4", "Năm 2026". */
static const char *period_name(struct request *rq, const char *period)
{
    const char *year = arena_copy_bytes(rq->arena, period, 4);
    if (strlen(period) == 4)
        return say_fill(rq, "staff_ratings.year", "year", year, NULL);
    const char *key = period[5] == 'q' ? "staff_ratings.quarter" : "staff_ratings.month";
    const char *part = period + (period[5] == 'q' ? 6 : 5);
    return say_fill(rq, key, "n", part, "year", year, NULL);
}

const char *ratings_line_name(struct request *rq, const struct ratings_view *view, const struct rating_line *line)
{
    if (view->query.by == RATING_BY_MONTH)
        return period_name(rq, line->key);
    if (view->query.by == RATING_BY_CHANNEL)
        return say_one(rq, "rating_channel", line->key);
    return *line->name ? say_either(rq, line->name, line->name_en) : say(rq, "staff_ratings.none_of_kind");
}

/* ---- the page ---------------------------------------------------------------------------------------- */

static const char *address(struct request *rq, const char *path, const char *period, const char *by)
{
    return arena_format(rq->arena, "%s%s?ky=%s&theo=%s", rq->base, path, period, by);
}

static void period_option(struct request *rq, const struct ratings_view *view, const char *period)
{
    struct data *item = data_add(rq->data, "Periods");
    data_set(item, "Value", period);
    data_set(item, "Text", period_name(rq, period));
    data_set_flag(item, "Current", strcmp(period, view->period) == 0);
}

/* The last quarters, months and years, and the one that is shown if it is another. */
static void periods_fill(struct request *rq, const struct ratings_view *view)
{
    struct civil today = clock_now();
    int first = date_day(today.year, today.month, 1);
    bool shown = false;
    for (int i = 0; i < QUARTERS_BACK; i++) {
        struct civil day = civil_from_day(date_add_months(first, -3 * i));
        period_option(rq, view, rating_quarter_of(rq->arena, &day));
    }
    for (int i = 0; i < MONTHS_BACK; i++) {
        struct civil day = civil_from_day(date_add_months(first, -i));
        period_option(rq, view, arena_format(rq->arena, "%04d-%02d", day.year, day.month));
    }
    for (int i = 0; i < YEARS_BACK; i++)
        period_option(rq, view, arena_format(rq->arena, "%04d", today.year - i));
    for (int i = 0; !shown && i < QUARTERS_BACK + MONTHS_BACK + YEARS_BACK; i++)
        shown = data_has(rq->data, arena_format(rq->arena, "Periods.%d.Current", i));
    if (!shown)
        period_option(rq, view, view->period);
}

static void tabs_fill(struct request *rq, const struct ratings_view *view)
{
    for (int by = 0; by < RATING_BYS; by++) {
        if (view->own && by <= RATING_BY_AGENCY)
            continue;
        struct data *tab = data_add(rq->data, "Tabs");
        data_set(tab, "Href", address(rq, PATH, view->period, ratings_bys[by]));
        data_set(tab, "Text", say_one(rq, "rating_by", ratings_by_words[by]));
        data_set_flag(tab, "Current", by == (int)view->query.by);
    }
}

static void line_fill(struct request *rq, const struct ratings_view *view, const struct rating_line *line)
{
    struct data *row = data_add(rq->data, "Lines");
    data_set(row, "Name", ratings_line_name(rq, view, line));
    data_set_flag(row, "Few", line->few);
    data_set_flag(row, "Hidden", rating_line_hidden(line));
    if (rating_line_hidden(line))
        return;
    data_set_flag(row, "Carried", line->carried);
    rating_sum_fill(rq, row, &line->sum);
    if (line->place.first)
        data_format(row, "Place", line->place.first == line->place.last ? "%d" : "%d–%d", line->place.first,
                    line->place.last);
}

static bool reasons_fill(struct request *rq, const struct ratings_view *view)
{
    int64_t counts[RATING_REASONS];
    struct rating_query counted = view->query;
    counted.period = view->table.counted;
    if (rating_report_reasons(rq->db, rq->arena, &counted, counts) == DB_FAIL)
        return false;
    for (size_t i = 0; i < RATING_REASONS; i++) {
        struct data *row = data_add(rq->data, "Reasons");
        data_set(row, "Text", say_one(rq, "rating_reason", rating_reasons[i]));
        data_set_number(row, "N", counts[i]);
    }
    return true;
}

/* Points over the months of the lines, 100 at the top; where a month is hidden there is a gap. */
static void chart_fill(struct request *rq, const struct ratings_view *view)
{
    enum { LEFT = 40, STEP = 48, TOP = 10, HIGH = 150 };
    for (size_t i = 0; i < view->table.n; i++) {
        const struct rating_line *line = &view->table.lines[i];
        double x = LEFT + STEP * ((double)i + 0.5);
        struct data *month = data_add(rq->data, "Chart.Months");
        data_format(month, "X", "%.1f", x);
        data_set(month, "Text", line->key + 5);
        if (rating_line_hidden(line))
            continue;
        data_format(month, "Y", "%.1f", TOP + HIGH * (1 - line->interval.share));
        data_format(month, "High", "%.1f", TOP + HIGH * (1 - line->interval.high));
        data_format(month, "Low", "%.1f", TOP + HIGH * (1 - line->interval.low));
    }
    data_format(rq->data, "Chart.Width", "%d", LEFT + STEP * (int)view->table.n + 10);
}

static bool words_fill(struct request *rq, const struct ratings_view *view)
{
    struct rating_query counted = view->query;
    counted.period = view->table.counted;
    return rating_words_shown(rq->db, rq->data, "Words", &counted) != DB_FAIL;
}

int ratings_page(struct request *rq)
{
    struct ratings_view view;
    int answer = ratings_read(rq, &view);
    if (answer)
        return answer;
    bool enough = view.table.total.votes > 0;
    periods_fill(rq, &view);
    tabs_fill(rq, &view);
    for (size_t i = 0; i < view.table.n; i++)
        line_fill(rq, &view, &view.table.lines[i]);
    if (enough)
        rating_sum_fill(rq, data_at(rq->data, "Total"), &view.table.total);
    if (enough && view.query.by == RATING_BY_MONTH && view.table.n > 1)
        chart_fill(rq, &view);
    if (enough && (!reasons_fill(rq, &view) || !words_fill(rq, &view)))
        return page_failed(rq);
    data_set_flag(rq->data, "Ratings.Own", view.own);
    data_set_flag(rq->data, "Ratings.Carried", view.table.carried);
    data_set_flag(rq->data, "Ratings.Officers", view.query.by == RATING_BY_OFFICER);
    data_set(rq->data, "Ratings.By", ratings_bys[view.query.by]);
    data_set(rq->data, "Ratings.ByText", say_one(rq, "rating_by", ratings_by_words[view.query.by]));
    data_set(rq->data, "Ratings.Period", period_name(rq, view.period));
    data_format(rq->data, "Ratings.Action", "%s" PATH, rq->base);
    data_set(rq->data, "Ratings.CsvHref", address(rq, PATH ".csv", view.period, ratings_bys[view.query.by]));
    if (right_held(rq, RIGHT_SUPERVISE)) {
        data_format(rq->data, "Ratings.WordsHref", "%s" PATH "/y-kien", rq->base);
        data_format(rq->data, "Ratings.OddHref", "%s" PATH "/bat-thuong", rq->base);
    }
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    return page_show(rq, "staff/ratings.cs", "staff_ratings");
}
