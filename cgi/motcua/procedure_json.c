/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/procedure_json.h"

#include "lib/date.h"

/* Flags that are written as a list of words. */
struct word_flag {
    const char *word;
    size_t offset;
};

static const struct word_flag levels[] = {
    {"tinh", offsetof(struct procedure_record, at_province)},
    {"huyen", offsetof(struct procedure_record, at_district)},
    {"xa", offsetof(struct procedure_record, at_commune)},
};

static const struct word_flag channels[] = {
    {"counter", offsetof(struct procedure_record, by_counter)},
    {"online", offsetof(struct procedure_record, by_online)},
    {"post", offsetof(struct procedure_record, by_post)},
};

static const char *const sources[] = {"standard", "specific", "internal", "province"};
static const char *const term_units[] = {"working_day", "day", "same_day", "hour"};
static const char *const charge_kinds[] = {"fee", "charge"};
static const char *const moments[] = {"reception", "result", "later"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- reading ------------------------------------------------------------------------------- */

static void read_flags(struct record *json, const char *name, const struct word_flag *flags,
                       size_t n, struct procedure_record *procedure)
{
    json_t *list = record_list(json, name);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *word = record_item(json, list, i);
        size_t k = 0;
        while (k < n && strcmp(flags[k].word, word) != 0)
            k++;
        if (k == n)
            record_wrong(json, "%s: there is no \"%s\"", name, word);
        else
            *(bool *)((char *)procedure + flags[k].offset) = true;
    }
}

static void read_audiences(struct record *json, struct procedure_record *procedure)
{
    json_t *list = record_list(json, "audiences");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *word = record_item(json, list, i);
        size_t k = 0;
        while (k < AUDIENCES && strcmp(audience_names[k], word) != 0)
            k++;
        if (k == AUDIENCES)
            record_wrong(json, "audiences: there is no \"%s\"", word);
        else
            procedure->audiences |= 1u << k;
    }
}

static void read_agencies(struct record *json, struct procedure_record *procedure)
{
    procedure->agency = record_text(json, "agency");
    json_t *list = record_list(json, "agencies");
    procedure->n_agencies = json_array_size(list);
    procedure->agencies =
        arena_take_array(json->arena, procedure->n_agencies + 1, sizeof *procedure->agencies);
    for (size_t i = 0; i < procedure->n_agencies; i++)
        procedure->agencies[i] = record_item(json, list, i);
}

/* A record inside the record; what is wrong in it is wrong in the whole. */
static void inner_close(struct record *json, struct record *inner)
{
    if (!record_close(inner) && !json->wrong)
        json->wrong = inner->wrong;
}

static const char *word_or(struct record *json, const char *name, const char *const *words,
                           size_t n, const char *absent)
{
    int place = record_word(json, name, words, n);
    return place < 0 ? absent : words[place];
}

static void read_term(struct record *json, struct procedure_record *procedure)
{
    json_t *object = record_object(json, "term");
    if (!object)
        return;
    struct record term;
    record_open(&term, json->arena, object, json->where);
    procedure->term_value = record_number(&term, "value", -1);
    procedure->term_unit = word_or(&term, "unit", term_units, COUNT(term_units), "");
    procedure->term_note = record_text(&term, "note");
    inner_close(json, &term);
}

static void read_fee(struct record *json, struct procedure_record *procedure)
{
    json_t *object = record_object(json, "fee");
    if (!object)
        return;
    struct record fee;
    record_open(&fee, json->arena, object, json->where);
    procedure->fee_amount = record_number(&fee, "amount", -1);
    procedure->fee_online_amount = record_number(&fee, "online_amount", -1);
    procedure->fee_note = record_text(&fee, "note");
    inner_close(json, &fee);
}

static void read_charges(struct record *json, struct procedure_record *procedure)
{
    json_t *list = record_list(json, "fees");
    size_t n = procedure->n_charges = json_array_size(list);
    procedure->charges = arena_take_array(json->arena, n + 1, sizeof *procedure->charges);
    for (size_t i = 0; i < n; i++) {
        struct record item;
        record_open(&item, json->arena, json_array_get(list, i), json->where);
        procedure->charges[i] = (struct charge){
            .kind = word_or(&item, "kind", charge_kinds, COUNT(charge_kinds), "fee"),
            .name = record_need(&item, "name"),
            .note = record_text(&item, "note"),
            .paid_at = word_or(&item, "paid_at", moments, COUNT(moments), "reception"),
            .amount = record_number(&item, "amount", -1),
            .online_amount = record_number(&item, "online_amount", -1),
        };
        inner_close(json, &item);
    }
}

