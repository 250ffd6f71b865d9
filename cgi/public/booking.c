/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/booking.h"

#include "lib/input.h"
#include "lib/clock.h"
#include "lib/mail.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/token.h"
#include "model/appointment_offer.h"
#include "public/booking_steps.h"
#include "public/public.h"

#define PATH "/dat-lich"
#define PURPOSE "booking"
enum { DONE_SECONDS = 86400 };

/* What has been chosen so far. */
struct choice {
    struct appointment_offers offers;
    const struct appointment_offer *offer; /* NULL: no service yet */
    struct civil day, now;
    bool has_day;
};

static const struct appointment_offer *offer_find(const struct appointment_offers *offers, uint64_t service)
{
    for (size_t i = 0; i < offers->n; i++)
        if (offers->items[i].service == service)
            return &offers->items[i];
    return NULL;
}

static enum db_result choice_read(struct request *rq, struct choice *choice)
{
    *choice = (struct choice){.now = clock_now()};
    if (appointment_offers(rq->db, rq->arena, &choice->now, &choice->offers) == DB_FAIL)
        return DB_FAIL;
    choice->offer = offer_find(&choice->offers, (uint64_t)input_number(rq, "viec"));
    choice->has_day = choice->offer && input_date(rq, "ngay", &choice->day);
    return DB_OK;
}

static const char *service_href(struct request *rq, const struct appointment_offer *offer)
{
    return link_to(rq, PATH "?viec=%llu", (unsigned long long)offer->service);
}

static struct booking_steps steps_of(struct request *rq, const struct choice *choice)
{
    return (struct booking_steps){.group = choice->offer->group,
                                  .start = arena_format(rq->arena, PATH "?viec=%llu",
                                                        (unsigned long long)choice->offer->service),
                                  .day = choice->day,
                                  .now = choice->now};
}

/* ---- the steps --------------------------------------------------------------------------------- */

/* Groups and services of one hall; offers of a hall stand together. */
static void services_fill(struct request *rq, const struct choice *choice, const char *hall)
{
    struct data *group = NULL;
    uint64_t group_id = 0;
    for (size_t i = 0; i < choice->offers.n; i++) {
        const struct appointment_offer *offer = &choice->offers.items[i];
        if (strcmp(hall, offer->hall_code) != 0)
            continue;
        if (group_id != offer->group) {
            group = data_add(rq->data, "Booking.Groups");
            group_id = offer->group;
            put_text(rq, group, "Name", offer->group_name, offer->group_name_en);
            put_text(rq, data_at(rq->data, "Booking"), "Hall", offer->hall_name, offer->hall_name_en);
        }
        struct data *service = data_add(group, "Services");
        put_text(rq, service, "Text", offer->service_name, offer->service_name_en);
        data_set(service, "Href", service_href(rq, offer));
    }
    data_set(rq->data, "Booking.Step", "service");
}

/* How many halls there are; each as a link. */
static size_t places_fill(struct request *rq, const struct choice *choice)
{
    const char *last = "";
    size_t n = 0;
    for (size_t i = 0; i < choice->offers.n; i++) {
        const struct appointment_offer *offer = &choice->offers.items[i];
        if (strcmp(last, offer->hall_code) == 0)
            continue;
        last = offer->hall_code;
        struct data *place = data_add(rq->data, "Booking.Places");
        put_text(rq, place, "Text", offer->hall_name, offer->hall_name_en);
        data_set(place, "Href", link_to(rq, PATH "?noi=%s", offer->hall_code));
        n++;
    }
    data_set(rq->data, "Booking.Step", "place");
    return n;
}

static void place_or_service_fill(struct request *rq, const struct choice *choice)
{
    const char *hall = input_text(rq, "noi");
    size_t places = places_fill(rq, choice);
    if (*hall || places == 1)
        services_fill(rq, choice, *hall ? hall : choice->offers.items[0].hall_code);
}

