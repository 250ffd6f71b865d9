/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdio.h>

#include "lib/pdf_inside.h"

/* Dots to write on: a stroke of round points, so that no font decides their pitch. */
void pdf_dots(struct pdf *pdf, double from, double to, double y)
{
    static const double pitch[] = {0, 2.6};
    if (to <= from)
        return;
    cairo_save(pdf->cairo);
    cairo_set_line_width(pdf->cairo, 0.8);
    cairo_set_line_cap(pdf->cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(pdf->cairo, pitch, 2, 0);
    cairo_set_source_rgb(pdf->cairo, 0.25, 0.25, 0.25);
    cairo_move_to(pdf->cairo, from, y);
    cairo_line_to(pdf->cairo, to, y);
    cairo_stroke(pdf->cairo);
    cairo_restore(pdf->cairo);
}

enum { DOT_ROOM = 60 };         /* points of dots that must stand after a label */
#define WRITING PDF_POINTS(7.5) /* height of a line that is written on by hand */
#define GUTTER PDF_POINTS(4)

/* Where the parts of a cell stand. */
struct cell_shape {
    int label_lines;
    double label_height;
    double label_end; /* of its last line, from the left border of the cell */
    bool beside;      /* the room to write begins on the label's last line */
    int more;         /* lines of writing below */
};

static double text_width(struct pdf *pdf, const char *text)
{
    pdf_layout(pdf, text, PDF_BODY, -1);
    return pdf_layout_width(pdf);
}

/* A label that fills its line sends the dots, or the pattern, to the next. */
static struct cell_shape cell_shape(struct pdf *pdf, const struct pdf_cell *cell, double width)
{
    double needed = cell->pattern ? text_width(pdf, cell->pattern) + 3 : DOT_ROOM;
    pdf_layout(pdf, cell->label, PDF_BODY, width);
    int lines = pango_layout_get_line_count(pdf->layout);
    PangoRectangle last;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(pdf->layout, lines - 1), NULL, &last);
    struct cell_shape shape = {
        .label_lines = lines,
        .label_height = pdf_layout_height(pdf),
        .label_end = (double)last.width / PANGO_SCALE,
    };
    int rows = cell->lines > 1 ? cell->lines : 1;
    shape.beside = shape.label_end + needed <= width;
    shape.more = shape.beside ? rows - 1 : rows;
    return shape;
}

static double cell_height(const struct cell_shape *shape)
{
    double first = shape->label_height > WRITING ? shape->label_height : WRITING;
    return first + shape->more * WRITING;
}

/* Dots, or the pattern, from `from` to `to` on a line of writing. */
static void writing_draw(struct pdf *pdf, const char *pattern, double from, double to, double baseline)
{
    if (!pattern) {
        pdf_dots(pdf, from, to, baseline);
        return;
    }
    pdf_layout(pdf, pattern, PDF_BODY, -1);
    pdf_show(pdf, from, baseline - (double)pango_layout_get_baseline(pdf->layout) / PANGO_SCALE);
}

static void cell_draw(struct pdf *pdf, const struct pdf_cell *cell, double x, double width)
{
    struct cell_shape shape = cell_shape(pdf, cell, width);
    double baseline = pdf->y + cell_height(&shape) - shape.more * WRITING - 4;
    pdf_layout(pdf, cell->label, PDF_BODY, width);
    double top = baseline - (double)pango_layout_get_baseline(pdf->layout) / PANGO_SCALE;
    pdf_show(pdf, x, top - (shape.label_height - shape.label_height / shape.label_lines));
    if (shape.beside)
        writing_draw(pdf, cell->pattern, x + shape.label_end + 3, x + width, baseline);
    for (int i = 1; i <= shape.more; i++)
        writing_draw(pdf, i == 1 && !shape.beside ? cell->pattern : NULL, x, x + width, baseline + i * WRITING);
}

