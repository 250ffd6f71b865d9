/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Agencies and fields of a snapshot.
 */
#include <string.h>

#include "lib/log.h"
#include "model/catalogue_read.h"
#include "search/fold.h"

static const char *const level_words[] = { "tinh", "huyen", "xa", "trung_uong", NULL };
static const unsigned level_bits[] = { CATALOGUE_PROVINCE, CATALOGUE_DISTRICT, CATALOGUE_COMMUNE,
                                       CATALOGUE_CENTRAL };

struct gathering {
    struct catalogue_reading *reading;
    struct catalogue_rows rows;
    struct catalogue_rows parents; /* ids, beside the rows */
};

static bool agency_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    struct catalogue_reading *r = g->reading;
    struct catalogue_agency *agency = catalogue_rows_add(&g->rows);
    agency->id = (uint32_t)row_number(row, 0, 0);
    *(int64_t *)catalogue_rows_add(&g->parents) = row_number(row, 1, 0);
    agency->code = reading_text(r, row, 2);
    agency->name = reading_text(r, row, 3);
    agency->name_en = reading_text(r, row, 4);
    agency->short_name = reading_text(r, row, 5);
    agency->kind = reading_text(r, row, 6);
    agency->level = level_bits[row_word(row, 7, level_words)];
    agency->area = reading_text(r, row, 8);
    agency->address = reading_text(r, row, 9);
    agency->phone = reading_text(r, row, 10);
    agency->email = reading_text(r, row, 11);
    agency->has_counter = row_number(row, 12, 0) != 0;
    return true;
}

static bool read_agencies(struct catalogue_reading *r)
{
    struct gathering g = { .reading = r };
    catalogue_rows_init(&g.rows, sizeof(struct catalogue_agency));
    catalogue_rows_init(&g.parents, sizeof(int64_t));
    enum db_result result = db_each(
        r->db,
        "select id, parent_id, code, name, name_en, short, kind, level, area, address, phone,"
        " email, has_counter from agency"
        " where (valid_from is null or valid_from <= ?) and (valid_to is null or valid_to >= ?)"
        " order by position, name collate utf8mb4_vietnamese_ci, id",
        DB_ARGS(db_text(r->today), db_text(r->today)), agency_row, &g);
    r->agencies = catalogue_rows_take(&g.rows, r->catalogue->arena, &r->catalogue->n_agencies);
    r->catalogue->agencies = r->agencies;
    for (uint32_t i = 0; i < r->catalogue->n_agencies; i++)
        r->agencies[i].parent = reading_agency(r, ((int64_t *)(void *)g.parents.items)[i]);
    catalogue_rows_release(&g.rows);
    catalogue_rows_release(&g.parents);
    return result != DB_FAIL;
}

/* The letter a name begins with in a Vietnamese index: "ẩm thực" stands under Â. */
static void letter_of(const char *name, char letter[4])
{
    static const struct {
        char key[3];
        char letter[4];
    } marked[] = { { "a*", "Â" }, { "a(", "Ă" }, { "d-", "Đ" }, { "e*", "Ê" },
                   { "o*", "Ô" }, { "o+", "Ơ" }, { "u+", "Ư" } };
    struct syllable first;
    if (fold_syllables(name, &first, 1) == 0) {
        snprintf(letter, 4, "#");
        return;
    }
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
        if (strncmp(first.key, marked[i].key, 2) == 0) {
            snprintf(letter, 4, "%s", marked[i].letter);
            return;
        }
    char base = first.key[0];
    snprintf(letter, 4, "%c", base >= 'a' && base <= 'z' ? base - 'a' + 'A' : '#');
}

static bool field_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    struct catalogue_field *field = catalogue_rows_add(&g->rows);
    field->id = (uint32_t)row_number(row, 0, 0);
    field->code = reading_text(g->reading, row, 1);
    field->name = reading_text(g->reading, row, 2);
    field->name_en = reading_text(g->reading, row, 3);
    letter_of(field->name, field->letter);
    return true;
}

static bool read_fields(struct catalogue_reading *r)
{
    struct gathering g = { .reading = r };
    catalogue_rows_init(&g.rows, sizeof(struct catalogue_field));
    enum db_result result = db_each(r->db,
                                    "select id, code, name, name_en from field"
                                    " order by name collate utf8mb4_vietnamese_ci, id",
                                    DB_ARGS(), field_row, &g);
    r->fields = catalogue_rows_take(&g.rows, r->catalogue->arena, &r->catalogue->n_fields);
    r->catalogue->fields = r->fields;
    catalogue_rows_release(&g.rows);
    return result != DB_FAIL;
}

bool catalogue_read_places(struct catalogue_reading *reading)
{
    return read_agencies(reading) && read_fields(reading);
}

/* A few hundred agencies and fields, asked for a few thousand times: looking through is enough. */
uint32_t reading_agency(const struct catalogue_reading *reading, int64_t id)
{
    for (uint32_t i = 0; id > 0 && i < reading->catalogue->n_agencies; i++)
        if (reading->agencies[i].id == id)
            return i;
    return CATALOGUE_NONE;
}

uint32_t reading_field(const struct catalogue_reading *reading, int64_t id)
{
    for (uint32_t i = 0; i < reading->catalogue->n_fields; i++)
        if (reading->fields[i].id == id)
            return i;
    return CATALOGUE_NONE;
}
