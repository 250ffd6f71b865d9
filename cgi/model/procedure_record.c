/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/procedure_record.h"

#include <stdlib.h>

const char *const audience_names[AUDIENCES] = {
    "citizen",     "overseas",     "foreigner",            "business", "foreign_business",
    "cooperative", "organisation", "foreign_organisation", "official", "party",
};

/* Members compared and set to "" alike. */
static const size_t head_texts[] = {
    offsetof(struct procedure_record, short_code), offsetof(struct procedure_record, field),
    offsetof(struct procedure_record, agency),     offsetof(struct procedure_record, source),
    offsetof(struct procedure_record, promulgator), offsetof(struct procedure_record, search_words),
};

static const size_t edition_texts[] = {
    offsetof(struct procedure_record, name),       offsetof(struct procedure_record, official_name),
    offsetof(struct procedure_record, name_en),    offsetof(struct procedure_record, steps),
    offsetof(struct procedure_record, submit),     offsetof(struct procedure_record, subjects),
    offsetof(struct procedure_record, conditions), offsetof(struct procedure_record, results),
    offsetof(struct procedure_record, authority),  offsetof(struct procedure_record, note),
    offsetof(struct procedure_record, term_unit),  offsetof(struct procedure_record, term_note),
    offsetof(struct procedure_record, fee_note),   offsetof(struct procedure_record, workflow),
    offsetof(struct procedure_record, form),       offsetof(struct procedure_record, source_note),
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char **text_at(struct procedure_record *record, size_t offset)
{
    return (const char **)(void *)((char *)record + offset);
}

static bool texts_same(const struct procedure_record *a, const struct procedure_record *b,
                       const size_t *offsets, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *const *left = (const void *)((const char *)a + offsets[i]);
        const char *const *right = (const void *)((const char *)b + offsets[i]);
        if (strcmp(*left, *right) != 0)
            return false;
    }
    return true;
}

void procedure_record_init(struct procedure_record *record)
{
    *record = (struct procedure_record){
        .code = "",
        .field_name = "",
        .field_name_en = "",
        .term_value = -1,
        .fee_amount = -1,
        .fee_online_amount = -1,
        .service_level = 1,
    };
    for (size_t i = 0; i < COUNT(head_texts); i++)
        *text_at(record, head_texts[i]) = "";
    for (size_t i = 0; i < COUNT(edition_texts); i++)
        *text_at(record, edition_texts[i]) = "";
    record->source = "standard";
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void procedure_record_settle(struct arena *arena, struct procedure_record *record)
{
    size_t n = record->n_agencies;
    const char **agencies = arena_take_array(arena, n + 1, sizeof *agencies);
    for (size_t i = 0; i < n; i++)
        agencies[i] = record->agencies[i];
    if (*record->agency)
        agencies[n++] = record->agency;
    if (n)
        qsort(agencies, n, sizeof *agencies, by_text);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || strcmp(agencies[kept - 1], agencies[i]) != 0)
            agencies[kept++] = agencies[i];
    record->agencies = agencies;
    record->n_agencies = kept;
    if (strcmp(record->official_name, record->name) == 0)
        record->official_name = "";
}

bool procedure_record_same_head(const struct procedure_record *a, const struct procedure_record *b)
{
    if (!texts_same(a, b, head_texts, COUNT(head_texts)) || a->popular != b->popular ||
        a->yearly_count != b->yearly_count || a->n_agencies != b->n_agencies)
        return false;
    for (size_t i = 0; i < a->n_agencies; i++)
        if (strcmp(a->agencies[i], b->agencies[i]) != 0)
            return false;
    return true;
}

static bool papers_same(const struct procedure_record *a, const struct procedure_record *b)
{
    if (a->n_papers != b->n_papers)
        return false;
    for (size_t i = 0; i < a->n_papers; i++) {
        const struct paper *l = &a->papers[i], *r = &b->papers[i];
        if (strcmp(l->case_text, r->case_text) || strcmp(l->name, r->name) ||
            strcmp(l->name_en, r->name_en) || strcmp(l->note, r->note) ||
            strcmp(l->form, r->form) || l->originals != r->originals || l->copies != r->copies ||
            l->optional != r->optional || l->shown_only != r->shown_only)
            return false;
    }
    return true;
}

static bool charges_same(const struct procedure_record *a, const struct procedure_record *b)
{
    if (a->n_charges != b->n_charges)
        return false;
    for (size_t i = 0; i < a->n_charges; i++) {
        const struct charge *l = &a->charges[i], *r = &b->charges[i];
        if (strcmp(l->kind, r->kind) || strcmp(l->name, r->name) || strcmp(l->note, r->note) ||
            strcmp(l->paid_at, r->paid_at) || l->amount != r->amount ||
            l->online_amount != r->online_amount)
            return false;
    }
    return true;
}

static bool bases_same(const struct procedure_record *a, const struct procedure_record *b)
{
    if (a->n_bases != b->n_bases)
        return false;
    for (size_t i = 0; i < a->n_bases; i++) {
        const struct basis *l = &a->bases[i], *r = &b->bases[i];
        if (strcmp(l->number, r->number) || strcmp(l->title, r->title) ||
            strcmp(l->issued_on, r->issued_on) || strcmp(l->issuer, r->issuer))
            return false;
    }
    return true;
}

bool procedure_record_same_edition(const struct procedure_record *a,
                                   const struct procedure_record *b)
{
    return texts_same(a, b, edition_texts, COUNT(edition_texts)) &&
           a->term_value == b->term_value && a->fee_amount == b->fee_amount &&
           a->fee_online_amount == b->fee_online_amount && a->service_level == b->service_level &&
           a->full_online == b->full_online && a->at_province == b->at_province &&
           a->at_district == b->at_district && a->at_commune == b->at_commune &&
           a->by_counter == b->by_counter && a->by_online == b->by_online &&
           a->by_post == b->by_post && a->audiences == b->audiences && papers_same(a, b) &&
           charges_same(a, b) && bases_same(a, b);
}
