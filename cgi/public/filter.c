/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/filter.h"

#include <string.h>

#include "lib/buffer.h"
#include "lib/input.h"
#include "lib/limits.h"
#include "lib/text.h"

static const char *const names[FILTER_PARTS] = { "co-quan", "linh-vuc", "cap", "muc-do",
                                                 "doi-tuong" };

const char *const filter_level_words[] = { "tinh", "huyen", "xa", "trung-uong", NULL };
const char *const filter_audience_words[] = { "nguoi-dan", "doanh-nghiep", "to-chuc", "can-bo",
                                              NULL };

/* ---- reading ------------------------------------------------------------------------------- */

static int word_place(const char *const *words, const char *word)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return -1;
}

static void choose_agency(struct request *rq, struct filter *f,
                          const struct catalogue_agency *agency)
{
    f->agency = agency;
    f->of_agency = arena_take(rq->arena, f->catalogue->n_procedures / 8 + 1);
    for (uint32_t i = 0; i < agency->procedures.n; i++) {
        uint32_t place = agency->procedures.items[i];
        f->of_agency[place / 8] |= (uint8_t)(1u << place % 8);
    }
}

void filter_choose(struct request *rq, struct filter *f)
{
    const struct catalogue_agency *agency =
        catalogue_agency(f->catalogue, f->chosen[FILTER_AGENCY]);
    if (agency)
        choose_agency(rq, f, agency);
    f->field = catalogue_field(f->catalogue, f->chosen[FILTER_FIELD]);
    int level = word_place(filter_level_words, f->chosen[FILTER_LEVEL]);
    f->level = level < 0 ? 0 : 1u << level;
    const char *service = f->chosen[FILTER_SERVICE];
    f->service =
        service[0] >= '1' && service[0] <= '4' && !service[1] ? (unsigned)*service - '0' : 0;
    int audience = word_place(filter_audience_words, f->chosen[FILTER_AUDIENCE]);
    f->audience = audience < 0 ? 0 : catalogue_group_audiences[audience];

    const bool known[FILTER_PARTS] = { f->agency, f->field, f->level, f->service, f->audience };
    for (int i = 0; i < FILTER_PARTS; i++) {
        if (!known[i])
            f->chosen[i] = "";
        f->any |= known[i];
    }
}

void filter_read(struct request *rq, const struct catalogue *catalogue, const char *path,
                 struct filter *filter)
{
    *filter = (struct filter){ .catalogue = catalogue, .path = path, .query = input_text(rq, "q") };
    for (int i = 0; i < FILTER_PARTS; i++)
        filter->chosen[i] = input_text(rq, names[i]);
    filter_choose(rq, filter);
}

void filter_fix_agency(struct request *rq, struct filter *filter,
                       const struct catalogue_agency *agency)
{
    choose_agency(rq, filter, agency);
    filter->fixed[FILTER_AGENCY] = true;
    filter->chosen[FILTER_AGENCY] = agency->code;
}

void filter_fix_field(struct filter *filter, const struct catalogue_field *field)
{
    filter->field = field;
    filter->fixed[FILTER_FIELD] = true;
    filter->chosen[FILTER_FIELD] = field->code;
}

bool filter_keep(const void *context, uint32_t procedure)
{
    const struct filter *f = context;
    const struct catalogue_procedure *p = &f->catalogue->procedures[procedure];
    if (f->of_agency && !(f->of_agency[procedure / 8] >> procedure % 8 & 1))
        return false;
    if (f->field && p->field != f->field - f->catalogue->fields)
        return false;
    if (f->level && !(p->levels & f->level))
        return false;
    if (f->service && p->service_level != f->service)
        return false;
    return !f->audience || (p->audience & f->audience);
}

/* ---- addresses ------------------------------------------------------------------------------- */

static void parameter(struct request *rq, struct buffer *address, const char *name,
                      const char *value)
{
    if (!*value)
        return;
    buffer_text(address, strchr(address->bytes, '?') ? "&" : "?");
    buffer_format(address, "%s=%s", name, text_url_encode(rq->arena, value));
}

