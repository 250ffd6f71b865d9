/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The blank form of a procedure, to print and fill in by hand. The form is a Vietnamese official
 * paper in either language; on English pages every label carries its translation.
 */
#include <string.h>

#include "lib/limits.h"
#include "lib/page.h"
#include "lib/pdf.h"
#include "public/procedure.h"

enum { RUN_MAX = 64 };

struct sheet {
    struct request *rq;
    struct pdf *pdf;
    const struct catalogue_form *form;
};

static const char *label_of(struct sheet *sheet, const char *vietnamese, const char *english)
{
    if (!in_english(sheet->rq) || !*english)
        return vietnamese;
    return arena_format(sheet->rq->arena, "%s / %s", vietnamese, english);
}

static const char *item_label(struct sheet *sheet, const struct catalogue_item *item)
{
    return label_of(sheet, item->label, item->label_en);
}

/* How many items from `i` on are inside items[i - 1], which has that depth. */
static uint32_t inside(const struct catalogue_form *form, uint32_t i, unsigned depth)
{
    uint32_t n = 0;
    while (i + n < form->n_items && form->items[i + n].depth > depth)
        n++;
    return n;
}

static bool is_written(enum catalogue_item_type type)
{
    return type == ITEM_TEXT || type == ITEM_DATE || type == ITEM_NUMBER || type == ITEM_MONEY;
}

static struct pdf_cell cell_of(struct sheet *sheet, const struct catalogue_item *item)
{
    struct request *rq = sheet->rq;
    struct pdf_cell cell = {
        .label = arena_format(rq->arena, "%s:", item_label(sheet, item)),
        .hint = label_of(sheet, item->hint, item->hint_en),
        .width = item->width,
        .lines = item->lines,
    };
    if (item->type == ITEM_DATE)
        cell.pattern = say(rq, "blank.date");
    return cell;
}

/* Items that fit on one line of twelfths stand side by side. Answers how many were drawn. */
static uint32_t written_draw(struct sheet *sheet, uint32_t i)
{
    const struct catalogue_item *items = sheet->form->items;
    struct pdf_cell cells[PDF_COLUMNS_MAX];
    uint32_t n = 0;
    int room = PDF_COLUMNS_MAX;
    while (i + n < sheet->form->n_items && n < PDF_COLUMNS_MAX && is_written(items[i + n].type) &&
           items[i + n].depth == items[i].depth && items[i + n].width <= room) {
        room -= items[i + n].width;
        cells[n] = cell_of(sheet, &items[i + n]);
        n++;
    }
    pdf_cells(sheet->pdf, cells, n);
    return n;
}

static void boxes_draw(struct sheet *sheet, uint32_t i, uint32_t n)
{
    const struct catalogue_item *items = sheet->form->items;
    const char *options[RUN_MAX];
    uint32_t count = 0;
    for (uint32_t k = 1; k <= n && count < RUN_MAX; k++)
        if (items[i + k].type == ITEM_OPTION)
            options[count++] = item_label(sheet, &items[i + k]);
    const char *label = item_label(sheet, &items[i]);
    pdf_boxes(sheet->pdf, *label ? arena_format(sheet->rq->arena, "%s:", label) : "", options,
              count);
}

static void table_draw(struct sheet *sheet, uint32_t i, uint32_t n)
{
    const struct catalogue_item *items = sheet->form->items;
    struct pdf_column columns[PDF_COLUMNS_MAX];
    uint32_t count = 0;
    for (uint32_t k = 1; k <= n && count < PDF_COLUMNS_MAX; k++)
        if (items[i + k].type == ITEM_COLUMN)
            columns[count++] = (struct pdf_column){item_label(sheet, &items[i + k]),
                                                   items[i + k].width};
    if (*items[i].label)
        pdf_text(sheet->pdf, item_label(sheet, &items[i]), PDF_BODY, PDF_LEFT);
    pdf_table(sheet->pdf, columns, count, items[i].lines);
}

static uint32_t signatures_draw(struct sheet *sheet, uint32_t i)
{
    const struct catalogue_item *items = sheet->form->items;
    struct pdf_signature signatures[4];
    uint32_t n = 0;
    while (i + n < sheet->form->n_items && n < 4 && items[i + n].type == ITEM_SIGNATURE) {
        signatures[n] = (struct pdf_signature){item_label(sheet, &items[i + n]),
                                               label_of(sheet, items[i + n].hint,
                                                        items[i + n].hint_en)};
        n++;
    }
    pdf_signatures(sheet->pdf, signatures, n, NULL);
    return n;
}

/* Millimetres: a heading stays with what it heads, place and date with the signature below them,
 * and so does the declaration that is signed. */
static double room_wanted(const struct catalogue_form *form, uint32_t i)
{
    switch (form->items[i].type) {
    case ITEM_SECTION:
        return 30;
    case ITEM_GROUP:
        return 20;
    case ITEM_TABLE:
        return 42;
    case ITEM_PLACE_DATE:
        return 52;
    case ITEM_TEXT:
    case ITEM_DATE:
    case ITEM_NUMBER:
    case ITEM_MONEY:
    case ITEM_CHOICE:
    case ITEM_CHECKS:
        return 0;
    default:
        return i + 1 < form->n_items && form->items[i + 1].type == ITEM_PLACE_DATE ? 70 : 0;
    }
}

