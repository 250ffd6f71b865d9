/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * One question of a draft: its text, its factor, and the answers it offers, one a line: "Hài lòng | Satisfied".
 */
#include <string.h>

#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/words.h"
#include "staff/sign_in_inside.h"
#include "staff/surveys.h"

/* 0: it is there, or a new one is wanted (*question NULL); else the handler's answer. */
static int question_need(struct request *rq, struct survey *survey, const struct survey_question **question)
{
    int answer = surveys_need(rq, survey);
    int64_t wanted = input_number(rq, "so");
    *question = NULL;
    if (answer)
        return answer;
    for (size_t i = 0; i < survey->n; i++)
        if (survey->questions[i].position == wanted)
            *question = &survey->questions[i];
    bool draft = strcmp(survey->state, "draft") == 0;
    return draft && (*question || wanted == 0) ? 0 : page_missing(rq);
}

/* ---- the form -------------------------------------------------------------------------------------- */

static void options_put(struct request *rq, const char *list, const char *section, const char *const *names)
{
    for (size_t i = 0; names[i]; i++) {
        struct data *item = data_add(rq->data, list);
        data_set(item, "Value", names[i]);
        data_set(item, "Text", say_one(rq, section, names[i]));
    }
}

static const char *choices_text(struct request *rq, const struct survey_question *q)
{
    const char *text = "";
    for (size_t i = 0; i < q->n; i++)
        text = arena_format(rq->arena, "%s%s%s%s%s", text, i ? "\n" : "", q->choices[i].text,
                            *q->choices[i].text_en ? " | " : "", q->choices[i].text_en);
    return text;
}

/* The five words of the tablet in both languages. */
static const char *usual_scale(struct request *rq)
{
    const char *text = "";
    for (int score = SURVEY_SCALE; score >= 1; score--) {
        const char *key = arena_format(rq->arena, "T.rating_score.s%d", score);
        text = arena_format(rq->arena, "%s%s%s | %s", text, *text ? "\n" : "", data_get(words_of("vi"), key),
                            data_get(words_of("en"), key));
    }
    return text;
}

