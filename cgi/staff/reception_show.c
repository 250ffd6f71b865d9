/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What the page shows of it: papers, fees, due time with its trace, duplicates, doubts.
 */
#include <string.h>

#include "lib/input.h"
#include "lib/money.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/due_words.h"
#include "staff/reception.h"

void reception_dress(struct request *rq)
{
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.reception_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.reception"));
}

static const char *money(struct request *rq, int64_t amount)
{
    return money_format(arena_take(rq->arena, MONEY_TEXT_MAX), amount);
}

/* ---- choices ------------------------------------------------------------------------------------------ */

/* Options of a CHOICE: its words stand below T.<section>. */
static void options_put(struct request *rq, const char *list, const char *section,
                        const char *const *choices, const char *chosen)
{
    struct data *node = data_at(rq->data, "Reception");
    for (size_t i = 0; choices[i]; i++) {
        struct data *option = data_add(node, list);
        data_set(option, "Value", choices[i]);
        data_set(option, "Text", say_one(rq, section, choices[i]));
        data_set_flag(option, "Chosen", strcmp(choices[i], chosen) == 0);
    }
}

/* A choice that was not made is the first one. */
static const char *chosen(struct request *rq, const char *name, const char *first)
{
    const char *value = data_get(rq->data, arena_format(rq->arena, "Form.%s.Value", name));
    return *value ? value : first;
}

/* ---- papers -------------------------------------------------------------------------------------------- */

static void count_put(struct request *rq, struct data *item, const char *name, const char *input,
                      size_t i, unsigned usual, bool typed)
{
    if (typed)
        data_set(item, name, reception_raw(rq, input, i));
    else
        data_set_number(item, name, usual);
}

static void papers_put(struct request *rq, const struct reception_form *form, struct data *node)
{
    const struct receive_procedure *p = &form->procedure;
    const char *last_case = "";
    for (size_t i = 0; i < p->n_components; i++) {
        const struct receive_component *c = &p->components[i];
        struct data *item = data_add(node, "Papers");
        bool ticked = form->current ? reception_ticked(rq, "giay", (int64_t)i + 1)
                                    : c->required && !*c->case_text;
        data_set_number(item, "Number", (long long)i + 1);
        data_set(item, "Name", say_either(rq, c->name, c->name_en));
        data_set(item, "Note", c->note);
        data_set_flag(item, "Ticked", ticked);
        data_set_flag(item, "Required", c->required && !*c->case_text);
        data_set_flag(item, "ShownOnly", c->shown_only);
        if (strcmp(c->case_text, last_case) != 0)
            data_set(item, "Case", *c->case_text ? c->case_text : say(rq, "reception.always"));
        last_case = c->case_text;
        count_put(rq, item, "Originals", "chinh", i, c->originals, form->current);
        count_put(rq, item, "Copies", "sao", i, c->copies, form->current);
        count_put(rq, item, "Sheets", "to", i, c->originals + c->copies, form->current);
    }
}

/* ---- fees ------------------------------------------------------------------------------------------------- */

static void fees_put(struct request *rq, const struct reception_form *form, struct data *node)
{
    const struct fee_rules *rules = &form->procedure.fees;
    for (size_t i = 0; i < rules->n; i++) {
        const struct fee_rule *rule = &rules->items[i];
        struct data *item = data_add(node, "Fees");
        bool ticked = form->current ? reception_ticked(rq, "phi", (int64_t)i + 1)
                                    : rule->at_reception && rule->amount > 0;
        data_set_number(item, "Number", (long long)i + 1);
        data_set(item, "Name", *rule->name ? rule->name : say(rq, "reception.fee_of_procedure"));
        data_set(item, "Note", rule->note);
        data_set_flag(item, "Ticked", ticked);
        if (rule->amount >= 0)
            data_set(item, "Amount", money(rq, rule->amount));
        data_set(item, "Typed", reception_raw(rq, "tien", i));
    }
    data_set(node, "Total", money(rq, form->total));
    data_set(node, "Pay", money(rq, form->total - form->waived));
    data_set_flag(node, "Free", form->total == form->waived);
    if (form->waived)
        data_set(node, "Waived", money(rq, form->waived));
}

/* ---- the due time and its trace ------------------------------------------------------------------------------ */

static void due_put(struct request *rq, const struct reception_form *form, struct data *node)
{
    const struct receive_due *due = &form->due;
    data_set(node, "TermNote", form->procedure.term_note);
    if (!due->known)
        return;
    char iso[DATE_TEXT_MAX];
    struct civil at = civil_from_minute(due->result.due);
    data_set(node, "Due", say_moment(rq, &at));
    data_set(node, "DueIso", date_format_rfc3339(iso, &at));
    data_set(node, "Term", due->request.term.unit == WORKTIME_SAME_DAY
                               ? say(rq, "reception.same_day")
                               : due_measured(rq, due->result.measure, due->result.budget));
    struct worktime_result result;
    (void)due_trace(rq, node, "Trace", due->calendar, &due->request, &result);
}

/* ---- what the clerk should look at -------------------------------------------------------------------------- */

