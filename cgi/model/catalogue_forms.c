/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Published blank forms of a snapshot, their items in reading order.
 */
#include <string.h>

#include "model/catalogue_read.h"

static const char *const type_words[] = { "section", "note",   "group",      "text",      "date",
                                          "number",  "money",  "choice",     "checks",    "option",
                                          "table",   "column", "place_date", "signature", NULL };

enum { DEPTH_MAX = 6 };

struct raw_item {
    int64_t rev;
    const char *parent;
    struct catalogue_item item;
};

struct gathering {
    struct catalogue_reading *reading;
    struct catalogue_rows rows;
};

static bool form_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    struct catalogue_form *form = catalogue_rows_add(&g->rows);
    form->rev_id = (uint32_t)row_number(row, 0, 0);
    form->code = reading_text(g->reading, row, 1);
    form->title = reading_text(g->reading, row, 2);
    form->title_en = reading_text(g->reading, row, 3);
    form->addressee = reading_text(g->reading, row, 4);
    form->basis = reading_text(g->reading, row, 5);
    return true;
}

static bool item_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    struct catalogue_reading *r = g->reading;
    struct raw_item *raw = catalogue_rows_add(&g->rows);
    raw->rev = row_number(row, 0, 0);
    raw->parent = reading_text(r, row, 2);
    raw->item.key = reading_text(r, row, 1);
    raw->item.type = (enum catalogue_item_type)row_word(row, 3, type_words);
    raw->item.label = reading_text(r, row, 4);
    raw->item.label_en = reading_text(r, row, 5);
    raw->item.hint = reading_text(r, row, 6);
    raw->item.hint_en = reading_text(r, row, 7);
    raw->item.width = (uint8_t)row_number(row, 8, 12);
    raw->item.lines = (uint8_t)row_number(row, 9, 1);
    raw->item.required = row_number(row, 10, 0) != 0;
    return true;
}

/* Appends what is inside of `parent`, each item followed by its own insides. */
static void place(struct catalogue_rows *ordered, const struct raw_item *raw, size_t n,
                  const char *parent, uint8_t depth)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(raw[i].parent, parent) != 0)
            continue;
        struct catalogue_item *item = catalogue_rows_add(ordered);
        *item = raw[i].item;
        item->depth = depth;
        if (depth < DEPTH_MAX)
            place(ordered, raw, n, raw[i].item.key, depth + 1);
    }
}

static void distribute(struct catalogue_reading *r, struct catalogue_form *forms,
                       const struct raw_item *raw, size_t n)
{
    struct catalogue_rows ordered;
    catalogue_rows_init(&ordered, sizeof(struct catalogue_item));
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && raw[to].rev == raw[from].rev; to++)
            ;
        uint32_t form = reading_form(r, raw[from].rev);
        if (form == CATALOGUE_NONE)
            continue;
        place(&ordered, raw + from, to - from, "", 0);
        forms[form].items =
            catalogue_rows_take(&ordered, r->catalogue->arena, &forms[form].n_items);
    }
    catalogue_rows_release(&ordered);
}

/* The form of procedures without their own: the latest edition of the one with this code. */
static uint32_t general_form(const struct catalogue *catalogue)
{
    uint32_t found = CATALOGUE_NONE;
    for (uint32_t i = 0; i < catalogue->n_forms; i++)
        if (strcmp(catalogue->forms[i].code, "don-chung") == 0)
            found = i;
    return found;
}

bool catalogue_read_forms(struct catalogue_reading *reading)
{
    struct catalogue *catalogue = reading->catalogue;
    struct gathering g = { .reading = reading };
    catalogue_rows_init(&g.rows, sizeof(struct catalogue_form));
    bool ok = db_each(reading->db,
                      "select v.id, f.code, v.title, v.title_en, v.addressee, v.basis"
                      " from form_rev v join form f on f.id = v.form_id"
                      " where v.published_at is not null order by v.id",
                      DB_ARGS(), form_row, &g) != DB_FAIL;
    struct catalogue_form *forms =
        catalogue_rows_take(&g.rows, catalogue->arena, &catalogue->n_forms);
    catalogue->forms = forms;
    catalogue_rows_release(&g.rows);

    catalogue_rows_init(&g.rows, sizeof(struct raw_item));
    ok = ok && db_each(reading->db,
                       "select i.form_rev_id, i.stable_key, i.parent_key, i.type, i.label,"
                       " i.label_en, i.hint, i.hint_en, i.width, i.line_count, i.is_required"
                       " from form_item i join form_rev v on v.id = i.form_rev_id"
                       " where v.published_at is not null"
                       " order by i.form_rev_id, i.position, i.stable_key",
                       DB_ARGS(), item_row, &g) != DB_FAIL;
    if (ok)
        distribute(reading, forms, (const struct raw_item *)(void *)g.rows.items, g.rows.n);
    catalogue_rows_release(&g.rows);

    catalogue->general_form = general_form(catalogue);
    return ok;
}

uint32_t reading_form(const struct catalogue_reading *reading, int64_t rev_id)
{
    const struct catalogue_form *forms = reading->catalogue->forms;
    uint32_t low = 0, high = reading->catalogue->n_forms;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (forms[middle].rev_id < rev_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < reading->catalogue->n_forms && forms[low].rev_id == rev_id ? low : CATALOGUE_NONE;
}