static const char *address_of(struct request *rq, const struct filter *f, const char *query,
                              const char *const chosen[FILTER_PARTS], uint32_t page)
{
    struct buffer address;
    buffer_init(&address, LIMIT_QUERY);
    buffer_format(&address, "%s%s", rq->base, f->path);
    parameter(rq, &address, "q", query);
    for (int i = 0; i < FILTER_PARTS; i++)
        if (!f->fixed[i])
            parameter(rq, &address, names[i], chosen[i]);
    if (page > 1)
        parameter(rq, &address, "trang", arena_format(rq->arena, "%u", page));
    const char *copy = arena_copy(rq->arena, address.full ? "" : address.bytes);
    buffer_release(&address);
    return copy;
}

const char *filter_link(struct request *rq, const struct filter *filter, enum filter_part part,
                        const char *value)
{
    const char *chosen[FILTER_PARTS];
    memcpy(chosen, filter->chosen, sizeof chosen);
    chosen[part] = value;
    return address_of(rq, filter, filter->query, chosen, 1);
}

const char *filter_link_page(struct request *rq, const struct filter *filter, uint32_t page)
{
    return address_of(rq, filter, filter->query, filter->chosen, page);
}

const char *filter_link_query(struct request *rq, const struct filter *filter, const char *query)
{
    return address_of(rq, filter, query, filter->chosen, 1);
}

void filter_put_form(struct request *rq, const struct filter *filter)
{
    data_set(rq->data, "Search.Action", link_to(rq, "%s", filter->path));
    for (int i = 0; i < FILTER_PARTS; i++) {
        if (filter->fixed[i] || !*filter->chosen[i])
            continue;
        struct data *keep = data_add(rq->data, "Search.Keep");
        data_set(keep, "Name", names[i]);
        data_set(keep, "Value", filter->chosen[i]);
    }
}

/* ---- words ------------------------------------------------------------------------------------
 */

static const char *part_key(enum filter_part part)
{
    static const char *const keys[FILTER_PARTS] = { "agency", "field", "level", "service",
                                                    "audience" };
    return keys[part];
}

/* Words in addresses are written with hyphens, keys of words with underscores. */
static const char *word_of(struct request *rq, enum filter_part part, const char *value)
{
    static const char *const sections[FILTER_PARTS] = { NULL, NULL, "level", "service",
                                                        "audience" };
    char *name = arena_format(rq->arena, "%s%s", part == FILTER_SERVICE ? "level_" : "", value);
    for (char *c = name; *c; c++)
        if (*c == '-')
            *c = '_';
    return say_one(rq, sections[part], name);
}

/* The text of a value; agencies and fields carry their own. */
static void value_put(struct request *rq, const struct filter *f, enum filter_part part,
                      const char *value, struct data *node)
{
    if (part == FILTER_AGENCY) {
        const struct catalogue_agency *agency = catalogue_agency(f->catalogue, value);
        put_text(rq, node, "Text", agency->name, agency->name_en);
    } else if (part == FILTER_FIELD) {
        const struct catalogue_field *field = catalogue_field(f->catalogue, value);
        put_text(rq, node, "Text", field->name, field->name_en);
    } else {
        data_set(node, "Text", word_of(rq, part, value));
    }
}

void filter_put_chosen(struct request *rq, const struct filter *filter)
{
    for (int i = 0; i < FILTER_PARTS; i++) {
        if (filter->fixed[i] || !*filter->chosen[i])
            continue;
        struct data *chip = data_add(rq->data, "Search.Active");
        value_put(rq, filter, i, filter->chosen[i], chip);
        data_set(chip, "Href", filter_link(rq, filter, i, ""));
        data_set_flag(chip, "On", true);
        data_format(chip, "Label", "%s %s", say(rq, "facet.remove"), data_get(chip, "Text"));
    }
}

/* ---- facets ------------------------------------------------------------------------------------
 */

enum { FACET_VALUES = 40 }; /* values of one facet on the page */

struct counts {
    uint32_t *agencies, *fields;
    uint32_t levels[CATALOGUE_LEVELS], services[5], groups[CATALOGUE_GROUPS];
};

