/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/listing.h"

#include "lib/input.h"
#include "lib/page_text.h"
#include "model/procedure_words.h"

void kiosk_item(struct request *rq, struct data *item, const struct catalogue *c, const struct catalogue_procedure *p)
{
    data_set(item, "Href", link_to(rq, "/kiosk/thu-tuc/%s", p->code));
    put_text(rq, item, "Name", p->name, p->name_en);
    data_set(item, "NameSize", name_size(data_get(item, "Name")));
    if (p->agency != CATALOGUE_NONE)
        put_text(rq, item, "Agency", c->agencies[p->agency].name, c->agencies[p->agency].name_en);
    data_set(item, "Time", term_words(rq, p));
    data_set(item, "Fee", fee_words(rq, p));
}

static void page_link(struct request *rq, const char *name, const char *query, size_t page)
{
    data_set(rq->data, name, link_to(rq, "/kiosk/thu-tuc?%s&trang=%zu", query, page));
}

void kiosk_list(struct request *rq, const struct catalogue *c, const uint32_t *places, size_t n, const char *query)
{
    size_t last = n ? (n + KIOSK_PAGE_ITEMS - 1) / KIOSK_PAGE_ITEMS : 1;
    int64_t wanted = input_number(rq, "trang");
    size_t page = wanted < 1 ? 1 : (size_t)wanted > last ? last : (size_t)wanted;
    size_t first = (page - 1) * KIOSK_PAGE_ITEMS;
    for (size_t i = first; i < n && i < first + KIOSK_PAGE_ITEMS; i++)
        kiosk_item(rq, data_add(rq->data, "Search.Results"), c, &c->procedures[places[i]]);
    data_set_number(rq->data, "Search.Total", (long long)n);
    data_set_number(rq->data, "Search.Page", (long long)page);
    data_set_number(rq->data, "Search.Pages", (long long)last);
    data_set_flag(rq->data, "Search.Many", last > 1);
    if (page > 1)
        page_link(rq, "Search.PrevHref", query, page - 1);
    if (page < last)
        page_link(rq, "Search.NextHref", query, page + 1);
}
