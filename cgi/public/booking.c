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

static const char *iso(struct request *rq, const struct civil *day)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(rq->arena, date_format_iso(text, day));
}

static const char *clock_text(struct request *rq, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(rq->arena, date_format_clock(text, at));
}

static const char *free_text(struct request *rq, unsigned n)
{
    return n ? say_count(rq, "booking.free", n) : say(rq, "booking.day_full");
}

static const char *service_href(struct request *rq, const struct appointment_offer *offer)
{
    return link_to(rq, PATH "?viec=%llu", (unsigned long long)offer->service);
}

static const char *day_href(struct request *rq, const struct appointment_offer *offer, const struct civil *day)
{
    return link_to(rq, PATH "?viec=%llu&ngay=%s", (unsigned long long)offer->service, iso(rq, day));
}

/* ---- the steps --------------------------------------------------------------------------------- */

static void chosen_put(struct request *rq, const char *term, const char *value, const char *href)
{
    struct data *row = data_add(rq->data, "Booking.Chosen");
    data_set(row, "Term", term);
    data_set(row, "Value", value);
    data_set(row, "Href", href);
}

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

static enum db_result days_fill(struct request *rq, const struct choice *choice)
{
    struct appointment_day days[APPOINTMENT_DAYS_MAX];
    size_t n;
    if (appointment_days(rq->db, choice->offer->group, &choice->now, days, &n) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < n; i++) {
        struct data *day = data_add(rq->data, "Booking.Days");
        data_set(day, "Text", say_day(rq, &days[i].day));
        data_set(day, "Free", free_text(rq, days[i].free));
        if (days[i].free)
            data_set(day, "Href", day_href(rq, choice->offer, &days[i].day));
    }
    data_set(rq->data, "Booking.Step", "day");
    return DB_OK;
}

/* All times of the day; the one that was chosen is *chosen. */
static enum db_result times_fill(struct request *rq, const struct choice *choice, uint64_t slot,
                                 struct appointment_slot *chosen)
{
    struct appointment_slot slots[APPOINTMENT_SLOTS_MAX];
    size_t n;
    *chosen = (struct appointment_slot){.id = 0};
    if (appointment_slots(rq->db, choice->offer->group, &choice->day, &choice->now, slots, &n) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < n; i++) {
        struct data *time = data_add(rq->data, "Booking.Times");
        data_set(time, "Text", clock_text(rq, &slots[i].from));
        data_set(time, "Free", slots[i].free ? say_count(rq, "booking.free", slots[i].free)
                                             : say(rq, "booking.times_full"));
        if (slots[i].free)
            data_set(time, "Href", arena_format(rq->arena, "%s&gio=%llu",
                                                day_href(rq, choice->offer, &choice->day),
                                                (unsigned long long)slots[i].id));
        if (slots[i].id == slot && slots[i].free)
            *chosen = slots[i];
    }
    data_set(rq->data, "Booking.Step", "time");
    return DB_OK;
}

static void confirm_fill(struct request *rq, const struct choice *choice, const struct appointment_slot *slot)
{
    const char *from = clock_text(rq, &slot->from), *to = clock_text(rq, &slot->to);
    chosen_put(rq, say(rq, "booking.time"), arena_format(rq->arena, "%s–%s", from, to),
               day_href(rq, choice->offer, &choice->day));
    data_set(rq->data, "Booking.Step", "confirm");
    data_format(rq->data, "Booking.Slot", "%llu", (unsigned long long)slot->id);
    data_format(rq->data, "Booking.Service", "%llu", (unsigned long long)choice->offer->service);
    data_set(rq->data, "Booking.Day", iso(rq, &choice->day));
    page_form(rq, data_at(rq->data, "Booking.Form"), PATH);
}

static void chosen_fill(struct request *rq, const struct choice *choice)
{
    const struct appointment_offer *offer = choice->offer;
    if (!offer)
        return;
    chosen_put(rq, say(rq, "booking.place"), say_either(rq, offer->hall_name, offer->hall_name_en),
               link_to(rq, PATH));
    chosen_put(rq, say(rq, "booking.service"), say_either(rq, offer->service_name, offer->service_name_en),
               link_to(rq, PATH "?noi=%s", offer->hall_code));
    if (choice->has_day)
        chosen_put(rq, say(rq, "booking.day"), say_day(rq, &choice->day), service_href(rq, offer));
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
    if (!choice->has_day)
        return days_fill(rq, choice);
    if (times_fill(rq, choice, (uint64_t)input_number(rq, "gio"), &slot) == DB_FAIL)
        return DB_FAIL;
    if (slot.id)
        confirm_fill(rq, choice, &slot);
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

static int not_booked(struct request *rq, const struct choice *choice, const char *why)
{
    struct appointment_slot none;
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
    data_set(rq->data, "Booking.Problem", say_one(rq, "booking", why));
    chosen_fill(rq, choice);
    enum db_result filled = DB_OK;
    if (!choice->offer)
        place_or_service_fill(rq, choice);
    else if (choice->has_day)
        filled = times_fill(rq, choice, 0, &none);
    else
        filled = days_fill(rq, choice);
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
