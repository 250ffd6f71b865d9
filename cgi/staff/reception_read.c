/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What the clerk typed, and what belongs to it.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/money.h"
#include "lib/say.h"
#include "lib/text.h"
#include "staff/reception.h"

const char *const reception_kinds[] = {"canhan", "tochuc", NULL};
const char *const reception_sexes[] = {"nam", "nu", NULL};
const char *const reception_channels[] = {"quay", "buuchinh", NULL};
const char *const reception_delivery[] = {"quay", "buuchinh", "tructuyen", NULL};
const char *const reception_waivers[] = {"ngheo",   "cong",       "tre",    "caotuoi",
                                         "khuyettat", "dantoc", "khac", NULL};

enum { SHEETS_MOST = 9999, SETS_MOST = 999 };

const char *reception_raw(struct request *rq, const char *name, size_t n)
{
    return data_get(rq->data, arena_format(rq->arena, "Form.%s.Values.%zu.Value", name, n));
}

bool reception_ticked(struct request *rq, const char *name, int64_t position)
{
    const char *wanted = arena_format(rq->arena, "%lld", (long long)position);
    for (size_t i = 0;; i++) {
        const char *at = arena_format(rq->arena, "Form.%s.Values.%zu", name, i);
        if (!data_has(rq->data, at))
            return false;
        if (strcmp(reception_raw(rq, name, i), wanted) == 0)
            return true;
    }
}

/* What came in, or what a form that corrects a dossier begins with. */
static const char *typed(struct request *rq, const char *name)
{
    if (input_given(rq, name) || !data_has(rq->data, "Reception.Prefilled"))
        return input_text(rq, name);
    return data_get(rq->data, arena_format(rq->arena, "Form.%s.Value", name));
}

/* ---- the person ------------------------------------------------------------------------------------- */

/* What the scan says stands in the fields from here on. */
static void show_value(struct request *rq, const char *name, const char *value)
{
    data_set(rq->data, arena_format(rq->arena, "Form.%s.Value", name), value);
}

/* "05031990" as it is shown: 05/03/1990. */
static const char *date_shown(struct request *rq, const char *text)
{
    struct civil day;
    if (!date_parse(text, &day))
        return text;
    return date_format_day(arena_take(rq->arena, DATE_TEXT_MAX), &day);
}

static void scan_read(struct request *rq, struct party *person)
{
    const char *line = typed(rq, "quet");
    if (!*line)
        return;
    if (party_scan(rq->arena, line, person)) {
        show_value(rq, "quet", "");
        show_value(rq, "doituong", "canhan");
        show_value(rq, "ten", person->name);
        show_value(rq, "sinh", date_shown(rq, person->birth_date));
        show_value(rq, "gioi",
                   !*person->sex ? "" : strcmp(person->sex, "male") == 0 ? "nam" : "nu");
        show_value(rq, "diachi", person->address);
        show_value(rq, "ngaycap", date_shown(rq, person->identity_issued_on));
        show_value(rq, "sodinhdanh", person->identity_number);
    } else if (!*person->identity_number) {
        person->identity_number = line;
        show_value(rq, "sodinhdanh", line);
        show_value(rq, "quet", "");
    }
}

static void person_read(struct request *rq, struct reception_form *form)
{
    const char *sex = typed(rq, "gioi");
    form->typed = (struct party){
        .kind = strcmp(typed(rq, "doituong"), "tochuc") == 0 ? "organisation" : "person",
        .name = typed(rq, "ten"),
        .birth_date = typed(rq, "sinh"),
        .sex = !*sex ? "" : strcmp(sex, "nam") == 0 ? "male" : "female",
        .identity_kind = "",
        .identity_number = typed(rq, "sodinhdanh"),
        .identity_issued_on = typed(rq, "ngaycap"),
        .identity_issued_by = typed(rq, "noicap"),
        .phone = typed(rq, "dienthoai"),
        .email = typed(rq, "email"),
        .address = typed(rq, "diachi"),
        .representative = typed(rq, "daidien"),
        .authority_note = "",
    };
    scan_read(rq, &form->typed);
    party_check(rq->arena, PARTY_APPLICANT, &form->typed, &form->now, &form->applicant,
                &form->findings);
}

static void submitter_read(struct request *rq, struct reception_form *form)
{
    form->typed_submitter = (struct party){
        .kind = "person",
        .name = typed(rq, "nguoinop"),
        .birth_date = "",
        .sex = "",
        .identity_kind = "",
        .identity_number = typed(rq, "nopso"),
        .identity_issued_on = "",
        .identity_issued_by = "",
        .phone = typed(rq, "nopdt"),
        .email = "",
        .address = "",
        .representative = "",
        .authority_note = typed(rq, "nopuq"),
    };
    const struct party *s = &form->typed_submitter;
    form->has_submitter = *s->name || *s->identity_number || *s->phone || *s->authority_note;
    if (form->has_submitter)
        party_check(rq->arena, PARTY_SUBMITTER, s, &form->now, &form->submitter,
                    &form->submitter_findings);
}

