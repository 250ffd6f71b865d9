/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/national.h"

#include <jansson.h>

#include "lib/text.h"
#include "model/agency_names.h"
#include "motcua/import_clean.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- reading a line ------------------------------------------------------------------------------ */

/* "" when there is none, NULL when it holds what no text may hold. */
static const char *text_member(struct arena *arena, const json_t *object, const char *name,
                               unsigned *changes)
{
    const json_t *value = json_object_get(object, name);
    if (!json_is_string(value))
        return "";
    return clean_line(arena, json_string_value(value), json_string_length(value), changes);
}

/* For members that matter less: "" also when they are no clean text. */
static const char *text_or_none(struct arena *arena, const json_t *object, const char *name)
{
    unsigned unused = 0;
    const char *text = text_member(arena, object, name, &unused);
    return text ? text : "";
}

/* Texts of a list, without empty ones; quietly cleaned: they are names of others. */
static const char **texts_member(struct arena *arena, const json_t *object, const char *name,
                                 size_t *count)
{
    const json_t *list = json_object_get(object, name);
    const char **texts = arena_take_array(arena, json_array_size(list) + 1, sizeof *texts);
    *count = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *value = json_array_get(list, i);
        unsigned unused = 0;
        const char *text = json_is_string(value)
                               ? clean_line(arena, json_string_value(value),
                                            json_string_length(value), &unused)
                               : NULL;
        if (text && *text)
            texts[(*count)++] = text;
    }
    return texts;
}

/* The catalogue's kinds of people, by how they begin; longer ones first. */
static const struct {
    const char *start;
    const char *audience;
} people[] = {
    {"Công dân Việt Nam", "citizen"},
    {"Người Việt Nam định cư ở nước ngoài", "overseas"},
    {"Người nước ngoài", "foreigner"},
    {"Doanh nghiệp có vốn đầu tư nước ngoài", "foreign_business"},
    {"Doanh nghiệp", "business"},
    {"Hợp tác xã", "cooperative"},
    {"Tổ chức nước ngoài", "foreign_organisation"},
    {"Tổ chức Đảng", "party"},
    {"Tổ chức", "organisation"},
    {"Cán bộ, công chức, viên chức", "official"},
    {"Đảng viên", "party"},
};

static unsigned audience_bit(const char *audience)
{
    for (size_t i = 0; i < AUDIENCES; i++)
        if (strcmp(audience_names[i], audience) == 0)
            return 1u << i;
    return 0;
}

static void audiences_read(struct arena *arena, const json_t *object, struct national_line *line)
{
    size_t n;
    const char **texts = texts_member(arena, object, "formalityTargetType", &n);
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;
        while (k < COUNT(people) && !text_starts(texts[i], people[k].start))
            k++;
        if (k < COUNT(people))
            line->record.audiences |= audience_bit(people[k].audience);
        else
            line->changes |= CLEAN_AUDIENCE;
    }
}

static const char *source_of(const char *type)
{
    if (strcmp(type, "SPECIFIC") == 0)
        return "specific";
    return strcmp(type, "STANDARD_INTERNAL") == 0 ? "internal" : "standard";
}

/* The first category is the field; further ones are found by search. */
static void fields_read(struct arena *arena, const json_t *object, struct national_line *line)
{
    size_t n;
    const char **names = texts_member(arena, object, "categories", &n);
    if (n == 0) {
        line->reason = "it names no field";
        return;
    }
    line->record.field_name = names[0];
    line->record.field = text_slug(arena, names[0], 120);
    if (!*line->record.field)
        line->reason = "the name of its field has no letters";
    for (size_t i = 1; i < n; i++)
        line->record.search_words =
            arena_format(arena, "%s%s%s", line->record.search_words, i > 1 ? "\n" : "", names[i]);
}

static void departments_read(struct arena *arena, const json_t *object, struct national_line *line)
{
    line->departments = texts_member(arena, object, "departments", &line->n_departments);
    const char *all = "";
    for (size_t i = 0; i < line->n_departments; i++)
        all = arena_format(arena, "%s%s%s", all, i ? "; " : "", line->departments[i]);
    line->record.authority = text_shorten(arena, all, 2000);
}

static void object_read(struct arena *arena, const json_t *object, struct national_line *line)
{
    struct procedure_record *record = &line->record;
    unsigned code_changes = 0;
    const char *code = text_member(arena, object, "code", &code_changes);
    record->code = code ? code : "";
    if (code_changes)
        line->changes |= CLEAN_CODE;
    const char *published = text_member(arena, object, "name", &line->changes);
    if (!published)
        line->reason = "the name is no clean text";
    published = published ? published : "";
    const char *name = clean_name(arena, published, &line->changes);
    record->name = clean_without_prefix(arena, name);
    record->official_name = published;
    record->source = source_of(text_or_none(arena, object, "type"));
    record->promulgator =
        text_shorten(arena, text_or_none(arena, object, "departmentPromulgate"), 250);
    record->by_counter = true;
    fields_read(arena, object, line);
    departments_read(arena, object, line);
    audiences_read(arena, object, line);
    line->weight = (line->n_departments > 0) * 4 + (record->audiences != 0) * 2 +
                   !(line->changes & CLEAN_CAPITALS);
}

void national_read(struct arena *arena, const char *bytes, size_t length, size_t number,
                   struct national_line *line)
{
    *line = (struct national_line){.number = number, .raw = arena_copy_bytes(arena, bytes, length)};
    procedure_record_init(&line->record);
    json_error_t error;
    json_t *object = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
    if (json_is_object(object))
        object_read(arena, object, line);
    else
        line->reason = object ? "it is no object"
                              : arena_format(arena, "it is no JSON: %s", error.text);
    json_decref(object);
}

