/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/buffer.h"
#include "lib/text.h"
#include "motcua/sample.h"

/* ---- forms ------------------------------------------------------------------------------------ */

static enum db_result rows(struct sample *sample, struct record *record, json_t *list, int64_t rev,
                           const char *parent);

static enum db_result row(struct sample *sample, struct record *item, int64_t rev,
                          const char *parent, int64_t position)
{
    static const char *const names[] = {"label", "label_en", "hint", "hint_en"};
    struct db_value texts[4];
    const char *key = record_need(item, "key"), *type = record_need(item, "type");
    for (size_t i = 0; i < 4; i++)
        texts[i] = sample_text(record_text(item, names[i]));
    int64_t width = record_number(item, "width", 0), lines = record_number(item, "lines", 0);
    bool required = record_flag(item, "required", false);
    int64_t most = record_number(item, "max_length", 0);
    struct db_value condition = sample_text(record_text(item, "condition"));
    json_t *inner = record_list(item, "rows");
    if (!record_close(item))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_FORM_ITEM,
                   DB_ARGS(db_number(rev), db_text(key), db_text(parent), db_number(position),
                           db_text(type), texts[0], texts[1], texts[2], texts[3],
                           sample_number(width), sample_number(lines), db_number(required),
                           sample_number(most), condition));
    return result == DB_OK ? rows(sample, item, inner, rev, key) : result;
}

static enum db_result rows(struct sample *sample, struct record *record, json_t *list, int64_t rev,
                           const char *parent)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct record item;
        record_open(&item, sample->arena, json_array_get(list, i), record->where);
        enum db_result result = row(sample, &item, rev, parent, (int64_t)i + 1);
        if (result != DB_OK) {
            record->wrong = item.wrong;
            return result;
        }
    }
    return DB_OK;
}

enum db_result sample_form(struct sample *sample, struct record *record)
{
    const char *code = record_need(record, "code"), *name = record_need(record, "name");
    struct db_value name_en = sample_text(record_text(record, "name_en"));
    const char *title = record_text(record, "title");
    struct db_value title_en = sample_text(record_text(record, "title_en"));
    struct db_value addressee = sample_text(record_text(record, "addressee"));
    struct db_value basis = sample_text(record_text(record, "basis"));
    json_t *list = record_list(record, "rows");
    if (!record_close(record))
        return DB_NONE;
    if (!*title)
        title = text_upper(sample->arena, name);

    enum db_result result =
        sample_put(sample->db, SAMPLE_FORM, DB_ARGS(db_text(code), db_text(name), name_en));
    if (result != DB_OK)
        return result;
    result = sample_put(sample->db, SAMPLE_FORM_REV,
                        DB_ARGS(db_number((int64_t)db_inserted(sample->db)), db_text(title),
                                title_en, addressee, basis));
    if (result != DB_OK)
        return result;
    int64_t rev = (int64_t)db_inserted(sample->db);
    result = rows(sample, record, list, rev, NULL);
    if (result != DB_OK)
        return result;
    return sample_put(sample->db, SAMPLE_FORM_PUBLISH,
                      DB_ARGS(db_text(sample->now), db_number(rev)));
}

/* ---- workflows ---------------------------------------------------------------------------------- */

static enum db_result step(struct sample *sample, struct record *item, int64_t rev,
                           int64_t position, struct map *steps)
{
    const char *code = record_need(item, "code"), *name = record_need(item, "name");
    struct db_value name_en = sample_text(record_text(item, "name_en"));
    const char *public_name = record_need(item, "public_name");
    struct db_value public_name_en = sample_text(record_text(item, "public_name_en"));
    struct db_value kind = sample_text(record_text(item, "kind"));
    struct db_value place = sample_text(record_text(item, "place"));
    struct db_value agency = sample_code(item, sample->agencies, "agency", record_text(item, "agency"));
    struct db_value role = sample_text(record_text(item, "role"));
    struct db_value branch = sample_text(record_text(item, "branch"));
    int64_t minutes = record_number(item, "minutes", 0);
    const char *state = record_need(item, "public_state");
    (void)record_list(item, "actions"); /* when all steps are there */
    if (!record_close(item))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_STEP,
                   DB_ARGS(db_number(rev), db_text(code), db_number(position), db_text(name),
                           name_en, db_text(public_name), public_name_en, kind, place, agency, role,
                           branch, sample_number(minutes), db_text(state)));
    if (result == DB_OK)
        sample_remember(sample, steps, code);
    return result;
}