static void duplicates_put(struct request *rq, const struct reception_form *form, struct data *node)
{
    for (size_t i = 0; i < form->n_duplicates; i++) {
        const struct receive_duplicate *one = &form->duplicates[i];
        struct data *item = data_add(node, "Duplicates");
        data_set(item, "Number", one->number);
        data_set(item, "When", say_day(rq, &one->received));
        data_set(item, "State", say_one(rq, "state", one->state));
        data_set(item, "Agency", say_either(rq, one->agency, one->agency_en));
    }
}

static void warnings_put(struct request *rq, const struct party_findings *findings,
                         struct data *node)
{
    for (size_t i = 0; i < findings->n; i++)
        if (findings->items[i].warning)
            data_set(data_add(node, "Warnings"), "Text",
                     say_one(rq, "reception_warning", findings->items[i].key));
}

void reception_found_put(struct request *rq, const struct receive_found *found, size_t n, struct data *node)
{
    for (size_t i = 0; i < n; i++) {
        struct data *item = data_add(node, "Found");
        data_set(item, "Code", found[i].code);
        data_set(item, "Short", found[i].short_code);
        data_set(item, "Name", say_either(rq, found[i].name, found[i].name_en));
    }
}

static bool found_put(struct request *rq, const struct reception_form *form, struct data *node)
{
    struct receive_found found[RECEIVE_FOUND_MAX];
    size_t n;
    if (reception_find(rq, &form->scope, form->wanted, found, &n) == DB_FAIL)
        return false;
    data_set_flag(node, "NothingFound", n == 0);
    reception_found_put(rq, found, n, node);
    return true;
}

static void procedure_put(struct request *rq, const struct reception_form *form, struct data *node)
{
    const struct receive_procedure *p = &form->procedure;
    data_set(node, "Procedure.Code", p->code);
    data_set(node, "Procedure.Name", say_either(rq, p->name, p->name_en));
    data_format(node, "Procedure.Rev", "%llu", (unsigned long long)p->rev);
    data_set_flag(node, "NotYours", form->agency == NULL);
    for (size_t i = 0; i < p->n_agencies; i++) {
        struct data *option = data_add(node, "Agencies");
        data_set(option, "Value", p->agencies[i].code);
        data_set(option, "Text", say_either(rq, p->agencies[i].name, p->agencies[i].name_en));
        data_set_flag(option, "Chosen", form->agency == &p->agencies[i]);
    }
    if (!form->agency)
        return;
    data_set_flag(node, "Choose", p->n_agencies > 1);
    data_set(node, "Agency", say_either(rq, form->agency->name, form->agency->name_en));
    papers_put(rq, form, node);
    fees_put(rq, form, node);
    due_put(rq, form, node);
    duplicates_put(rq, form, node);
}

/* The dossier that is corrected, and who did what last when it cannot be any more. */
static void correction_put(struct request *rq, const struct reception_form *form, struct data *node)
{
    const struct correct_head *head = &form->head;
    page_form(rq, node, arena_format(rq->arena, "/can-bo/ho-so/%llu/sua-tiep-nhan",
                                     (unsigned long long)form->dossier));
    data_format(node, "Correct.Id", "%llu", (unsigned long long)form->dossier);
    data_set(node, "Correct.Number", head->number);
    data_set_number(node, "Correct.Version",
                    input_given(rq, "ban") ? (long long)input_number(rq, "ban") : head->version);
    data_set_flag(node, "Correct.Paid", head->paid);
    bool faster = input_given(rq, "ban") && (unsigned)input_number(rq, "ban") != head->version;
    if (head->untouched && !faster)
        return;
    data_set(node, "Correct.Last.Who", head->last_who);
    data_set(node, "Correct.Last.What", say_one(rq, "event", head->last_type));
    data_set(node, "Correct.Last.When", say_moment(rq, &head->last_at));
    data_set_flag(node, "Correct.Moved", !head->untouched);
}

bool reception_fill(struct request *rq, const struct reception_form *form)
{
    struct data *node = data_at(rq->data, "Reception");
    if (form->dossier)
        correction_put(rq, form, node);
    else
        page_form(rq, node, "/can-bo/tiep-nhan");
    data_format(node, "CheckAction", "%s/can-bo/tiep-nhan/xem", rq->base);
    data_format(node, "FindHref", "%s/can-bo/tiep-nhan/thu-tuc", rq->base);
    options_put(rq, "Kinds", "reception_kind", reception_kinds, chosen(rq, "doituong", "canhan"));
    options_put(rq, "Sexes", "reception_sex", reception_sexes, chosen(rq, "gioi", ""));
    options_put(rq, "Delivery", "reception_deliver", reception_delivery, chosen(rq, "nhan", "quay"));
    options_put(rq, "Channels", "reception_channel", reception_channels, chosen(rq, "kenh", "quay"));
    options_put(rq, "Waivers", "reception_waiver", reception_waivers, chosen(rq, "mien", ""));
    data_set_flag(node, "Organisation", strcmp(form->typed.kind, "organisation") == 0);
    data_set_flag(node, "Submitter", form->has_submitter);
    warnings_put(rq, &form->findings, node);
    if (form->has_submitter)
        warnings_put(rq, &form->submitter_findings, node);
    if (form->found)
        procedure_put(rq, form, node);
    else if (*form->wanted)
        return found_put(rq, form, node);
    else if (!form->dossier)
        return reception_ticket_fill(rq, form, node);
    return true;
}