/* ---- papers --------------------------------------------------------------------------------------------- */

/* A count in a field: "" is what stands in its place. */
static unsigned count_read(struct reception_form *form, const char *text, unsigned otherwise)
{
    if (!*text)
        return otherwise;
    unsigned long n = text_is_digits(text) ? strtoul(text, NULL, 10) : SHEETS_MOST + 1;
    if (n > SHEETS_MOST) {
        form->wrong_counts = true;
        return otherwise;
    }
    return (unsigned)n;
}

static void paper_add(struct reception_form *form, const struct dossier_paper *paper)
{
    if (form->n_papers < DOSSIER_PAPERS_MAX)
        form->papers[form->n_papers++] = *paper;
}

/* Required papers that were not handed in stay in the list as missing. */
static void papers_read(struct request *rq, struct reception_form *form)
{
    const struct receive_procedure *p = &form->procedure;
    for (size_t i = 0; i < p->n_components; i++) {
        const struct receive_component *c = &p->components[i];
        bool ticked = reception_ticked(rq, "giay", (int64_t)i + 1);
        if (!ticked && (!c->required || *c->case_text))
            continue;
        struct dossier_paper paper = {.component = c->id, .name = c->name, .missing = !ticked};
        if (ticked) {
            paper.originals = count_read(form, reception_raw(rq, "chinh", i), c->originals);
            paper.copies = count_read(form, reception_raw(rq, "sao", i), c->copies);
            paper.sheets = count_read(form, reception_raw(rq, "to", i),
                                      paper.originals + paper.copies);
        }
        paper_add(form, &paper);
    }
}

/* Papers the procedure does not ask for, one a line. */
static void more_papers_read(struct request *rq, struct reception_form *form)
{
    for (const char *at = typed(rq, "them"); *at;) {
        size_t length = strcspn(at, "\n");
        const char *name = text_clean(rq->arena, at, length, TEXT_ONE_LINE, NULL);
        if (name && *name)
            paper_add(form, &(struct dossier_paper){.name = name, .originals = 1, .sheets = 1});
        at += length;
        at += *at == '\n';
    }
}

/* ---- fees ------------------------------------------------------------------------------------------------ */

static void fee_read(struct request *rq, struct reception_form *form, size_t i)
{
    const struct fee_rule *rule = &form->procedure.fees.items[i];
    int64_t amount = rule->amount;
    const char *written = reception_raw(rq, "tien", i);
    bool ticked = form->current ? reception_ticked(rq, "phi", (int64_t)i + 1)
                                : rule->at_reception && amount > 0;
    if (!ticked)
        return;
    if (amount < 0 && !money_parse(written, &amount)) {
        form->wrong_amounts = true;
        return;
    }
    form->fees[form->n_fees++] = (struct fee_line){
        .kind = rule->kind,
        .name = *rule->name ? rule->name : say(rq, "reception.fee_of_procedure"),
        .amount = amount,
        .paid = input_number(rq, "thu") != 0,
        .receipt_no = typed(rq, "bienlai"),
    };
    form->total += amount;
}

static void fees_read(struct request *rq, struct reception_form *form)
{
    for (size_t i = 0; i < form->procedure.fees.n; i++)
        fee_read(rq, form, i);
    const char *less = typed(rq, "giam");
    int64_t waived = -1;
    if (!*typed(rq, "mien"))
        return;
    if ((*less && !money_parse(less, &waived)) ||
        !fee_lines_waive(form->fees, form->n_fees, waived)) {
        form->wrong_waiver = true;
        return;
    }
    for (size_t i = 0; i < form->n_fees; i++)
        form->waived += form->fees[i].waived;
}

/* ---- the procedure ---------------------------------------------------------------------------------------- */

static const struct receive_agency *agency_of(struct request *rq,
                                              const struct receive_procedure *procedure)
{
    const char *wanted = typed(rq, "donvi");
    for (size_t i = 0; i < procedure->n_agencies; i++)
        if (strcmp(procedure->agencies[i].code, wanted) == 0)
            return &procedure->agencies[i];
    return procedure->n_agencies ? &procedure->agencies[0] : NULL;
}