static void values_put(struct request *rq, const struct survey *survey, const struct survey_question *q)
{
    const struct survey_question fresh = {.position = (int)survey->n + 1, .text = "", .text_en = ""};
    const char *choices = q ? choices_text(rq, q) : usual_scale(rq);
    q = q ? q : &fresh;
    const struct {
        const char *field, *value;
    } values[] = {
        {"noidung", q->text},
        {"noidungen", q->text_en},
        {"yeuto", survey_factor_names[q->factor]},
        {"kieu", survey_kind_names[q->kind]},
        {"batbuoc", q->needed ? "1" : ""},
        {"vitri", arena_format(rq->arena, "%d", q->position)},
        {"traloi", choices},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        data_set(rq->data, arena_format(rq->arena, "Form.%s.Value", values[i].field), values[i].value);
}

static int show(struct request *rq, const struct survey *survey, const struct survey_question *q, int status)
{
    form_fields(rq, "noidung noidungen yeuto kieu batbuoc vitri traloi");
    if (status == 200)
        values_put(rq, survey, q);
    const char *so = arena_format(rq->arena, "/cau-hoi/%lld", (long long)input_number(rq, "so"));
    options_put(rq, "Choices.Factor", "survey_factor", survey_factor_names);
    options_put(rq, "Choices.Kind", "survey_kind", survey_kind_names);
    data_set_number(rq->data, "Survey.Version", survey->version);
    data_set(rq->data, "Survey.Title", survey->title);
    data_format(rq->data, "Survey.Back", "%s%s", rq->base, surveys_path(rq, ""));
    page_form(rq, data_at(rq->data, "Question"), surveys_path(rq, so));
    if (q)
        page_form(rq, data_at(rq->data, "Question.Drop"), surveys_path(rq, arena_format(rq->arena, "%s/xoa", so)));
    return page_show_status(rq, status, "staff/survey_question.cs", "staff_survey_question");
}

int surveys_question(struct request *rq)
{
    struct survey survey;
    const struct survey_question *q;
    int answer = question_need(rq, &survey, &q);
    return answer ? answer : show(rq, &survey, q, rq->again ? rq->again : 200);
}

/* ---- saving ------------------------------------------------------------------------------------------ */

static const char *trimmed(struct arena *arena, const char *from, size_t n)
{
    while (n > 0 && *from == ' ') {
        from++;
        n--;
    }
    while (n > 0 && from[n - 1] == ' ')
        n--;
    return arena_copy_bytes(arena, from, n);
}

/* The lines as answers; of a scale the first is the best. */
static void choices_read(struct request *rq, struct survey_question *q)
{
    const char *at = input_text(rq, "traloi");
    q->choices = arena_take_array(rq->arena, SURVEY_CHOICES_MAX, sizeof *q->choices);
    while (*at) {
        size_t n = strcspn(at, "\n"), first = strcspn(at, "|\n");
        const char *text = trimmed(rq->arena, at, first);
        if (*text && q->n == SURVEY_CHOICES_MAX) {
            input_refuse(rq, "traloi", "survey_choices_many");
            return;
        }
        if (*text)
            q->choices[q->n++] = (struct survey_choice){
                .text = text, .text_en = first < n ? trimmed(rq->arena, at + first + 1, n - first - 1) : ""};
        at += n + (at[n] == '\n');
    }
    for (size_t i = 0; i < q->n; i++)
        q->choices[i].value = (int)(q->kind == SURVEY_SCALE_KIND ? q->n - i : i + 1);
    if (q->kind == SURVEY_SCALE_KIND && q->n != SURVEY_SCALE)
        input_refuse(rq, "traloi", "survey_scale_five");
    else if (q->kind == SURVEY_CHOICE && q->n < 2)
        input_refuse(rq, "traloi", "survey_choices_few");
}

static void question_read(struct request *rq, struct survey_question *q)
{
    q->text = input_text(rq, "noidung");
    q->text_en = input_text(rq, "noidungen");
    q->factor = (enum survey_factor)input_number(rq, "yeuto");
    q->kind = (enum survey_kind)input_number(rq, "kieu");
    q->needed = input_number(rq, "batbuoc") > 0;
    q->position = (int)input_number(rq, "vitri");
    if (q->kind != SURVEY_WORDS)
        choices_read(rq, q);
    for (size_t i = 0; i < q->n; i++)
        if (strlen(q->choices[i].text) > 300 || strlen(q->choices[i].text_en) > 150)
            input_refuse(rq, "traloi", "too_long");
    if (q->factor != SURVEY_OTHER && q->kind != SURVEY_SCALE_KIND)
        input_refuse(rq, "yeuto", "survey_index_scale");
}

int surveys_question_save(struct request *rq)
{
    struct survey survey;
    const struct survey_question *old;
    int answer = question_need(rq, &survey, &old);
    if (answer)
        return answer;
    struct survey_question q = {.id = old ? old->id : 0};
    question_read(rq, &q);
    if (input_refused(rq))
        return show(rq, &survey, old, 422);
    enum survey_verdict verdict =
        survey_question_save(rq->db, rq->arena, &survey, (unsigned)input_number(rq, "phien"), &q);
    if (verdict == SURVEY_FULL) {
        input_refuse(rq, "noidung", "survey_full");
        return show(rq, &survey, old, 422);
    }
    return surveys_after(rq, verdict);
}

int surveys_question_drop(struct request *rq)
{
    struct survey survey;
    const struct survey_question *q;
    int answer = question_need(rq, &survey, &q);
    if (answer)
        return answer;
    if (!q)
        return page_missing(rq);
    return surveys_after(rq, survey_question_drop(rq->db, &survey, (unsigned)input_number(rq, "phien"), q));
}
