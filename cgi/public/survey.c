/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/survey.h"

#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "public/public.h"

#define PATH "/khao-sat"

static const char *field_of(struct request *rq, size_t i)
{
    return arena_format(rq->arena, "c%zu", i + 1);
}

/* ---- the form -------------------------------------------------------------------------------------- */

static void choices_fill(struct request *rq, struct data *node, const struct survey_question *q, const char *given)
{
    for (size_t i = 0; i < q->n; i++) {
        struct data *choice = data_add(node, "Choices");
        const char *value = arena_format(rq->arena, "%d", q->choices[i].value);
        data_set(choice, "Value", value);
        put_text(rq, choice, "Text", q->choices[i].text, q->choices[i].text_en);
        data_set_flag(choice, "Checked", strcmp(value, given) == 0);
    }
}

static void questions_fill(struct request *rq, const struct survey *survey)
{
    for (size_t i = 0; i < survey->n; i++) {
        const struct survey_question *q = &survey->questions[i];
        const char *field = field_of(rq, i), *given = input_text(rq, field);
        struct data *node = data_add(rq->data, "Questions");
        data_set(node, "Field", field);
        data_set_number(node, "N", (long long)i + 1);
        data_set(node, "Kind", survey_kind_names[q->kind]);
        put_text(rq, node, "Text", q->text, q->text_en);
        data_set_flag(node, "Needed", q->needed);
        data_set(node, "Value", given);
        data_set(node, "Error", data_get(rq->data, arena_format(rq->arena, "Form.%s.Error", field)));
        if (i == 0 || survey->questions[i - 1].factor != q->factor)
            data_set(node, "Factor", say_one(rq, "survey_factor", survey_factor_names[q->factor]));
        choices_fill(rq, node, q, given);
    }
}

static bool agencies_fill(struct request *rq)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    if (!catalogue)
        return false;
    struct data *none = data_add(rq->data, "Agencies");
    data_set(none, "Value", "");
    data_set(none, "Text", say(rq, "survey.any_agency"));
    for (uint32_t i = 0; i < catalogue->n_agencies; i++) {
        const struct catalogue_agency *agency = &catalogue->agencies[i];
        if (agency->procedures.n == 0 || strcmp(agency->kind, "unit") == 0 || strcmp(agency->kind, "generic") == 0)
            continue;
        struct data *item = data_add(rq->data, "Agencies");
        data_set(item, "Value", agency->code);
        data_set(item, "Text", in_english(rq) && *agency->name_en ? agency->name_en : agency->name);
    }
    return true;
}

static int show(struct request *rq, const struct survey *survey, int status)
{
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    if (!survey)
        return page_show_status(rq, status, "public/survey_none.cs", "survey");
    if (!agencies_fill(rq))
        return page_failed(rq);
    put_text(rq, rq->data, "Survey.Title", survey->title, survey->title_en);
    put_text(rq, rq->data, "Survey.Intro", survey->intro, survey->intro_en);
    data_set(rq->data, "Survey.Until", say_day(rq, &survey->to));
    data_set(rq->data, "Survey.Slip", input_text(rq, "phieu"));
    data_set(rq->data, "Survey.Code", survey->code);
    questions_fill(rq, survey);
    page_form(rq, data_at(rq->data, "Survey"), PATH);
    return page_show_status(rq, status, "public/survey.cs", "survey");
}

int survey_page(struct request *rq)
{
    struct survey survey;
    struct civil today = clock_now();
    data_set_flag(rq->data, "Thanks", input_number(rq, "xong") > 0);
    if (input_number(rq, "xong"))
        return show(rq, NULL, 200);
    enum db_result found = survey_current(rq->db, rq->arena, &today, &survey);
    if (found == DB_FAIL)
        return page_failed(rq);
    return show(rq, found == DB_OK ? &survey : NULL, rq->again ? rq->again : 200);
}

/* ---- the answers ------------------------------------------------------------------------------------- */

static bool offered(const struct survey_question *q, int value)
{
    for (size_t i = 0; i < q->n; i++)
        if (q->choices[i].value == value)
            return true;
    return false;
}

/* What was answered, of all questions; findings stand at the fields. */
static size_t answers_read(struct request *rq, const struct survey *survey, struct survey_answer *answers)
{
    size_t n = 0;
    for (size_t i = 0; i < survey->n; i++) {
        const struct survey_question *q = &survey->questions[i];
        const char *field = field_of(rq, i), *given = input_text(rq, field);
        int value = q->kind == SURVEY_WORDS ? 0 : (int)strtol(given, NULL, 10);
        if (!*given && q->needed)
            input_refuse(rq, field, "survey_needed");
        if (!*given)
            continue;
        if (q->kind != SURVEY_WORDS && !offered(q, value)) {
            input_refuse(rq, field, "not_choice");
            continue;
        }
        answers[n++] = (struct survey_answer){q, value, q->kind == SURVEY_WORDS ? given : ""};
    }
    if (n == 0 && !input_refused(rq))
        input_refuse(rq, field_of(rq, 0), "survey_empty");
    return n;
}

/* The service the address is of, if it is one; an address that is none counts as no address. */
static enum db_result service_read(struct request *rq, const struct civil *now, struct rated_service *service)
{
    struct rated what;
    if (!rating_token_read(input_text(rq, "phieu"), &what))
        return DB_NONE;
    switch (rating_service(rq->db, rq->arena, what, now, service)) {
    case RATING_FAIL:
        return DB_FAIL;
    case RATING_OPEN:
    case RATING_USED: /* by a vote; the survey has its own mark */
        return DB_OK;
    case RATING_UNKNOWN:
    case RATING_UNFINISHED:
    case RATING_EXPIRED:
        break;
    }
    return DB_NONE;
}

static uint64_t agency_chosen(struct request *rq)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    const char *code = input_text(rq, "co-quan");
    for (uint32_t i = 0; catalogue && *code && i < catalogue->n_agencies; i++)
        if (strcmp(catalogue->agencies[i].code, code) == 0)
            return catalogue->agencies[i].id;
    return 0;
}

int survey_post(struct request *rq)
{
    struct survey survey;
    struct rated_service service;
    struct civil today = clock_now();
    enum db_result found = survey_current(rq->db, rq->arena, &today, &survey);
    if (found == DB_FAIL)
        return page_failed(rq);
    if (found == DB_NONE || strcmp(survey.code, input_text(rq, "ky")) != 0)
        return show(rq, found == DB_OK ? &survey : NULL, 409); /* another period began while it was filled in */
    struct survey_answer *answers = arena_take_array(rq->arena, survey.n + 1, sizeof *answers);
    size_t n = answers_read(rq, &survey, answers);
    if (input_refused(rq))
        return show(rq, &survey, 422);
    enum db_result served = service_read(rq, &today, &service);
    if (served == DB_FAIL)
        return page_failed(rq);
    enum db_result done = survey_reply(rq->db, rq->arena, &survey, answers, n, served == DB_OK ? &service : NULL,
                                       agency_chosen(rq), &today);
    if (done == DB_FAIL)
        return page_failed(rq);
    if (done == DB_NONE) {
        data_set_flag(rq->data, "Survey.Again", true);
        return show(rq, NULL, 409);
    }
    return page_go(rq, PATH "?xong=1");
}
