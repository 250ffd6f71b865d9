/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The page of one procedure: every statutory part, or an honest word where it is not published.
 */
#include "public/procedure.h"

#include <string.h>

#include "lib/date.h"
#include "lib/input.h"
#include "lib/money.h"
#include "lib/page.h"
#include "lib/text.h"
#include "public/gone.h"
#include "public/listing.h"

/* Texts that stand whole elsewhere are shortened beside the main ones. */
enum { FACT_CHARACTERS = 80, RELATED_CHARACTERS = 160 };

const struct catalogue_procedure *procedure_wanted(struct request *rq,
                                                   const struct catalogue **catalogue, int *status)
{
    *catalogue = public_catalogue(rq);
    if (!*catalogue) {
        *status = page_failed(rq);
        return NULL;
    }
    const char *code = input_text(rq, "code");
    const struct catalogue_procedure *p = catalogue_procedure(*catalogue, code);
    if (!p)
        *status = gone_page(rq, *catalogue, code);
    return p;
}

void procedure_head(struct request *rq, const struct catalogue *catalogue,
                    const struct catalogue_procedure *p)
{
    struct data *data = rq->data;
    const char *path = arena_format(rq->arena, "/thu-tuc/%s", p->code);
    data_set(data, "Procedure.Code", p->code);
    put_text(rq, data, "Procedure.Name", p->name, p->name_en);
    data_set(data, "Procedure.NameSize", name_size(data_get(data, "Procedure.Name")));
    if (in_english(rq) && *p->name_en)
        put_text(rq, data, "Procedure.NameVi", p->name, "");
    data_set(data, "Procedure.Href", link_to(rq, "%s", path));
    data_set(data, "Procedure.Address", full_address(rq, path));
    data_set(data, "Procedure.PrepareHref", link_to(rq, "%s/chuan-bi", path));
    data_set(data, "Procedure.QrHref", link_to(rq, "%s/qr.svg", path));
    if (catalogue_form_of(catalogue, p))
        data_set(data, "Procedure.FormHref", link_to(rq, "%s/mau-don.pdf", path));
    data_set(data, "Page.Title", data_get(data, "Procedure.Name"));
    data_set(data, "Page.Canonical", full_address(rq, path));
    crumb(rq, link_to(rq, "/thu-tuc"), say(rq, "procedures.title"), say(rq, "procedures.title"));
    if (p->field != CATALOGUE_NONE) {
        const struct catalogue_field *field = &catalogue->fields[p->field];
        crumb(rq, link_to(rq, "/linh-vuc/%s", field->code), field->name, field->name_en);
    }
}

/* ---- facts ------------------------------------------------------------------------------------
 */

static struct data *fact_put(struct request *rq, const char *icon, const char *term,
                             const char *value)
{
    struct data *fact = data_add(rq->data, "Procedure.Facts");
    data_set(fact, "Icon", icon);
    data_set(fact, "Term", say(rq, term));
    data_set(fact, "Value", *value ? value : say(rq, "procedure.unpublished"));
    return fact;
}

static void fee_fact_put(struct request *rq, const struct catalogue_procedure *p)
{
    struct data *fee = fact_put(rq, "money", "procedure.fee", fee_words(rq, p));
    char amount[MONEY_TEXT_MAX];
    if (p->fee_online >= 0 && p->fee_online != p->fee)
        data_format(fee, "Note", "%s: %s", say(rq, "procedure.fee_online"),
                    p->fee_online ? money_format(amount, p->fee_online) : say(rq, "common.free"));
}

static void result_fact_put(struct request *rq, const struct catalogue_procedure *p)
{
    struct data *fact = fact_put(rq, "document", "procedure.result", "");
    const char *first = arena_copy_bytes(rq->arena, p->result, strcspn(p->result, "\n"));
    if (*first)
        put_text(rq, fact, "Value", text_shorten(rq->arena, first, FACT_CHARACTERS), "");
}

