/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The tree of agencies and the index of fields.
 */
#include "public/browse.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/input.h"
#include "lib/page.h"
#include "public/listing.h"

static bool is_kind(const struct catalogue_agency *agency, const char *kind)
{
    return strcmp(agency->kind, kind) == 0;
}

static void link_put(struct request *rq, struct data *list_of, const char *list,
                     const struct catalogue_agency *agency)
{
    struct data *item = data_add(list_of, list);
    data_set(item, "Href", link_to(rq, "/co-quan/%s", agency->code));
    put_text(rq, item, "Text", agency->name, agency->name_en);
    if (agency->procedures.n)
        data_set_number(item, "Count", agency->procedures.n);
}

/* Communes stand below their district; one without a district in the tree stands by itself. */
static void districts_put(struct request *rq, const struct catalogue *c)
{
    for (uint32_t i = 0; i < c->n_agencies; i++) {
        if (!is_kind(&c->agencies[i], "district"))
            continue;
        struct data *district = data_add(rq->data, "Districts");
        const struct catalogue_agency *a = &c->agencies[i];
        data_set(district, "Href", link_to(rq, "/co-quan/%s", a->code));
        put_text(rq, district, "Text", a->name, a->name_en);
        put_text(rq, district, "Area", a->area, "");
        uint32_t n = 0;
        for (uint32_t k = 0; k < c->n_agencies; k++)
            if (is_kind(&c->agencies[k], "commune") && c->agencies[k].parent == i) {
                struct data *item = data_add(district, "Communes");
                const struct catalogue_agency *commune = &c->agencies[k];
                data_set(item, "Href", link_to(rq, "/co-quan/%s", commune->code));
                put_text(rq, item, "Text", *commune->area ? commune->area : commune->name, "");
                n++;
            }
        data_set_number(district, "N", n);
    }
    for (uint32_t i = 0; i < c->n_agencies; i++) {
        const struct catalogue_agency *a = &c->agencies[i];
        if (is_kind(a, "commune") &&
            (a->parent == CATALOGUE_NONE || !is_kind(&c->agencies[a->parent], "district")))
            link_put(rq, rq->data, "Communes", a);
    }
}

int agencies_page(struct request *rq)
{
    const struct catalogue *c = public_catalogue(rq);
    if (!c)
        return page_failed(rq);
    for (uint32_t i = 0; i < c->n_agencies; i++) {
        const struct catalogue_agency *a = &c->agencies[i];
        if (a->procedures.n == 0 || is_kind(a, "unit") || is_kind(a, "district") ||
            is_kind(a, "commune"))
            continue;
        if (is_kind(a, "generic"))
            link_put(rq, rq->data, a->level == CATALOGUE_DISTRICT ? "AnyDistrict" : "AnyCommune",
                     a);
        else
            link_put(rq, rq->data, a->level == CATALOGUE_CENTRAL ? "Central" : "Provincial", a);
    }
    districts_put(rq, c);
    data_set(rq->data, "Page.Canonical", full_address(rq, "/co-quan"));
    return page_show(rq, "public/agencies.cs", "agencies");
}

static void detail_put(struct request *rq, const char *key, const char *value, const char *href)
{
    if (!*value)
        return;
    struct data *row = data_add(rq->data, "Agency.Details");
    data_set(row, "Term", say(rq, key));
    put_text(rq, row, "Value", value, strcmp(key, "agency.address") == 0 ? "" : value);
    if (href)
        data_set(row, "Href", href);
}

/* Telephone, address: the agency's own, else where its dossiers are received. */
static void contact_put(struct request *rq, const struct catalogue *c,
                        const struct catalogue_agency *a)
{
    const struct site *site = &c->site;
    bool centre = !a->has_counter && a->level == CATALOGUE_PROVINCE;
    if (*a->address)
        detail_put(rq, "agency.address", a->address, NULL);
    detail_put(rq, "agency.phone", a->phone, NULL);
    detail_put(rq, "agency.email", a->email,
               *a->email ? arena_format(rq->arena, "mailto:%s", a->email) : NULL);
    if (centre)
        detail_put(rq, "agency.counter",
                   arena_format(rq->arena, "%s, %s", say_either(rq, site->name, site->name_en),
                                say_either(rq, site->address, site->address_en)),
                   NULL);
    if (centre)
        detail_put(rq, "agency.hours", say_either(rq, site->hours, site->hours_en), NULL);
}

