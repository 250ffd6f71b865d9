/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A ticket is taken.
 */
#include "kiosk/dispenser.h"
#include "lib/input.h"
#include "lib/live.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/appointment.h"

/* The page once more, with a word about why nothing was given out. */
static int not_given(struct request *rq, struct dispenser *d, const char *why)
{
    dispenser_fill(rq, d);
    data_set(rq->data, "Dispenser.Problem", say_one(rq, "not_given", why));
    return page_show_status(rq, 409, "kiosk/dispenser.cs", "dispenser");
}

static size_t services_read(struct request *rq, uint64_t services[TICKET_ITEMS_MAX])
{
    size_t n = input_count(rq, "viec");
    if (n > TICKET_ITEMS_MAX)
        n = TICKET_ITEMS_MAX;
    for (size_t i = 0; i < n; i++)
        services[i] = strtoull(input_text_at(rq, "viec", i), NULL, 10);
    return n;
}

static int class_read(struct request *rq)
{
    int class = ticket_word(ticket_class_names, TICKET_CLASSES, input_text(rq, "dien"));
    return class < 0 || class == TICKET_APPOINTMENT ? TICKET_ORDINARY : class;
}

/* The appointment that was scanned: its service, its time, and that it can be used now. */
static enum db_result appointment_wish(struct request *rq, const struct dispenser *d, struct ticket_wish *wish,
                                       uint64_t services[TICKET_ITEMS_MAX], bool *fits)
{
    struct appointment appointment;
    *fits = true;
    wish->appointment = pass_open(rq, PASS_APPOINTMENT, input_text(rq, "hen"));
    if (!wish->appointment)
        return DB_OK;
    enum db_result found = appointment_by_id(rq->db, rq->arena, wish->appointment, &appointment);
    if (found == DB_FAIL)
        return DB_FAIL;
    *fits = found == DB_OK && appointment.hall == d->hall.id &&
            appointment_now(&appointment, &d->now) == APPOINTMENT_NOW;
    services[0] = appointment.service;
    wish->n_services = 1;
    wish->class = TICKET_APPOINTMENT;
    wish->booked = appointment.from;
    return DB_OK;
}

static int take(struct request *rq, struct dispenser *d, const struct ticket_wish *wish)
{
    struct ticket_issued issued;
    enum ticket_issue verdict =
        ticket_issue(rq->db, rq->arena, d->version, &d->now, wish, &issued);
    if (verdict == TICKET_ISSUE_FAIL)
        return page_failed(rq);
    if (verdict != TICKET_ISSUED)
        return not_given(rq, d, ticket_issue_names[verdict]);
    live_say(rq, hall_news_channel(rq->arena, issued.news.hall), hall_news_format(rq->arena, &issued.news));
    return page_go(rq, "/kiosk/ve/%llu", (unsigned long long)issued.ticket);
}

int dispenser_take(struct request *rq)
{
    struct dispenser d;
    uint64_t services[TICKET_ITEMS_MAX];
    int status;
    bool fits;
    if (!dispenser_open(rq, &d, &status))
        return status;
    struct ticket_wish wish = {
        .hall = &d.hall,
        .services = services,
        .n_services = services_read(rq, services),
        .class = class_read(rq),
        .channel = d.device->kind == DEVICE_KIOSK ? TICKET_BY_KIOSK : TICKET_BY_DISPENSER,
        .device = d.device->id,
        .dossier = pass_open(rq, PASS_DOSSIER, input_text(rq, "hoso")),
    };
    if (appointment_wish(rq, &d, &wish, services, &fits) == DB_FAIL)
        return page_failed(rq);
    if (!fits)
        return not_given(rq, &d, "no_appointment");
    if (wish.n_services == 0) {
        input_refuse(rq, "viec", "service_needed");
        return page_again(rq, "kiosk/dispenser.cs", "dispenser");
    }
    return take(rq, &d, &wish);
}