static void facts_put(struct request *rq, const struct catalogue *c,
                      const struct catalogue_procedure *p)
{
    fact_put(rq, "clock", "procedure.term", term_words(rq, p));
    fee_fact_put(rq, p);
    struct data *agency = fact_put(rq, "agency", "procedure.agency", "");
    if (p->agency != CATALOGUE_NONE)
        put_text(rq, agency, "Value", c->agencies[p->agency].name, c->agencies[p->agency].name_en);
    data_set(agency, "Note", levels_words(rq, p));
    fact_put(rq, "people", "procedure.who", groups_words(rq, p));
    result_fact_put(rq, p);
    struct data *level =
        fact_put(rq, "level", "procedure.service",
                 say_one(rq, "service", arena_format(rq->arena, "level_%u", p->service_level)));
    data_set(level, "Note", say(rq, p->full_online ? "service.full" : "service.part"));
    data_set(rq->data, "Procedure.ServiceText",
             say_one(rq, "service", arena_format(rq->arena, "text_%u", p->service_level)));
    data_set_flag(rq->data, "Procedure.FullOnline", p->full_online);
}

/* ---- parts ------------------------------------------------------------------------------------
 */

static void part_put(struct request *rq, const char *name, const char *text)
{
    put_lines(rq, rq->data, arena_format(rq->arena, "Procedure.%s", name), text);
}

static void way_put(struct request *rq, const char *icon, const char *text, const char *note)
{
    struct data *way = data_add(rq->data, "Procedure.Ways");
    data_set(way, "Icon", icon);
    data_set(way, "Text", text);
    data_set(way, "Note", note);
}

static void ways_put(struct request *rq, const struct catalogue *c,
                     const struct catalogue_procedure *p)
{
    const struct site *site = &c->site;
    if (p->ways & CATALOGUE_BY_COUNTER && p->levels & CATALOGUE_PROVINCE)
        way_put(rq, "counter", say(rq, "way.counter_province"),
                arena_format(rq->arena, "%s, %s", say_either(rq, site->name, site->name_en),
                             say_either(rq, site->address, site->address_en)));
    if (p->ways & CATALOGUE_BY_COUNTER && p->levels & CATALOGUE_DISTRICT)
        way_put(rq, "counter", say(rq, "way.counter_district"), "");
    if (p->ways & CATALOGUE_BY_COUNTER && p->levels & CATALOGUE_COMMUNE)
        way_put(rq, "counter", say(rq, "way.counter_commune"), "");
    if (p->ways & CATALOGUE_BY_COUNTER && p->levels == CATALOGUE_CENTRAL)
        way_put(rq, "counter", say(rq, "way.counter_central"), "");
    if (p->ways & CATALOGUE_BY_ONLINE)
        way_put(rq, "globe", say(rq, "way.online"), say(rq, "way.online_note"));
    if (p->ways & CATALOGUE_BY_POST)
        way_put(rq, "mail", say(rq, "way.post"), say(rq, "way.post_note"));
    part_put(rq, "SubmitText", p->submit_text);
}

static void fees_put(struct request *rq, const struct catalogue_procedure *p)
{
    static const char *const paid[] = { "fee.at_reception", "fee.at_result", "fee.later" };
    char amount[MONEY_TEXT_MAX];
    for (uint32_t i = 0; i < p->n_fees; i++) {
        const struct catalogue_fee *fee = &p->fees[i];
        struct data *row = data_add(rq->data, "Procedure.Fees");
        put_text(rq, row, "Name", fee->name, "");
        data_set(row, "Kind", say(rq, fee->charge ? "fee.charge" : "fee.fee"));
        if (fee->amount >= 0)
            data_set(row, "Amount",
                     fee->amount ? money_format(amount, fee->amount) : say(rq, "common.free"));
        if (fee->online >= 0 && fee->online != fee->amount)
            data_set(row, "Online",
                     fee->online ? money_format(amount, fee->online) : say(rq, "common.free"));
        if (*fee->note)
            put_text(rq, row, "Note", fee->note, "");
        data_set(row, "Paid", say(rq, paid[fee->paid]));
    }
    data_set(rq->data, "Procedure.Fee", fee_words(rq, p));
    for (uint32_t i = 0; i < p->n_fees; i++)
        if (strcmp(p->fees[i].note, p->fee_note) == 0)
            return; /* the table has said it */
    part_put(rq, "FeeNotes", p->fee_note);
}

