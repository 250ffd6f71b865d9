/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "lib/page.h"
#include "lib/say.h"
#include "staff/paper_sheet.h"

static const char *const kinds[] = {
    [SHEET_FIELD] = "field", [SHEET_TEXT] = "text",   [SHEET_POINT] = "point",
    [SHEET_NOTE] = "note",   [SHEET_TABLE] = "table", [SHEET_SIGNATURES] = "signatures",
    [SHEET_CODES] = "codes",
};
static const char *const aligns[] = {[PDF_LEFT] = "", [PDF_CENTRE] = "centre", [PDF_RIGHT] = "right"};

/* The upper line of a head of two: a group over its columns, a column alone over both lines. */
static void heads_put(const struct sheet_block *block, struct data *node)
{
    for (size_t i = 0, next; i < block->n_columns; i = next) {
        const struct sheet_column *column = &block->columns[i];
        bool inside = *column->group;
        next = i + 1;
        while (inside && next < block->n_columns && !strcmp(block->columns[next].group, column->group))
            next++;
        struct data *head = data_add(node, "Heads");
        data_set(head, "Text", inside ? column->group : column->label);
        data_set_flag(head, "Group", inside);
        data_set_number(head, "Span", (long long)(next - i));
    }
}

static void columns_put(const struct sheet_block *block, struct data *node)
{
    bool groups = false;
    int all = 0, before = 0, drawn = 0;
    for (size_t i = 0; i < block->n_columns; i++) {
        groups = groups || *block->columns[i].group;
        all += block->columns[i].width;
    }
    data_set_flag(node, "Groups", groups);
    heads_put(block, node);
    for (size_t i = 0; i < block->n_columns; i++) {
        const struct sheet_column *column = &block->columns[i];
        struct data *item = data_add(node, "Columns");
        data_set(item, "Text", column->label);
        data_set(item, "English", column->english);
        data_set_flag(item, "Grouped", *column->group);
        before += column->width; /* shares of a hundred that make a hundred together */
        int border = (100 * before + all / 2) / all;
        data_set_number(item, "Width", border - drawn);
        drawn = border;
    }
}

static void table_put(const struct sheet_block *block, struct data *node)
{
    columns_put(block, node);
    for (size_t row = 0; row < block->n_rows; row++) {
        struct data *line = data_add(node, "Rows");
        for (size_t i = 0; i < block->n_columns; i++) {
            struct data *cell = data_add(line, "Cells");
            const char *text = block->cells[row * block->n_columns + i];
            data_set(cell, "Text", text ? text : "");
            data_set(cell, "Align", aligns[block->columns[i].align]);
        }
    }
}

static void block_put(const struct sheet_block *block, struct data *data)
{
    struct data *node = data_add(data, "Paper.Blocks");
    data_set(node, "Kind", kinds[block->kind]);
    data_set(node, "Label", block->label);
    data_set(node, "Text", block->text);
    data_set(node, "English", block->english);
    data_set_flag(node, "Strong", block->strong);
    if (block->kind == SHEET_TABLE)
        table_put(block, node);
    for (size_t i = 0; i < block->n_signatures; i++) {
        struct data *signature = data_add(node, "Signatures");
        data_set(signature, "Label", block->signatures[i].label);
        data_set(signature, "Hint", block->signatures[i].hint);
        data_set(signature, "Name", block->signatures[i].name ? block->signatures[i].name : "");
    }
}

static void path_put(struct data *data, const char *name, struct buffer *path, int whole)
{
    struct data *node = data_at(data, name);
    data_set(node, "Path", path->length ? path->bytes : "");
    data_set_number(node, "Whole", whole);
    buffer_clear(path);
}

static void codes_put(const struct sheet *sheet, struct data *data)
{
    struct buffer path;
    buffer_init(&path, 256 * 1024);
    if (sheet->has_codes) {
        barcode_path(&sheet->bars, &path);
        path_put(data, "Paper.Bars", &path, barcode_whole(&sheet->bars));
    }
    if (sheet->has_qr) {
        qr_path(&sheet->qr, &path);
        path_put(data, "Paper.Qr", &path, sheet->qr.size + 2 * QR_QUIET);
    }
    if (sheet->rate_caption) {
        qr_path(&sheet->rate, &path);
        path_put(data, "Paper.Rate", &path, sheet->rate.size + 2 * QR_QUIET);
        data_set(data, "Paper.Rate.Caption", sheet->rate_caption);
    }
    buffer_release(&path);
}

void sheet_put(const struct sheet *sheet, struct data *data)
{
    const struct {
        const char *name, *value;
    } texts[] = {
        {"Size", sheet->size_name},      {"Above", sheet->above},
        {"Unit", sheet->unit},           {"Part", sheet->part},
        {"Number", sheet->number},       {"Mark", sheet->mark},
        {"Reprint", sheet->reprint},     {"PlaceDate", sheet->place_date},
        {"Title", sheet->title},         {"TitleEnglish", sheet->title_english},
        {"Subtitle", sheet->subtitle},   {"Caption", sheet->caption},
        {"Footer", sheet->footer},
    };
    struct request vietnamese = sheet->vietnamese;
    struct data *node = data_at(data, "Paper");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        data_set(node, texts[i].name, texts[i].value);
    data_set(node, "Country", say(&vietnamese, "blank.country"));
    data_set(node, "Motto", say(&vietnamese, "blank.motto"));
    codes_put(sheet, data);
    for (size_t i = 0; i < sheet->n; i++)
        block_put(&sheet->blocks[i], data);
}

int sheet_show_html(struct sheet *sheet, const char *pdf_address)
{
    struct data *data = sheet->rq->data;
    sheet_put(sheet, data);
    data_set(data, "Page.Title", sheet->title);
    data_set(data, "Paper.PdfHref", pdf_address);
    return page_print(sheet->rq, "print/paper.cs", "paper");
}