static enum db_result procedure_read(struct request *rq, struct reception_form *form)
{
    form->wanted = input_given(rq, "chon") ? input_text(rq, "chon") : typed(rq, "thutuc");
    if (!*form->wanted)
        return DB_OK;
    enum db_result result =
        receive_procedure(rq->db, rq->arena, &form->scope, form->wanted, &form->procedure);
    if (result == DB_NONE)
        return DB_OK;
    if (result == DB_FAIL)
        return DB_FAIL;
    form->found = true;
    uint64_t shown = data_has(rq->data, "Reception.Prefilled") ? form->head.rev
                                                              : (uint64_t)input_number(rq, "phienban");
    form->current = shown == form->procedure.rev;
    form->agency = agency_of(rq, &form->procedure);
    show_value(rq, "thutuc",
               *form->procedure.short_code ? form->procedure.short_code : form->procedure.code);
    if (!form->agency)
        return DB_OK;
    if (form->current)
        papers_read(rq, form);
    more_papers_read(rq, form);
    fees_read(rq, form);
    return receive_due(rq->db, rq->arena, &form->procedure, form->agency,
                       form->dossier ? &form->head.received : &form->now, &form->due);
}

enum db_result reception_open(struct request *rq, struct reception_form *form, uint64_t dossier)
{
    *form = (struct reception_form){.now = clock_now(), .wanted = "", .sets = 1, .dossier = dossier};
    if (scope_load(rq->db, rq->arena, rq->who.id, &form->now, &form->scope) == DB_FAIL)
        return DB_FAIL;
    return dossier ? correct_head(rq->db, rq->arena, &form->scope, dossier, &form->head) : DB_OK;
}

enum db_result reception_read(struct request *rq, struct reception_form *form)
{
    person_read(rq, form);
    submitter_read(rq, form);
    const char *sets = typed(rq, "bo");
    if (*sets)
        form->sets = text_is_digits(sets) ? (unsigned)strtoul(sets, NULL, 10) : 0;
    if (form->sets == 0 || form->sets > SETS_MOST)
        form->wrong_counts = true;
    if (procedure_read(rq, form) == DB_FAIL)
        return DB_FAIL;
    if (!form->found || !*form->applicant.identity_number)
        return DB_OK;
    enum db_result result =
        receive_duplicates(rq->db, rq->arena, &form->scope, form->procedure.id,
                           form->applicant.identity_number, form->dossier, form->duplicates, &form->n_duplicates);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- what is wrong with it --------------------------------------------------------------------------------- */

static const struct {
    const char *member, *applicant, *submitter;
} input_names[] = {
    {"name", "ten", "nguoinop"},           {"birth_date", "sinh", "nguoinop"},
    {"identity_number", "sodinhdanh", "nopso"}, {"identity_issued_on", "ngaycap", "nopso"},
    {"phone", "dienthoai", "nopdt"},       {"email", "email", "nopdt"},
    {"authority_note", "nopuq", "nopuq"},
};

static const char *input_of(const char *member, bool submitter)
{
    for (size_t i = 0; i < sizeof input_names / sizeof *input_names; i++)
        if (strcmp(input_names[i].member, member) == 0)
            return submitter ? input_names[i].submitter : input_names[i].applicant;
    return "ten";
}

static void findings_refuse(struct request *rq, const struct party_findings *findings,
                            bool submitter)
{
    for (size_t i = 0; i < findings->n; i++)
        if (!findings->items[i].warning)
            input_refuse(rq, input_of(findings->items[i].field, submitter),
                         findings->items[i].key);
}

static void procedure_refuse(struct request *rq, const struct reception_form *form)
{
    if (!*form->wanted)
        input_refuse(rq, "thutuc", "procedure_choose");
    else if (!form->found)
        input_refuse(rq, "thutuc", "procedure_unknown");
    else if (!form->agency)
        input_refuse(rq, "thutuc", "procedure_not_yours");
    else if (!form->current)
        input_refuse(rq, "thutuc", "procedure_look");
}

void reception_refuse(struct request *rq, const struct reception_form *form)
{
    findings_refuse(rq, &form->findings, false);
    if (form->has_submitter)
        findings_refuse(rq, &form->submitter_findings, true);
    procedure_refuse(rq, form);
    if (form->wrong_counts)
        input_refuse(rq, form->sets == 0 || form->sets > SETS_MOST ? "bo" : "giay", "not_number");
    if (form->wrong_amounts)
        input_refuse(rq, "phi", "amount_form");
    if (form->wrong_waiver)
        input_refuse(rq, "giam", "waiver_amount");
    if (form->dossier && !*input_text(rq, "lydo"))
        input_refuse(rq, "lydo", "reason_needed");
    if (form->head.submitter && !form->has_submitter)
        input_refuse(rq, "nguoinop", "submitter_stays");
    if (form->n_duplicates && !input_number(rq, "trung"))
        input_refuse(rq, "trung", "duplicate_tick");
}
