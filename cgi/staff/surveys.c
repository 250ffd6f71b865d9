/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/surveys.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/audit.h"
#include "staff/sign_in_inside.h"

#define PATH "/can-bo/khao-sat"
enum { DAYS_MOST = 400 };

const char *surveys_path(struct request *rq, const char *more)
{
    return arena_format(rq->arena, PATH "/%s%s", input_text(rq, "ma"), more);
}

int surveys_need(struct request *rq, struct survey *survey)
{
    enum db_result found = survey_read(rq->db, rq->arena, input_text(rq, "ma"), survey);
    return found == DB_OK ? 0 : found == DB_NONE ? page_missing(rq) : page_failed(rq);
}

static enum db_result note(struct request *rq, const char *type, const char *code)
{
    const struct audit_entry entry = {.user = rq->who.id, .type = type,
                                      .subject = arena_format(rq->arena, "survey %s", code), .note = ""};
    return audit_add(rq->db, &entry);
}

/* Somebody else was faster: the survey as it is now, with a word. */
static int moved(struct request *rq)
{
    data_set_flag(rq->data, "Survey.Moved", true);
    return surveys_page(rq);
}

int surveys_after(struct request *rq, enum survey_verdict verdict)
{
    switch (verdict) {
    case SURVEY_DONE:
        return page_go(rq, "%s", surveys_path(rq, ""));
    case SURVEY_MOVED:
    case SURVEY_EMPTY:
    case SURVEY_FULL:
        return moved(rq);
    case SURVEY_TAKEN:
    case SURVEY_FAIL:
        break;
    }
    return page_failed(rq);
}

/* ---- all ------------------------------------------------------------------------------------------- */

static void day_put(struct data *node, const char *name, const char *iso)
{
    struct civil day;
    char text[DATE_TEXT_MAX];
    data_set(node, name, civil_parse(iso, &day) ? date_format_day(text, &day) : "");
}

static int list_show(struct request *rq, int status)
{
    if (survey_list(rq->db, rq->data, "Surveys") == DB_FAIL)
        return page_failed(rq);
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Surveys.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.Code", name)))
            break;
        struct data *survey = data_at(rq->data, name);
        data_format(survey, "Href", "%s" PATH "/%s", rq->base, data_get(survey, "Code"));
        day_put(survey, "From", data_get(survey, "FromDay"));
        day_put(survey, "To", data_get(survey, "ToDay"));
        data_set(survey, "StateText", say_one(rq, "survey_state", data_get(survey, "State")));
    }
    form_fields(rq, "ma ten tu den theo");
    page_form(rq, data_at(rq->data, "Begin"), PATH);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    return page_show_status(rq, status, "staff/surveys.cs", "staff_surveys");
}

int surveys_list(struct request *rq)
{
    return list_show(rq, rq->again ? rq->again : 200);
}

/* The days make sense; what does not stands at the fields. */
static bool days_read(struct request *rq, struct survey_head *head)
{
    input_date(rq, "tu", &head->from);
    input_date(rq, "den", &head->to);
    if (civil_day(&head->to) < civil_day(&head->from))
        input_refuse(rq, "den", "date_before");
    else if (civil_day(&head->to) - civil_day(&head->from) > DAYS_MOST)
        input_refuse(rq, "den", "survey_long");
    return !input_refused(rq);
}

int surveys_begin(struct request *rq)
{
    const char *code = input_text(rq, "ma");
    struct civil now = clock_now();
    struct survey_head head = {.title = input_text(rq, "ten"), .title_en = "", .intro = "", .intro_en = ""};
    if (!days_read(rq, &head))
        return list_show(rq, 422);
    enum survey_verdict verdict = survey_begin(rq->db, code, &head, input_text(rq, "theo"), rq->who.id, &now);
    if (verdict == SURVEY_TAKEN) {
        db_rollback(rq->db);
        input_refuse(rq, "ma", "survey_taken");
        return list_show(rq, 422);
    }
    if (verdict != SURVEY_DONE || note(rq, "survey_begun", code) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, PATH "/%s", code);
}

/* ---- one ---------------------------------------------------------------------------------------------- */

