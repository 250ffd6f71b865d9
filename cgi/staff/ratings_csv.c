/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The lines of the page as a table for spreadsheets: UTF-8 with a mark, commas, points in numbers.
 */
#include <string.h>

#include "lib/limits.h"
#include "lib/page.h"
#include "lib/say.h"
#include "staff/ratings.h"

/* In quotes; what a spreadsheet would take for a formula gets an apostrophe first. */
static void cell(struct buffer *out, const char *text)
{
    buffer_text(out, "\"");
    if (*text && strchr("=+-@\t", *text))
        buffer_text(out, "'");
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            buffer_text(out, "\"");
        buffer_add(out, at, 1);
    }
    buffer_text(out, "\"");
}

static void head(struct request *rq, struct buffer *out, const struct ratings_view *view)
{
    static const char *const keys[] = {"votes", "share", "low", "high", "mean", "place"};
    buffer_text(out, "\xef\xbb\xbf");
    cell(out, say_one(rq, "rating_by", ratings_by_words[view->query.by]));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        buffer_text(out, ",");
        cell(out, say_one(rq, "ratings_csv", keys[i]));
    }
    buffer_text(out, "\r\n");
}

static void line_write(struct request *rq, struct buffer *out, const struct ratings_view *view,
                       const struct rating_line *line)
{
    cell(out, ratings_line_name(rq, view, line));
    if (line->hidden) {
        buffer_text(out, ",");
        cell(out, say(rq, line->sum.votes < RATING_FEWEST ? "staff_ratings.few" : "staff_ratings.hidden"));
        buffer_text(out, ",,,,,\r\n");
        return;
    }
    buffer_format(out, ",%lld,%.4f,%.4f,%.4f,%.3f,", (long long)line->sum.votes, line->interval.share,
                  line->interval.low, line->interval.high, (double)line->sum.sum / (double)line->sum.votes);
    if (line->place.first)
        cell(out, arena_format(rq->arena, line->place.first == line->place.last ? "%d" : "%d–%d", line->place.first,
                               line->place.last));
    buffer_text(out, "\r\n");
}

int ratings_csv(struct request *rq)
{
    struct ratings_view view;
    struct buffer out;
    int answer = ratings_read(rq, &view);
    if (answer)
        return answer;
    buffer_init(&out, LIMIT_PAGE);
    head(rq, &out, &view);
    for (size_t i = 0; i < view.n; i++)
        line_write(rq, &out, &view, &view.lines[i]);
    answer = page_bytes(rq, "text/csv; charset=utf-8", out.bytes, out.length,
                        arena_format(rq->arena, "danh-gia-%s-%s.csv", view.period, ratings_bys[view.query.by]));
    buffer_release(&out);
    return answer;
}
