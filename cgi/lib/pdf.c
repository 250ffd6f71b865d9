/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/pdf.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/log.h"
#include "lib/pdf_inside.h"

/* Noto Sans is what the pages use; DejaVu Sans also draws every Vietnamese letter. */
static const char *const fonts[] = {
    [PDF_BODY] = "Noto Sans, DejaVu Sans 10.5",
    [PDF_SMALL] = "Noto Sans, DejaVu Sans 8",
    [PDF_BOLD] = "Noto Sans, DejaVu Sans Bold 10.5",
    [PDF_ITALIC] = "Noto Sans, DejaVu Sans Italic 10.5",
    [PDF_HEADING] = "Noto Sans, DejaVu Sans Bold 11.5",
    [PDF_TITLE] = "Noto Sans, DejaVu Sans Bold 14",
};

enum { PDF_BYTES_MAX = 8 * 1024 * 1024 };

static cairo_status_t bytes_take(void *context, const unsigned char *bytes, unsigned length) {
    struct pdf *pdf = context;
    buffer_add(&pdf->bytes, bytes, length);
    return pdf->bytes.full ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static void paper_set(struct pdf *pdf, enum pdf_paper paper) {
    double margin = PDF_POINTS(paper == PDF_A4 ? 20 : 12);
    pdf->width = PDF_POINTS(paper == PDF_A4 ? 210 : 148);
    pdf->height = PDF_POINTS(paper == PDF_A4 ? 297 : 210);
    pdf->left = margin;
    pdf->right = pdf->width - margin;
    pdf->top = PDF_POINTS(paper == PDF_A4 ? 16 : 10);
    pdf->bottom = pdf->height - PDF_POINTS(paper == PDF_A4 ? 18 : 13);
    pdf->y = pdf->top;
    pdf->page = 1;
}

struct pdf *pdf_open(const struct pdf_setup *setup) {
    struct pdf *pdf = calloc(1, sizeof *pdf);
    if (!pdf)
        log_fatal("out of memory for a PDF");
    buffer_init(&pdf->bytes, PDF_BYTES_MAX);
    paper_set(pdf, setup->paper);
    snprintf(pdf->footer, sizeof pdf->footer, "%s", setup->footer ? setup->footer : "");
    pdf->surface =
        cairo_pdf_surface_create_for_stream(bytes_take, pdf, pdf->width, pdf->height);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE, setup->title);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_AUTHOR, setup->author);
    pdf->cairo = cairo_create(pdf->surface);
    pdf->layout = pango_cairo_create_layout(pdf->cairo);
    return pdf;
}

void pdf_close(struct pdf *pdf) {
    if (!pdf)
        return;
    g_object_unref(pdf->layout);
    cairo_destroy(pdf->cairo);
    cairo_surface_destroy(pdf->surface);
    buffer_release(&pdf->bytes);
    free(pdf);
}

