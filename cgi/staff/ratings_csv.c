/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The lines of the page as a table for spreadsheets.
 */
#include "lib/say.h"
#include "staff/csv.h"
#include "staff/ratings.h"

static void head(struct request *rq, struct csv *csv, const struct ratings_view *view)
{
    static const char *const keys[] = {"votes", "share", "low", "high", "mean", "place", "note"};
    csv_text(csv, say_one(rq, "rating_by", ratings_by_words[view->query.by]));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        csv_text(csv, say_one(rq, "ratings_csv", keys[i]));
    csv_line(csv);
}

/* Why there are no figures, and a cell for each that is not there. */
static void hidden_write(struct request *rq, struct csv *csv, const struct rating_line *line)
{
    csv_text(csv, say(rq, line->few ? "staff_ratings.few" : "staff_ratings.hidden"));
    for (int i = 0; i < 6; i++)
        csv_empty(csv);
}

static void figures_write(struct request *rq, struct csv *csv, const struct rating_line *line)
{
    csv_number(csv, line->sum.votes);
    csv_decimal(csv, line->interval.share, 4);
    csv_decimal(csv, line->interval.low, 4);
    csv_decimal(csv, line->interval.high, 4);
    csv_decimal(csv, (double)line->sum.sum / (double)line->sum.votes, 3);
    if (line->place.first)
        csv_text(csv, arena_format(rq->arena, line->place.first == line->place.last ? "%d" : "%d–%d",
                                   line->place.first, line->place.last));
    else
        csv_empty(csv);
    csv_text(csv, line->carried ? say(rq, "ratings_csv.carried") : "");
}

int ratings_csv(struct request *rq)
{
    struct ratings_view view;
    struct csv csv;
    int answer = ratings_read(rq, &view);
    if (answer)
        return answer;
    csv_begin(&csv);
    head(rq, &csv, &view);
    for (size_t i = 0; i < view.table.n; i++) {
        const struct rating_line *line = &view.table.lines[i];
        csv_text(&csv, ratings_line_name(rq, &view, line));
        if (rating_line_hidden(line))
            hidden_write(rq, &csv, line);
        else
            figures_write(rq, &csv, line);
        csv_line(&csv);
    }
    return csv_end(rq, &csv, arena_format(rq->arena, "danh-gia-%s-%s.csv", view.period, ratings_bys[view.query.by]));
}
