/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/listing.h"

#include <string.h>

#include "lib/input.h"
#include "lib/limits.h"
#include "lib/money.h"

void listing_item(struct request *rq, struct data *item, const struct catalogue *catalogue,
                  const struct catalogue_procedure *procedure)
{
    data_set(item, "Href", link_to(rq, "/thu-tuc/%s", procedure->code));
    data_set(item, "Code", procedure->code);
    put_text(rq, item, "Name", procedure->name, procedure->name_en);
    data_set(item, "NameSize", name_size(data_get(item, "Name")));
    if (procedure->agency != CATALOGUE_NONE) {
        const struct catalogue_agency *agency = &catalogue->agencies[procedure->agency];
        put_text(rq, item, "Agency", agency->name, agency->name_en);
    }
    if (procedure->field != CATALOGUE_NONE) {
        const struct catalogue_field *field = &catalogue->fields[procedure->field];
        put_text(rq, item, "Field", field->name, field->name_en);
    }
    data_set(item, "Time", term_words(rq, procedure));
    data_set(item, "Fee", fee_words(rq, procedure));
}

/* ---- pages ------------------------------------------------------------------------------------
 */

enum { PAGES_AROUND = 2 }; /* numbers shown before and after the page one is on */

static void page_number(struct request *rq, const struct filter *filter, uint32_t number,
                        uint32_t current)
{
    struct data *page = data_add(rq->data, "Pager.Pages");
    data_format(page, "Text", "%u", number);
    data_set(page, "Href", filter_link_page(rq, filter, number));
    data_set_flag(page, "Current", number == current);
}

static void page_gap(struct request *rq)
{
    data_set_flag(data_add(rq->data, "Pager.Pages"), "Gap", true);
}

/* 1 … 4 5 [6] 7 8 … 20 */
static void pager_put(struct request *rq, const struct filter *filter, uint32_t current,
                      uint32_t last)
{
    if (last < 2)
        return;
    uint32_t from = current > PAGES_AROUND + 2 ? current - PAGES_AROUND : 1;
    uint32_t to = current + PAGES_AROUND + 1 < last ? current + PAGES_AROUND : last;
    if (current > 1)
        data_set(rq->data, "Pager.Prev", filter_link_page(rq, filter, current - 1));
    if (from > 1) {
        page_number(rq, filter, 1, current);
        page_gap(rq);
    }
    for (uint32_t i = from; i <= to; i++)
        page_number(rq, filter, i, current);
    if (to < last) {
        page_gap(rq);
        page_number(rq, filter, last, current);
    }
    if (current < last)
        data_set(rq->data, "Pager.Next", filter_link_page(rq, filter, current + 1));
}

void listing_pages(struct request *rq, const struct filter *filter, size_t total, size_t *first,
                   size_t *end)
{
    uint32_t last = total ? (uint32_t)((total + LIMIT_PAGE_ITEMS - 1) / LIMIT_PAGE_ITEMS) : 1;
    int64_t wanted = input_number(rq, "trang");
    uint32_t page = wanted < 1 ? 1 : wanted > last ? last : (uint32_t)wanted;
    *first = (size_t)(page - 1) * LIMIT_PAGE_ITEMS;
    *end = *first + LIMIT_PAGE_ITEMS < total ? *first + LIMIT_PAGE_ITEMS : total;

    char text[MONEY_TEXT_MAX];
    data_set(rq->data, "Search.Total", money_group(text, (int64_t)total));
    data_set_flag(rq->data, "Search.One", total == 1);
    data_set_number(rq->data, "Search.From", (long long)*first + 1);
    data_set_number(rq->data, "Search.To", (long long)*end);
    data_set_flag(rq->data, "Search.Many", last > 1);
    data_set_number(rq->data, "Search.Page", page);
    data_set_flag(rq->data, "Search.Later", page > 1);
    pager_put(rq, filter, page, last);
}

/* ---- without words ------------------------------------------------------------------------------
 */

/* The shortest ready list that holds all that may pass; NULL: all procedures. */
static const struct catalogue_list *starting_list(const struct filter *f)
{
    if (f->field && (!f->agency || f->field->procedures.n <= f->agency->procedures.n))
        return &f->field->procedures;
    return f->agency ? &f->agency->procedures : NULL;
}

void listing_browse(struct request *rq, const struct filter *filter)
{
    const struct catalogue *c = filter->catalogue;
    uint32_t *kept = NULL;
    size_t total = c->n_procedures;
    if (filter->any || filter->agency || filter->field) {
        const struct catalogue_list *list = starting_list(filter);
        uint32_t n = list ? list->n : c->n_procedures;
        kept = arena_take_array(rq->arena, n + 1, sizeof *kept);
        total = 0;
        for (uint32_t i = 0; i < n; i++) {
            uint32_t place = list ? list->items[i] : i;
            if (filter_keep(filter, place))
                kept[total++] = place;
        }
    }

    size_t first, end;
    listing_pages(rq, filter, total, &first, &end);
    for (size_t i = first; i < end; i++)
        listing_item(rq, data_add(rq->data, "Search.Results"), c,
                     &c->procedures[kept ? kept[i] : i]);
    filter_put_form(rq, filter);
    filter_put_chosen(rq, filter);
    filter_put_facets(rq, filter, kept, total);
}