void pdf_layout(struct pdf *pdf, const char *text, enum pdf_style style, double width) {
    PangoFontDescription *font = pango_font_description_from_string(fonts[style]);
    pango_layout_set_font_description(pdf->layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(pdf->layout, width < 0 ? -1 : (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(pdf->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_LEFT);
    pango_layout_set_line_spacing(pdf->layout, 1.15F);
    pango_layout_set_text(pdf->layout, text, -1);
}

double pdf_layout_height(struct pdf *pdf) {
    int width, height;
    pango_layout_get_size(pdf->layout, &width, &height);
    return (double)height / PANGO_SCALE;
}

double pdf_layout_width(struct pdf *pdf) {
    int width, height;
    pango_layout_get_size(pdf->layout, &width, &height);
    return (double)width / PANGO_SCALE;
}

void pdf_show(struct pdf *pdf, double x, double y) {
    cairo_move_to(pdf->cairo, x, y);
    pango_cairo_show_layout(pdf->cairo, pdf->layout);
}

double pdf_line_height(struct pdf *pdf) {
    pdf_layout(pdf, "Ẫg", PDF_BODY, -1);
    return pdf_layout_height(pdf);
}

double pdf_start(const struct pdf *pdf) {
    return pdf->left + pdf->indent;
}

static void footer_draw(struct pdf *pdf) {
    double y = pdf->bottom + PDF_POINTS(4);
    char number[16];
    snprintf(number, sizeof number, "%d", pdf->page);
    pdf_layout(pdf, number, PDF_SMALL, -1);
    double right = pdf_layout_width(pdf);
    pdf_show(pdf, pdf->right - right, y);
    pdf_layout(pdf, pdf->footer, PDF_SMALL, pdf->right - pdf->left - right - PDF_POINTS(6));
    pango_layout_set_height(pdf->layout, -2);
    pango_layout_set_ellipsize(pdf->layout, PANGO_ELLIPSIZE_END);
    pdf_show(pdf, pdf->left, y);
    pango_layout_set_ellipsize(pdf->layout, PANGO_ELLIPSIZE_NONE);
    pango_layout_set_height(pdf->layout, -1);
}

bool pdf_room(struct pdf *pdf, double points) {
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

bool pdf_finish(struct pdf *pdf, struct buffer *out) {
    if (!pdf->full)
        footer_draw(pdf);
    cairo_surface_finish(pdf->surface);
    bool good = !pdf->full && !pdf->bytes.full &&
                cairo_surface_status(pdf->surface) == CAIRO_STATUS_SUCCESS;
    if (good)
        buffer_add(out, pdf->bytes.bytes, pdf->bytes.length);
    return good && !out->full;
}

void pdf_space(struct pdf *pdf, double mm) {
    pdf->y += PDF_POINTS(mm);
}

void pdf_indent(struct pdf *pdf, double mm) {
    pdf->indent = PDF_POINTS(mm);
}

static PangoAlignment alignment(enum pdf_align align) {
    if (align == PDF_CENTRE)
        return PANGO_ALIGN_CENTER;
    return align == PDF_RIGHT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/* Long texts break between lines, so each line asks for room by itself. */
void pdf_text(struct pdf *pdf, const char *text, enum pdf_style style, enum pdf_align align) {
    double x = pdf_start(pdf);
    pdf_layout(pdf, text, style, pdf->right - x);
    pango_layout_set_alignment(pdf->layout, alignment(align));
    PangoLayout *layout = pango_layout_copy(pdf->layout);
    PangoLayoutIter *line = pango_layout_get_iter(layout);
    do {
        PangoRectangle box;
        int top, bottom;
        pango_layout_iter_get_line_extents(line, NULL, &box);
        pango_layout_iter_get_line_yrange(line, &top, &bottom);
        double height = (double)(bottom - top) / PANGO_SCALE;
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

void pdf_rule(struct pdf *pdf, double width) {
    double middle = (pdf_start(pdf) + pdf->right) / 2, half = PDF_POINTS(width) / 2;
    cairo_set_line_width(pdf->cairo, 0.8);
    cairo_move_to(pdf->cairo, middle - half, pdf->y + 2);
    cairo_line_to(pdf->cairo, middle + half, pdf->y + 2);
    cairo_stroke(pdf->cairo);
    pdf->y += 5;
}

void pdf_qr(struct pdf *pdf, const struct qr *qr, double side, const char *caption) {
    double points = PDF_POINTS(side), module = points / (qr->size + 2 * QR_QUIET);
    double x = pdf->right - points, y = pdf->top;
    cairo_save(pdf->cairo);
    cairo_set_antialias(pdf->cairo, CAIRO_ANTIALIAS_NONE);
    for (int row = 0; row < qr->size; row++)
        for (int column = 0; column < qr->size; column++)
            if (qr->dark[row * qr->size + column])
                cairo_rectangle(pdf->cairo, x + (column + QR_QUIET) * module,
                                y + (row + QR_QUIET) * module, module, module);
    cairo_fill(pdf->cairo);
    cairo_restore(pdf->cairo);
    pdf_layout(pdf, caption, PDF_SMALL, points);
    pango_layout_set_alignment(pdf->layout, PANGO_ALIGN_CENTER);
    pdf_show(pdf, x, y + points);
}