int agency_page(struct request *rq)
{
    const struct catalogue *c = public_catalogue(rq);
    if (!c)
        return page_failed(rq);
    const struct catalogue_agency *a = catalogue_agency(c, input_text(rq, "code"));
    if (!a)
        return page_missing(rq);

    put_text(rq, rq->data, "Agency.Name", a->name, a->name_en);
    data_set(rq->data, "Agency.NameSize", name_size(data_get(rq->data, "Agency.Name")));
    data_set(rq->data, "Page.Title", data_get(rq->data, "Agency.Name"));
    crumb(rq, link_to(rq, "/co-quan"), say(rq, "agencies.title"), say(rq, "agencies.title"));
    if (a->parent != CATALOGUE_NONE) {
        const struct catalogue_agency *parent = &c->agencies[a->parent];
        if (parent->procedures.n > 0)
            crumb(rq, link_to(rq, "/co-quan/%s", parent->code), parent->name, parent->name_en);
    }
    contact_put(rq, c, a);
    data_set_flag(rq->data, "Agency.Generic", is_kind(a, "generic"));
    for (uint32_t i = 0; i < c->n_agencies; i++)
        if (c->agencies[i].parent == (uint32_t)(a - c->agencies) && c->agencies[i].procedures.n > 0)
            link_put(rq, rq->data, "Agency.Units", &c->agencies[i]);

    struct filter filter;
    filter_read(rq, c, arena_format(rq->arena, "/co-quan/%s", a->code), &filter);
    filter_fix_agency(rq, &filter, a);
    listing_browse(rq, &filter);
    data_set(rq->data, "Search.Action", link_to(rq, "/thu-tuc"));
    struct data *keep = data_add(rq->data, "Search.Keep");
    data_set(keep, "Name", "co-quan");
    data_set(keep, "Value", a->code);
    data_set(rq->data, "Page.Canonical", full_address(rq, filter.path));
    if (filter.any || input_given(rq, "trang"))
        data_set(rq->data, "Page.Robots", "noindex, follow");
    return page_show(rq, "public/agency.cs", "agencies");
}

/* ---- fields from A to Z ----------------------------------------------------------------------- */

static const char *english_name(const struct catalogue_field *field)
{
    return *field->name_en ? field->name_en : field->name;
}

static int by_english_name(const void *a, const void *b)
{
    const struct catalogue_field *const *x = a, *const *y = b;
    return strcasecmp(english_name(*x), english_name(*y));
}

/* The catalogue has them in Vietnamese order; who reads English looks for the English names. */
static const struct catalogue_field **fields_shown(struct request *rq, const struct catalogue *c,
                                                   uint32_t *n)
{
    const struct catalogue_field **fields = arena_take_array(rq->arena, c->n_fields + 1,
                                                             sizeof *fields);
    *n = 0;
    for (uint32_t i = 0; i < c->n_fields; i++)
        if (c->fields[i].procedures.n > 0)
            fields[(*n)++] = &c->fields[i];
    if (in_english(rq))
        qsort(fields, *n, sizeof *fields, by_english_name);
    return fields;
}

static const char *letter_of(struct request *rq, const struct catalogue_field *field)
{
    if (!in_english(rq) || !*field->name_en)
        return field->letter;
    return arena_format(rq->arena, "%c", toupper((unsigned char)*field->name_en));
}

int fields_page(struct request *rq)
{
    const struct catalogue *c = public_catalogue(rq);
    if (!c)
        return page_failed(rq);
    struct data *group = NULL;
    const char *letter = "";
    uint32_t n;
    const struct catalogue_field **fields = fields_shown(rq, c, &n);
    for (uint32_t i = 0; i < n; i++) {
        const struct catalogue_field *f = fields[i];
        if (!group || strcmp(letter, letter_of(rq, f)) != 0) {
            letter = letter_of(rq, f);
            group = data_add(rq->data, "Letters");
            data_set(group, "Text", letter);
            data_format(group, "Id", "chu-%u", i);
        }
        struct data *item = data_add(group, "Items");
        data_set(item, "Href", link_to(rq, "/linh-vuc/%s", f->code));
        put_text(rq, item, "Text", f->name, f->name_en);
        data_set_number(item, "Count", f->procedures.n);
    }
    data_set(rq->data, "Page.Canonical", full_address(rq, "/linh-vuc"));
    return page_show(rq, "public/fields.cs", "fields");
}

int field_page(struct request *rq)
{
    const struct catalogue *c = public_catalogue(rq);
    if (!c)
        return page_failed(rq);
    const struct catalogue_field *f = catalogue_field(c, input_text(rq, "code"));
    if (!f)
        return page_missing(rq);

    put_text(rq, rq->data, "Field.Name", f->name, f->name_en);
    data_set(rq->data, "Field.NameSize", name_size(data_get(rq->data, "Field.Name")));
    data_set(rq->data, "Page.Title", data_get(rq->data, "Field.Name"));
    crumb(rq, link_to(rq, "/linh-vuc"), say(rq, "fields.title"), say(rq, "fields.title"));

    struct filter filter;
    filter_read(rq, c, arena_format(rq->arena, "/linh-vuc/%s", f->code), &filter);
    filter_fix_field(&filter, f);
    listing_browse(rq, &filter);
    data_set(rq->data, "Search.Action", link_to(rq, "/thu-tuc"));
    struct data *keep = data_add(rq->data, "Search.Keep");
    data_set(keep, "Name", "linh-vuc");
    data_set(keep, "Value", f->code);
    data_set(rq->data, "Page.Canonical", full_address(rq, filter.path));
    if (filter.any || input_given(rq, "trang"))
        data_set(rq->data, "Page.Robots", "noindex, follow");
    return page_show(rq, "public/field.cs", "procedures");
}
