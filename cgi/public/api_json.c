/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Procedures as JSON. A member that is not published is null or an empty list; none is left out.
 */
#include <string.h>

#include "public/api.h"

static json_t *text_or_null(const char *text)
{
    return *text ? json_string(text) : json_null();
}

static json_t *amount_or_null(int64_t amount)
{
    return amount < 0 ? json_null() : json_integer(amount);
}

static json_t *lines_json(const char *text)
{
    json_t *lines = json_array();
    while (*text) {
        size_t length = strcspn(text, "\n");
        if (length > 0)
            json_array_append_new(lines, json_stringn(text, length));
        text += length + (text[length] == '\n');
    }
    return lines;
}

/* The words of the bits that are set. */
static json_t *bits_json(unsigned bits, const char *const *words, int n)
{
    json_t *list = json_array();
    for (int i = 0; i < n; i++)
        if (bits >> i & 1)
            json_array_append_new(list, json_string(words[i]));
    return list;
}

static json_t *levels_json(const struct catalogue_procedure *p)
{
    static const char *const words[] = { "tinh", "huyen", "xa", "trung-uong" };
    return bits_json(p->levels, words, CATALOGUE_LEVELS);
}

static json_t *named_json(const char *code, const char *name, const char *name_en)
{
    return json_pack("{s:s, s:s, s:o}", "code", code, "name", name, "name_en",
                     text_or_null(name_en));
}

static json_t *agency_json(const struct catalogue *c, uint32_t agency)
{
    if (agency == CATALOGUE_NONE)
        return json_null();
    const struct catalogue_agency *a = &c->agencies[agency];
    return named_json(a->code, a->name, a->name_en);
}

static json_t *field_json(const struct catalogue *c, uint32_t field)
{
    if (field == CATALOGUE_NONE)
        return json_null();
    return named_json(c->fields[field].code, c->fields[field].name, c->fields[field].name_en);
}

static json_t *term_json(const struct catalogue_procedure *p)
{
    static const char *const units[] = { "", "working_day", "day", "same_day", "hour" };
    if (p->term_unit == TERM_UNKNOWN)
        return *p->term_note ? json_pack("{s:n, s:n, s:s}", "value", "unit", "note", p->term_note)
                             : json_null();
    return json_pack("{s:i, s:s, s:o}", "value", p->term, "unit", units[p->term_unit], "note",
                     text_or_null(p->term_note));
}

json_t *api_item(struct request *rq, const struct catalogue *catalogue,
                 const struct catalogue_procedure *procedure)
{
    const char *path = arena_format(rq->arena, "/thu-tuc/%s", procedure->code);
    return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:i, s:b, s:o, s:s}", "code", procedure->code,
                     "name", procedure->name, "name_en", text_or_null(procedure->name_en), "field",
                     field_json(catalogue, procedure->field), "agency",
                     agency_json(catalogue, procedure->agency), "levels", levels_json(procedure),
                     "service_level", procedure->service_level, "full_online",
                     procedure->full_online, "term", term_json(procedure), "url",
                     full_address(rq, path));
}

static json_t *papers_json(const struct catalogue_procedure *p)
{
    json_t *papers = json_array();
    for (uint32_t i = 0; i < p->n_papers; i++) {
        const struct catalogue_paper *paper = &p->papers[i];
        json_array_append_new(
            papers, json_pack("{s:o, s:s, s:o, s:i, s:i, s:b, s:b, s:o}", "case",
                              text_or_null(paper->case_text), "name", paper->name, "name_en",
                              text_or_null(paper->name_en), "originals", paper->originals, "copies",
                              paper->copies, "required", paper->required, "shown_only",
                              paper->shown_only, "note", text_or_null(paper->note)));
    }
    return papers;
}

static json_t *fees_json(const struct catalogue_procedure *p)
{
    static const char *const paid[] = { "reception", "result", "later" };
    json_t *fees = json_array();
    for (uint32_t i = 0; i < p->n_fees; i++) {
        const struct catalogue_fee *fee = &p->fees[i];
        json_array_append_new(fees, json_pack("{s:s, s:s, s:o, s:o, s:o, s:s}", "kind",
                                              fee->charge ? "charge" : "fee", "name", fee->name,
                                              "amount", amount_or_null(fee->amount),
                                              "online_amount", amount_or_null(fee->online), "note",
                                              text_or_null(fee->note), "paid_at", paid[fee->paid]));
    }
    return fees;
}

static json_t *laws_json(const struct catalogue_procedure *p)
{
    json_t *laws = json_array();
    for (uint32_t i = 0; i < p->n_laws; i++)
        json_array_append_new(laws, json_pack("{s:s, s:o, s:o, s:o}", "number", p->laws[i].number,
                                              "title", text_or_null(p->laws[i].title), "issued_on",
                                              text_or_null(p->laws[i].date), "issuer",
                                              text_or_null(p->laws[i].issuer)));
    return laws;
}

static json_t *agencies_json(const struct catalogue *c, const struct catalogue_procedure *p)
{
    json_t *agencies = json_array();
    for (uint32_t i = 0; i < p->n_agencies; i++)
        json_array_append_new(agencies, agency_json(c, p->agencies[i]));
    return agencies;
}

json_t *api_whole(struct request *rq, const struct catalogue *catalogue,
                  const struct catalogue_procedure *p)
{
    static const char *const audiences[CATALOGUE_AUDIENCES] = {
        "citizen",          "overseas",    "foreigner",    "business",
        "foreign_business", "cooperative", "organisation", "foreign_organisation",
        "official",         "party"
    };
    static const char *const ways[] = { "counter", "online", "post" };
    json_t *whole = api_item(rq, catalogue, p);
    json_t *rest =
        json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
                  "official_name", text_or_null(p->official_name), "agencies",
                  agencies_json(catalogue, p), "authority", text_or_null(p->authority), "audiences",
                  bits_json(p->audience, audiences, CATALOGUE_AUDIENCES), "subjects",
                  lines_json(p->subjects), "ways", bits_json(p->ways, ways, 3), "submit",
                  lines_json(p->submit_text), "steps", lines_json(p->steps), "papers",
                  papers_json(p), "results", lines_json(p->result), "conditions",
                  lines_json(p->conditions), "legal", laws_json(p), "note", text_or_null(p->note));
    json_t *money = json_pack("{s:o, s:o, s:o}", "amount", amount_or_null(p->fee), "online_amount",
                              amount_or_null(p->fee_online), "note", text_or_null(p->fee_note));
    json_object_set_new(rest, "fee", money);
    json_object_set_new(rest, "fees", fees_json(p));
    json_object_set_new(rest, "published_at", text_or_null(p->published));
    if (catalogue_form_of(catalogue, p))
        json_object_set_new(rest, "form_url",
                            json_string(full_address(
                                rq, arena_format(rq->arena, "/thu-tuc/%s/mau-don.pdf", p->code))));
    else
        json_object_set_new(rest, "form_url", json_null());
    json_object_update(whole, rest);
    json_decref(rest);
    return whole;
}
