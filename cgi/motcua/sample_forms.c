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