void pdf_cells(struct pdf *pdf, const struct pdf_cell *cells, size_t n)
{
    double left = pdf_start(pdf), unit = (pdf->right - left + GUTTER) / PDF_COLUMNS_MAX;
    double tallest = 0;
    for (size_t i = 0; i < n; i++) {
        struct cell_shape shape = cell_shape(pdf, &cells[i], cells[i].width * unit - GUTTER);
        double height = cell_height(&shape);
        tallest = height > tallest ? height : tallest;
    }
    if (!pdf_room(pdf, tallest))
        return;
    double x = left;
    for (size_t i = 0; i < n; i++) {
        double width = cells[i].width * unit - GUTTER;
        cell_draw(pdf, &cells[i], x, width);
        x += width + GUTTER;
    }
    pdf->y += tallest;
    for (size_t i = 0; i < n; i++)
        if (cells[i].hint && *cells[i].hint && n == 1)
            pdf_text(pdf, cells[i].hint, PDF_SMALL, PDF_LEFT);
}

static void box_draw(struct pdf *pdf, double x, double y)
{
    double side = PDF_POINTS(3.6);
    cairo_set_line_width(pdf->cairo, 0.8);
    cairo_rectangle(pdf->cairo, x, y, side, side);
    cairo_stroke(pdf->cairo);
}

void pdf_boxes(struct pdf *pdf, const char *label, const char *const *options, size_t n)
{
    double left = pdf_start(pdf), room = pdf->right - left, after = PDF_POINTS(5.4);
    double line = pdf_line_height(pdf) + 4, x = left;
    if (*label) {
        pdf_layout(pdf, label, PDF_BODY, room);
        double width = pdf_layout_width(pdf), height = pdf_layout_height(pdf);
        if (!pdf_room(pdf, height + line))
            return;
        pdf_show(pdf, left, pdf->y + 2);
        bool alone = height > line || width > room / 2;
        pdf->y += alone ? height + 3 : 0;
        x = alone ? left + PDF_POINTS(4) : left + width + PDF_POINTS(5);
    }
    for (size_t i = 0; i < n; i++) {
        pdf_layout(pdf, options[i], PDF_BODY, room - PDF_POINTS(4) - after);
        double width = pdf_layout_width(pdf) + after, height = pdf_layout_height(pdf);
        if (x > left + PDF_POINTS(4) && x + width > pdf->right) {
            pdf->y += line;
            x = left + PDF_POINTS(4);
        }
        if (!pdf_room(pdf, height))
            return;
        box_draw(pdf, x, pdf->y + 4.5);
        pdf_show(pdf, x + after, pdf->y + 2);
        if (height > line)
            pdf->y += height - line + 4;
        x += width + PDF_POINTS(6);
    }
    pdf->y += line;
}

static double table_x(const struct pdf *pdf, const struct pdf_column *columns, size_t n, size_t i)
{
    double number = PDF_POINTS(9), room = pdf->right - pdf_start(pdf) - number;
    int all = 0, before = 0;
    for (size_t k = 0; k < n; k++) {
        all += columns[k].width;
        before += k < i ? columns[k].width : 0;
    }
    return pdf_start(pdf) + number + (all ? room * before / all : 0);
}

static void table_lines(struct pdf *pdf, const struct pdf_column *columns, size_t n, double height)
{
    cairo_set_line_width(pdf->cairo, 0.6);
    cairo_rectangle(pdf->cairo, pdf_start(pdf), pdf->y, pdf->right - pdf_start(pdf), height);
    for (size_t i = 0; i < n; i++) {
        double x = table_x(pdf, columns, n, i);
        cairo_move_to(pdf->cairo, x, pdf->y);
        cairo_line_to(pdf->cairo, x, pdf->y + height);
    }
    cairo_stroke(pdf->cairo);
}

static double table_head(struct pdf *pdf, const struct pdf_column *columns, size_t n, bool draw)
{
    double tallest = 0;
    for (size_t i = 0; i < n; i++) {
        double x = table_x(pdf, columns, n, i), end = table_x(pdf, columns, n, i + 1);
        pdf_layout(pdf, columns[i].label, PDF_BOLD, end - x - 6);
        pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
        double height = pdf_layout_height(pdf);
        tallest = height > tallest ? height : tallest;
        if (draw)
            pdf_show(pdf, x + 3, pdf->y + 3);
    }
    return tallest + 6;
}