static void count_one(struct counts *counts, const struct catalogue_procedure *p)
{
    for (uint32_t i = 0; i < p->n_agencies; i++)
        counts->agencies[p->agencies[i]]++;
    if (p->n_agencies == 0 && p->agency != CATALOGUE_NONE)
        counts->agencies[p->agency]++;
    if (p->field != CATALOGUE_NONE)
        counts->fields[p->field]++;
    for (int i = 0; i < CATALOGUE_LEVELS; i++)
        counts->levels[i] += p->levels >> i & 1;
    for (int i = 0; i < CATALOGUE_GROUPS; i++)
        counts->groups[i] += (p->audience & catalogue_group_audiences[i]) != 0;
    counts->services[p->service_level <= 4 ? p->service_level : 0]++;
}

static void count_all(struct counts *counts, const struct catalogue *c)
{
    for (uint32_t i = 0; i < c->n_agencies; i++)
        counts->agencies[i] = c->agencies[i].own;
    for (uint32_t i = 0; i < c->n_fields; i++)
        counts->fields[i] = c->fields[i].procedures.n;
    memcpy(counts->levels, c->level_counts, sizeof counts->levels);
    memcpy(counts->services, c->service_counts, sizeof counts->services);
    memcpy(counts->groups, c->group_counts, sizeof counts->groups);
}

static struct data *facet_open(struct request *rq, enum filter_part part)
{
    struct data *facet = data_add(rq->data, "Search.Facets");
    data_set_flag(facet, "Open", !data_has(rq->data, "Search.Facets.1")); /* the first one */
    data_set(facet, "Title", say(rq, arena_format(rq->arena, "facet.%s", part_key(part))));
    return facet;
}

static void facet_value(struct request *rq, const struct filter *f, struct data *facet,
                        enum filter_part part, const char *value, uint32_t n)
{
    struct data *item = data_add(facet, "Items");
    value_put(rq, f, part, value, item);
    data_set(item, "Href", filter_link(rq, f, part, value));
    data_format(item, "N", "%u", n);
}

/* The most frequent values first; equals in their own order. Ends when the page has enough. */
static void facet_largest(struct request *rq, const struct filter *f, enum filter_part part,
                          uint32_t *counts, uint32_t n)
{
    struct data *facet = NULL;
    for (int shown = 0; shown < FACET_VALUES; shown++) {
        uint32_t best = 0;
        for (uint32_t i = 1; i < n; i++)
            if (counts[i] > counts[best])
                best = i;
        if (n == 0 || counts[best] == 0)
            return;
        if (!facet)
            facet = facet_open(rq, part);
        const char *code = part == FILTER_AGENCY ? f->catalogue->agencies[best].code
                                                 : f->catalogue->fields[best].code;
        facet_value(rq, f, facet, part, code, counts[best]);
        counts[best] = 0;
    }
}

static void facet_words(struct request *rq, const struct filter *f, enum filter_part part,
                        const uint32_t *counts, const char *const *words)
{
    struct data *facet = NULL;
    for (int i = 0; words[i]; i++) {
        if (counts[i] == 0)
            continue;
        if (!facet)
            facet = facet_open(rq, part);
        facet_value(rq, f, facet, part, words[i], counts[i]);
    }
}

void filter_put_facets(struct request *rq, const struct filter *filter, const uint32_t *places,
                       size_t n)
{
    static const char *const services[] = { "1", "2", "3", "4", NULL };
    const struct catalogue *c = filter->catalogue;
    struct counts counts = {
        .agencies = arena_take_array(rq->arena, c->n_agencies + 1, sizeof(uint32_t)),
        .fields = arena_take_array(rq->arena, c->n_fields + 1, sizeof(uint32_t)),
    };
    if (places)
        for (size_t i = 0; i < n; i++)
            count_one(&counts, &c->procedures[places[i]]);
    else
        count_all(&counts, c);

    if (!*filter->chosen[FILTER_AUDIENCE])
        facet_words(rq, filter, FILTER_AUDIENCE, counts.groups, filter_audience_words);
    if (!*filter->chosen[FILTER_LEVEL])
        facet_words(rq, filter, FILTER_LEVEL, counts.levels, filter_level_words);
    if (!*filter->chosen[FILTER_AGENCY])
        facet_largest(rq, filter, FILTER_AGENCY, counts.agencies, c->n_agencies);
    if (!*filter->chosen[FILTER_FIELD])
        facet_largest(rq, filter, FILTER_FIELD, counts.fields, c->n_fields);
    if (!*filter->chosen[FILTER_SERVICE])
        facet_words(rq, filter, FILTER_SERVICE, counts.services + 1, services);
}
