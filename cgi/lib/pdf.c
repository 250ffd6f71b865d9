/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/pdf.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/log.h"
#include "lib/pdf_inside.h"

/* Noto Sans is what the pages use; official papers are set in Times, of which Tinos has every
 * Vietnamese letter (the first Liberation Serif has not); DejaVu draws them all, too. A form has
 * sizes of its own; a letter's are shares of its text. */
static const struct {
    double form, letter;
    PangoWeight weight;
    PangoStyle style;
} faces[PDF_STYLES] = {
    [PDF_BODY] = {10.5, 1, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
    [PDF_SMALL] = {8, 0.78, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
    [PDF_BOLD] = {10.5, 1, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL},
    [PDF_ITALIC] = {10.5, 1, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC},
    [PDF_HEADING] = {11.5, 1, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL},
    [PDF_TITLE] = {14, 1.12, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL},
    [PDF_HEAD] = {9.5, 0.9, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
    [PDF_HEAD_BOLD] = {9.5, 0.9, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL},
    [PDF_CELL] = {9.5, 0.92, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
    [PDF_CELL_BOLD] = {9.5, 0.92, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL},
    [PDF_NOTE] = {8, 0.74, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC},
    [PDF_NUMBER] = {50, 4, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL},
};

#define FORM_SCALE (96 / 72.0) /* the forms' sizes are pixels of a screen */
#define ROLL_SCALE 1.02
#define FORM_FAMILY "Noto Sans, DejaVu Sans"
#define LETTER_FAMILY "Tinos, Times New Roman, Liberation Serif, Noto Serif, DejaVu Serif"

static void fonts_set(struct pdf *pdf, double letter, double form_scale)
{
    pdf->letter = letter > 0;
    for (size_t i = 0; i < PDF_STYLES; i++) {
        PangoFontDescription *font = pango_font_description_new();
        double size = pdf->letter ? letter * faces[i].letter : faces[i].form * form_scale;
        pango_font_description_set_family_static(font, pdf->letter ? LETTER_FAMILY : FORM_FAMILY);
        pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
        pango_font_description_set_weight(font, faces[i].weight);
        pango_font_description_set_style(font, faces[i].style);
        pdf->fonts[i] = font;
    }
}

enum { PDF_BYTES_MAX = 8 * 1024 * 1024 };

static cairo_status_t bytes_take(void *context, const unsigned char *bytes, unsigned length)
{
    struct pdf *pdf = context;
    buffer_add(&pdf->bytes, bytes, length);
    return pdf->bytes.full ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static void paper_set(struct pdf *pdf, enum pdf_paper paper)
{
    bool small = paper == PDF_A5;
    double margin = PDF_POINTS(small ? 12 : 20);
    pdf->width = PDF_POINTS(small ? 148 : 210);
    pdf->height = PDF_POINTS(small ? 210 : 297);
    if (paper == PDF_A4_WIDE) {
        double width = pdf->width;
        pdf->width = pdf->height;
        pdf->height = width;
        margin = PDF_POINTS(15);
    }
    if (paper == PDF_TICKET) {
        pdf->width = PDF_POINTS(80);
        pdf->height = PDF_POINTS(130);
        margin = PDF_POINTS(4);
    }
    pdf->left = margin;
    pdf->right = pdf->width - (pdf->letter && paper == PDF_A4 ? PDF_POINTS(15) : margin);
    pdf->top = PDF_POINTS(small ? 9 : paper == PDF_A4_WIDE ? 12 : 16);
    pdf->bottom = pdf->height - PDF_POINTS(small ? 11 : paper == PDF_A4_WIDE ? 15 : 18);
    if (paper == PDF_TICKET) {
        pdf->top = PDF_POINTS(4);
        pdf->bottom = pdf->height - PDF_POINTS(2);
    }
    pdf->y = pdf->top;
    pdf->page = 1;
    pdf->roll = paper == PDF_TICKET;
    pdf->leading = pdf->letter && paper == PDF_A4 ? 1.17 : 1; /* the small sheets have no room for it */
}

/* Paper has no pixels: letters stand where their widths put them, not on whole points. */
static void glyphs_free(PangoLayout *layout)
{
    PangoContext *context = pango_layout_get_context(layout);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_layout_context_changed(layout);
}

struct pdf *pdf_open(const struct pdf_setup *setup)
{
    struct pdf *pdf = calloc(1, sizeof *pdf);
    if (!pdf)
        log_fatal("out of memory for a PDF");
    buffer_init(&pdf->bytes, PDF_BYTES_MAX);
    fonts_set(pdf, setup->letter, setup->paper == PDF_TICKET ? ROLL_SCALE : FORM_SCALE);
    paper_set(pdf, setup->paper);
    snprintf(pdf->footer, sizeof pdf->footer, "%s", setup->footer ? setup->footer : "");
    pdf->surface = cairo_pdf_surface_create_for_stream(bytes_take, pdf, pdf->width, pdf->height);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE, setup->title);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_AUTHOR, setup->author);
    pdf->cairo = cairo_create(pdf->surface);
    pdf->layout = pango_cairo_create_layout(pdf->cairo);
    glyphs_free(pdf->layout);
    return pdf;
}

void pdf_close(struct pdf *pdf)
{
    if (!pdf)
        return;
    for (size_t i = 0; i < PDF_STYLES; i++)
        pango_font_description_free(pdf->fonts[i]);
    g_object_unref(pdf->layout);
    cairo_destroy(pdf->cairo);
    cairo_surface_destroy(pdf->surface);
    buffer_release(&pdf->bytes);
    free(pdf);
}

void pdf_layout(struct pdf *pdf, const char *text, enum pdf_style style, double width)
{
    pango_layout_set_font_description(pdf->layout, pdf->fonts[style]);
    pango_layout_set_width(pdf->layout, width < 0 ? -1 : (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(pdf->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_LEFT);
    pango_layout_set_line_spacing(pdf->layout, 1.15F);
    pango_layout_set_text(pdf->layout, text, -1);
}

double pdf_layout_height(struct pdf *pdf)
{
    int width, height;
    pango_layout_get_size(pdf->layout, &width, &height);
    return (double)height / PANGO_SCALE;
}

double pdf_layout_width(struct pdf *pdf)
{
    int width, height;
    pango_layout_get_size(pdf->layout, &width, &height);
    return (double)width / PANGO_SCALE;
}

void pdf_show(struct pdf *pdf, double x, double y)
{
    cairo_move_to(pdf->cairo, x, y);
    pango_cairo_show_layout(pdf->cairo, pdf->layout);
}

double pdf_line_height(struct pdf *pdf)
{
    pdf_layout(pdf, "Ẫg", PDF_BODY, -1);
    return pdf_layout_height(pdf);
}

double pdf_start(const struct pdf *pdf)
{
    return pdf->left + pdf->indent;
}

/* It comes between a text that is laid out and its place on the next page: with a layout of its own. */
static void footer_draw(struct pdf *pdf)
{
    if (pdf->roll)
        return; /* a ticket has one page and no number */
    double y = pdf->bottom + PDF_POINTS(4);
    PangoLayout *waiting = pdf->layout;
    pdf->layout = pango_cairo_create_layout(pdf->cairo);
    char number[16];
    snprintf(number, sizeof number, "%d", pdf->page);
    pdf_layout(pdf, number, PDF_SMALL, -1);
    double right = pdf_layout_width(pdf);
    pdf_show(pdf, pdf->right - right, y);
    pdf_layout(pdf, pdf->footer, PDF_SMALL, pdf->right - pdf->left - right - PDF_POINTS(6));
    pango_layout_set_height(pdf->layout, -2);
    pango_layout_set_ellipsize(pdf->layout, PANGO_ELLIPSIZE_END);
    pdf_show(pdf, pdf->left, y);
    g_object_unref(pdf->layout);
    pdf->layout = waiting;
}

bool pdf_room(struct pdf *pdf, double points)
{
    if (pdf->full)
        return false;
    if (pdf->y + points <= pdf->bottom || pdf->y <= pdf->top)
        return true;
    footer_draw(pdf);
    if (pdf->page == PDF_PAGES_MAX) {
        pdf->full = true;
        return false;
    }
    cairo_show_page(pdf->cairo);
    pdf->page++;
    pdf->y = pdf->top;
    return true;
}

void pdf_keep(struct pdf *pdf, double mm)
{
    pdf_room(pdf, PDF_POINTS(mm));
}

double pdf_measure(struct pdf *pdf, const char *text, enum pdf_style style)
{
    pdf_layout(pdf, text, style, pdf->right - pdf_start(pdf));
    return pdf_layout_height(pdf) * pdf->leading / PDF_POINTS(1);
}

bool pdf_finish(struct pdf *pdf, struct buffer *out)
{
    if (!pdf->full)
        footer_draw(pdf);
    cairo_surface_finish(pdf->surface);
    bool good = !pdf->full && !pdf->bytes.full && cairo_surface_status(pdf->surface) == CAIRO_STATUS_SUCCESS;
    if (good)
        buffer_add(out, pdf->bytes.bytes, pdf->bytes.length);
    return good && !out->full;
}

void pdf_space(struct pdf *pdf, double mm)
{
    pdf->y += PDF_POINTS(mm);
}

void pdf_indent(struct pdf *pdf, double mm)
{
    pdf->indent = PDF_POINTS(mm);
}

PangoAlignment pdf_alignment(enum pdf_align align)
{
    if (align == PDF_CENTRE)
        return PANGO_ALIGN_CENTER;
    return align == PDF_RIGHT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/* Long texts break between lines, so each line asks for room by itself. */
void pdf_flow(struct pdf *pdf, double x)
{
    PangoLayout *layout = pango_layout_copy(pdf->layout); /* a footer may come between */
    PangoLayoutIter *line = pango_layout_get_iter(layout);
    do {
        PangoRectangle box;
        int top, bottom;
        pango_layout_iter_get_line_extents(line, NULL, &box);
        pango_layout_iter_get_line_yrange(line, &top, &bottom);
        double height = (double)(bottom - top) / PANGO_SCALE * pdf->leading;
        if (!pdf_room(pdf, height))
            break;
        double baseline = (double)(pango_layout_iter_get_baseline(line) - top) / PANGO_SCALE;
        cairo_move_to(pdf->cairo, x + (double)box.x / PANGO_SCALE, pdf->y + baseline);
        pango_cairo_show_layout_line(pdf->cairo, pango_layout_iter_get_line_readonly(line));
        pdf->y += height;
    } while (pango_layout_iter_next_line(line));
    pango_layout_iter_free(line);
    g_object_unref(layout);
}

void pdf_text(struct pdf *pdf, const char *text, enum pdf_style style, enum pdf_align align)
{
    double x = pdf_start(pdf);
    pdf_layout(pdf, text, style, pdf->right - x);
    pango_layout_set_alignment(pdf->layout, pdf_alignment(align));
    pdf_flow(pdf, x);
}

void pdf_rule(struct pdf *pdf, double width)
{
    double middle = (pdf_start(pdf) + pdf->right) / 2, half = PDF_POINTS(width) / 2;
    cairo_set_line_width(pdf->cairo, 0.8);
    cairo_move_to(pdf->cairo, middle - half, pdf->y + 2);
    cairo_line_to(pdf->cairo, middle + half, pdf->y + 2);
    cairo_stroke(pdf->cairo);
    pdf->y += 5;
}

void pdf_qr_draw(struct pdf *pdf, const struct qr *qr, double x, double y, double side)
{
    double module = side / (qr->size + 2 * QR_QUIET);
    cairo_save(pdf->cairo);
    cairo_set_antialias(pdf->cairo, CAIRO_ANTIALIAS_NONE);
    for (int row = 0; row < qr->size; row++)
        for (int column = 0; column < qr->size; column++)
            if (qr->dark[row * qr->size + column])
                cairo_rectangle(pdf->cairo, x + (column + QR_QUIET) * module, y + (row + QR_QUIET) * module, module,
                                module);
    cairo_fill(pdf->cairo);
    cairo_restore(pdf->cairo);
}

void pdf_qr_below(struct pdf *pdf, const struct qr *qr, double side)
{
    double points = PDF_POINTS(side);
    if (!pdf_room(pdf, points))
        return;
    pdf_qr_draw(pdf, qr, (pdf->width - points) / 2, pdf->y, points);
    pdf->y += points;
}

void pdf_qr(struct pdf *pdf, const struct qr *qr, double side, const char *caption)
{
    double points = PDF_POINTS(side), x = pdf->right - points, y = pdf->top;
    pdf_qr_draw(pdf, qr, x, y, points);
    pdf_layout(pdf, caption, PDF_SMALL, points);
    pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
    pdf_show(pdf, x, y + points);
}
