/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_FILTER_H
#define MOTCUA_PUBLIC_FILTER_H

#include "public/public.h"

/*
 * What a visitor has chosen in a list of procedures: words, agency, field, level, service level,
 * audience. The same inputs in every list: FILTER_INPUTS in the route table.
 */
enum filter_part { FILTER_AGENCY, FILTER_FIELD, FILTER_LEVEL, FILTER_SERVICE, FILTER_AUDIENCE,
                   FILTER_PARTS };

#define FILTER_INPUTS                                                                             \
    { "q", QUERY, .max = 200, .optional = true },                                                 \
    { "co-quan", CODE, .max = 30, .optional = true },                                             \
    { "linh-vuc", CODE, .max = 120, .optional = true },                                           \
    { "cap", CODE, .max = 20, .optional = true },                                                 \
    { "muc-do", CODE, .max = 20, .optional = true },                                              \
    { "doi-tuong", CODE, .max = 20, .optional = true },                                           \
    { "trang", COUNT, .optional = true }

struct filter {
    const struct catalogue *catalogue;
    const char *path;               /* of the page: "/thu-tuc" */
    const char *query;              /* "" for none */
    const char *chosen[FILTER_PARTS]; /* as in the address; "" for none */
    bool fixed[FILTER_PARTS];       /* stands in the path: no link takes it away */
    bool any;                       /* at least one part is chosen */
    const struct catalogue_agency *agency;
    const struct catalogue_field *field;
    unsigned level;                 /* bit, 0: any */
    unsigned service;               /* 1 to 4, 0: any */
    uint16_t audience;              /* set of bits, 0: any */
    uint8_t *of_agency;             /* a bit for each procedure, with `agency` */
};

/* Reads the inputs. A value that names nothing (an old link) is left out as if it was not there. */
void filter_read(struct request *rq, const struct catalogue *catalogue, const char *path,
                 struct filter *filter);
/* Finds what chosen[] names. */
void filter_choose(struct request *rq, struct filter *filter);
/* For a page whose path names the agency or field. */
void filter_fix_agency(struct request *rq, struct filter *filter,
                       const struct catalogue_agency *agency);
void filter_fix_field(struct filter *filter, const struct catalogue_field *field);

/* For search_filter.keep: does the procedure pass? `filter` is a struct filter. */
bool filter_keep(const void *filter, uint32_t procedure);

/* The address of the list with one part changed ("" takes it away) and from its first page. */
const char *filter_link(struct request *rq, const struct filter *filter, enum filter_part part,
                        const char *value);
/* The same list without words, without any part, at a page. */
const char *filter_link_page(struct request *rq, const struct filter *filter, uint32_t page);
const char *filter_link_query(struct request *rq, const struct filter *filter, const char *query);

/* Search.Keep.N.{Name,Value}: what the search form carries along; Search.Action. */
void filter_put_form(struct request *rq, const struct filter *filter);

/* Search.Active: the chosen parts, each with the link that takes it away. */
void filter_put_chosen(struct request *rq, const struct filter *filter);

/*
 * Search.Facets: for each part that is not chosen, the values that occur among the `n` procedures,
 * most first, with their number. `places` NULL: all procedures.
 */
void filter_put_facets(struct request *rq, const struct filter *filter, const uint32_t *places,
                       size_t n);

/* Words of levels and audiences: what stands in addresses, by bit or group. */
extern const char *const filter_level_words[CATALOGUE_LEVELS + 1];
extern const char *const filter_audience_words[CATALOGUE_GROUPS + 1];

#endif
