/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/find.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/text.h"
#include "model/catalogue.h"
#include "model/dossier_find.h"
#include "staff/rights.h"
#include "staff/sign_in_inside.h"

enum { NAME_MOST = 90 };

const char *const find_states[] = {"received", "processing", "waiting_citizen", "waiting_fee",
                                   "approved", "refused",    "ready",           "returned",
                                   "withdrawn", "expired",   "stopped", NULL};

void find_box_fill(struct request *rq)
{
    if (right_held(rq, RIGHT_DOSSIER_READ))
        data_format(rq->data, "Page.Find.Action", "%s/can-bo/ho-so", rq->base);
}

/* ---- the form ------------------------------------------------------------------------------------- */

static void option(struct request *rq, const char *list, const char *value, const char *text)
{
    struct data *item = data_add(rq->data, list);
    data_set(item, "Value", value);
    data_set(item, "Text", text);
}

static bool is_body(const struct catalogue_agency *agency)
{
    return strcmp(agency->kind, "unit") != 0 && strcmp(agency->kind, "generic") != 0;
}

static bool choices_fill(struct request *rq, const struct scope *scope)
{
    const struct catalogue *catalogue = catalogue_now(rq->db);
    if (!catalogue)
        return false;
    option(rq, "Choices.State", "", say(rq, "work.any"));
    for (size_t i = 0; find_states[i]; i++)
        option(rq, "Choices.State", find_states[i], say_one(rq, "dossier_state", find_states[i]));
    option(rq, "Choices.Agency", "", say(rq, "work.any"));
    for (size_t i = 0; i < catalogue->n_agencies; i++) {
        const struct catalogue_agency *agency = &catalogue->agencies[i];
        if (is_body(agency) && scope_allows(scope, ROLES_OF_DOSSIERS, agency->id))
            option(rq, "Choices.Agency", agency->code, say_either(rq, agency->name, agency->name_en));
    }
    form_fields(rq, "q trangthai coquan tu den");
    data_set_flag(rq->data, "Find.Filtered", input_given(rq, "trangthai") || input_given(rq, "coquan") ||
                                                 input_given(rq, "tu") || input_given(rq, "den"));
    data_format(rq->data, "Find.Action", "%s/can-bo/ho-so", rq->base);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.work_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.work"));
    return true;
}

static int show(struct request *rq, const struct scope *scope)
{
    if (!choices_fill(rq, scope))
        return page_failed(rq);
    return page_show(rq, "staff/find.cs", "find");
}

static enum db_result scope_read(struct request *rq, struct scope *scope)
{
    struct civil today = clock_now();
    return scope_load(rq->db, rq->arena, rq->who.id, &today, scope);
}

int find_form(struct request *rq)
{
    struct scope scope;
    return scope_read(rq, &scope) == DB_FAIL ? page_failed(rq) : show(rq, &scope);
}

/* ---- the answer ------------------------------------------------------------------------------------ */

static void when(struct data *item, const char *name, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    data_set(item, name, at->year ? date_format_day(text, at) : "");
}

static const char *kind_of(const char *state)
{
    static const char *const kinds[][2] = {
        {"ready", "ok"},     {"returned", "ok"},     {"waiting_citizen", "wait"},
        {"waiting_fee", "wait"}, {"refused", "late"}, {"withdrawn", ""}, {"expired", ""}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (!strcmp(kinds[i][0], state))
            return kinds[i][1];
    return "info";
}

static void row_fill(struct request *rq, const struct find_row *row)
{
    struct data *item = data_add(rq->data, "Rows");
    const char *procedure = say_either(rq, row->procedure, row->procedure_en);
    data_format(item, "Href", "%s/can-bo/ho-so/%llu", rq->base, (unsigned long long)row->dossier);
    data_set(item, "Number", row->number);
    data_set(item, "Applicant", row->applicant);
    data_set(item, "Submitter", row->submitter);
    data_set(item, "Procedure", text_shorten(rq->arena, procedure, NAME_MOST));
    data_set(item, "Agency", say_either(rq, row->agency, row->agency_en));
    data_set(item, "StateKind", kind_of(row->state));
    data_set(item, "State", say_one(rq, "dossier_state", row->state));
    when(item, "Received", &row->received);
    when(item, "Due", &row->due);
}

static uint64_t agency_of(const struct catalogue *catalogue, const char *code)
{
    for (size_t i = 0; catalogue && *code && i < catalogue->n_agencies; i++)
        if (!strcmp(catalogue->agencies[i].code, code))
            return catalogue->agencies[i].id;
    return 0;
}

static void answer_fill(struct request *rq, const struct find_typed *typed, const struct find_page *page)
{
    for (size_t i = 0; i < page->n; i++)
        row_fill(rq, &page->rows[i]);
    data_set_flag(rq->data, "Find.Asked", true);
    data_set_flag(rq->data, "Find.Wordless", typed->by == 0);
    data_set_flag(rq->data, "Find.Later", input_given(rq, "sau"));
    data_set_flag(rq->data, "Find.Unread", page->unread);
    if (page->next)
        data_format(rq->data, "Find.Next", "%llu", (unsigned long long)page->next);
}

/* A whole number of one dossier leads straight to it. */
static bool is_plain_hit(const struct find_page *page)
{
    return page->n == 1 && !page->next && page->by != FIND_NAME;
}

int find_ask(struct request *rq)
{
    struct scope scope;
    struct find_typed typed;
    struct find_page *page = arena_take(rq->arena, sizeof *page);
    if (scope_read(rq, &scope) == DB_FAIL)
        return page_failed(rq);
    const char *question = input_text(rq, "q");
    if (!*question)
        return show(rq, &scope);
    find_read(rq->arena, question, &typed);
    struct find_ask ask = {
        .typed = &typed,
        .state = input_text(rq, "trangthai"),
        .agency = agency_of(catalogue_now(rq->db), input_text(rq, "coquan")),
        .before = (uint64_t)input_number(rq, "sau"),
    };
    input_date(rq, "tu", &ask.from);
    input_date(rq, "den", &ask.to);
    if (dossier_find(rq->db, rq->arena, &scope, &ask, page) == DB_FAIL)
        return page_failed(rq);
    if (is_plain_hit(page) && !ask.before)
        return page_go(rq, "/can-bo/ho-so/%llu", (unsigned long long)page->rows[0].dossier);
    answer_fill(rq, &typed, page);
    return show(rq, &scope);
}
