/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What a letter of an office is made of: its head, its lines, its codes.
 */
#include <stdio.h>
#include <string.h>

#include "lib/pdf_inside.h"

#define BARS_WIDTH PDF_POINTS(78)
#define BARS_HEIGHT PDF_POINTS(14)
#define QR_SIDE PDF_POINTS(28)
#define LEFT_WIDEST 110 /* mm: on a sheet laid wide the head stands at the left, not in the middle */
#define PARAGRAPH_INDENT PDF_POINTS(10)

static double lines_width(struct pdf *pdf, const struct pdf_line *lines, size_t n)
{
    double widest = 0;
    for (size_t i = 0; i < n; i++) {
        pdf_layout(pdf, lines[i].text, lines[i].style, -1);
        double width = pdf_layout_width(pdf);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Answers where the column ends. */
static double column_draw(struct pdf *pdf, const struct pdf_line *lines, size_t n, double x,
                          double width)
{
    double y = pdf->y;
    for (size_t i = 0; i < n; i++) {
        pdf_layout(pdf, lines[i].text, lines[i].style, width);
        pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
        pdf_show(pdf, x, y);
        y += pdf_layout_height(pdf);
        if (lines[i].rule > 0) {
            double middle = x + width / 2, half = PDF_POINTS(lines[i].rule) / 2;
            cairo_set_line_width(pdf->cairo, 0.8);
            cairo_move_to(pdf->cairo, middle - half, y + 2.5);
            cairo_line_to(pdf->cairo, middle + half, y + 2.5);
            cairo_stroke(pdf->cairo);
            y += 6;
        }
    }
    return y;
}

void pdf_heads(struct pdf *pdf, const struct pdf_line *left, size_t n_left,
               const struct pdf_line *right, size_t n_right)
{
    double gap = PDF_POINTS(4), whole = pdf->right - pdf->left;
    double width = lines_width(pdf, right, n_right) + 2, most = whole * 0.62;
    width = width > most ? most : width;
    double beside = whole - width - gap, widest = PDF_POINTS(LEFT_WIDEST);
    double one = column_draw(pdf, left, n_left, pdf->left, beside > widest ? widest : beside);
    double other = column_draw(pdf, right, n_right, pdf->right - width, width);
    pdf->y = one > other ? one : other;
}

void pdf_pair(struct pdf *pdf, const char *label, const char *value, bool strong)
{
    char text[PDF_PAIR_MAX];
    double x = pdf_start(pdf);
    int length = snprintf(text, sizeof text, "%s: %s", label, value);
    if (length < 0 || (size_t)length >= sizeof text) { /* too long for one: the value flows by itself */
        pdf_text(pdf, label, PDF_BODY, PDF_LEFT);
        pdf_text(pdf, value, strong ? PDF_BOLD : PDF_BODY, PDF_LEFT);
        return;
    }
    pdf_layout(pdf, text, PDF_BODY, pdf->right - x);
    if (strong) {
        PangoAttrList *list = pango_attr_list_new();
        PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
        bold->start_index = (guint)strlen(label) + 2;
        pango_attr_list_insert(list, bold);
        pango_layout_set_attributes(pdf->layout, list);
        pango_attr_list_unref(list);
    }
    pdf_flow(pdf, x);
    pango_layout_set_attributes(pdf->layout, NULL);
}

void pdf_paragraph(struct pdf *pdf, const char *text)
{
    double x = pdf_start(pdf);
    pdf_layout(pdf, text, PDF_BODY, pdf->right - x);
    pango_layout_set_indent(pdf->layout, (int)(PARAGRAPH_INDENT * PANGO_SCALE));
    pango_layout_set_justify(pdf->layout, TRUE);
    pdf_flow(pdf, x);
    pango_layout_set_indent(pdf->layout, 0);
    pango_layout_set_justify(pdf->layout, FALSE);
    pdf->y += 2;
}

static void bars_draw(struct pdf *pdf, const struct barcode *bars, double x, double y)
{
    double module = BARS_WIDTH / barcode_whole(bars);
    cairo_save(pdf->cairo);
    cairo_set_antialias(pdf->cairo, CAIRO_ANTIALIAS_NONE);
    for (int i = 0; i < bars->width;) {
        int end = i;
        while (end < bars->width && bars->dark[end])
            end++;
        if (end > i)
            cairo_rectangle(pdf->cairo, x + (i + BARCODE_QUIET) * module, y, (end - i) * module,
                            BARS_HEIGHT);
        i = end > i ? end : i + 1;
    }
    cairo_fill(pdf->cairo);
    cairo_restore(pdf->cairo);
}

void pdf_codes(struct pdf *pdf, const struct barcode *bars, const char *caption,
               const struct qr *qr)
{
    pdf_layout(pdf, caption, PDF_CELL, BARS_WIDTH);
    double height = (bars ? BARS_HEIGHT : 0) + PDF_POINTS(1) + pdf_layout_height(pdf);
    double whole = qr && QR_SIDE > height ? QR_SIDE : height;
    if (!pdf_room(pdf, whole))
        return;
    double top = pdf->y + (whole - height) / 2;
    if (bars)
        bars_draw(pdf, bars, pdf->left, top);
    pdf_layout(pdf, caption, PDF_CELL, BARS_WIDTH); /* a footer may have come between */
    pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
    pdf_show(pdf, pdf->left, top + (bars ? BARS_HEIGHT + PDF_POINTS(1) : 0));
    if (qr)
        pdf_qr_draw(pdf, qr, pdf->right - QR_SIDE, pdf->y, QR_SIDE);
    pdf->y += whole + PDF_POINTS(1);
}
