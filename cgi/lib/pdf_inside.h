/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_PDF_INSIDE_H
#define MOTCUA_LIB_PDF_INSIDE_H

#include <cairo.h>
#include <pango/pangocairo.h>

#include "lib/pdf.h"

/* What pdf.c and pdf_form.c share. Inside, lengths are points (1/72 inch). */
struct pdf {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoLayout *layout;
    PangoFontDescription *fonts[PDF_STYLES];
    bool letter;
    bool roll; /* paper of a roll: no foot */
    double leading; /* of running text, times the height of its line */
    struct buffer bytes;
    double width, height;            /* of the paper */
    double left, right, top, bottom; /* of the text */
    double indent;
    double y; /* where the next block begins */
    int page;
    bool full;
    char footer[400];
};

#define PDF_POINTS(mm) ((mm) * 72.0 / 25.4)

enum { PDF_PAIR_MAX = 8192 };

/* Prepares the one layout: style, width in points (negative: one line). */
void pdf_layout(struct pdf *pdf, const char *text, enum pdf_style style, double width);
double pdf_layout_height(struct pdf *pdf);
double pdf_layout_width(struct pdf *pdf);
void pdf_show(struct pdf *pdf, double x, double y);
/* Draws what pdf_layout prepared, line by line, going on overleaf. */
void pdf_flow(struct pdf *pdf, double x);
PangoAlignment pdf_alignment(enum pdf_align align);

/* The whole width again. */
/* Makes sure that so many points are left on the page. False: the document is full. */
bool pdf_room(struct pdf *pdf, double points);
double pdf_line_height(struct pdf *pdf); /* of body text */
double pdf_start(const struct pdf *pdf); /* left border with the indent */
void pdf_qr_draw(struct pdf *pdf, const struct qr *qr, double x, double y, double side);
void pdf_dots(struct pdf *pdf, double from, double to, double y);

#endif
