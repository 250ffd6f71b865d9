/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/reception.h"

#include <jansson.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/text.h"
#include "model/catalogue.h"
#include "staff/dossier.h"

#define PAGE "staff/reception.cs", "reception"

/* ---- the form -------------------------------------------------------------------------------------- */

int reception_show(struct request *rq, const struct reception_form *form, bool again)
{
    if (!reception_fill(rq, form))
        return page_failed(rq);
    reception_dress(rq);
    return again ? page_again(rq, PAGE) : page_show(rq, PAGE);
}

/* `begins`: not yet with anything typed. A group whose day is over is left, never what was typed. */
static int form_show(struct request *rq, bool begins)
{
    struct reception_form *form = arena_take(rq->arena, sizeof *form);
    enum db_result opened = reception_open(rq, form, (uint64_t)input_number(rq, "hoso"));
    enum db_result grouped = DB_OK;
    if (opened == DB_OK && input_given(rq, "cung"))
        grouped = reception_group_open(rq, form, (uint64_t)input_number(rq, "cung"));
    if (opened == DB_NONE || (begins && grouped == DB_NONE))
        return page_missing(rq);
    if (opened == DB_FAIL || grouped == DB_FAIL)
        return page_failed(rq);
    if (begins && form->group)
        return reception_group_form(rq, form);
    if (reception_read(rq, form) == DB_FAIL)
        return page_failed(rq);
    return reception_show(rq, form, false);
}

int reception_form(struct request *rq)
{
    return form_show(rq, !rq->again);
}

int reception_check(struct request *rq)
{
    return form_show(rq, false);
}

/* Numbers of the dossiers the clerk saw and passed over. */
static const char *passed_over(struct request *rq, const struct reception_form *form)
{
    const char *out = "";
    for (size_t i = 0; i < form->n_duplicates; i++)
        out = arena_format(rq->arena, "%s%s%s", out, i ? " " : "", form->duplicates[i].number);
    return out;
}

struct reception reception_of(struct request *rq, const struct reception_form *form)
{
    static const char *const deliveries[] = {"counter", "post", "online"};
    return (struct reception){
        .clerk = rq->who.id,
        .behalf = scope_behalf(&form->scope, ROLE_BIT(ROLE_CLERK), form->agency->id),
        .now = form->now,
        .procedure = &form->procedure,
        .agency = form->agency,
        .due = &form->due,
        .applicant = form->applicant,
        .submitter = form->has_submitter ? &form->submitter : NULL,
        .papers = form->papers,
        .n_papers = form->n_papers,
        .fees = form->fees,
        .n_fees = form->n_fees,
        .waiver = input_text(rq, "mien"),
        .channel = input_number(rq, "kenh") == 1 ? "post" : "counter",
        .deliver_by = deliveries[input_number(rq, "nhan")],
        .summary = input_text(rq, "noidung"),
        .duplicates = passed_over(rq, form),
        .sets = form->sets,
        .group = form->group,
    };
}

int reception_save(struct request *rq)
{
    struct reception_form *form = arena_take(rq->arena, sizeof *form);
    if (reception_open(rq, form, 0) == DB_FAIL ||
        (input_given(rq, "cung") &&
         reception_group_open(rq, form, (uint64_t)input_number(rq, "cung")) == DB_FAIL) ||
        reception_read(rq, form) == DB_FAIL)
        return page_failed(rq);
    reception_refuse(rq, form);
    if (!input_refused(rq)) {
        struct reception from = reception_of(rq, form);
        struct received received;
        enum db_result result = dossier_receive(rq->db, rq->arena, &from, &received);
        if (result == DB_FAIL ||
            (result == DB_OK && reception_ticket_bind(rq, &form->now, received.id) == DB_FAIL))
            return page_failed(rq);
        if (result == DB_OK)
            return page_go(rq, "/can-bo/ho-so/%llu/da-nhan", (unsigned long long)received.id);
        input_refuse(rq, "thutuc", "procedure_not_set_up");
    }
    return reception_show(rq, form, true);
}

/* ---- finding a procedure --------------------------------------------------------------------------- */

