/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The list that goes with dossiers from one unit to the next.
 */
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "staff/paper.h"
#include "staff/paper_list.h"

#define PATH "/can-bo/in/ban-giao"

enum { HANDOVER_COLUMNS = 9 };

static const struct list_column handover_plan[HANDOVER_COLUMNS] = {
    {"paper_sheet.item_no", "", 4, PDF_CENTRE},
    {"paper_sheet.number", "", 17, PDF_LEFT},
    {"paper_handover.name", "", 15, PDF_LEFT},
    {"paper_register.procedure", "", 24, PDF_LEFT},
    {"paper_handover.papers", "", 13, PDF_LEFT},
    {"paper_handover.time", "", 7, PDF_CENTRE},
    {"paper_handover.to", "", 18, PDF_LEFT},
    {"paper_handover.step", "", 16, PDF_LEFT},
    {"paper_handover.unit_due", "", 11, PDF_CENTRE},
};

static const char **handover_cells(struct sheet *sheet, const struct paper_handover *list)
{
    struct arena *arena = sheet->rq->arena;
    const char **cells = arena_take_array(arena, list->n * HANDOVER_COLUMNS + 1, sizeof *cells), **cell = cells;
    for (size_t i = 0; i < list->n; i++) {
        const struct paper_handover_row *row = &list->rows[i];
        char clock[DATE_TEXT_MAX], due[DATE_TEXT_MAX];
        *cell++ = list_count(sheet, list->before + i + 1);
        *cell++ = row->number;
        *cell++ = row->name;
        *cell++ = row->procedure;
        *cell++ = say_fill(&sheet->vietnamese, "paper_handover.papers_n", "papers",
                           arena_format(arena, "%d", row->papers), "originals",
                           arena_format(arena, "%d", row->originals), "copies",
                           arena_format(arena, "%d", row->copies), NULL);
        *cell++ = arena_copy(arena, date_format_clock(clock, &row->at));
        *cell++ = row->to;
        *cell++ = row->step;
        *cell++ = row->due_at.year ? arena_copy(arena, date_format_short(due, &row->due_at)) : "";
    }
    return cells;
}

static struct sheet *handover_sheet(struct request *rq, const struct paper_list_query *query, const char *to,
                                    const struct paper_handover *list)
{
    const struct paper_list_office *office = query->office;
    struct sheet *sheet = list_sheet(rq, office);
    sheet_title(sheet, "paper_handover.title");
    sheet->subtitle = say_fill(&sheet->vietnamese, "paper_handover.period", "day", list_day(sheet, query->from_day),
                               "n", list_count(sheet, list->total), NULL);
    sheet_field(sheet, "paper_handover.from", office->name, true);
    sheet_field(sheet, "paper_handover.to", *to ? to : sheet_say(sheet, "paper_handover.to_any"), true);
    if (list->n)
        sheet_table(sheet, list_columns(sheet, handover_plan, HANDOVER_COLUMNS), HANDOVER_COLUMNS,
                    handover_cells(sheet, list), list->n);
    else
        sheet_text(sheet, sheet_say(sheet, "paper_handover.empty"), sheet_english(sheet, "paper_handover.empty"));
    sheet_sign_two(sheet, "paper_handover.giver", rq->who.name, "paper_handover.taker", "");
    sheet->name = arena_format(rq->arena, "ban-giao-%s-%s", office->code, list_day_iso(rq, query->from_day));
    return sheet;
}

/* A look at the head of a page prints nothing. */
static enum db_result print_note(struct request *rq, const struct paper_list_query *query)
{
    if (rq->head)
        return DB_OK;
    return paper_list_log(rq->db, rq->who.id, "handover_printed",
                          arena_format(rq->arena, "agency %s", query->office->code),
                          list_day_iso(rq, query->from_day));
}

static int handover_show(struct request *rq, bool pdf)
{
    const char *to = input_text(rq, "toi");
    struct paper_list_office office, other = {.id = 0, .name = ""};
    struct paper_list_query query;
    struct paper_handover list;
    enum db_result found = list_open(rq, &office, &query);
    if (found == DB_OK && *to)
        found = paper_list_other(rq->db, rq->arena, to, &other);
    if (found != DB_OK)
        return found == DB_FAIL ? page_failed(rq) : page_missing(rq);
    query.from_day = query.to_day = list_day_asked(rq, "ngay");
    query.to = other.id;
    if (paper_handover_load(rq->db, rq->arena, &query, &list) == DB_FAIL || print_note(rq, &query) == DB_FAIL)
        return page_failed(rq);
    struct sheet *sheet = handover_sheet(rq, &query, other.name, &list);
    if (pdf)
        return sheet_show_pdf(sheet);
    const char *asked = arena_format(rq->arena, "?co-quan=%s&ngay=%s%s%s", office.code,
                                     list_day_iso(rq, query.from_day), *to ? "&toi=" : "", to);
    list_pick(rq, PATH, &office);
    list_pick_field(rq, "ngay", "paper_pick.day", query.from_day);
    list_parts(rq, arena_format(rq->arena, "%s" PATH "%s", rq->base, asked), list.total);
    return sheet_show_html(sheet, arena_format(rq->arena, "%s" PATH ".pdf%s&phan=%d", rq->base, asked, query.part));
}

int paper_handover_print(struct request *rq)
{
    return handover_show(rq, false);
}

int paper_handover_pdf(struct request *rq)
{
    return handover_show(rq, true);
}
