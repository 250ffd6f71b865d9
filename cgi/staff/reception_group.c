/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Several dossiers of one submitter: the form that carries the person on, and the list of their receipts.
 */
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/paper.h"
#include "model/reception_group.h"
#include "staff/paper.h"
#include "staff/paper_list.h"
#include "staff/reception.h"

#define PATH "/can-bo/in/nhan-theo-nhom"

/* ---- going on with the same person ---------------------------------------------------------------- */

enum db_result reception_group_open(struct request *rq, struct reception_form *form, uint64_t dossier)
{
    struct reception_group group;
    enum db_result found = reception_group_load(rq->db, rq->arena, &form->scope, ROLE_BIT(ROLE_CLERK), dossier, &group);
    if (found != DB_OK)
        return found;
    if (group.clerk != rq->who.id || civil_day(&group.begun) != civil_day(&form->now) || group.n >= RECEPTION_GROUP_MAX)
        return DB_NONE;
    form->group = group.first;
    struct data *node = data_at(rq->data, "Reception.Group");
    data_format(node, "Id", "%llu", (unsigned long long)group.first);
    data_set(node, "Text", say_count(rq, "reception.group_so_far", (long long)group.n));
    return DB_OK;
}

int reception_group_form(struct request *rq, struct reception_form *form)
{
    struct correct_stored *stored = arena_take(rq->arena, sizeof *stored);
    if (correct_stored(rq->db, rq->arena, form->group, stored) == DB_FAIL)
        return page_failed(rq);
    data_set_flag(rq->data, "Reception.Prefilled", true);
    reception_parties_put(rq, stored);
    if (reception_read(rq, form) == DB_FAIL)
        return page_failed(rq);
    return reception_show(rq, form, false);
}

enum db_result reception_group_put(struct request *rq, const struct scope *scope, uint64_t dossier)
{
    struct reception_group group;
    struct civil now = clock_now();
    enum db_result found = reception_group_load(rq->db, rq->arena, scope, ROLE_BIT(ROLE_CLERK), dossier, &group);
    if (found != DB_OK)
        return found;
    struct data *node = data_at(rq->data, "Received");
    if (group.clerk == rq->who.id && civil_day(&group.begun) == civil_day(&now))
        data_format(node, "More", "%s/can-bo/tiep-nhan?cung=%llu", rq->base, (unsigned long long)dossier);
    if (group.n < 2)
        return DB_OK;
    data_set(node, "Group.Text", say_count(rq, "reception_received.group", (long long)group.n));
    data_format(node, "Group.Print", "%s" PATH "?ho-so=%llu", rq->base, (unsigned long long)dossier);
    for (size_t i = 0; i < group.n; i++) {
        struct data *item = data_add(node, "Group.Items");
        data_set(item, "Number", group.members[i].number);
        data_set(item, "Procedure",
                 say_either(rq, group.members[i].procedure, group.members[i].procedure_en));
        data_format(item, "Href", "%s/can-bo/ho-so/%llu/da-nhan", rq->base, (unsigned long long)group.members[i].id);
    }
    return DB_OK;
}

/* ---- the list ---------------------------------------------------------------------------------------- */

enum { GROUP_COLUMNS = 7 };
static const struct list_column group_plan[GROUP_COLUMNS] = {
    {"paper_sheet.item_no", "", 4, PDF_CENTRE},     {"paper_sheet.number", "", 15, PDF_LEFT},
    {"paper_register.procedure", "", 30, PDF_LEFT}, {"paper_handover.name", "", 18, PDF_LEFT},
    {"paper_sheet.handler", "", 14, PDF_LEFT},      {"paper_handover.papers", "", 7, PDF_CENTRE},
    {"paper_register.due", "", 12, PDF_CENTRE},
};

static const char **group_cells(struct sheet *sheet, const struct reception_group *group)
{
    struct arena *arena = sheet->rq->arena;
    const char **cells = arena_take_array(arena, group->n * GROUP_COLUMNS + 1, sizeof *cells), **cell = cells;
    for (size_t i = 0; i < group->n; i++) {
        const struct reception_group_member *member = &group->members[i];
        *cell++ = list_count(sheet, i + 1);
        *cell++ = member->number;
        *cell++ = member->procedure;
        *cell++ = member->applicant;
        *cell++ = member->agency;
        *cell++ = list_count(sheet, (size_t)member->papers);
        *cell++ = voice_moment(&sheet->vietnamese, "paper_date.short", &member->due);
    }
    return cells;
}

static struct sheet *group_sheet(struct request *rq, const struct paper_list_office *office,
                                 const struct reception_group *group)
{
    struct sheet *sheet = list_sheet(rq, office);
    sheet_title(sheet, "paper_group.title");
    sheet->subtitle = say_fill(&sheet->vietnamese, "paper_group.period", "day", sheet_day(sheet, &group->begun), "n",
                               list_count(sheet, group->n), NULL);
    sheet_field(sheet, "paper_sheet.submitter_line", group->submitter, true);
    sheet_field(sheet, "paper_sheet.address", group->address, false);
    sheet_field(sheet, "paper_sheet.phone", group->phone, false);
    sheet_table(sheet, list_columns(sheet, group_plan, GROUP_COLUMNS), GROUP_COLUMNS, group_cells(sheet, group),
                group->n);
    sheet_note(sheet, sheet_say(sheet, "paper_group.rule"), sheet_english(sheet, "paper_group.rule"));
    sheet_sign_two(sheet, "paper_sheet.submitter", group->submitter, "paper_sheet.receiver", rq->who.name);
    sheet->name = arena_format(rq->arena, "nhan-theo-nhom-%s", group->members[0].number);
    return sheet;
}

static int group_show(struct request *rq, bool pdf)
{
    struct civil today = clock_now();
    struct scope scope;
    struct reception_group group;
    struct paper_list_office office;
    if (scope_load(rq->db, rq->arena, rq->who.id, &today, &scope) == DB_FAIL)
        return page_failed(rq);
    enum db_result found = reception_group_load(rq->db, rq->arena, &scope, PAPER_ROLES,
                                                (uint64_t)input_number(rq, "ho-so"), &group);
    if (found == DB_OK)
        found = paper_list_other(rq->db, rq->arena, group.counter, &office);
    if (found != DB_OK)
        return found == DB_FAIL ? page_failed(rq) : page_missing(rq);
    const char *first = arena_format(rq->arena, "dossier %s", group.members[0].number);
    if (!rq->head && paper_list_log(rq->db, rq->who.id, "group_printed", first, "") == DB_FAIL)
        return page_failed(rq);
    struct sheet *sheet = group_sheet(rq, &office, &group);
    if (pdf)
        return sheet_show_pdf(sheet);
    return sheet_show_html(sheet, arena_format(rq->arena, "%s" PATH ".pdf?ho-so=%lld", rq->base,
                                               (long long)input_number(rq, "ho-so")));
}

int paper_group_print(struct request *rq)
{
    return group_show(rq, false);
}

int paper_group_pdf(struct request *rq)
{
    return group_show(rq, true);
}
