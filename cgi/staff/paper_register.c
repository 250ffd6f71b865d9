/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Form 06 of 2018, 07 of 2025: the register of an office.
 */
#include <string.h>

#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "staff/paper.h"
#include "staff/paper_form.h"
#include "staff/paper_list.h"

#define PATH "/can-bo/in/so-theo-doi"

enum { PERIOD_DAYS_MAX = 92, REGISTER_COLUMNS = 13 };

static const struct list_column register_plan[REGISTER_COLUMNS] = {
    {"paper_sheet.item_no", "", 3, PDF_CENTRE},
    {"paper_sheet.number", "", 12, PDF_LEFT},
    {"paper_register.procedure", "", 13, PDF_LEFT},
    {"paper_register.copies", "", 5, PDF_CENTRE},
    {"paper_register.name", "", 10, PDF_LEFT},
    {"paper_register.contact", "", 12, PDF_LEFT},
    {"paper_register.agency", "", 8, PDF_LEFT},
    {"paper_register.received", "paper_register.dates", 7, PDF_CENTRE},
    {"paper_register.due", "paper_register.dates", 7, PDF_CENTRE},
    {"paper_register.returned", "paper_register.dates", 7, PDF_CENTRE},
    {"paper_register.how", "paper_register.collected", 6, PDF_CENTRE},
    {"paper_register.signed", "paper_register.collected", 6, PDF_CENTRE},
    {"paper_register.note", "", 4, PDF_CENTRE},
};

static const char *how_of(struct sheet *sheet, const struct paper_register_row *row)
{
    if (!*row->via)
        return "";
    return sheet_say(sheet, arena_format(sheet->rq->arena, "paper_register.%s", row->via));
}

static const char *note_of(struct sheet *sheet, const struct paper_register_row *row)
{
    if (strcmp(row->state, "withdrawn") == 0)
        return sheet_say(sheet, "paper_register.withdrawn");
    return strcmp(row->outcome, "refused") == 0 ? sheet_say(sheet, "paper_register.refused") : "";
}

static const char **register_cells(struct sheet *sheet, const struct paper_register *list)
{
    struct arena *arena = sheet->rq->arena;
    const char **cells = arena_take_array(arena, list->n * REGISTER_COLUMNS + 1, sizeof *cells), **cell = cells;
    for (size_t i = 0; i < list->n; i++) {
        const struct paper_register_row *row = &list->rows[i];
        const char *phone = strncmp(row->phone, "+84", 3) == 0
                                ? arena_format(arena, "0%s", row->phone + 3) : row->phone;
        *cell++ = list_count(sheet, list->before + i + 1);
        *cell++ = row->number;
        *cell++ = row->procedure;
        *cell++ = arena_format(arena, "%d", row->copies);
        *cell++ = row->name;
        *cell++ = arena_format(arena, "%s%s%s", row->address, *row->address && *phone ? ", " : "", phone);
        *cell++ = row->agency;
        *cell++ = sheet_day(sheet, &row->received_at);
        *cell++ = sheet_day(sheet, &row->due_at);
        *cell++ = sheet_day(sheet, &row->returned_at);
        *cell++ = how_of(sheet, row);
        *cell++ = row->receiver;
        *cell++ = note_of(sheet, row);
    }
    return cells;
}

static struct sheet *register_sheet(struct request *rq, const struct paper_list_query *query,
                                    const struct paper_register *list)
{
    const struct paper_list_office *office = query->office;
    struct sheet *sheet = list_sheet(rq, office);
    sheet->mark = paper_mark(sheet, office->numbering, 6, 7);
    sheet_title(sheet, "paper_register.title");
    sheet->subtitle = say_fill(&sheet->vietnamese, "paper_register.period", "from", list_day(sheet, query->from_day),
                               "to", list_day(sheet, query->to_day), "n", list_count(sheet, list->total), NULL);
    if (list->n)
        sheet_table(sheet, list_columns(sheet, register_plan, REGISTER_COLUMNS), REGISTER_COLUMNS,
                    register_cells(sheet, list), list->n);
    else
        sheet_text(sheet, sheet_say(sheet, "paper_register.empty"), sheet_english(sheet, "paper_register.empty"));
    sheet_sign(sheet, "paper_register.keeper", "paper_sheet.sign_hint", rq->who.name);
    sheet->name = arena_format(rq->arena, "so-theo-doi-%s-%s", office->code, list_day_iso(rq, query->to_day));
    return sheet;
}

/* A look at the head of a page prints nothing. */
static enum db_result print_note(struct request *rq, const struct paper_list_query *query)
{
    if (rq->head)
        return DB_OK;
    return paper_list_log(rq->db, rq->who.id, "register_printed",
                          arena_format(rq->arena, "agency %s", query->office->code),
                          arena_format(rq->arena, "%s %s", list_day_iso(rq, query->from_day),
                                       list_day_iso(rq, query->to_day)));
}

static int register_show(struct request *rq, bool pdf)
{
    struct paper_list_office office;
    struct paper_list_query query;
    struct paper_register list;
    enum db_result found = list_open(rq, &office, &query);
    if (found != DB_OK)
        return found == DB_FAIL ? page_failed(rq) : page_missing(rq);
    query.from_day = list_day_asked(rq, "tu");
    query.to_day = list_day_asked(rq, "den");
    if (query.to_day < query.from_day || query.to_day - query.from_day >= PERIOD_DAYS_MAX)
        return page_malformed(rq);
    if (paper_register_load(rq->db, rq->arena, &query, &list) == DB_FAIL || print_note(rq, &query) == DB_FAIL)
        return page_failed(rq);
    struct sheet *sheet = register_sheet(rq, &query, &list);
    if (pdf)
        return sheet_show_pdf(sheet);
    const char *asked = arena_format(rq->arena, "?co-quan=%s&tu=%s&den=%s", office.code,
                                     list_day_iso(rq, query.from_day), list_day_iso(rq, query.to_day));
    list_pick(rq, PATH, &office);
    list_pick_field(rq, "tu", "paper_pick.from", query.from_day);
    list_pick_field(rq, "den", "paper_pick.to", query.to_day);
    list_parts(rq, arena_format(rq->arena, "%s" PATH "%s", rq->base, asked), list.total);
    return sheet_show_html(sheet, arena_format(rq->arena, "%s" PATH ".pdf%s&phan=%d", rq->base, asked, query.part));
}

int paper_register_print(struct request *rq)
{
    return register_show(rq, false);
}

int paper_register_pdf(struct request *rq)
{
    return register_show(rq, true);
}
