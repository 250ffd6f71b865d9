/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Filled tables: rows as tall as their texts, heads again on each page.
 */
#include <string.h>

#include "lib/log.h"
#include "lib/pdf_inside.h"

#define CELL_SIDE PDF_POINTS(1.2)
#define CELL_EDGE PDF_POINTS(0.7)

struct grid {
    struct pdf *pdf;
    const struct pdf_grid_column *columns;
    size_t n;
    double x[PDF_GRID_MAX + 1];
};

/* One cell of a row and how far it was drawn: rows may go on overleaf. */
struct cell {
    PangoLayout *layout;
    PangoLayoutIter *line; /* the next one; NULL when all are drawn */
};

static void borders_set(struct grid *grid)
{
    double left = pdf_start(grid->pdf), room = grid->pdf->right - left;
    int all = 0, before = 0;
    for (size_t i = 0; i < grid->n; i++)
        all += grid->columns[i].width;
    for (size_t i = 0; i <= grid->n; i++) {
        grid->x[i] = left + (all ? room * before / all : 0);
        before += i < grid->n ? grid->columns[i].width : 0;
    }
}

static bool grouped(const struct pdf_grid_column *column)
{
    return column->group && *column->group;
}

/* The column after the last of the group that begins at i. */
static size_t group_end(const struct grid *grid, size_t i)
{
    size_t end = i + 1;
    while (end < grid->n && grouped(&grid->columns[i]) && grouped(&grid->columns[end]) &&
           strcmp(grid->columns[i].group, grid->columns[end].group) == 0)
        end++;
    return end;
}

static void box_draw(struct pdf *pdf, double x, double y, double width, double height)
{
    cairo_set_line_width(pdf->cairo, 0.6);
    cairo_rectangle(pdf->cairo, x, y, width, height);
    cairo_stroke(pdf->cairo);
}

static double label_height(struct grid *grid, const char *text, double x, double end)
{
    pdf_layout(grid->pdf, text, PDF_CELL_BOLD, end - x - 2 * CELL_SIDE);
    pango_layout_set_alignment(grid->pdf->layout, PANGO_ALIGN_CENTER);
    return pdf_layout_height(grid->pdf) + 2 * CELL_EDGE;
}

static void label_draw(struct grid *grid, const char *text, double x, double end, double y,
                       double height)
{
    double own = label_height(grid, text, x, end);
    pdf_show(grid->pdf, x + CELL_SIDE, y + (height - own) / 2 + CELL_EDGE);
    box_draw(grid->pdf, x, y, end - x, height);
}

/* Heights of the line of groups and of the line of labels. */
static void head_measure(struct grid *grid, double *upper, double *lower)
{
    double alone = 0;
    *upper = *lower = 0;
    for (size_t i = 0; i < grid->n; i++) {
        double height = label_height(grid, grid->columns[i].label, grid->x[i], grid->x[i + 1]);
        double *most = grouped(&grid->columns[i]) ? lower : &alone;
        *most = height > *most ? height : *most;
    }
    for (size_t i = 0; i < grid->n; i = group_end(grid, i))
        if (grouped(&grid->columns[i])) {
            double height = label_height(grid, grid->columns[i].group, grid->x[i],
                                         grid->x[group_end(grid, i)]);
            *upper = height > *upper ? height : *upper;
        }
    if (*upper + *lower < alone)
        *lower = alone - *upper;
}

static void head_draw(struct grid *grid)
{
    double upper, lower, y = grid->pdf->y;
    head_measure(grid, &upper, &lower);
    for (size_t i = 0; i < grid->n; i++) {
        bool under = grouped(&grid->columns[i]);
        label_draw(grid, grid->columns[i].label, grid->x[i], grid->x[i + 1],
                   y + (under ? upper : 0), under ? lower : upper + lower);
    }
    for (size_t i = 0; i < grid->n; i = group_end(grid, i))
        if (grouped(&grid->columns[i]))
            label_draw(grid, grid->columns[i].group, grid->x[i], grid->x[group_end(grid, i)], y,
                       upper);
    grid->pdf->y += upper + lower;
}

static double line_height(PangoLayoutIter *line)
{
    int top, bottom;
    pango_layout_iter_get_line_yrange(line, &top, &bottom);
    return (double)(bottom - top) / PANGO_SCALE;
}

