/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/home.h"

#include "kiosk/lookup.h"
#include "kiosk/rights.h"
#include "lib/clock.h"
#include "lib/page.h"
#include "lib/page_text.h"
#include "lib/say.h"
#include "model/catalogue.h"
#include "model/hall.h"

static const char *closed_words(struct request *rq, const struct hall_hours *hours)
{
    if (hours->state == HALL_HOLIDAY)
        return say_fill(rq, "kiosk_closed.holiday", "name", say_either(rq, hours->name, hours->name_en), NULL);
    return say_one(rq, "kiosk_closed", hall_open_names[hours->state]);
}

/*
 * Home.Closed.{Title,Next} while no tickets are given out; Home.Turns: the next moment at which that may be another, so
 * that the page is made anew then.
 */
static void hours_fill(struct request *rq, const struct hall_hours *hours)
{
    char iso[DATE_TEXT_MAX];
    const struct civil *turns = hours->tickets ? &hours->stops : &hours->next;
    if (turns->year)
        data_set(rq->data, "Home.Turns", date_format_iso_time(iso, turns));
    if (hours->tickets)
        return;
    data_set(rq->data, "Home.Closed.Title", closed_words(rq, hours));
    if (hours->next.year)
        data_set(rq->data, "Home.Closed.Next", say_moment(rq, &hours->next));
    else
        data_set_flag(rq->data, "Home.Closed.Unknown", true);
}

/* DB_NONE: nobody has entered working hours; then the dispenser says what it knows. */
static enum db_result hours_now(struct request *rq, uint64_t version, struct hall_hours *hours)
{
    struct civil now = clock_now();
    struct hall hall;
    enum db_result found = hall_load(rq->db, rq->arena, device_of(rq)->hall, &hall);
    return found == DB_OK ? hall_hours_now(rq->db, version, &hall, &now, hours) : found;
}

int kiosk_home(struct request *rq)
{
    struct hall_hours hours;
    const struct catalogue *catalogue = catalogue_now(rq->db);
    enum db_result found = catalogue ? hours_now(rq, catalogue->version, &hours) : DB_FAIL;
    if (found == DB_FAIL)
        return page_failed(rq);
    if (found == DB_OK)
        hours_fill(rq, &hours);
    data_format(rq->data, "Home.Edition", "%llu", (unsigned long long)catalogue->version);
    data_set(rq->data, "Home.FindHref", link_to(rq, "/kiosk/thu-tuc"));
    data_set(rq->data, "Home.StatusHref", link_to(rq, "/kiosk/tra-cuu"));
    data_set(rq->data, "Home.TicketHref", link_to(rq, "/kiosk/lay-so"));
    lookup_forget(rq);
    return page_show(rq, "kiosk/home.cs", "kiosk_home");
}

int kiosk_offline(struct request *rq)
{
    data_set(rq->data, "Offline.ListHref", link_to(rq, "/kiosk/danh-sach"));
    data_set(rq->data, "Offline.TicketHref", link_to(rq, "/kiosk/lay-so"));
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.keyboard_css"));
    return page_show(rq, "kiosk/offline.cs", "kiosk_offline");
}
