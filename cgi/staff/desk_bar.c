/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/desk_bar.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/page.h"
#include "lib/route.h"
#include "lib/say.h"
#include "staff/desk_inside.h"
#include "staff/help_call.h"
#include "staff/panic.h"
#include "staff/rights.h"

#define BAR_PATH "/can-bo/thanh"

/* Where a form of the line comes back to: the page it stands on. */
static void back_fill(struct request *rq, struct data *node)
{
    if (rq->method == GET && strcmp(rq->route->path, BAR_PATH) != 0)
        data_format(node, "Back", "%s%s%s", rq->link, *rq->query ? "?" : "", rq->query);
}

/* The same button as on the counter's own page (desk_show.c). */
static void button_fill(struct request *rq, const struct counter_seat *seat, struct data *node)
{
    bool paused = seat->state == COUNTER_PAUSED, called = seat->ticket && seat->ticket_state == TICKET_CALLED;
    const char *key = called                   ? "arrive"
                      : seat->ticket && paused ? "done"
                      : seat->ticket           ? "done_next"
                      : paused                 ? "resume"
                                               : "next";
    const char *path = called                   ? "/da-den"
                       : seat->ticket && paused ? "/xong"
                       : paused                 ? "/lam-tiep"
                                                : "/goi-tiep";
    desk_form(rq, data_at(node, "Main"), path, seat->ticket, seat->ticket_version);
    data_set(node, "Main.Text", say_one(rq, "desk_main", key));
}

static void seat_fill(struct request *rq, const struct counter_seat *seat, const struct civil *now)
{
    struct data *node = data_at(rq->data, "Bar");
    data_set_number(node, "Number", seat->number);
    data_set_flag(node, "Paused", seat->state == COUNTER_PAUSED);
    data_set(node, "Waiting", say_count(rq, "desk.waiting", seat->waiting));
    data_format(node, "Href", "%s" DESK_PATH, rq->base);
    data_format(node, "PanicHref", "%s" DESK_PATH "/bao-dong", rq->base);
    button_fill(rq, seat, node);
    back_fill(rq, node);
    if (!seat->ticket)
        return;
    data_set(node, "Label", seat->label);
    data_set(node, "StateText", say_one(rq, "desk_state", ticket_state_names[seat->ticket_state]));
    data_set(node, "For", desk_between(rq, &seat->since, now));
}

void desk_bar_fill(struct request *rq)
{
    struct counter_seat seat;
    struct civil now = clock_now();
    bool own = strncmp(rq->path, DESK_PATH, sizeof DESK_PATH - 1) == 0;
    data_set(rq->data, "Page.BarScript", data_get(rq->words, "Asset.bar"));
    data_format(rq->data, "Page.BarHref", "%s" BAR_PATH, rq->base);
    if (right_held(rq, RIGHT_COUNTER) && !own &&
        counter_seat_read(rq->db, rq->arena, rq->who.id, &now, &seat) == DB_OK)
        seat_fill(rq, &seat, &now);
    if (right_held(rq, RIGHT_HALL))
        panic_band_fill(rq);
    if (right_held(rq, RIGHT_COUNTER) || right_held(rq, RIGHT_HALL))
        help_band_fill(rq);
}

int desk_bar_page(struct request *rq)
{
    return page_show(rq, "staff/bar.cs", "desk_bar");
}
