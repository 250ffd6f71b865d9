/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What hangs on an edition of a procedure: papers, fees, laws, audiences, agencies. Rows come
 * ordered by edition; a run of one edition becomes one array.
 */
#include <string.h>

#include "model/catalogue_read.h"

struct gathering {
    struct catalogue_reading *reading;
    struct catalogue_rows rows;
    uint32_t place; /* of the procedure the rows belong to */
    void (*give)(struct gathering *g, struct catalogue_procedure *procedure);
};

/* The procedure of this row; ends the run before it when that was another. */
static bool belongs(struct gathering *g, int64_t rev_id)
{
    uint32_t place = g->place;
    if (place == CATALOGUE_NONE || g->reading->procedures[place].rev_id != rev_id)
        place = reading_by_rev(g->reading, rev_id);
    if (place != g->place && g->place != CATALOGUE_NONE)
        g->give(g, &g->reading->procedures[g->place]);
    g->place = place;
    return place != CATALOGUE_NONE;
}

static bool gather(struct catalogue_reading *reading, size_t size, const char *sql,
                   bool (*row)(void *context, const struct db_row *row),
                   void (*give)(struct gathering *g, struct catalogue_procedure *procedure))
{
    struct gathering g = { .reading = reading, .place = CATALOGUE_NONE, .give = give };
    catalogue_rows_init(&g.rows, size);
    bool ok = db_each(reading->db, sql, DB_ARGS(), row, &g) != DB_FAIL;
    if (ok && g.place != CATALOGUE_NONE)
        give(&g, &reading->procedures[g.place]);
    catalogue_rows_release(&g.rows);
    return ok;
}

static bool paper_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    if (!belongs(g, row_number(row, 0, 0)))
        return true;
    struct catalogue_paper *paper = catalogue_rows_add(&g->rows);
    paper->case_text = reading_text(g->reading, row, 1);
    paper->name = reading_text(g->reading, row, 2);
    paper->name_en = reading_text(g->reading, row, 3);
    paper->originals = (uint16_t)row_number(row, 4, 0);
    paper->copies = (uint16_t)row_number(row, 5, 0);
    paper->required = row_number(row, 6, 1) != 0;
    paper->shown_only = row_number(row, 7, 0) != 0;
    paper->note = reading_text(g->reading, row, 8);
    paper->form = reading_form(g->reading, row_number(row, 9, 0));
    return true;
}

static void papers_give(struct gathering *g, struct catalogue_procedure *procedure)
{
    procedure->papers =
        catalogue_rows_take(&g->rows, g->reading->catalogue->arena, &procedure->n_papers);
}

static bool fee_row(void *context, const struct db_row *row)
{
    static const char *const paid_words[] = { "reception", "result", "later", NULL };
    struct gathering *g = context;
    if (!belongs(g, row_number(row, 0, 0)))
        return true;
    struct catalogue_fee *fee = catalogue_rows_add(&g->rows);
    fee->charge = row->text[1] && strcmp(row->text[1], "charge") == 0;
    fee->name = reading_text(g->reading, row, 2);
    fee->amount = row_number(row, 3, -1);
    fee->online = row_number(row, 4, -1);
    fee->note = reading_text(g->reading, row, 5);
    fee->paid = (enum catalogue_paid)row_word(row, 6, paid_words);
    return true;
}

static void fees_give(struct gathering *g, struct catalogue_procedure *procedure)
{
    procedure->fees =
        catalogue_rows_take(&g->rows, g->reading->catalogue->arena, &procedure->n_fees);
}

static bool law_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    if (!belongs(g, row_number(row, 0, 0)))
        return true;
    struct catalogue_law *law = catalogue_rows_add(&g->rows);
    law->number = reading_text(g->reading, row, 1);
    law->title = reading_text(g->reading, row, 2);
    law->date = reading_text(g->reading, row, 3);
    law->issuer = reading_text(g->reading, row, 4);
    return true;
}

static void laws_give(struct gathering *g, struct catalogue_procedure *procedure)
{
    procedure->laws =
        catalogue_rows_take(&g->rows, g->reading->catalogue->arena, &procedure->n_laws);
}

static bool agency_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    uint32_t agency = reading_agency(g->reading, row_number(row, 1, 0));
    if (belongs(g, row_number(row, 0, 0)) && agency != CATALOGUE_NONE)
        *(uint32_t *)catalogue_rows_add(&g->rows) = agency;
    return true;
}

static void agencies_give(struct gathering *g, struct catalogue_procedure *procedure)
{
    procedure->agencies =
        catalogue_rows_take(&g->rows, g->reading->catalogue->arena, &procedure->n_agencies);
}

static bool audience_row(void *context, const struct db_row *row)
{
    static const char *const words[] = { "citizen",
                                         "overseas",
                                         "foreigner",
                                         "business",
                                         "foreign_business",
                                         "cooperative",
                                         "organisation",
                                         "foreign_organisation",
                                         "official",
                                         "party",
                                         NULL };
    struct catalogue_reading *reading = context;
    uint32_t place = reading_by_rev(reading, row_number(row, 0, 0));
    if (place != CATALOGUE_NONE)
        reading->procedures[place].audience |= (uint16_t)(1u << row_word(row, 1, words));
    return true;
}

/* Only editions in force: drafts and old editions would be read for nothing. */
#define IN_FORCE " join `procedure` p on p.current_rev_id = c.rev_id and p.withdrawn_at is null"

bool catalogue_read_parts(struct catalogue_reading *reading)
{
    return gather(reading, sizeof(struct catalogue_paper),
                  "select c.rev_id, c.case_text, c.name, c.name_en, c.originals, c.copies,"
                  " c.is_required, c.is_shown_only, c.note, c.form_rev_id from component c" IN_FORCE
                  " order by c.rev_id, c.position",
                  paper_row, papers_give) &&
           gather(reading, sizeof(struct catalogue_fee),
                  "select c.rev_id, c.kind, c.name, c.amount, c.online_amount, c.note, c.paid_at"
                  " from fee_rule c" IN_FORCE " order by c.rev_id, c.position",
                  fee_row, fees_give) &&
           gather(reading, sizeof(struct catalogue_law),
                  "select c.rev_id, c.number, c.title, c.issued_on, c.issuer"
                  " from legal_basis c" IN_FORCE " order by c.rev_id, c.position",
                  law_row, laws_give) &&
           gather(reading, sizeof(uint32_t),
                  "select p.current_rev_id, a.agency_id from procedure_agency a"
                  " join `procedure` p on p.id = a.procedure_id and p.withdrawn_at is null"
                  " where p.current_rev_id is not null order by p.current_rev_id, a.agency_id",
                  agency_row, agencies_give) &&
           db_each(reading->db, "select c.rev_id, c.audience from procedure_audience c" IN_FORCE,
                   DB_ARGS(), audience_row, reading) != DB_FAIL;
}