static void audience_put(struct request *rq, const struct catalogue_procedure *p)
{
    static const char *const names[CATALOGUE_AUDIENCES] = {
        "citizen",          "overseas",    "foreigner",    "business",
        "foreign_business", "cooperative", "organisation", "foreign_organisation",
        "official",         "party"
    };
    part_put(rq, "Subjects", p->subjects);
    for (int i = 0; i < CATALOGUE_AUDIENCES; i++)
        if (p->audience >> i & 1)
            data_set(data_add(rq->data, "Procedure.Audience"), "Text",
                     say_one(rq, "who", names[i]));
}

static void agency_put(struct request *rq, const struct catalogue_agency *agency)
{
    struct data *item = data_add(rq->data, "Procedure.Agencies");
    put_text(rq, item, "Text", agency->name, agency->name_en);
    data_set(item, "Href", link_to(rq, "/co-quan/%s", agency->code));
}

static void authority_put(struct request *rq, const struct catalogue *c,
                          const struct catalogue_procedure *p)
{
    part_put(rq, "Authority", p->authority);
    if (p->agency != CATALOGUE_NONE)
        agency_put(rq, &c->agencies[p->agency]);
    for (uint32_t i = 0; i < p->n_agencies; i++)
        if (p->agencies[i] != p->agency)
            agency_put(rq, &c->agencies[p->agencies[i]]);
    if (*p->promulgator)
        put_text(rq, rq->data, "Procedure.Promulgator", p->promulgator, "");
}

static const char *day_words(struct request *rq, const char *date)
{
    struct civil at;
    char day[DATE_TEXT_MAX];
    return civil_parse(date, &at) ? arena_copy(rq->arena, date_format_day(day, &at)) : "";
}

static void laws_put(struct request *rq, const struct catalogue_procedure *p)
{
    for (uint32_t i = 0; i < p->n_laws; i++) {
        const struct catalogue_law *law = &p->laws[i];
        struct data *item = data_add(rq->data, "Procedure.Laws");
        data_set(item, "Number", law->number);
        put_text(rq, item, "Title", law->title, "");
        put_text(rq, item, "Issuer", law->issuer, "");
        data_set(item, "Date", day_words(rq, law->date));
    }
}

static void related_put(struct request *rq, const struct catalogue *c,
                        const struct catalogue_procedure *p)
{
    uint32_t places[CATALOGUE_RELATED];
    size_t n = catalogue_related(c, p, places);
    for (size_t i = 0; i < n; i++) {
        const struct catalogue_procedure *other = &c->procedures[places[i]];
        struct data *item = data_add(rq->data, "Procedure.Related");
        data_set(item, "Href", link_to(rq, "/thu-tuc/%s", other->code));
        put_text(rq, item, "Name", text_shorten(rq->arena, other->name, RELATED_CHARACTERS),
                 text_shorten(rq->arena, other->name_en, RELATED_CHARACTERS));
    }
}

static void parts_put(struct request *rq, const struct catalogue *c,
                      const struct catalogue_procedure *p)
{
    part_put(rq, "Steps", p->steps);
    ways_put(rq, c, p);
    procedure_papers(rq, c, p, link_to(rq, "/thu-tuc/%s/mau-don.pdf", p->code));
    data_set(rq->data, "Procedure.Term", term_words(rq, p));
    part_put(rq, "TermNotes", p->term_note);
    fees_put(rq, p);
    audience_put(rq, p);
    part_put(rq, "Results", p->result);
    part_put(rq, "Conditions", p->conditions);
    /* Conditions left empty mean "none" only where the rest of the procedure is described. */
    data_set_flag(rq->data, "Procedure.NoConditions", *p->steps && !*p->conditions);
    authority_put(rq, c, p);
    laws_put(rq, p);
    part_put(rq, "Notes", p->note);
    if (*p->official_name && strcmp(p->official_name, p->name) != 0)
        put_text(rq, rq->data, "Procedure.Official", p->official_name, "");
    data_set(rq->data, "Procedure.Updated", day_words(rq, p->published));
}

int procedure_page(struct request *rq)
{
    int status;
    const struct catalogue *catalogue;
    const struct catalogue_procedure *p = procedure_wanted(rq, &catalogue, &status);
    if (!p)
        return status;
    procedure_head(rq, catalogue, p);
    facts_put(rq, catalogue, p);
    parts_put(rq, catalogue, p);
    related_put(rq, catalogue, p);
    data_format(rq->data, "Page.Description", "%s. %s", p->code, p->name);
    return page_show(rq, "public/procedure.cs", "procedures");
}
