/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/browse.h"

#include <jansson.h>
#include <string.h>

#include "kiosk/shell.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/page_text.h"
#include "lib/say.h"
#include "model/catalogue.h"
#include "model/procedure_words.h"

static bool is_kind(const struct catalogue_agency *agency, const char *kind)
{
    return strcmp(agency->kind, kind) == 0;
}

/* ---- agencies --------------------------------------------------------------------------------- */

static void agency_put(struct request *rq, const char *list, const struct catalogue_agency *agency)
{
    struct data *item = data_add(rq->data, list);
    data_set(item, "Href", link_to(rq, "/kiosk/co-quan/%s", agency->code));
    put_text(rq, item, "Text", agency->name, agency->name_en);
    data_set_number(item, "Count", agency->procedures.n);
}

/* Districts and communes stand for all of their kind: what they do is everywhere the same. */
int kiosk_agencies(struct request *rq)
{
    const struct catalogue *c = catalogue_now(rq->db);
    if (!c)
        return page_failed(rq);
    for (uint32_t i = 0; i < c->n_agencies; i++) {
        const struct catalogue_agency *agency = &c->agencies[i];
        if (agency->procedures.n == 0 || is_kind(agency, "unit") || is_kind(agency, "district") ||
            is_kind(agency, "commune"))
            continue;
        agency_put(rq, is_kind(agency, "generic") ? "General" : "Agencies", agency);
    }
    kiosk_back(rq, link_to(rq, "/kiosk/thu-tuc"));
    return page_show(rq, "kiosk/agencies.cs", "kiosk_agencies");
}

/* ---- fields of one ---------------------------------------------------------------------------- */

static void fields_put(struct request *rq, const struct catalogue *c, const struct catalogue_agency *agency)
{
    uint32_t *counts = arena_take_array(rq->arena, c->n_fields + 1, sizeof *counts);
    for (uint32_t i = 0; i < agency->procedures.n; i++) {
        uint32_t field = c->procedures[agency->procedures.items[i]].field;
        if (field != CATALOGUE_NONE)
            counts[field]++;
    }
    for (uint32_t i = 0; i < c->n_fields; i++) {
        if (counts[i] == 0)
            continue;
        struct data *item = data_add(rq->data, "Fields");
        data_set(item, "Href",
                 link_to(rq, "/kiosk/thu-tuc?co-quan=%s&linh-vuc=%s", agency->code, c->fields[i].code));
        put_text(rq, item, "Text", c->fields[i].name, c->fields[i].name_en);
        data_set_number(item, "Count", counts[i]);
    }
}

int kiosk_agency(struct request *rq)
{
    const struct catalogue *c = catalogue_now(rq->db);
    if (!c)
        return page_failed(rq);
    const struct catalogue_agency *agency = catalogue_agency(c, input_text(rq, "code"));
    if (!agency)
        return page_missing(rq);
    put_text(rq, rq->data, "Agency.Name", agency->name, agency->name_en);
    data_set(rq->data, "Agency.NameSize", name_size(data_get(rq->data, "Agency.Name")));
    data_set(rq->data, "Agency.AllHref", link_to(rq, "/kiosk/thu-tuc?co-quan=%s&linh-vuc=", agency->code));
    data_set_number(rq->data, "Agency.Count", agency->procedures.n);
    fields_put(rq, c, agency);
    kiosk_back(rq, link_to(rq, "/kiosk/co-quan"));
    return page_show(rq, "kiosk/agency.cs", "kiosk_agencies");
}

/* ---- all of them ------------------------------------------------------------------------------ */

static json_t *procedure_json(struct request *rq, const struct catalogue *c, const struct catalogue_procedure *p)
{
    const char *agency = p->agency == CATALOGUE_NONE
                             ? ""
                             : say_either(rq, c->agencies[p->agency].name, c->agencies[p->agency].name_en);
    json_t *papers = json_array();
    for (uint32_t i = 0; i < p->n_papers; i++)
        json_array_append_new(papers, json_string(say_either(rq, p->papers[i].name, p->papers[i].name_en)));
    return json_pack("[s, s, s, s, s, o]", p->code, say_either(rq, p->name, p->name_en), agency, term_words(rq, p),
                     fee_words(rq, p), papers);
}

int kiosk_download(struct request *rq)
{
    const struct catalogue *c = catalogue_now(rq->db);
    if (!c)
        return page_failed(rq);
    const char *edition = arena_format(rq->arena, "%llu", (unsigned long long)c->version);
    const char *etag = arena_format(rq->arena, "\"%s-%s\"", edition, rq->language);
    page_header(rq, "ETag", etag);
    if (strcmp(request_header(rq, "HTTP_IF_NONE_MATCH"), etag) == 0)
        return page_unchanged(rq);
    json_t *items = json_array();
    for (uint32_t i = 0; i < c->n_procedures; i++)
        if (!catalogue_is_foreign(c, &c->procedures[i]))
            json_array_append_new(items, procedure_json(rq, c, &c->procedures[i]));
    return page_json(rq, 200, json_pack("{s:s, s:o}", "edition", edition, "items", items));
}
