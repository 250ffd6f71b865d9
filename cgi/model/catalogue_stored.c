/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/catalogue_stored.h"

#include <stdlib.h>

struct reading {
    struct arena *arena;
    struct stored_catalogue *catalogue;
    size_t at;    /* row of a parent query, or parent of the child row before */
};

static const char *text_of(struct reading *reading, const struct db_row *row, size_t column)
{
    return arena_copy(reading->arena, row->text[column]);
}

static int64_t number_of(const struct db_row *row, size_t column, int64_t absent)
{
    return row->text[column] ? strtoll(row->text[column], NULL, 10) : absent;
}

static bool flag_of(const struct db_row *row, size_t column)
{
    return number_of(row, column, 0) != 0;
}

/* ---- procedures and their editions -------------------------------------------------------- */

static const char procedures_sql[] =
    "select p.id, p.code, p.short_code, f.code, a.code, p.source, p.promulgator, p.is_popular,"
    " p.yearly_count, p.search_words, p.withdrawn_at is not null,"
    " (select max(x.rev_no) from procedure_rev x where x.procedure_id = p.id), r.id,"
    " r.name, r.official_name, r.name_en, r.steps, r.submit_text, r.subjects, r.conditions,"
    " r.result_text, r.authority_text, r.note, r.term_unit, r.term_note, r.fee_note, r.source_note,"
    " r.term_value, r.fee_amount, r.fee_online_amount, r.service_level, r.is_full_online,"
    " r.at_province, r.at_district, r.at_commune, r.by_counter, r.by_online, r.by_post,"
    " if(w.is_default, '', w.code), fo.code, r.raw is not null, f.name, f.name_en"
    " from `procedure` p join field f on f.id = p.field_id"
    " left join agency a on a.id = p.agency_id"
    " left join procedure_rev r on r.id = p.current_rev_id"
    " left join workflow_rev wr on wr.id = r.workflow_rev_id"
    " left join workflow w on w.id = wr.workflow_id"
    " left join form_rev fr on fr.id = r.form_rev_id"
    " left join form fo on fo.id = fr.form_id"
    " order by p.current_rev_id, p.code";

static void edition_of(struct reading *reading, const struct db_row *row,
                       struct procedure_record *record)
{
    const char **texts[] = {
        &record->name,       &record->official_name, &record->name_en,   &record->steps,
        &record->submit,     &record->subjects,      &record->conditions, &record->results,
        &record->authority,  &record->note,          &record->term_unit, &record->term_note,
        &record->fee_note,   &record->source_note,
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = text_of(reading, row, 13 + i);
    record->term_value = number_of(row, 27, -1);
    record->fee_amount = number_of(row, 28, -1);
    record->fee_online_amount = number_of(row, 29, -1);
    record->service_level = number_of(row, 30, 1);
    bool *flags[] = {&record->full_online, &record->at_province, &record->at_district,
                     &record->at_commune,  &record->by_counter,  &record->by_online,
                     &record->by_post};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        *flags[i] = flag_of(row, 31 + i);
    record->workflow = text_of(reading, row, 38);
    record->form = text_of(reading, row, 39);
    record->raw = flag_of(row, 40) ? "" : NULL;
}

static bool procedure_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    if (reading->at >= reading->catalogue->count)
        return false; /* came after the count; the transaction makes this impossible */
    struct stored *stored = &reading->catalogue->items[reading->at++];
    struct procedure_record *record = &stored->record;
    procedure_record_init(record);
    stored->id = (uint64_t)number_of(row, 0, 0);
    const char **texts[] = {&record->code, &record->short_code, &record->field,
                            &record->agency, &record->source, &record->promulgator};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = text_of(reading, row, 1 + i);
    record->popular = flag_of(row, 7);
    record->yearly_count = number_of(row, 8, 0);
    record->search_words = text_of(reading, row, 9);
    stored->withdrawn = flag_of(row, 10);
    stored->rev_last = number_of(row, 11, 0);
    stored->rev_id = (uint64_t)number_of(row, 12, 0);
    record->field_name = text_of(reading, row, 41);
    record->field_name_en = text_of(reading, row, 42);
    if (stored->rev_id)
        edition_of(reading, row, record);
    return true;
}

/* ---- what hangs under an edition ------------------------------------------------------------ */

/* Children come by edition, as the parents do: the search goes forward only. */
static struct stored *parent_of(struct reading *reading, uint64_t rev_id)
{
    struct stored_catalogue *catalogue = reading->catalogue;
    while (reading->at < catalogue->count && catalogue->items[reading->at].rev_id < rev_id)
        reading->at++;
    if (reading->at < catalogue->count && catalogue->items[reading->at].rev_id == rev_id)
        return &catalogue->items[reading->at];
    return NULL;
}

/* Room for one more item of an array that grows by doubling in the arena. */
static void *one_more(struct arena *arena, void *items, size_t count, size_t bytes)
{
    if (count & (count - 1)) /* room is the next power of two */
        return items;
    void *more = arena_take_array(arena, count ? count * 2 : 1, bytes);
    if (count)
        memcpy(more, items, count * bytes);
    return more;
}

