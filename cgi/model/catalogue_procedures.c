/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Procedures of a snapshot with their edition in force, and the list of those withdrawn.
 */
#include <stdlib.h>

#include "model/catalogue_read.h"

static const char *const unit_words[] = { "", "working_day", "day", "same_day", "hour", NULL };
static const char *const source_words[] = { "standard", "specific", "internal", "province", NULL };

struct gathering {
    struct catalogue_reading *reading;
    struct catalogue_rows rows;
};

/* The columns in this order; the reader below counts along. */
static const char procedures_sql[] =
    "select p.id, r.id, p.code, r.name, r.name_en, r.official_name, p.promulgator, p.agency_id,"
    " p.field_id, p.source, p.yearly_count, p.is_popular, p.search_words,"
    " r.steps, r.submit_text, r.subjects, r.conditions, r.result_text, r.authority_text, r.note,"
    " r.term_value, r.term_unit, r.term_note, r.fee_amount, r.fee_online_amount, r.fee_note,"
    " r.service_level, r.is_full_online, r.at_province, r.at_district, r.at_commune,"
    " r.by_counter, r.by_online, r.by_post, r.form_rev_id, r.published_at"
    " from `procedure` p join procedure_rev r on r.id = p.current_rev_id"
    " where p.withdrawn_at is null"
    " order by r.name collate utf8mb4_vietnamese_ci, p.code";

static void read_texts(struct catalogue_reading *r, struct catalogue_procedure *p,
                       const struct db_row *row)
{
    const char **texts[] = { &p->steps,  &p->submit_text, &p->subjects, &p->conditions,
                             &p->result, &p->authority,   &p->note };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = reading_text(r, row, 13 + i);
}

/* FNV-1a of the folded name. */
static uint64_t likeness_of(const char *name)
{
    char folded[4096];
    search_fold(name, folded, sizeof folded);
    uint64_t h = 14695981039346656037u;
    for (const char *c = folded; *c; c++)
        h = (h ^ (unsigned char)*c) * 1099511628211u;
    return h;
}

static bool procedure_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    struct catalogue_reading *r = g->reading;
    struct catalogue_procedure *p = catalogue_rows_add(&g->rows);
    p->id = (uint32_t)row_number(row, 0, 0);
    p->rev_id = (uint32_t)row_number(row, 1, 0);
    p->code = reading_text(r, row, 2);
    p->name = reading_text(r, row, 3);
    p->likeness = likeness_of(p->name);
    p->name_en = reading_text(r, row, 4);
    p->official_name = reading_text(r, row, 5);
    p->promulgator = reading_text(r, row, 6);
    p->agency = reading_agency(r, row_number(row, 7, 0));
    p->field = reading_field(r, row_number(row, 8, 0));
    p->source = (enum catalogue_source)row_word(row, 9, source_words);
    p->yearly = (uint32_t)row_number(row, 10, 0);
    p->popular = row_number(row, 11, 0) != 0;
    p->search_words = reading_text(r, row, 12);
    read_texts(r, p, row);
    p->term = (int32_t)row_number(row, 20, 0);
    p->term_unit = (enum catalogue_term)row_word(row, 21, unit_words);
    p->term_note = reading_text(r, row, 22);
    p->fee = row_number(row, 23, -1);
    p->fee_online = row_number(row, 24, -1);
    p->fee_note = reading_text(r, row, 25);
    p->service_level = (uint8_t)row_number(row, 26, 1);
    p->full_online = row_number(row, 27, 0) != 0;
    p->levels = (uint8_t)((row_number(row, 28, 0) ? CATALOGUE_PROVINCE : 0) |
                          (row_number(row, 29, 0) ? CATALOGUE_DISTRICT : 0) |
                          (row_number(row, 30, 0) ? CATALOGUE_COMMUNE : 0));
    p->ways = (uint8_t)((row_number(row, 31, 0) ? CATALOGUE_BY_COUNTER : 0) |
                        (row_number(row, 32, 0) ? CATALOGUE_BY_ONLINE : 0) |
                        (row_number(row, 33, 0) ? CATALOGUE_BY_POST : 0));
    p->form = reading_form(r, row_number(row, 34, 0));
    p->published = reading_text(r, row, 35);
    if (p->levels == 0)
        p->levels = (uint8_t)(p->agency == CATALOGUE_NONE ? CATALOGUE_CENTRAL
                                                          : r->agencies[p->agency].level);
    return true;
}

static bool withdrawn_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    struct catalogue_withdrawn *gone = catalogue_rows_add(&g->rows);
    gone->code = reading_text(g->reading, row, 0);
    gone->name = reading_text(g->reading, row, 1);
    gone->at = reading_text(g->reading, row, 2);
    return true;
}

static int compare_revs(const void *left, const void *right, void *context)
{
    const struct catalogue_procedure *procedures = context;
    uint32_t a = procedures[*(const uint32_t *)left].rev_id;
    uint32_t b = procedures[*(const uint32_t *)right].rev_id;
    return (a > b) - (a < b);
}

static void order_by_rev(struct catalogue_reading *r)
{
    uint32_t n = r->catalogue->n_procedures;
    r->by_rev = arena_take_array(r->catalogue->arena, n ? n : 1, sizeof *r->by_rev);
    for (uint32_t i = 0; i < n; i++)
        r->by_rev[i] = i;
    qsort_r(r->by_rev, n, sizeof *r->by_rev, compare_revs, r->procedures);
}

bool catalogue_read_procedures(struct catalogue_reading *reading)
{
    struct catalogue *catalogue = reading->catalogue;
    struct gathering g = { .reading = reading };
    catalogue_rows_init(&g.rows, sizeof(struct catalogue_procedure));
    bool ok = db_each(reading->db, procedures_sql, DB_ARGS(), procedure_row, &g) != DB_FAIL;
    reading->procedures = catalogue_rows_take(&g.rows, catalogue->arena, &catalogue->n_procedures);
    catalogue->procedures = reading->procedures;
    catalogue_rows_release(&g.rows);
    order_by_rev(reading);

    catalogue_rows_init(&g.rows, sizeof(struct catalogue_withdrawn));
    ok = ok && db_each(reading->db,
                       "select p.code, r.name, p.withdrawn_at from `procedure` p"
                       " join procedure_rev r on r.id = p.current_rev_id"
                       " where p.withdrawn_at is not null order by p.code",
                       DB_ARGS(), withdrawn_row, &g) != DB_FAIL;
    catalogue->withdrawn = catalogue_rows_take(&g.rows, catalogue->arena, &catalogue->n_withdrawn);
    catalogue_rows_release(&g.rows);
    return ok;
}

uint32_t reading_by_rev(const struct catalogue_reading *reading, int64_t rev_id)
{
    uint32_t low = 0, high = reading->catalogue->n_procedures;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (reading->procedures[reading->by_rev[middle]].rev_id < rev_id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == reading->catalogue->n_procedures)
        return CATALOGUE_NONE;
    uint32_t place = reading->by_rev[low];
    return reading->procedures[place].rev_id == rev_id ? place : CATALOGUE_NONE;
}
