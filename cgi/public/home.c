/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/home.h"

#include "lib/money.h"
#include "lib/page.h"
#include "lib/text.h"
#include "public/listing.h"

enum {
    POPULAR_CHARACTERS = 90, /* of a name: the page of the procedure shows all of it */
    HOME_EVENTS = 9
};

static void popular_put(struct request *rq, const struct catalogue *catalogue)
{
    for (uint32_t i = 0; i < catalogue->n_popular; i++) {
        const struct catalogue_procedure *p = &catalogue->procedures[catalogue->popular[i]];
        struct data *item = data_add(rq->data, "Home.Popular");
        data_set(item, "Href", link_to(rq, "/thu-tuc/%s", p->code));
        put_text(rq, item, "Name", text_shorten(rq->arena, p->name, POPULAR_CHARACTERS),
                 text_shorten(rq->arena, p->name_en, POPULAR_CHARACTERS));
    }
}

static void events_put(struct request *rq, const struct catalogue *catalogue)
{
    for (uint32_t i = 0; i < catalogue->n_events && i < HOME_EVENTS; i++) {
        const struct catalogue_event *event = &catalogue->events[i];
        struct data *item = data_add(rq->data, "Home.Events");
        data_set(item, "Href", link_to(rq, "/su-kien/%s", event->slug));
        data_set(item, "Icon", event->icon);
        put_text(rq, item, "Text", event->title, event->title_en);
    }
}

int home_page(struct request *rq)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    if (!catalogue)
        return page_failed(rq);
    char text[MONEY_TEXT_MAX];
    data_set(rq->data, "Home.Procedures", money_group(text, catalogue->n_procedures));
    data_set(rq->data, "Search.Action", link_to(rq, "/thu-tuc"));
    data_set(rq->data, "Home.FieldsHref", link_to(rq, "/linh-vuc"));
    data_set(rq->data, "Home.AgenciesHref", link_to(rq, "/co-quan"));
    data_set(rq->data, "Home.HelpHref", link_to(rq, "/tro-giup"));
    data_set(rq->data, "Page.Canonical", full_address(rq, "/"));
    data_set(rq->data, "Page.Description", say(rq, "home.description"));
    popular_put(rq, catalogue);
    events_put(rq, catalogue);
    return page_show(rq, "public/home.cs", "home");
}
