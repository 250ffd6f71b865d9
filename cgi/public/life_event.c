/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/input.h"
#include "lib/page.h"
#include "public/browse.h"
#include "public/listing.h"

int events_page(struct request *rq)
{
    const struct catalogue *c = public_catalogue(rq);
    if (!c)
        return page_failed(rq);
    for (uint32_t i = 0; i < c->n_events; i++) {
        const struct catalogue_event *event = &c->events[i];
        struct data *item = data_add(rq->data, "Events");
        data_set(item, "Href", link_to(rq, "/su-kien/%s", event->slug));
        data_set(item, "Icon", event->icon);
        put_text(rq, item, "Text", event->title, event->title_en);
        data_set_number(item, "Count", event->n_steps);
    }
    data_set(rq->data, "Page.Canonical", full_address(rq, "/su-kien"));
    return page_show(rq, "public/events.cs", "events");
}

/* English lines are English: they are not marked as Vietnamese. */
static void intro_put(struct request *rq, const struct catalogue_event *event)
{
    if (in_english(rq) && *event->intro_en) {
        struct data *line = data_add(rq->data, "Event.Intro");
        data_set(line, "Text", event->intro_en);
        return;
    }
    put_lines(rq, rq->data, "Event.Intro", event->intro);
}

static void steps_put(struct request *rq, const struct catalogue *c,
                      const struct catalogue_event *event)
{
    struct data *group = NULL;
    for (uint32_t i = 0; i < event->n_steps; i++) {
        const struct catalogue_event_step *step = &event->steps[i];
        if (!group || *step->heading) {
            group = data_add(rq->data, "Event.Groups");
            put_text(rq, group, "Title", step->heading, step->heading_en);
        }
        struct data *item = data_add(group, "Items");
        listing_item(rq, item, c, &c->procedures[step->procedure]);
        put_text(rq, item, "Hint", step->hint, step->hint_en);
    }
}

int event_page(struct request *rq)
{
    const struct catalogue *c = public_catalogue(rq);
    if (!c)
        return page_failed(rq);
    const struct catalogue_event *event = catalogue_event(c, input_text(rq, "slug"));
    if (!event)
        return page_missing(rq);

    put_text(rq, rq->data, "Event.Title", event->title, event->title_en);
    data_set(rq->data, "Page.Title", data_get(rq->data, "Event.Title"));
    crumb(rq, link_to(rq, "/su-kien"), say(rq, "events.title"), say(rq, "events.title"));
    intro_put(rq, event);
    steps_put(rq, c, event);
    for (uint32_t i = 0; i < c->n_events; i++) {
        if (&c->events[i] == event)
            continue;
        struct data *other = data_add(rq->data, "Event.Others");
        data_set(other, "Href", link_to(rq, "/su-kien/%s", c->events[i].slug));
        put_text(rq, other, "Text", c->events[i].title, c->events[i].title_en);
    }
    data_set(rq->data, "Page.Canonical",
             full_address(rq, arena_format(rq->arena, "/su-kien/%s", event->slug)));
    return page_show(rq, "public/event.cs", "events");
}
