/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/survey.h"

#include <stdlib.h>
#include <string.h>

#include "lib/token.h"

const char *const survey_factor_names[SURVEY_FACTORS + 1] = {"access", "procedure", "officer", "result",
                                                             "feedback", "other", NULL};
const char *const survey_kind_names[SURVEY_KINDS + 1] = {"scale", "choice", "words", NULL};

/* ---- reading ---------------------------------------------------------------------------------------- */

static int place(const char *const *names, const char *name)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return 0;
}

struct reading {
    struct arena *arena;
    struct survey *survey;
};

static bool question_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct survey *survey = reading->survey;
    survey->questions[survey->n++] = (struct survey_question){
        .id = strtoull(row->text[0], NULL, 10),
        .position = (int)strtol(row->text[1], NULL, 10),
        .factor = (enum survey_factor)place(survey_factor_names, row->text[2]),
        .kind = (enum survey_kind)place(survey_kind_names, row->text[3]),
        .text = arena_copy(reading->arena, row->text[4]),
        .text_en = arena_copy(reading->arena, row->text[5]),
        .needed = row->text[6][0] == '1',
        .choices = arena_take_array(reading->arena, SURVEY_CHOICES_MAX, sizeof(struct survey_choice)),
    };
    return survey->n < SURVEY_QUESTIONS_MAX;
}

static bool choice_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    uint64_t question = strtoull(row->text[0], NULL, 10);
    for (size_t i = 0; i < reading->survey->n; i++) {
        struct survey_question *q = &reading->survey->questions[i];
        if (q->id == question && q->n < SURVEY_CHOICES_MAX)
            q->choices[q->n++] = (struct survey_choice){(int)strtol(row->text[1], NULL, 10),
                                                        arena_copy(reading->arena, row->text[2]),
                                                        arena_copy(reading->arena, row->text[3])};
    }
    return true;
}

/* Of a scale the best stands first; other answers in their order. */
static void scales_turn(struct survey *survey)
{
    for (size_t i = 0; i < survey->n; i++) {
        struct survey_question *q = &survey->questions[i];
        for (size_t a = 0, b = q->n; q->kind == SURVEY_SCALE_KIND && a + 1 < b; a++) {
            struct survey_choice swap = q->choices[a];
            q->choices[a] = q->choices[--b];
            q->choices[b] = swap;
        }
    }
}

static enum db_result parts_read(struct db *db, struct arena *arena, struct survey *survey)
{
    struct reading reading = {arena, survey};
    survey->questions = arena_take_array(arena, SURVEY_QUESTIONS_MAX, sizeof *survey->questions);
    if (db_each(db,
                "select id, position, factor, kind, text, text_en, is_needed from survey_question"
                " where survey_id = ? order by position",
                DB_ARGS(db_id(survey->id)), question_row, &reading) == DB_FAIL ||
        db_each(db,
                "select c.question_id, c.value, c.text, c.text_en from survey_choice c"
                " join survey_question q on q.id = c.question_id where q.survey_id = ? order by q.position, c.value",
                DB_ARGS(db_id(survey->id)), choice_row, &reading) == DB_FAIL)
        return DB_FAIL;
    scales_turn(survey);
    return DB_OK;
}

#define COLUMNS "id, code, title, title_en, intro, intro_en, state, from_date, to_date, version"

static enum db_result survey_take(struct db *db, struct arena *arena, const struct db_row *row, struct survey *survey)
{
    *survey = (struct survey){
        .id = strtoull(row->text[0], NULL, 10),
        .code = row->text[1],
        .title = row->text[2],
        .title_en = row->text[3],
        .intro = row->text[4],
        .intro_en = row->text[5],
        .state = row->text[6],
        .version = (unsigned)strtoul(row->text[9], NULL, 10),
    };
    civil_parse(row->text[7], &survey->from);
    civil_parse(row->text[8], &survey->to);
    return parts_read(db, arena, survey);
}

enum db_result survey_read(struct db *db, struct arena *arena, const char *code, struct survey *survey)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena, "select " COLUMNS " from survey where code = ?", DB_ARGS(db_text(code)), &row);
    return found == DB_OK ? survey_take(db, arena, &row, survey) : found;
}

enum db_result survey_current(struct db *db, struct arena *arena, const struct civil *today, struct survey *survey)
{
    struct db_row row;
    char day[DATE_TEXT_MAX];
    date_format_iso(day, today);
    enum db_result found =
        db_one(db, arena,
               "select " COLUMNS " from survey where state = 'open' and from_date <= ? and to_date >= ?"
               " order by from_date desc, id desc limit 1",
               DB_ARGS(db_text(day), db_text(day)), &row);
    return found == DB_OK ? survey_take(db, arena, &row, survey) : found;
}

/* ---- answering ----------------------------------------------------------------------------------------- */

static enum db_result mark_use(struct db *db, struct arena *arena, const struct survey *survey,
                               const struct rated_service *service)
{
    uint8_t mark[TOKEN_HASH_BYTES];
    rating_mark(arena_format(arena, "survey %llu %s", (unsigned long long)survey->id, service->use), mark);
    if (db_exec(db, "insert into rating_mark (mark) values (?)", DB_ARGS(db_bytes(mark, sizeof mark))) == DB_OK)
        return DB_OK;
    return db_last_error(db) == DB_ERROR_DUPLICATE ? DB_NONE : DB_FAIL;
}

enum db_result survey_reply(struct db *db, struct arena *arena, const struct survey *survey,
                            const struct survey_answer *answers, size_t n, const struct rated_service *service,
                            uint64_t agency, const struct civil *today)
{
    uint64_t id;
    char day[DATE_TEXT_MAX];
    struct db_value *values = arena_take_array(arena, 4 * n + 1, sizeof *values);
    enum db_result fresh = service ? mark_use(db, arena, survey, service) : DB_OK;
    if (fresh != DB_OK)
        return fresh;
    token_random_bytes(&id, sizeof id);
    id = id >> 2 | 1;
    date_format_iso(day, today);
    if (db_exec(db, "insert into survey_reply (id, survey_id, agency_id, day, channel) values (?, ?, ?, ?, ?)",
                DB_ARGS(db_number((int64_t)id), db_id(survey->id), db_id(service ? service->agency : agency),
                        db_text(day), db_text(service ? "service" : "web"))) != DB_OK)
        return DB_FAIL;
    for (size_t i = 0; i < n; i++) {
        values[4 * i] = db_number((int64_t)id);
        values[4 * i + 1] = db_id(answers[i].question->id);
        values[4 * i + 2] = db_id((uint64_t)answers[i].value);
        values[4 * i + 3] = db_text(answers[i].words);
    }
    return db_exec_rows(db, arena, "insert into survey_answer (reply_id, question_id, value, words) values ",
                        "(?, ?, ?, ?)", values, n);
}