/* "number,print", as a column of type set takes it. */
static const char *effects_of(struct sample *sample, struct record *item)
{
    json_t *list = record_list(item, "effects");
    const char *text = "";
    for (size_t i = 0; i < json_array_size(list); i++)
        text = arena_format(sample->arena, "%s%s%s", text, i ? "," : "", record_item(item, list, i));
    return text;
}

static enum db_result action(struct sample *sample, struct record *item, int64_t rev, int64_t from,
                             int64_t position, const struct map *steps)
{
    const char *code = record_need(item, "code"), *name = record_need(item, "name");
    struct db_value name_en = sample_text(record_text(item, "name_en"));
    struct db_value to = sample_code(item, steps, "step", record_text(item, "to"));
    struct db_value role = sample_text(record_text(item, "role"));
    struct db_value guard = sample_text(record_text(item, "guard"));
    struct db_value effects = sample_text(effects_of(sample, item));
    if (!record_close(item))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_ACTION,
                      DB_ARGS(db_number(rev), db_number(from), to, db_text(code),
                              db_number(position), db_text(name), name_en, role, guard, effects));
}

static enum db_result actions(struct sample *sample, struct record *record, json_t *step_object,
                              int64_t rev, const struct map *steps)
{
    const int64_t *from = map_get(steps, json_string_value(json_object_get(step_object, "code")));
    json_t *list = json_object_get(step_object, "actions");
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct record item;
        record_open(&item, sample->arena, json_array_get(list, i), record->where);
        enum db_result result = action(sample, &item, rev, *from, (int64_t)i + 1, steps);
        if (result != DB_OK) {
            record->wrong = item.wrong;
            return result;
        }
    }
    return DB_OK;
}

static enum db_result steps_load(struct sample *sample, struct record *record, json_t *list,
                                 int64_t rev)
{
    struct map *steps = map_open(sample->arena);
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct record item;
        record_open(&item, sample->arena, json_array_get(list, i), record->where);
        enum db_result result = step(sample, &item, rev, (int64_t)i + 1, steps);
        if (result != DB_OK) {
            record->wrong = item.wrong;
            return result;
        }
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        enum db_result result = actions(sample, record, json_array_get(list, i), rev, steps);
        if (result != DB_OK)
            return result;
    }
    return DB_OK;
}

enum db_result sample_workflow(struct sample *sample, struct record *record)
{
    const char *code = record_need(record, "code"), *name = record_need(record, "name");
    struct db_value name_en = sample_text(record_text(record, "name_en"));
    struct db_value note = sample_text(record_text(record, "note"));
    json_t *list = record_list(record, "steps");
    if (!record_close(record))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_WORKFLOW, DB_ARGS(db_text(code), db_text(name), name_en));
    if (result != DB_OK)
        return result;
    result = sample_put(sample->db, SAMPLE_WORKFLOW_REV,
                        DB_ARGS(db_number((int64_t)db_inserted(sample->db)), note));
    if (result != DB_OK)
        return result;
    int64_t rev = (int64_t)db_inserted(sample->db);
    result = steps_load(sample, record, list, rev);
    if (result != DB_OK)
        return result;
    return sample_put(sample->db, SAMPLE_WORKFLOW_PUBLISH,
                      DB_ARGS(db_text(sample->now), db_number(rev)));
}