/* ---- our agencies ----------------------------------------------------------------------------------- */

static bool cut_start(const char **text, const char *start)
{
    if (!text_starts(*text, start))
        return false;
    *text += strlen(start);
    return true;
}

/* `what` at the end of the text goes, with the space before it. */
static void cut_end(struct arena *arena, const char **text, const char *what)
{
    size_t n = strlen(*text), m = strlen(what);
    if (m && n > m + 1 && strcmp(*text + n - m, what) == 0 && (*text)[n - m - 1] == ' ')
        *text = arena_copy_bytes(arena, *text, n - m - 1);
}

/* "Chủ tịch Ủy ban nhân dân cấp tỉnh", "Ủy ban nhân dân tỉnh Bình Dương" → "ubnd tinh". */
static const char *folded(struct arena *arena, const char *name, const char *province)
{
    const char *text = text_lower(arena, text_plain(arena, name));
    cut_start(&text, "chu tich ");
    if (cut_start(&text, "uy ban nhan dan "))
        text = arena_format(arena, "ubnd %s", text);
    cut_end(arena, &text, province);
    cut_end(arena, &text, "cac tinh, thanh pho");
    size_t n = strlen(text);
    if (n > 8 && strcmp(text + n - 8, "cap tinh") == 0)
        text = arena_format(arena, "%.*stinh", (int)(n - 8), text);
    return text;
}

struct naming {
    struct arena *arena;
    struct national_places *places;
};

static bool name_row(void *context, const char *code, const char *name)
{
    struct naming *naming = context;
    const char *key = folded(naming->arena, name, naming->places->province);
    if (!map_get(naming->places->by_name, key))
        map_put(naming->places->by_name, key, arena_copy(naming->arena, code));
    return true;
}

bool national_places_read(struct db *db, struct arena *arena, struct national_places *places)
{
    places->by_name = map_open(arena);
    const char *province = text_lower(arena, text_plain(arena, agency_province(db, arena)));
    if (!cut_start(&province, "tinh "))
        cut_start(&province, "thanh pho ");
    places->province = province;
    struct naming naming = {arena, places};
    return agency_names(db, name_row, &naming) != DB_FAIL;
}

/* Special to another province: its offices are not ours, whatever they are called. */
static bool is_ours(struct arena *arena, const struct national_places *places,
                    const struct procedure_record *record)
{
    if (strcmp(record->source, "specific") != 0)
        return true;
    const char *publisher = text_lower(arena, text_plain(arena, record->promulgator));
    return !text_starts(publisher, "ubnd ") || (*places->province && strstr(publisher, places->province));
}

static void levels_note(struct procedure_record *record, const char *department)
{
    size_t n = strlen(department);
    if (strstr(department, "cap xa") || (n > 3 && strcmp(department + n - 3, " xa") == 0))
        record->at_commune = true;
    else if (strstr(department, "cap huyen"))
        record->at_district = true;
    else if (strstr(department, "tinh") || text_starts(department, "so "))
        record->at_province = true;
}

void national_place(struct arena *arena, const struct national_places *places,
                    struct national_line *line)
{
    struct procedure_record *record = &line->record;
    line->ours = is_ours(arena, places, record);
    record->agencies = arena_take_array(arena, line->n_departments + 1, sizeof *record->agencies);
    for (size_t i = 0; i < line->n_departments; i++) {
        const char *department = folded(arena, line->departments[i], places->province);
        const char *code = line->ours ? map_get(places->by_name, department) : NULL;
        levels_note(record, department);
        if (code)
            record->agencies[record->n_agencies++] = code;
    }
    if (record->n_agencies)
        record->agency = record->agencies[0];
}

/* ---- with what we have ---------------------------------------------------------------------------------- */

static bool has_details(const struct procedure_record *record)
{
    return record->n_papers || record->n_charges || record->n_bases || *record->steps ||
           *record->results || *record->conditions || *record->submit || *record->term_unit ||
           *record->term_note || record->fee_amount >= 0 || *record->fee_note ||
           *record->workflow || *record->form;
}

static void gaps_fill(struct procedure_record *merged, const struct procedure_record *national)
{
    if (!merged->audiences)
        merged->audiences = national->audiences;
    if (!*merged->promulgator)
        merged->promulgator = national->promulgator;
    if (!merged->at_province && !merged->at_district && !merged->at_commune) {
        merged->at_province = national->at_province;
        merged->at_commune = national->at_commune;
        merged->at_district = national->at_district;
    }
    if (!*merged->agency && !merged->n_agencies) {
        merged->agency = national->agency;
        merged->agencies = national->agencies;
        merged->n_agencies = national->n_agencies;
    }
}

void national_merge(struct arena *arena, const struct stored *stored,
                    const struct national_line *line, struct procedure_record *merged)
{
    const struct procedure_record *national = &line->record;
    bool known = stored && stored->rev_id;
    if (known && (!stored->record.raw || has_details(&stored->record))) {
        *merged = stored->record;
        gaps_fill(merged, national);
    } else {
        *merged = *national;
        if (stored) {
            merged->short_code = stored->record.short_code;
            merged->popular = stored->record.popular;
            merged->yearly_count = stored->record.yearly_count;
            if (*stored->record.search_words)
                merged->search_words = stored->record.search_words;
            if (*stored->record.agency) {
                merged->agency = stored->record.agency;
                merged->agencies = stored->record.agencies;
                merged->n_agencies = stored->record.n_agencies;
            }
        }
    }
    merged->raw = line->raw;
    procedure_record_settle(arena, merged);
}