static void read_papers(struct record *json, struct procedure_record *procedure)
{
    json_t *list = record_list(json, "components");
    size_t n = procedure->n_papers = json_array_size(list);
    procedure->papers = arena_take_array(json->arena, n + 1, sizeof *procedure->papers);
    for (size_t i = 0; i < n; i++) {
        struct record item;
        record_open(&item, json->arena, json_array_get(list, i), json->where);
        procedure->papers[i] = (struct paper){
            .case_text = record_text(&item, "case"),
            .name = record_need(&item, "name"),
            .name_en = record_text(&item, "name_en"),
            .originals = record_number(&item, "originals", 0),
            .copies = record_number(&item, "copies", 0),
            .optional = record_flag(&item, "optional", false),
            .shown_only = record_flag(&item, "shown_only", false),
            .note = record_text(&item, "note"),
            .form = record_text(&item, "form"),
        };
        inner_close(json, &item);
    }
}

static void read_bases(struct record *json, struct procedure_record *procedure)
{
    json_t *list = record_list(json, "legal");
    size_t n = procedure->n_bases = json_array_size(list);
    procedure->bases = arena_take_array(json->arena, n + 1, sizeof *procedure->bases);
    for (size_t i = 0; i < n; i++) {
        struct record item;
        record_open(&item, json->arena, json_array_get(list, i), json->where);
        struct basis *basis = &procedure->bases[i];
        basis->number = record_need(&item, "number");
        basis->title = record_text(&item, "title");
        basis->issued_on = record_text(&item, "issued_on");
        basis->issuer = record_text(&item, "issuer");
        struct civil day;
        if (*basis->issued_on && (strlen(basis->issued_on) != 10 || !civil_parse(basis->issued_on, &day)))
            record_wrong(&item, "issued_on is no day: %s", basis->issued_on);
        inner_close(json, &item);
    }
}

static void read_texts(struct record *json, struct procedure_record *procedure)
{
    procedure->code = record_need(json, "code");
    procedure->short_code = record_text(json, "short_code");
    procedure->name = record_need(json, "name");
    procedure->official_name = record_text(json, "official_name");
    procedure->name_en = record_text(json, "name_en");
    procedure->field = record_need(json, "field");
    procedure->field_name = record_text(json, "field_name");
    procedure->field_name_en = record_text(json, "field_name_en");
    procedure->source = word_or(json, "source", sources, COUNT(sources), "standard");
    procedure->promulgator = record_text(json, "promulgator");
    procedure->search_words = record_text(json, "search_words");
    procedure->steps = record_lines(json, "steps");
    procedure->submit = record_lines(json, "submit");
    procedure->subjects = record_lines(json, "subjects");
    procedure->conditions = record_lines(json, "conditions");
    procedure->results = record_lines(json, "results");
    procedure->authority = record_text(json, "authority");
    procedure->note = record_text(json, "note");
    procedure->workflow = record_text(json, "workflow");
    procedure->form = record_text(json, "form");
    procedure->source_note = record_text(json, "source_note");
}

bool procedure_json_read(struct record *json, struct procedure_record *procedure)
{
    procedure_record_init(procedure);
    read_texts(json, procedure);
    read_agencies(json, procedure);
    read_audiences(json, procedure);
    read_flags(json, "levels", levels, COUNT(levels), procedure);
    read_flags(json, "channels", channels, COUNT(channels), procedure);
    if (!procedure->by_counter && !procedure->by_online && !procedure->by_post)
        procedure->by_counter = true; /* the column's default */
    read_term(json, procedure);
    read_fee(json, procedure);
    read_charges(json, procedure);
    read_papers(json, procedure);
    read_bases(json, procedure);
    procedure->popular = record_flag(json, "popular", false);
    procedure->yearly_count = record_number(json, "yearly_count", 0);
    procedure->service_level = record_number(json, "service_level", 1);
    procedure->full_online = record_flag(json, "full_online", false);
    procedure_record_settle(json->arena, procedure);
    return record_close(json);
}

/* ---- writing --------------------------------------------------------------------------------- */

static void put_text(json_t *object, const char *name, const char *text)
{
    if (*text)
        json_object_set_new(object, name, json_string(text));
}

static void put_number(json_t *object, const char *name, int64_t number, int64_t absent)
{
    if (number != absent)
        json_object_set_new(object, name, json_integer(number));
}

static void put_flag(json_t *object, const char *name, bool flag)
{
    if (flag)
        json_object_set_new(object, name, json_true());
}

/* Leaves out what is empty; takes `value` over. */
static void put_full(json_t *object, const char *name, json_t *value)
{
    if (json_is_array(value) ? json_array_size(value) > 0 : json_object_size(value) > 0)
        json_object_set_new(object, name, value);
    else
        json_decref(value);
}

static void put_lines(json_t *object, const char *name, const char *text)
{
    json_t *list = json_array();
    while (*text) {
        size_t n = strcspn(text, "\n");
        json_array_append_new(list, json_stringn(text, n));
        text += n + (text[n] == '\n');
    }
    put_full(object, name, list);
}

static void put_flags(json_t *object, const char *name, const struct word_flag *flags, size_t n,
                      const struct procedure_record *procedure)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        if (*(const bool *)((const char *)procedure + flags[i].offset))
            json_array_append_new(list, json_string(flags[i].word));
    put_full(object, name, list);
}