enum db_result reception_find(struct request *rq, const struct scope *scope, const char *typed,
                              struct receive_found found[RECEIVE_FOUND_MAX], size_t *n)
{
    enum { ASKED = 60 }; /* many of them may be other clerks' */
    const char *codes[ASKED + 1];
    size_t n_codes = 0;
    const struct catalogue *catalogue = catalogue_now(rq->db);
    if (!catalogue)
        return DB_FAIL;
    struct search_answer answer;
    search_run(catalogue->index, typed, NULL, &answer);
    for (size_t i = 0; i < answer.total && n_codes < ASKED; i++)
        codes[n_codes++] = catalogue->procedures[answer.hits[i].document].code;
    codes[n_codes] = NULL;
    return receive_find(rq->db, rq->arena, scope, typed, codes, found, n);
}

int reception_procedures(struct request *rq)
{
    struct receive_found found[RECEIVE_FOUND_MAX];
    struct scope scope;
    size_t n = 0;
    const char *typed = input_text(rq, "q");
    struct civil today = clock_now();
    if (scope_load(rq->db, rq->arena, rq->who.id, &today, &scope) == DB_FAIL ||
        (*typed && reception_find(rq, &scope, typed, found, &n) == DB_FAIL))
        return page_failed(rq);
    json_t *items = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(
            items, json_pack("{s:s, s:s}", "code",
                             *found[i].short_code ? found[i].short_code : found[i].code, "name",
                             say_either(rq, found[i].name, found[i].name_en)));
    return page_json(rq, 200, json_pack("{s:o}", "items", items));
}

/* ---- after saving -------------------------------------------------------------------------------------- */

static void received_fill(struct request *rq, const struct received_page *page)
{
    struct data *node = data_at(rq->data, "Received");
    data_format(node, "Id", "%llu", (unsigned long long)page->id);
    data_set(node, "Number", page->number);
    data_set(node, "Code", text_group(rq->arena, page->lookup_code, "4444"));
    data_set(node, "Procedure", say_either(rq, page->procedure, page->procedure_en));
    data_set(node, "Agency", say_either(rq, page->agency, page->agency_en));
    data_set(node, "Applicant", page->applicant);
    data_set(node, "At", say_moment(rq, &page->received));
    data_set(node, "Due", say_moment(rq, &page->due));
    data_set(node, "Deliver", say_one(rq, "deliver", page->deliver_by));
    data_set(node, "State", say_one(rq, "state", page->state));
    data_set_flag(node, "Finished", strcmp(page->state, "returned") == 0);
    data_set(node, "Email", page->email);
    data_set(node, "Phone", dossier_phone_words(rq, page->phone));
    data_format(node, "PrintA5", "%s/can-bo/ho-so/%llu/in/giay-tiep-nhan?kho=a5", rq->base,
                (unsigned long long)page->id);
    data_format(node, "PrintA4", "%s/can-bo/ho-so/%llu/in/giay-tiep-nhan?kho=a4", rq->base,
                (unsigned long long)page->id);
    if (page->untouched && strcmp(page->state, "received") == 0)
        data_format(node, "Correct", "%s/can-bo/ho-so/%llu/sua-tiep-nhan", rq->base,
                    (unsigned long long)page->id);
    if (page->corrected)
        data_set(node, "Corrected", say_count(rq, "reception_received.corrected", page->corrected));
    data_format(node, "Next", "%s/can-bo/tiep-nhan", rq->base);
    data_format(node, "Again", "%s/can-bo/tiep-nhan?thutuc=%s", rq->base, page->procedure_code);
}

int reception_received(struct request *rq)
{
    struct received_page page;
    struct scope scope;
    struct civil today = clock_now();
    if (scope_load(rq->db, rq->arena, rq->who.id, &today, &scope) == DB_FAIL)
        return page_failed(rq);
    enum db_result result =
        received_page(rq->db, rq->arena, &scope, (uint64_t)input_number(rq, "id"), &page);
    if (result == DB_FAIL)
        return page_failed(rq);
    if (result == DB_NONE)
        return page_missing(rq);
    received_fill(rq, &page);
    if (reception_group_put(rq, &scope, page.id) == DB_FAIL)
        return page_failed(rq);
    reception_dress(rq);
    return page_show(rq, "staff/reception_received.cs", "reception_received");
}
