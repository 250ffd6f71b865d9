/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/sample.h"

/* ---- life events ----------------------------------------------------------------------------------- */

static enum db_result life_event_procedures(struct sample *sample, struct record *record,
                                            json_t *list, int64_t event)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct record item;
        record_open(&item, sample->arena, json_array_get(list, i), record->where);
        const char *code = record_need(&item, "code");
        const struct sample_procedure *procedure = map_get(sample->procedures, code);
        if (!procedure)
            record_wrong(&item, "there is no procedure \"%s\"", code);
        struct db_value heading = sample_text(record_text(&item, "heading"));
        struct db_value heading_en = sample_text(record_text(&item, "heading_en"));
        struct db_value hint = sample_text(record_text(&item, "hint"));
        struct db_value hint_en = sample_text(record_text(&item, "hint_en"));
        if (!record_close(&item)) {
            record->wrong = item.wrong;
            return DB_NONE;
        }
        if (sample_put(sample->db, SAMPLE_LIFE_EVENT_PROCEDURE,
                       DB_ARGS(db_number(event), db_number((int64_t)i + 1),
                               db_number(procedure->id), heading, heading_en, hint, hint_en)) ==
            DB_FAIL)
            return DB_FAIL;
    }
    return DB_OK;
}

enum db_result sample_life_event(struct sample *sample, struct record *record)
{
    const char *slug = record_need(record, "slug");
    struct db_value icon = sample_text(record_text(record, "icon"));
    const char *title = record_need(record, "title"), *title_en = record_need(record, "title_en");
    const char *intro = record_lines(record, "intro"), *intro_en = record_lines(record, "intro_en");
    json_t *procedures = record_list(record, "procedures");
    if (!record_close(record))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_LIFE_EVENT,
                   DB_ARGS(db_text(slug), db_number((int64_t)sample->place), icon, db_text(title),
                           db_text(title_en), db_text(intro), db_text(intro_en)));
    if (result != DB_OK)
        return result;
    return life_event_procedures(sample, record, procedures, (int64_t)db_inserted(sample->db));
}

/* ---- the dictionary of the search --------------------------------------------------------------------- */

static enum db_result phrase_texts(struct sample *sample, struct record *record, json_t *list,
                                   enum sample_row row, int64_t synonym)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *text = record_item(record, list, i);
        if (record->wrong)
            return DB_NONE;
        if (sample_put(sample->db, row,
                       DB_ARGS(db_number(synonym), db_number((int64_t)i + 1), db_text(text))) == DB_FAIL)
            return DB_FAIL;
    }
    return DB_OK;
}

/* The file writes two kinds shorter than the column. */
static const char *phrase_kind(const char *kind)
{
    if (strcmp(kind, "abbr") == 0)
        return "abbreviation";
    return strcmp(kind, "old_name") == 0 ? "old-name" : kind;
}

enum db_result sample_synonym(struct sample *sample, struct record *record)
{
    const char *text = record_need(record, "phrase");
    const char *kind = phrase_kind(record_need(record, "kind"));
    json_t *wordings = record_list(record, "wordings"), *pins = record_list(record, "pins");
    if (!record_close(record))
        return DB_NONE;
    enum db_result result = sample_put(sample->db, SAMPLE_SYNONYM,
                                       DB_ARGS(db_text(text), db_text(kind), db_text(sample->now)));
    int64_t id = (int64_t)db_inserted(sample->db);
    if (result == DB_OK)
        result = phrase_texts(sample, record, wordings, SAMPLE_SYNONYM_WORDING, id);
    if (result == DB_OK)
        result = phrase_texts(sample, record, pins, SAMPLE_SYNONYM_PIN, id);
    return result;
}