static void value_put(struct request *rq, const char *field, const char *value)
{
    if (!rq->again)
        data_set(rq->data, arena_format(rq->arena, "Form.%s.Value", field), value);
}

static void head_put(struct request *rq, const struct survey *survey)
{
    char day[DATE_TEXT_MAX];
    form_fields(rq, "ten tenen loi loien tu den");
    value_put(rq, "ten", survey->title);
    value_put(rq, "tenen", survey->title_en);
    value_put(rq, "loi", survey->intro);
    value_put(rq, "loien", survey->intro_en);
    value_put(rq, "tu", date_format_day(day, &survey->from));
    value_put(rq, "den", date_format_day(day, &survey->to));
}

static void questions_put(struct request *rq, const struct survey *survey)
{
    for (size_t i = 0; i < survey->n; i++) {
        const struct survey_question *q = &survey->questions[i];
        struct data *node = data_add(rq->data, "Questions");
        data_set_number(node, "N", q->position);
        data_set(node, "Text", q->text);
        data_set(node, "FactorText", say_one(rq, "survey_factor", survey_factor_names[q->factor]));
        data_set(node, "KindText", say_one(rq, "survey_kind", survey_kind_names[q->kind]));
        data_set_flag(node, "Needed", q->needed);
        data_format(node, "Href", "%s%s", rq->base,
                    surveys_path(rq, arena_format(rq->arena, "/cau-hoi/%d", q->position)));
    }
}

static void survey_put(struct request *rq, const struct survey *survey)
{
    data_set(rq->data, "Survey.Code", survey->code);
    data_set(rq->data, "Survey.Title", survey->title);
    data_set(rq->data, "Survey.State", survey->state);
    data_set(rq->data, "Survey.StateText", say_one(rq, "survey_state", survey->state));
    data_set_number(rq->data, "Survey.Version", survey->version);
    data_format(rq->data, "Survey.Back", "%s" PATH, rq->base);
    data_set(rq->data, "Page.Title", survey->title);
}

int surveys_page(struct request *rq)
{
    struct survey survey;
    int answer = surveys_need(rq, &survey);
    if (answer)
        return answer;
    survey_put(rq, &survey);
    if (strcmp(survey.state, "draft") != 0) {
        page_form(rq, data_at(rq->data, "Survey.Close"), surveys_path(rq, "/dong"));
        return surveys_results(rq, &survey);
    }
    head_put(rq, &survey);
    questions_put(rq, &survey);
    page_form(rq, data_at(rq->data, "Survey.Head"), surveys_path(rq, ""));
    page_form(rq, data_at(rq->data, "Survey.Open"), surveys_path(rq, "/mo"));
    data_format(rq->data, "Survey.AddHref", "%s%s", rq->base, surveys_path(rq, "/cau-hoi/0"));
    int status = data_has(rq->data, "Survey.Moved") ? 409 : rq->again ? rq->again : 200;
    return page_show_status(rq, status, "staff/survey.cs", "staff_survey");
}

int surveys_save(struct request *rq)
{
    struct survey survey;
    struct survey_head head = {input_text(rq, "ten"), input_text(rq, "tenen"), input_text(rq, "loi"),
                               input_text(rq, "loien"), {0}, {0}};
    int answer = surveys_need(rq, &survey);
    if (answer)
        return answer;
    if (!days_read(rq, &head)) {
        rq->again = 422;
        answer = surveys_page(rq);
        rq->again = 0;
        return answer;
    }
    return surveys_after(rq, survey_head_save(rq->db, &survey, (unsigned)input_number(rq, "phien"), &head));
}

static int state_change(struct request *rq,
                        enum survey_verdict (*change)(struct db *, const struct survey *, unsigned), const char *type)
{
    struct survey survey;
    int answer = surveys_need(rq, &survey);
    if (answer)
        return answer;
    enum survey_verdict verdict = change(rq->db, &survey, (unsigned)input_number(rq, "phien"));
    if (verdict == SURVEY_DONE && note(rq, type, survey.code) == DB_FAIL)
        return page_failed(rq);
    return surveys_after(rq, verdict);
}

int surveys_open(struct request *rq)
{
    return state_change(rq, survey_open, "survey_opened");
}

int surveys_close(struct request *rq)
{
    return state_change(rq, survey_close, "survey_closed");
}
