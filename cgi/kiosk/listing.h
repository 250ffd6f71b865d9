/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_LISTING_H
#define MOTCUA_KIOSK_LISTING_H

#include "lib/request.h"
#include "model/catalogue.h"

/* Lists of procedures on a kiosk. */
enum { KIOSK_PAGE_ITEMS = 6 };

/* Href, Name, NameSize, Agency, Time, Fee. */
void kiosk_item(struct request *rq, struct data *item, const struct catalogue *catalogue,
                const struct catalogue_procedure *procedure);

/*
 * One page of them: Search.Results, Search.{Total,Page,Pages,PrevHref,NextHref}. The number of the page is the input
 * "trang"; `query`: what the addresses of other pages of /kiosk/thu-tuc begin with.
 */
void kiosk_list(struct request *rq, const struct catalogue *catalogue, const uint32_t *places, size_t n,
                const char *query);

#endif
