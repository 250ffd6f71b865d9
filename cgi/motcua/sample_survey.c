/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "model/survey.h"
#include "motcua/sample.h"

/* "2026-01-01" of the year of loading, and the last day of the next. */
static const char *day_text(struct sample *sample, int years, const char *day)
{
    struct civil now;
    civil_parse(sample->now, &now);
    return arena_format(sample->arena, "%04d-%s", now.year + years, day);
}

/* Answers come the best first: of a scale from 5 down. */
static enum db_result choices(struct sample *sample, struct record *record, json_t *list, int64_t question, bool scale)
{
    size_t n = json_array_size(list);
    for (size_t i = 0; i < n; i++) {
        const char *text = json_string_value(json_array_get(json_array_get(list, i), 0));
        const char *text_en = json_string_value(json_array_get(json_array_get(list, i), 1));
        if (!text || !text_en) {
            record_wrong(record, "an answer is [\"Vietnamese\", \"English\"]");
            return DB_NONE;
        }
        int64_t value = (int64_t)(scale ? n - i : i + 1);
        if (sample_put(sample->db, SAMPLE_SURVEY_CHOICE,
                       DB_ARGS(db_number(question), db_number(value), db_text(text), db_text(text_en))) == DB_FAIL)
            return DB_FAIL;
    }
    return DB_OK;
}

static enum db_result question(struct sample *sample, struct record *whole, json_t *item, int64_t survey,
                               size_t position, json_t *scale)
{
    struct record record;
    record_open(&record, sample->arena, item, whole->where);
    const char *factor = record_need(&record, "factor"), *kind = record_text(&record, "kind");
    const char *text = record_need(&record, "text");
    struct db_value text_en = sample_text(record_text(&record, "text_en"));
    json_t *own = record_list(&record, "choices");
    if (!record_close(&record)) {
        whole->wrong = record.wrong;
        return DB_NONE;
    }
    kind = *kind ? kind : survey_kind_names[SURVEY_SCALE_KIND];
    bool is_scale = strcmp(kind, survey_kind_names[SURVEY_SCALE_KIND]) == 0;
    enum db_result result =
        sample_put(sample->db, SAMPLE_SURVEY_QUESTION,
                   DB_ARGS(db_number(survey), db_number((int64_t)position), db_text(factor), db_text(kind),
                           db_text(text), text_en));
    return result == DB_OK ? choices(sample, whole, is_scale && json_array_size(own) == 0 ? scale : own,
                                     (int64_t)db_inserted(sample->db), is_scale)
                           : result;
}

enum db_result sample_survey(struct sample *sample, struct record *record)
{
    const char *code = record_need(record, "code"), *title = record_need(record, "title");
    struct db_value title_en = sample_text(record_text(record, "title_en"));
    struct db_value intro = sample_text(record_text(record, "intro"));
    struct db_value intro_en = sample_text(record_text(record, "intro_en"));
    json_t *scale = record_list(record, "scale"), *questions = record_list(record, "questions");
    if (!record_close(record))
        return DB_NONE;
    enum db_result result = sample_put(
        sample->db, SAMPLE_SURVEY,
        DB_ARGS(db_text(code), db_text(title), title_en, intro, intro_en, db_text(day_text(sample, 0, "01-01")),
                db_text(day_text(sample, 1, "12-31")), db_text(sample->now)));
    int64_t id = (int64_t)db_inserted(sample->db);
    for (size_t i = 0; result == DB_OK && i < json_array_size(questions); i++)
        result = question(sample, record, json_array_get(questions, i), id, i + 1, scale);
    return result == DB_OK ? sample_put(sample->db, SAMPLE_SURVEY_OPEN, DB_ARGS(db_number(id))) : result;
}
