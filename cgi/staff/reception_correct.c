/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The form of reception, filled with what a dossier holds, to mend it.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "staff/reception.h"

static void put(struct request *rq, const char *name, const char *value)
{
    data_set(rq->data, arena_format(rq->arena, "Form.%s.Value", name), value);
}

static void put_more(struct request *rq, const char *name, const char *value)
{
    struct data *field = data_at(rq->data, arena_format(rq->arena, "Form.%s", name));
    data_set(data_add(field, "Values"), "Value", value);
}

static void put_count(struct request *rq, const char *name, unsigned long long n)
{
    put_more(rq, name, arena_format(rq->arena, "%llu", n));
}

/* 1990-03-05 as 05/03/1990; parts of dates as they are. */
static const char *date_of(struct request *rq, const char *text)
{
    struct civil day;
    if (!civil_parse(text, &day))
        return text;
    return date_format_day(arena_take(rq->arena, DATE_TEXT_MAX), &day);
}

/* +84912345678 as 0912345678 */
static const char *phone_of(struct request *rq, const char *text)
{
    return strncmp(text, "+84", 3) == 0 ? arena_format(rq->arena, "0%s", text + 3) : text;
}

void reception_parties_put(struct request *rq, const struct correct_stored *stored)
{
    const struct party *p = &stored->applicant, *s = &stored->submitter;
    put(rq, "doituong", reception_kinds[strcmp(p->kind, "organisation") == 0]);
    put(rq, "ten", p->name);
    put(rq, "sinh", date_of(rq, p->birth_date));
    put(rq, "gioi", *p->sex ? reception_sexes[strcmp(p->sex, "female") == 0] : "");
    put(rq, "sodinhdanh", p->identity_number);
    put(rq, "ngaycap", date_of(rq, p->identity_issued_on));
    put(rq, "noicap", p->identity_issued_by);
    put(rq, "dienthoai", phone_of(rq, p->phone));
    put(rq, "email", p->email);
    put(rq, "diachi", p->address);
    put(rq, "daidien", p->representative);
    put(rq, "nguoinop", s->name);
    put(rq, "nopso", s->identity_number);
    put(rq, "nopdt", phone_of(rq, s->phone));
    put(rq, "nopuq", s->authority_note);
}

static const struct dossier_paper *paper_of(const struct correct_stored *stored, uint64_t component)
{
    for (size_t i = 0; i < stored->n_papers; i++)
        if (stored->papers[i].component == component && !stored->papers[i].missing)
            return &stored->papers[i];
    return NULL;
}

static void papers_put(struct request *rq, const struct receive_procedure *procedure,
                       const struct correct_stored *stored)
{
    const char *more = "";
    for (size_t i = 0; i < procedure->n_components; i++) {
        const struct receive_component *c = &procedure->components[i];
        const struct dossier_paper *paper = paper_of(stored, c->id);
        if (paper)
            put_count(rq, "giay", i + 1);
        put_count(rq, "chinh", paper ? paper->originals : c->originals);
        put_count(rq, "sao", paper ? paper->copies : c->copies);
        put_count(rq, "to", paper ? paper->sheets : c->originals + c->copies);
    }
    for (size_t i = 0; i < stored->n_papers; i++)
        if (!stored->papers[i].component)
            more = arena_format(rq->arena, "%s%s\n", more, stored->papers[i].name);
    put(rq, "them", more);
}

static void fees_put(struct request *rq, const struct receive_procedure *procedure,
                     const struct correct_stored *stored)
{
    for (size_t i = 0; i < procedure->fees.n; i++) {
        const struct fee_rule *rule = &procedure->fees.items[i];
        const char *name = *rule->name ? rule->name : say(rq, "reception.fee_of_procedure");
        const char *amount = "";
        for (size_t j = 0; j < stored->n_fees; j++)
            if (strncmp(stored->fees[j].name, name, strlen(stored->fees[j].name)) == 0) {
                put_count(rq, "phi", i + 1);
                amount = arena_format(rq->arena, "%lld", (long long)stored->fees[j].amount);
                break;
            }
        put_more(rq, "tien", rule->amount < 0 ? amount : "");
    }
}

