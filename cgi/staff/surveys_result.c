/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What a survey says, as a page and as a table for spreadsheets.
 */
#include <string.h>

#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/rating_words.h"
#include "model/survey_result.h"
#include "staff/csv.h"
#include "staff/surveys.h"

const char *const surveys_channels[] = {"web", "service", NULL};

static bool enough(int64_t people)
{
    return people >= RATING_FEWEST;
}

/* Of a channel, if what is left of all of them cannot be worked out either. */
static bool shown(int64_t people, int64_t all)
{
    return enough(people) && (people == all || enough(all - people));
}

static void index_put(struct request *rq, const char *list, const struct survey_index *index,
                      const struct survey_index *all, const char *name)
{
    bool few = !shown(index->people, all->people);
    struct data *row = data_add(rq->data, list);
    data_set(row, "Name", name);
    data_set_flag(row, "Few", few);
    if (few)
        return;
    data_set(row, "People", rating_count_text(rq, index->people));
    data_set(row, "Answers", rating_count_text(rq, index->answers));
    rating_interval_fill(rq, row, &index->interval);
}

static void tally_put(struct request *rq, const struct survey_tally *tally, const struct survey_tally *all)
{
    bool few = !shown(tally->people, all->people);
    const struct survey_question *q = tally->question;
    struct data *row = data_add(rq->data, "Tallies");
    data_set_number(row, "N", q->position);
    data_set(row, "Text", say_either(rq, q->text, q->text_en));
    data_set(row, "Kind", survey_kind_names[q->kind]);
    data_set_flag(row, "Few", few);
    if (few)
        return;
    data_set(row, "People", rating_count_text(rq, tally->people));
    if (q->kind == SURVEY_SCALE_KIND) {
        struct rating_interval interval = rating_wilson(tally->good, tally->people);
        rating_interval_fill(rq, row, &interval);
    }
    for (size_t k = 0; k < q->n; k++) {
        struct data *choice = data_add(row, "Choices");
        data_set(choice, "Text", say_either(rq, q->choices[k].text, q->choices[k].text_en));
        data_set(choice, "N", rating_count_text(rq, tally->counts[k]));
        data_set(choice, "Share", rating_percent(rq, (double)tally->counts[k] / (double)tally->people));
        data_format(choice, "Wide", "%.1f", 100 * (double)tally->counts[k] / (double)tally->people);
    }
}

static void channels_put(struct request *rq, const char *chosen)
{
    static const char *const all[] = {"", "service", "web"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct data *tab = data_add(rq->data, "Tabs");
        data_format(tab, "Href", "%s%s%s%s", rq->base, surveys_path(rq, ""), *all[i] ? "?kenh=" : "", all[i]);
        data_set(tab, "Text", say_one(rq, "survey_channel", *all[i] ? all[i] : "all"));
        data_set_flag(tab, "Current", strcmp(all[i], chosen) == 0);
    }
}

/* What one channel says, and what all do. */
static bool results_read(struct request *rq, const struct survey *survey, struct survey_result *result,
                         struct survey_result *all)
{
    const char *channel = input_text(rq, "kenh");
    if (survey_result(rq->db, rq->arena, survey, "", 0, all) == DB_FAIL)
        return false;
    *result = *all;
    return !*channel || survey_result(rq->db, rq->arena, survey, channel, 0, result) != DB_FAIL;
}

int surveys_results(struct request *rq, const struct survey *survey)
{
    struct survey_result result, all;
    const char *channel = input_text(rq, "kenh");
    if (!results_read(rq, survey, &result, &all))
        return page_failed(rq);
    bool few = !shown(result.replies, all.replies);
    channels_put(rq, channel);
    data_set(rq->data, "Result.Replies", rating_count_text(rq, result.replies));
    data_set(rq->data, "Result.Served", rating_count_text(rq, result.served));
    data_set_flag(rq->data, "Result.Few", few);
    data_format(rq->data, "Result.CsvHref", "%s%s%s%s", rq->base, surveys_path(rq, "/ket-qua.csv"),
                *channel ? "?kenh=" : "", channel);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    int status = data_has(rq->data, "Survey.Moved") ? 409 : 200;
    if (few)
        return page_show_status(rq, status, "staff/survey_result.cs", "staff_survey");
    for (int f = 0; f < SURVEY_OTHER; f++)
        if (result.indexes[f].answers)
            index_put(rq, "Indexes", &result.indexes[f], &all.indexes[f],
                      say_one(rq, "survey_factor", survey_factor_names[f]));
    index_put(rq, "Indexes", &result.whole, &all.whole, say(rq, "staff_survey.whole"));
    for (size_t i = 0; i < survey->n; i++)
        if (survey->questions[i].kind != SURVEY_WORDS)
            tally_put(rq, &result.tallies[i], &all.tallies[i]);
    if (survey_words(rq->db, rq->data, "Words", survey, channel, 0) == DB_FAIL)
        return page_failed(rq);
    return page_show_status(rq, status, "staff/survey_result.cs", "staff_survey");
}

/* ---- the table ---------------------------------------------------------------------------------------- */

static void row_write(struct request *rq, struct csv *csv, const struct survey_tally *tally,
                      const struct survey_tally *all)
{
    const struct survey_question *q = tally->question;
    csv_number(csv, q->position);
    csv_text(csv, say_one(rq, "survey_factor", survey_factor_names[q->factor]));
    csv_text(csv, q->text);
    if (!shown(tally->people, all->people)) {
        csv_text(csv, say(rq, "staff_ratings.few"));
        csv_line(csv);
        return;
    }
    csv_number(csv, tally->people);
    csv_number(csv, tally->good);
    for (size_t k = 0; k < q->n; k++)
        csv_number(csv, tally->counts[k]);
    csv_line(csv);
}

int surveys_csv(struct request *rq)
{
    struct survey survey;
    struct survey_result result, all;
    struct csv csv;
    static const char *const heads[] = {"n", "factor", "text", "people", "good", "answers"};
    int answer = surveys_need(rq, &survey);
    if (answer)
        return answer;
    if (!results_read(rq, &survey, &result, &all))
        return page_failed(rq);
    csv_begin(&csv);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        csv_text(&csv, say_one(rq, "survey_csv", heads[i]));
    csv_line(&csv);
    for (size_t i = 0; i < survey.n && shown(result.replies, all.replies); i++)
        if (survey.questions[i].kind != SURVEY_WORDS)
            row_write(rq, &csv, &result.tallies[i], &all.tallies[i]);
    return csv_end(rq, &csv, arena_format(rq->arena, "khao-sat-%s.csv", survey.code));
}