static void chosen_fill(struct request *rq, const struct choice *choice)
{
    const struct appointment_offer *offer = choice->offer;
    if (!offer)
        return;
    data_format(rq->data, "Booking.Service", "%llu", (unsigned long long)offer->service);
    booking_chosen_put(rq, say(rq, "booking.place"), say_either(rq, offer->hall_name, offer->hall_name_en),
               link_to(rq, PATH));
    booking_chosen_put(rq, say(rq, "booking.service"), say_either(rq, offer->service_name, offer->service_name_en),
               link_to(rq, PATH "?noi=%s", offer->hall_code));
    if (choice->has_day)
        booking_chosen_put(rq, say(rq, "booking.day"), say_day(rq, &choice->day), service_href(rq, offer));
}

static enum db_result steps_fill(struct request *rq, const struct choice *choice)
{
    struct appointment_slot slot;
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
    chosen_fill(rq, choice);
    if (!choice->offer) {
        place_or_service_fill(rq, choice);
        return DB_OK;
    }
    const struct booking_steps steps = steps_of(rq, choice);
    if (!choice->has_day)
        return booking_days_fill(rq, &steps);
    if (booking_times_fill(rq, &steps, (uint64_t)input_number(rq, "gio"), &slot) == DB_FAIL)
        return DB_FAIL;
    if (slot.id)
        booking_confirm_fill(rq, &steps, &slot, PATH);
    return DB_OK;
}

int booking_page(struct request *rq)
{
    struct choice choice;
    if (choice_read(rq, &choice) == DB_FAIL || steps_fill(rq, &choice) == DB_FAIL)
        return page_failed(rq);
    return page_show(rq, "public/booking.cs", "booking");
}

/* ---- the booking ------------------------------------------------------------------------------- */

/* What has been typed stays: another time of the day is one more touch. */
static int not_booked(struct request *rq, const struct choice *choice, const char *why)
{
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
    data_set(rq->data, "Booking.Problem", say_one(rq, "booking", why));
    chosen_fill(rq, choice);
    enum db_result filled = DB_OK;
    if (!choice->offer) {
        place_or_service_fill(rq, choice);
    } else {
        const struct booking_steps steps = steps_of(rq, choice);
        filled = choice->has_day ? booking_left_fill(rq, &steps, (uint64_t)input_number(rq, "gio"), PATH)
                                 : booking_days_fill(rq, &steps);
    }
    return filled == DB_FAIL ? page_failed(rq) : page_show_status(rq, 409, "public/booking.cs", "booking");
}

/* The form again: the time is still free, something typed is wrong. */
static int form_again(struct request *rq, const struct choice *choice)
{
    if (steps_fill(rq, choice) == DB_FAIL)
        return page_failed(rq);
    return page_again(rq, "public/booking.cs", "booking");
}

int booking_book(struct request *rq)
{
    struct choice choice;
    char code[APPOINTMENT_CODE_DIGITS + 1];
    const char *email = input_text(rq, "email");
    if (choice_read(rq, &choice) == DB_FAIL)
        return page_failed(rq);
    if (!choice.offer)
        return not_booked(rq, &choice, "past");
    if (*email && !mail_address_ok(email)) {
        input_refuse(rq, "email", "mail_form");
        return form_again(rq, &choice);
    }
    const struct appointment_wish wish = {.slot = (uint64_t)input_number(rq, "gio"),
                                          .service = choice.offer->service,
                                          .email = email,
                                          .language = rq->language};
    switch (appointment_book(rq->db, rq->arena, &choice.now, &wish, code)) {
    case APPOINTMENT_DONE:
        /* The code must not stand in the table of answered forms: it is sealed in the address. */
        return page_go(rq, PATH "/xong/%s",
                       token_seal(rq->arena, KEY_COOKIE, PURPOSE, code, clock_unix() + DONE_SECONDS));
    case APPOINTMENT_FULL:
        return not_booked(rq, &choice, "full");
    case APPOINTMENT_PAST:
        return not_booked(rq, &choice, "past");
    case APPOINTMENT_FAIL:
        break;
    }
    return page_failed(rq);
}

int booking_done(struct request *rq)
{
    const char *code = token_open(rq->arena, KEY_COOKIE, PURPOSE, input_text(rq, "phieu"));
    if (!code)
        return page_missing(rq);
    data_set_flag(rq->data, "Appointment.New", true);
    return appointment_show_code(rq, code);
}
