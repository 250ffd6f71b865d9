/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_PDF_H
#define MOTCUA_LIB_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/barcode.h"
#include "lib/buffer.h"
#include "lib/qr.h"

/*
 * Sheets to print, empty or filled, drawn by pango and cairo: text flows
 * down the page and goes on overleaf; a block that does not fit on the rest of
 * the page begins on the next. Lengths are millimetres. Texts are UTF-8 and
 * copied at once. A document has at most PDF_PAGES_MAX pages; what comes after
 * is dropped and pdf_finish() answers false.
 */
struct pdf;

enum pdf_paper { PDF_A4, PDF_A5, PDF_A4_WIDE, PDF_TICKET /* 80 × 130 mm, a roll */ };
enum pdf_style {
    PDF_BODY,
    PDF_SMALL,
    PDF_BOLD,
    PDF_ITALIC,
    PDF_HEADING,
    PDF_TITLE,
    PDF_HEAD,      /* the head of a letter */
    PDF_HEAD_BOLD,
    PDF_CELL,      /* of a grid */
    PDF_CELL_BOLD,
    PDF_NOTE,      /* a second line in another language */
    PDF_NUMBER,    /* of a ticket: as large as the roll allows */
    PDF_STYLES
};
enum pdf_align { PDF_LEFT, PDF_CENTRE, PDF_RIGHT };
enum { PDF_PAGES_MAX = 200, PDF_COLUMNS_MAX = 12, PDF_GRID_MAX = 16 };

struct pdf_setup {
    enum pdf_paper paper;
    double letter;      /* 0: a form in the pages' own type; else a letter in Times of so many points */
    const char *title;  /* of the document, for the reader's window */
    const char *author;
    const char *footer; /* small, at the foot of every page, with the page number */
};

struct pdf *pdf_open(const struct pdf_setup *setup);
/* Ends the document and adds its bytes to `out`. False: too long, or out of room. */
bool pdf_finish(struct pdf *pdf, struct buffer *out);
void pdf_close(struct pdf *pdf); /* NULL is allowed */

void pdf_space(struct pdf *pdf, double mm);
/* What follows begins on the next page unless so much room is left on this one. */
void pdf_keep(struct pdf *pdf, double mm);
/* How many millimetres such a text will take. */
double pdf_measure(struct pdf *pdf, const char *text, enum pdf_style style);
void pdf_text(struct pdf *pdf, const char *text, enum pdf_style style, enum pdf_align align);
/* A line under what was written last, as under the national motto. */
void pdf_rule(struct pdf *pdf, double width);
/* Everything after it stands so far from the left border. */
void pdf_indent(struct pdf *pdf, double mm);
/* At the right border, from the top of the page on; text beside it is the caller's care. */
void pdf_qr(struct pdf *pdf, const struct qr *qr, double side, const char *caption);

/* In the middle of the line, below what was written last. */
void pdf_qr_below(struct pdf *pdf, const struct qr *qr, double side);

/* Room to write: a label, then dots to the end of the cell, then `lines` - 1
 * more dotted lines. Cells with widths in twelfths stand side by side. */
struct pdf_cell {
    const char *label;
    const char *hint; /* small, after the label; "" for none */
    int width;
    int lines;
    const char *pattern; /* stands in place of dots, e.g. "..... / ..... / .........."; NULL for dots */
};
void pdf_cells(struct pdf *pdf, const struct pdf_cell *cells, size_t n);

/* A label and boxes to tick; the options flow over as many lines as they need. */
void pdf_boxes(struct pdf *pdf, const char *label, const char *const *options, size_t n);

/* An empty table with a numbered first column. */
struct pdf_column {
    const char *label;
    int width; /* share, any unit */
};
void pdf_table(struct pdf *pdf, const struct pdf_column *columns, size_t n, int rows);

/* Places to sign, side by side, with room above the name. */
struct pdf_signature {
    const char *label, *hint;
    const char *name; /* who signs, below the room; NULL or "" for none */
};
/* A code between two places to sign, with words below it. */
struct pdf_between {
    const struct qr *qr;
    double side; /* in millimetres, with its quiet zone */
    const char *caption;
};
/* `between` only where two sign; NULL: nothing stands there. */
void pdf_signatures(struct pdf *pdf, const struct pdf_signature *signatures, size_t n,
                    const struct pdf_between *between);
/* How tall they are, in millimetres. */
double pdf_signature_room(struct pdf *pdf, const struct pdf_between *between);

/* ---- letters: pdf_letter.c, pdf_grid.c --------------------------------------- */

/* Two columns of centred lines at the head; the right one is as wide as it needs. `rule`: a line of so many
 * millimetres below, or 0. */
struct pdf_line {
    const char *text;
    enum pdf_style style;
    double rule;
};
void pdf_heads(struct pdf *pdf, const struct pdf_line *left, size_t n_left,
               const struct pdf_line *right, size_t n_right);

/* "label: value", the value in bold when `strong`. */
void pdf_pair(struct pdf *pdf, const char *label, const char *value, bool strong);
/* Running text with an indented first line, both borders straight. */
void pdf_paragraph(struct pdf *pdf, const char *text);

/* The bars at the left, 78 × 14 mm with quiet zones and the caption below; the QR code at the right, 28 mm
 * with its quiet zone. Either may be NULL. */
void pdf_codes(struct pdf *pdf, const struct barcode *bars, const char *caption,
               const struct qr *qr);

/* A filled table of at most PDF_GRID_MAX columns. Its head stands again on each page; a row that does
 * not fit goes overleaf, one taller than a page is split between lines. Neighbours with the same `group`
 * share a cell of the head above theirs. */
struct pdf_grid_column {
    const char *label;
    const char *group; /* NULL or "" for none */
    int width;         /* share, any unit */
    enum pdf_align align;
};
/* cells[row * n + column] */
void pdf_grid(struct pdf *pdf, const struct pdf_grid_column *columns, size_t n,
              const char *const *cells, size_t rows);

#endif