static void line_draw(struct pdf *pdf, PangoLayoutIter *line, double x, double y)
{
    PangoRectangle box;
    int top, bottom;
    pango_layout_iter_get_line_extents(line, NULL, &box);
    pango_layout_iter_get_line_yrange(line, &top, &bottom);
    double baseline = (double)(pango_layout_iter_get_baseline(line) - top) / PANGO_SCALE;
    cairo_move_to(pdf->cairo, x + (double)box.x / PANGO_SCALE, y + baseline);
    pango_cairo_show_layout_line(pdf->cairo, pango_layout_iter_get_line_readonly(line));
}

/* Draws lines of a cell while they fit; answers the height they took. */
static double cell_draw(struct pdf *pdf, struct cell *cell, double x, double room)
{
    double y = 0;
    while (cell->line && y + line_height(cell->line) <= room) {
        line_draw(pdf, cell->line, x, pdf->y + CELL_EDGE + y);
        y += line_height(cell->line);
        if (!pango_layout_iter_next_line(cell->line)) {
            pango_layout_iter_free(cell->line);
            cell->line = NULL;
        }
    }
    return y;
}

/* As much of the row as the page holds. True when nothing is left. */
static bool row_draw(struct grid *grid, struct cell *cells)
{
    struct pdf *pdf = grid->pdf;
    double tallest = 0, room = pdf->bottom - pdf->y - 2 * CELL_EDGE;
    bool all = true;
    for (size_t i = 0; i < grid->n; i++) {
        double height = cell_draw(pdf, &cells[i], grid->x[i] + CELL_SIDE, room);
        tallest = height > tallest ? height : tallest;
        all = all && !cells[i].line;
    }
    tallest += 2 * CELL_EDGE;
    for (size_t i = 0; i < grid->n; i++)
        box_draw(pdf, grid->x[i], pdf->y, grid->x[i + 1] - grid->x[i], tallest);
    pdf->y += tallest;
    return all;
}

static double row_open(struct grid *grid, const char *const *texts, struct cell *cells)
{
    double tallest = 0;
    for (size_t i = 0; i < grid->n; i++) {
        double width = grid->x[i + 1] - grid->x[i] - 2 * CELL_SIDE;
        pdf_layout(grid->pdf, texts[i] ? texts[i] : "", PDF_CELL, width);
        pango_layout_set_alignment(grid->pdf->layout, pdf_alignment(grid->columns[i].align));
        double height = pdf_layout_height(grid->pdf);
        tallest = height > tallest ? height : tallest;
        cells[i].layout = pango_layout_copy(grid->pdf->layout);
        cells[i].line = pango_layout_get_iter(cells[i].layout);
    }
    return tallest + 2 * CELL_EDGE;
}

static void row_close(struct grid *grid, struct cell *cells)
{
    for (size_t i = 0; i < grid->n; i++) {
        if (cells[i].line)
            pango_layout_iter_free(cells[i].line);
        g_object_unref(cells[i].layout);
    }
}

/* A new page with the head again. False: the document is full. */
static bool page_turn(struct grid *grid)
{
    if (!pdf_room(grid->pdf, grid->pdf->height))
        return false;
    head_draw(grid);
    return true;
}

static bool row_put(struct grid *grid, const char *const *texts, double head)
{
    struct pdf *pdf = grid->pdf;
    struct cell cells[PDF_GRID_MAX];
    double height = row_open(grid, texts, cells), page = pdf->bottom - pdf->top - head;
    bool good = true;
    if (pdf->y + height > pdf->bottom && height <= page)
        good = page_turn(grid);
    while (good && !row_draw(grid, cells))
        good = page_turn(grid);
    row_close(grid, cells);
    return good;
}

/* What must stand below the head: its first row, or some lines of one that is longer than a page. */
static double first_height(struct grid *grid, const char *const *texts, size_t rows)
{
    struct cell cells[PDF_GRID_MAX];
    if (!rows)
        return 0;
    double height = row_open(grid, texts, cells), most = 8 * pdf_line_height(grid->pdf);
    row_close(grid, cells);
    return height < most ? height : most;
}

void pdf_grid(struct pdf *pdf, const struct pdf_grid_column *columns, size_t n,
              const char *const *cells, size_t rows)
{
    if (n > PDF_GRID_MAX)
        log_fatal("a table of more than %d columns", PDF_GRID_MAX);
    struct grid grid = {.pdf = pdf, .columns = columns, .n = n};
    double upper, lower;
    borders_set(&grid);
    head_measure(&grid, &upper, &lower);
    if (!pdf_room(pdf, 2 + upper + lower + first_height(&grid, cells, rows)))
        return;
    pdf->y += 2;
    head_draw(&grid);
    for (size_t i = 0; i < rows; i++)
        if (!row_put(&grid, cells + i * n, upper + lower))
            return;
    pdf->y += 4;
}
