/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/limits.h"
#include "lib/page.h"
#include "lib/say.h"
#include "staff/paper_sheet.h"

enum { LEFT_LINES = 4, SIGNATURE_GAP = 2, RATE_SIDE = 19 }; /* the gap and the side in millimetres */

/* Points of the text: 13 on A4 as official letters have it; what fits on the small sheets. */
static double letter_size(const struct sheet *sheet)
{
    return sheet->size == PDF_A5 ? 9.5 : sheet->size == PDF_A4_WIDE ? 10 : 13;
}

static void head_draw(const struct sheet *sheet, struct pdf *pdf)
{
    struct request rq = sheet->vietnamese;
    struct pdf_line left[LEFT_LINES];
    size_t n = 0;
    if (*sheet->above)
        left[n++] = (struct pdf_line){sheet->above, PDF_HEAD, 0};
    left[n++] = (struct pdf_line){sheet->unit, PDF_HEAD_BOLD, *sheet->part ? 0 : 22};
    if (*sheet->part)
        left[n++] = (struct pdf_line){sheet->part, PDF_HEAD_BOLD, 22};
    if (*sheet->number)
        left[n++] = (struct pdf_line){sheet->number, PDF_HEAD, 0};
    const struct pdf_line right[] = {
        {say(&rq, "blank.country"), PDF_HEAD_BOLD, 0},
        {say(&rq, "blank.motto"), PDF_BOLD, sheet->size == PDF_A5 ? 34 : 46},
        {sheet->place_date, PDF_ITALIC, 0},
    };
    const struct pdf_line reprint = {sheet->reprint, PDF_BOLD, 0}, mark = {sheet->mark, PDF_NOTE, 0};
    if (*sheet->mark || *sheet->reprint)
        pdf_heads(pdf, &reprint, 1, &mark, 1);
    pdf_heads(pdf, left, n, right, *sheet->place_date ? 3 : 2);
    pdf_space(pdf, sheet->size == PDF_A5 ? 2 : 5);
}

static void table_draw(struct pdf *pdf, const struct sheet_block *block)
{
    struct pdf_grid_column columns[PDF_GRID_MAX];
    size_t n = block->n_columns;
    for (size_t i = 0; i < n; i++)
        columns[i] = (struct pdf_grid_column){block->columns[i].label, block->columns[i].group,
                                              block->columns[i].width, block->columns[i].align};
    pdf_grid(pdf, columns, n, (const char *const *)block->cells, block->n_rows);
}

/* What stands between two signatures; NULL: nothing. */
static const struct pdf_between *between_of(const struct sheet *sheet, struct pdf_between *between)
{
    if (!sheet->rate_caption)
        return NULL;
    *between = (struct pdf_between){.qr = &sheet->rate, .side = RATE_SIDE, .caption = sheet->rate_caption};
    return between;
}

static void block_draw(const struct sheet *sheet, const struct sheet_block *block, struct pdf *pdf)
{
    struct pdf_between between;
    switch (block->kind) {
    case SHEET_FIELD:
        pdf_pair(pdf, block->label, block->text, block->strong);
        break;
    case SHEET_TEXT:
        pdf_paragraph(pdf, block->text);
        break;
    case SHEET_POINT:
        pdf_indent(pdf, 6);
        pdf_text(pdf, block->text, PDF_BODY, PDF_LEFT);
        pdf_indent(pdf, 0);
        return;
    case SHEET_NOTE:
        pdf_text(pdf, block->text, PDF_SMALL, PDF_LEFT);
        break;
    case SHEET_TABLE:
        table_draw(pdf, block);
        return;
    case SHEET_SIGNATURES:
        pdf_space(pdf, SIGNATURE_GAP);
        pdf_signatures(pdf, block->signatures, block->n_signatures, between_of(sheet, &between));
        return;
    case SHEET_CODES:
        pdf_codes(pdf, sheet->has_codes ? &sheet->bars : NULL, sheet->caption,
                  sheet->has_qr ? &sheet->qr : NULL);
        return;
    }
    if (*block->english)
        pdf_text(pdf, block->english, PDF_NOTE, PDF_LEFT);
}

/* Nobody signs a page that says nothing: the last lines go overleaf with the signatures. */
static void signatures_keep(const struct sheet *sheet, size_t i, struct pdf *pdf)
{
    const struct sheet_block *block = &sheet->blocks[i];
    if (i + 1 == sheet->n || sheet->blocks[i + 1].kind != SHEET_SIGNATURES || block->kind == SHEET_TABLE)
        return;
    double text = pdf_measure(pdf, block->text, block->kind == SHEET_NOTE ? PDF_SMALL : PDF_BODY);
    double english = *block->english ? pdf_measure(pdf, block->english, PDF_NOTE) : 0;
    struct pdf_between between;
    pdf_keep(pdf, text + english + SIGNATURE_GAP + 1 + pdf_signature_room(pdf, between_of(sheet, &between)));
}

bool sheet_draw(const struct sheet *sheet, struct buffer *out)
{
    struct pdf *pdf = pdf_open(&(struct pdf_setup){
        .paper = sheet->size,
        .letter = letter_size(sheet),
        .title = sheet->title,
        .author = sheet->unit,
        .footer = sheet->footer,
    });
    head_draw(sheet, pdf);
    pdf_text(pdf, sheet->title, PDF_TITLE, PDF_CENTRE);
    if (*sheet->title_english)
        pdf_text(pdf, sheet->title_english, PDF_NOTE, PDF_CENTRE);
    if (*sheet->subtitle)
        pdf_text(pdf, sheet->subtitle, PDF_ITALIC, PDF_CENTRE);
    pdf_space(pdf, sheet->size == PDF_A5 ? 0.5 : 2);
    for (size_t i = 0; i < sheet->n; i++) {
        signatures_keep(sheet, i, pdf);
        block_draw(sheet, &sheet->blocks[i], pdf);
    }
    bool good = pdf_finish(pdf, out);
    pdf_close(pdf);
    return good;
}

int sheet_show_pdf(struct sheet *sheet)
{
    struct buffer bytes;
    buffer_init(&bytes, LIMIT_PAGE);
    bool good = sheet_draw(sheet, &bytes);
    const char *name = arena_format(sheet->rq->arena, "%s.pdf", sheet->name);
    int status = good ? page_bytes(sheet->rq, "application/pdf", bytes.bytes, bytes.length, name)
                      : page_error(sheet->rq, 500);
    buffer_release(&bytes);
    return status;
}