static bool audience_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct stored *stored = parent_of(reading, (uint64_t)number_of(row, 0, 0));
    for (size_t i = 0; stored && i < AUDIENCES; i++)
        if (strcmp(row->text[1], audience_names[i]) == 0)
            stored->record.audiences |= 1u << i;
    return true;
}

static bool paper_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct stored *stored = parent_of(reading, (uint64_t)number_of(row, 0, 0));
    if (!stored)
        return true;
    struct procedure_record *record = &stored->record;
    record->papers = one_more(reading->arena, record->papers, record->n_papers, sizeof *record->papers);
    record->papers[record->n_papers++] = (struct paper){
        .case_text = text_of(reading, row, 1),
        .name = text_of(reading, row, 2),
        .name_en = text_of(reading, row, 3),
        .originals = number_of(row, 4, 0),
        .copies = number_of(row, 5, 0),
        .optional = !flag_of(row, 6),
        .shown_only = flag_of(row, 7),
        .note = text_of(reading, row, 8),
        .form = text_of(reading, row, 9),
    };
    return true;
}

static bool charge_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct stored *stored = parent_of(reading, (uint64_t)number_of(row, 0, 0));
    if (!stored)
        return true;
    struct procedure_record *record = &stored->record;
    record->charges =
        one_more(reading->arena, record->charges, record->n_charges, sizeof *record->charges);
    record->charges[record->n_charges++] = (struct charge){
        .kind = text_of(reading, row, 1),
        .name = text_of(reading, row, 2),
        .amount = number_of(row, 3, -1),
        .online_amount = number_of(row, 4, -1),
        .note = text_of(reading, row, 5),
        .paid_at = text_of(reading, row, 6),
    };
    return true;
}

static bool basis_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct stored *stored = parent_of(reading, (uint64_t)number_of(row, 0, 0));
    if (!stored)
        return true;
    struct procedure_record *record = &stored->record;
    record->bases = one_more(reading->arena, record->bases, record->n_bases, sizeof *record->bases);
    record->bases[record->n_bases++] = (struct basis){
        .number = text_of(reading, row, 1),
        .title = text_of(reading, row, 2),
        .issued_on = text_of(reading, row, 3),
        .issuer = text_of(reading, row, 4),
    };
    return true;
}

static bool agency_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct stored *stored = map_get(reading->catalogue->by_code, row->text[0]);
    if (!stored)
        return true;
    struct procedure_record *record = &stored->record;
    record->agencies =
        one_more(reading->arena, record->agencies, record->n_agencies, sizeof *record->agencies);
    record->agencies[record->n_agencies++] = text_of(reading, row, 1);
    return true;
}

static const struct child {
    const char *sql;
    bool (*row)(void *context, const struct db_row *row);
} children[] = {
    {"select a.rev_id, a.audience from procedure_audience a"
     " join `procedure` p on p.current_rev_id = a.rev_id order by a.rev_id",
     audience_row},
    {"select c.rev_id, c.case_text, c.name, c.name_en, c.originals, c.copies, c.is_required,"
     " c.is_shown_only, c.note, f.code from component c"
     " join `procedure` p on p.current_rev_id = c.rev_id"
     " left join form_rev r on r.id = c.form_rev_id left join form f on f.id = r.form_id"
     " order by c.rev_id, c.position",
     paper_row},
    {"select r.rev_id, r.kind, r.name, r.amount, r.online_amount, r.note, r.paid_at from fee_rule r"
     " join `procedure` p on p.current_rev_id = r.rev_id order by r.rev_id, r.position",
     charge_row},
    {"select b.rev_id, b.number, b.title, b.issued_on, b.issuer from legal_basis b"
     " join `procedure` p on p.current_rev_id = b.rev_id order by b.rev_id, b.position",
     basis_row},
    {"select p.code, a.code from procedure_agency pa join `procedure` p on p.id = pa.procedure_id"
     " join agency a on a.id = pa.agency_id order by p.code, a.code",
     agency_row},
};

enum db_result catalogue_stored_load(struct db *db, struct arena *arena,
                                     struct stored_catalogue *catalogue)
{
    struct db_row row;
    if (db_one(db, arena, "select count(*) from `procedure`", DB_ARGS(), &row) != DB_OK)
        return DB_FAIL;
    catalogue->count = strtoull(row.text[0], NULL, 10);
    catalogue->items = arena_take_array(arena, catalogue->count + 1, sizeof *catalogue->items);
    catalogue->by_code = map_open(arena);

    struct reading reading = {.arena = arena, .catalogue = catalogue};
    if (db_each(db, procedures_sql, DB_ARGS(), procedure_row, &reading) == DB_FAIL)
        return DB_FAIL;
    catalogue->count = reading.at;
    for (size_t i = 0; i < catalogue->count; i++)
        map_put(catalogue->by_code, catalogue->items[i].record.code, &catalogue->items[i]);

    for (size_t i = 0; i < sizeof children / sizeof *children; i++) {
        reading.at = 0;
        if (db_each(db, children[i].sql, DB_ARGS(), children[i].row, &reading) == DB_FAIL)
            return DB_FAIL;
    }
    for (size_t i = 0; i < catalogue->count; i++)
        procedure_record_settle(arena, &catalogue->items[i].record);
    return DB_OK;
}