static const char *place_of(const char *const *words, const char *const *stored, const char *value)
{
    for (size_t i = 0; words[i]; i++)
        if (strcmp(stored[i], value) == 0)
            return words[i];
    return words[0];
}

static void head_put(struct request *rq, const struct correct_head *head)
{
    static const char *const deliveries[] = {"counter", "post", "online"};
    static const char *const channels[] = {"counter", "post"};
    put(rq, "thutuc", head->procedure_code);
    put(rq, "donvi", head->agency_code);
    put(rq, "nhan", place_of(reception_delivery, deliveries, head->deliver_by));
    put(rq, "kenh", strcmp(head->channel, "online") == 0
                        ? reception_channels[0]
                        : place_of(reception_channels, channels, head->channel));
    put(rq, "noidung", head->summary);
    put(rq, "bo", arena_format(rq->arena, "%u", head->sets));
    put(rq, "mien", head->waiver);
    put(rq, "giam", head->waived && *head->waiver
                        ? arena_format(rq->arena, "%lld", (long long)head->waived)
                        : "");
}

/* The form as if the clerk had just typed what is stored. */
static enum db_result prefill(struct request *rq, struct reception_form *form)
{
    struct correct_stored *stored = arena_take(rq->arena, sizeof *stored);
    struct receive_procedure *procedure = arena_take(rq->arena, sizeof *procedure);
    if (correct_stored(rq->db, rq->arena, form->dossier, stored) == DB_FAIL ||
        receive_procedure(rq->db, rq->arena, &form->scope, form->head.procedure_code, procedure) ==
            DB_FAIL)
        return DB_FAIL;
    data_set_flag(rq->data, "Reception.Prefilled", true);
    head_put(rq, &form->head);
    reception_parties_put(rq, stored);
    papers_put(rq, procedure, stored);
    fees_put(rq, procedure, stored);
    return DB_OK;
}

static enum db_result open_dossier(struct request *rq, struct reception_form **form)
{
    *form = arena_take(rq->arena, sizeof **form);
    return reception_open(rq, *form, (uint64_t)input_number(rq, "id"));
}

int reception_correct_form(struct request *rq)
{
    struct reception_form *form;
    enum db_result opened = open_dossier(rq, &form);
    if (opened == DB_NONE)
        return page_missing(rq);
    if (opened == DB_FAIL || (!rq->again && prefill(rq, form) == DB_FAIL) ||
        reception_read(rq, form) == DB_FAIL)
        return page_failed(rq);
    return reception_show(rq, form, false);
}

int reception_correct(struct request *rq)
{
    struct reception_form *form;
    enum db_result opened = open_dossier(rq, &form);
    if (opened == DB_NONE)
        return page_missing(rq);
    if (opened == DB_FAIL || reception_read(rq, form) == DB_FAIL)
        return page_failed(rq);
    reception_refuse(rq, form);
    if (input_refused(rq))
        return reception_show(rq, form, true);
    struct reception to = reception_of(rq, form);
    switch (dossier_correct(rq->db, rq->arena, &form->head, (unsigned)input_number(rq, "ban"), &to,
                            input_text(rq, "lydo"))) {
    case CORRECT_DONE:
        return page_go(rq, "/can-bo/ho-so/%llu/da-nhan", (unsigned long long)form->dossier);
    case CORRECT_MOVED:
        input_refuse(rq, "lydo", "correct_moved");
        return reception_show(rq, form, true);
    case CORRECT_NOT_SET_UP:
        input_refuse(rq, "thutuc", "procedure_not_set_up");
        return reception_show(rq, form, true);
    case CORRECT_FAIL:
        break;
    }
    return page_failed(rq);
}
