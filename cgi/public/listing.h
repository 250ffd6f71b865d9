/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_LISTING_H
#define MOTCUA_PUBLIC_LISTING_H

#include "model/procedure_words.h"
#include "public/filter.h"
#include "public/public.h"

/* Lists of procedures: one item, and pages of items. */

/* Href, Name, NameSize, Agency, Field, Time, Fee, Tags: what the macro `result` takes. */
void listing_item(struct request *rq, struct data *item, const struct catalogue *catalogue,
                  const struct catalogue_procedure *procedure);

/*
 * One page of a list: Search.{Total,From,To,Page}, Pager.*. The number of the page comes from the
 * input "trang"; a page after the last one is the last one. *first and *end: what to show.
 */
void listing_pages(struct request *rq, const struct filter *filter, size_t total, size_t *first,
                   size_t *end);

/* A filtered list without words: Search.Results, facets, chosen parts, pages. */
void listing_browse(struct request *rq, const struct filter *filter);

#endif