/* Draws the item and what belongs to it; answers how many items that were. */
static uint32_t item_draw(struct sheet *sheet, uint32_t i)
{
    const struct catalogue_item *item = &sheet->form->items[i];
    struct pdf *pdf = sheet->pdf;
    if (is_written(item->type))
        return written_draw(sheet, i);
    uint32_t n = inside(sheet->form, i + 1, item->depth);
    pdf_keep(pdf, room_wanted(sheet->form, i));
    switch (item->type) {
    case ITEM_SECTION:
        pdf_space(pdf, 3);
        pdf_text(pdf, item_label(sheet, item), PDF_HEADING, PDF_LEFT);
        return 1;
    case ITEM_GROUP:
        pdf_text(pdf, item_label(sheet, item), PDF_BOLD, PDF_LEFT);
        return 1;
    case ITEM_CHOICE:
    case ITEM_CHECKS:
        boxes_draw(sheet, i, n);
        return n + 1;
    case ITEM_TABLE:
        table_draw(sheet, i, n);
        return n + 1;
    case ITEM_PLACE_DATE:
        pdf_space(pdf, 4);
        pdf_text(pdf, say(sheet->rq, "blank.place_date"), PDF_ITALIC, PDF_RIGHT);
        return 1;
    case ITEM_SIGNATURE:
        return signatures_draw(sheet, i);
    default:
        pdf_space(pdf, 1.5);
        pdf_text(pdf, item_label(sheet, item), PDF_BODY, PDF_LEFT);
        return 1;
    }
}

static const char *addressee(struct sheet *sheet, const struct catalogue *catalogue,
                             const struct catalogue_procedure *p)
{
    if (*sheet->form->addressee)
        return sheet->form->addressee;
    return p->agency == CATALOGUE_NONE || catalogue->agencies[p->agency].level == 0
               ? "……………………………………"
               : catalogue->agencies[p->agency].name;
}

static void head_draw(struct sheet *sheet, const struct catalogue *catalogue,
                      const struct catalogue_procedure *p)
{
    struct request *rq = sheet->rq;
    struct pdf *pdf = sheet->pdf;
    struct qr qr;
    const char *address = full_address(rq, arena_format(rq->arena, "/thu-tuc/%s", p->code));
    if (qr_make(rq->arena, address, &qr))
        pdf_qr(pdf, &qr, 22, p->code);
    pdf_text(pdf, say(rq, "blank.country"), PDF_BOLD, PDF_CENTRE);
    pdf_text(pdf, say(rq, "blank.motto"), PDF_BOLD, PDF_CENTRE);
    pdf_rule(pdf, 48);
    pdf_space(pdf, 15); /* clear of the code's caption, however wide the title is */
    pdf_text(pdf, sheet->form->title, PDF_TITLE, PDF_CENTRE);
    if (in_english(rq) && *sheet->form->title_en)
        pdf_text(pdf, sheet->form->title_en, PDF_ITALIC, PDF_CENTRE);
    pdf_space(pdf, 1);
    pdf_text(pdf, say_fill(rq, "blank.procedure", "name", p->name, "code", p->code, NULL),
             PDF_SMALL, PDF_CENTRE);
    pdf_space(pdf, 4);
    pdf_text(pdf, say_fill(rq, "blank.to", "agency", addressee(sheet, catalogue, p), NULL),
             PDF_BOLD, PDF_CENTRE);
    pdf_space(pdf, 3);
}

static bool sheet_draw(struct sheet *sheet, const struct catalogue *catalogue,
                       const struct catalogue_procedure *p, struct buffer *out)
{
    head_draw(sheet, catalogue, p);
    for (uint32_t i = 0; i < sheet->form->n_items;) {
        /* A group, or a choice inside one, stands a little to the right. */
        pdf_indent(sheet->pdf, 4.0 * sheet->form->items[i].depth);
        i += item_draw(sheet, i);
    }
    return pdf_finish(sheet->pdf, out);
}

int form_blank(struct request *rq)
{
    const struct catalogue *catalogue;
    int status;
    const struct catalogue_procedure *p = procedure_wanted(rq, &catalogue, &status);
    if (!p)
        return status;
    struct sheet sheet = {.rq = rq, .form = catalogue_form_of(catalogue, p)};
    if (!sheet.form)
        return page_missing(rq);
    sheet.pdf = pdf_open(&(struct pdf_setup){
        .paper = PDF_A4,
        .title = sheet.form->title,
        .author = catalogue->site.name,
        .footer = *sheet.form->basis ? say_fill(rq, "blank.footer", "site", catalogue->site.name,
                                                "basis", sheet.form->basis, NULL)
                                     : catalogue->site.name,
    });
    struct buffer bytes;
    buffer_init(&bytes, LIMIT_PAGE);
    bool good = sheet_draw(&sheet, catalogue, p, &bytes);
    const char *name = arena_format(rq->arena, "%s-%s.pdf", sheet.form->code, p->code);
    status = good ? page_bytes(rq, "application/pdf", bytes.bytes, bytes.length, name)
                  : page_error(rq, 500);
    buffer_release(&bytes);
    pdf_close(sheet.pdf);
    return status;
}