static void table_begin(struct pdf *pdf, const struct pdf_column *columns, size_t n, double head)
{
    pdf->y += 3;
    table_head(pdf, columns, n, true);
    table_lines(pdf, columns, n, head);
    pdf->y += head;
}

/* The head stands again on each page, and the last row never stands there alone. */
void pdf_table(struct pdf *pdf, const struct pdf_column *columns, size_t n, int rows)
{
    double head = table_head(pdf, columns, n, false), row = PDF_POINTS(8);
    if (!pdf_room(pdf, head + 2 * row))
        return;
    table_begin(pdf, columns, n, head);
    for (int i = 1; i <= rows; i++) {
        char number[16];
        int page = pdf->page;
        if (!pdf_room(pdf, i == rows - 1 ? 2 * row : row))
            return;
        if (pdf->page != page)
            table_begin(pdf, columns, n, head);
        snprintf(number, sizeof number, "%d", i);
        table_lines(pdf, columns, n, row);
        pdf_layout(pdf, number, PDF_BODY, PDF_POINTS(9));
        pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
        pdf_show(pdf, pdf_start(pdf), pdf->y + (row - pdf_layout_height(pdf)) / 2);
        pdf->y += row;
    }
    pdf->y += 4;
}

/* Label and hint at the top of the room, the name at its foot. */
static void signature_draw(struct pdf *pdf, const struct pdf_signature *signature, double x, double width, double room)
{
    const char *const texts[] = {signature->label, signature->hint};
    double y = pdf->y;
    for (size_t k = 0; k < 2; k++) {
        pdf_layout(pdf, texts[k], k ? PDF_ITALIC : PDF_BOLD, width - 8);
        pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
        pdf_show(pdf, x + 4, y);
        y += pdf_layout_height(pdf);
    }
    if (!signature->name || !*signature->name)
        return;
    pdf_layout(pdf, signature->name, PDF_BOLD, width - 8);
    pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
    pdf_show(pdf, x + 4, pdf->y + room - pdf_layout_height(pdf));
}

/* The words under a code, as wide as the place for both. */
enum { BETWEEN_WIDTH = 34 };

static double between_caption(struct pdf *pdf, const struct pdf_between *between)
{
    pdf_layout(pdf, between->caption, PDF_SMALL, PDF_POINTS(BETWEEN_WIDTH));
    pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
    return pdf_layout_height(pdf);
}

static void between_draw(struct pdf *pdf, const struct pdf_between *between)
{
    double width = PDF_POINTS(BETWEEN_WIDTH), side = PDF_POINTS(between->side);
    double x = (pdf->left + pdf->right - width) / 2;
    pdf_qr_draw(pdf, between->qr, x + (width - side) / 2, pdf->y, side);
    between_caption(pdf, between);
    pdf_show(pdf, x, pdf->y + side);
}

double pdf_signature_room(struct pdf *pdf, const struct pdf_between *between)
{
    double room = pdf->height < PDF_POINTS(250) ? 24 : 34;
    double code = between ? between->side + between_caption(pdf, between) / PDF_POINTS(1) : 0;
    return code > room ? code : room;
}

void pdf_signatures(struct pdf *pdf, const struct pdf_signature *signatures, size_t n,
                    const struct pdf_between *between)
{
    double room = PDF_POINTS(pdf_signature_room(pdf, between));
    if (!n || !pdf_room(pdf, room))
        return;
    /* One alone stands on the right half, as on every Vietnamese form. */
    size_t places = n == 1 ? 2 : n;
    double taken = between ? PDF_POINTS(BETWEEN_WIDTH) : 0;
    double width = (pdf->right - pdf->left - taken) / (double)places;
    for (size_t i = 0; i < n; i++) {
        double x = pdf->left + width * (double)(n == 1 ? 1 : i) + (i > 0 ? taken : 0);
        signature_draw(pdf, &signatures[i], x, width, room);
    }
    if (between)
        between_draw(pdf, between);
    pdf->y += room;
}