static void put_words(json_t *object, const struct procedure_record *procedure)
{
    json_t *agencies = json_array(), *audiences = json_array();
    bool alone = procedure->n_agencies == 1 && strcmp(procedure->agencies[0], procedure->agency) == 0;
    for (size_t i = 0; !alone && i < procedure->n_agencies; i++)
        json_array_append_new(agencies, json_string(procedure->agencies[i]));
    put_full(object, "agencies", agencies);
    for (size_t i = 0; i < AUDIENCES; i++)
        if (procedure->audiences & 1u << i)
            json_array_append_new(audiences, json_string(audience_names[i]));
    put_flags(object, "levels", levels, COUNT(levels), procedure);
    put_number(object, "service_level", procedure->service_level, 1);
    put_flag(object, "full_online", procedure->full_online);
    put_flags(object, "channels", channels, COUNT(channels), procedure);
    put_full(object, "audiences", audiences);
}

static void put_term_and_fees(json_t *object, const struct procedure_record *procedure)
{
    json_t *term = json_object(), *fee = json_object(), *fees = json_array();
    put_number(term, "value", procedure->term_value, -1);
    put_text(term, "unit", procedure->term_unit);
    put_text(term, "note", procedure->term_note);
    put_full(object, "term", term);
    put_number(fee, "amount", procedure->fee_amount, -1);
    put_number(fee, "online_amount", procedure->fee_online_amount, -1);
    put_text(fee, "note", procedure->fee_note);
    put_full(object, "fee", fee);
    for (size_t i = 0; i < procedure->n_charges; i++) {
        const struct charge *charge = &procedure->charges[i];
        json_t *item = json_object();
        put_text(item, "kind", charge->kind);
        put_text(item, "name", charge->name);
        put_number(item, "amount", charge->amount, -1);
        put_number(item, "online_amount", charge->online_amount, -1);
        put_text(item, "note", charge->note);
        if (strcmp(charge->paid_at, "reception") != 0)
            put_text(item, "paid_at", charge->paid_at);
        json_array_append_new(fees, item);
    }
    put_full(object, "fees", fees);
}

static void put_papers(json_t *object, const struct procedure_record *procedure)
{
    json_t *list = json_array();
    for (size_t i = 0; i < procedure->n_papers; i++) {
        const struct paper *paper = &procedure->papers[i];
        json_t *item = json_object();
        put_text(item, "case", paper->case_text);
        put_text(item, "name", paper->name);
        put_text(item, "name_en", paper->name_en);
        put_number(item, "originals", paper->originals, 0);
        put_number(item, "copies", paper->copies, 0);
        put_flag(item, "optional", paper->optional);
        put_flag(item, "shown_only", paper->shown_only);
        put_text(item, "note", paper->note);
        put_text(item, "form", paper->form);
        json_array_append_new(list, item);
    }
    put_full(object, "components", list);
}

static void put_bases(json_t *object, const struct procedure_record *procedure)
{
    json_t *list = json_array();
    for (size_t i = 0; i < procedure->n_bases; i++) {
        const struct basis *basis = &procedure->bases[i];
        json_t *item = json_object();
        put_text(item, "number", basis->number);
        put_text(item, "title", basis->title);
        put_text(item, "issued_on", basis->issued_on);
        put_text(item, "issuer", basis->issuer);
        json_array_append_new(list, item);
    }
    put_full(object, "legal", list);
}

json_t *procedure_json_write(const struct procedure_record *procedure)
{
    json_t *object = json_object();
    put_text(object, "code", procedure->code);
    put_text(object, "short_code", procedure->short_code);
    put_text(object, "name", procedure->name);
    put_text(object, "official_name", procedure->official_name);
    put_text(object, "name_en", procedure->name_en);
    put_text(object, "field", procedure->field);
    put_text(object, "field_name", procedure->field_name);
    put_text(object, "field_name_en", procedure->field_name_en);
    put_text(object, "agency", procedure->agency);
    if (strcmp(procedure->source, "standard") != 0)
        put_text(object, "source", procedure->source);
    put_text(object, "promulgator", procedure->promulgator);
    put_flag(object, "popular", procedure->popular);
    put_number(object, "yearly_count", procedure->yearly_count, 0);
    put_text(object, "search_words", procedure->search_words);
    put_words(object, procedure);
    put_term_and_fees(object, procedure);
    put_lines(object, "steps", procedure->steps);
    put_lines(object, "submit", procedure->submit);
    put_lines(object, "subjects", procedure->subjects);
    put_lines(object, "conditions", procedure->conditions);
    put_lines(object, "results", procedure->results);
    put_text(object, "authority", procedure->authority);
    put_text(object, "note", procedure->note);
    put_papers(object, procedure);
    put_bases(object, procedure);
    put_text(object, "workflow", procedure->workflow);
    put_text(object, "form", procedure->form);
    put_text(object, "source_note", procedure->source_note);
    return object;
}
