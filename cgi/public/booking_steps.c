/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/booking_steps.h"

#include <string.h>

#include "lib/page.h"
#include "lib/say.h"
#include "public/public.h"

void booking_chosen_put(struct request *rq, const char *term, const char *value, const char *href)
{
    struct data *row = data_add(rq->data, "Booking.Chosen");
    data_set(row, "Term", term);
    data_set(row, "Value", value);
    data_set(row, "Href", href);
}

const char *booking_iso(struct request *rq, const struct civil *day)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(rq->arena, date_format_iso(text, day));
}

const char *booking_span(struct request *rq, const struct civil *from, const struct civil *to)
{
    char begin[DATE_TEXT_MAX], end[DATE_TEXT_MAX];
    return arena_format(rq->arena, "%s–%s", date_format_clock(begin, from), date_format_clock(end, to));
}

const char *booking_day_href(struct request *rq, const struct booking_steps *steps, const struct civil *day)
{
    return link_to(rq, "%s%cngay=%s", steps->start, strchr(steps->start, '?') ? '&' : '?', booking_iso(rq, day));
}

enum db_result booking_days_fill(struct request *rq, const struct booking_steps *steps)
{
    struct appointment_day days[APPOINTMENT_DAYS_MAX];
    size_t n;
    if (appointment_days(rq->db, steps->group, &steps->now, days, &n) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < n; i++) {
        struct data *day = data_add(rq->data, "Booking.Days");
        data_set(day, "Text", say_day(rq, &days[i].day));
        data_set(day, "Free", days[i].free ? say_count(rq, "booking.free", days[i].free)
                                           : say(rq, "booking.day_full"));
        if (days[i].free)
            data_set(day, "Href", booking_day_href(rq, steps, &days[i].day));
    }
    data_set(rq->data, "Booking.Step", "day");
    return DB_OK;
}

/* ---- times ------------------------------------------------------------------------------------- */

struct times {
    struct appointment_slot slots[APPOINTMENT_SLOTS_MAX];
    size_t n;
};

static enum db_result times_read(struct request *rq, const struct booking_steps *steps, struct times *times)
{
    data_set(rq->data, "Booking.Step", "time");
    return appointment_slots(rq->db, steps->group, &steps->day, &steps->now, times->slots, &times->n);
}

static const char *time_text(struct request *rq, const struct appointment_slot *slot)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(rq->arena, date_format_clock(text, &slot->from));
}

static const char *slot_text(struct request *rq, const struct appointment_slot *slot)
{
    return arena_format(rq->arena, "%llu", (unsigned long long)slot->id);
}

enum db_result booking_times_fill(struct request *rq, const struct booking_steps *steps, uint64_t wanted,
                                  struct appointment_slot *chosen)
{
    struct times times;
    *chosen = (struct appointment_slot){.id = 0};
    if (times_read(rq, steps, &times) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < times.n; i++) {
        const struct appointment_slot *slot = &times.slots[i];
        struct data *time = data_add(rq->data, "Booking.Times");
        data_set(time, "Text", time_text(rq, slot));
        data_set(time, "Free", slot->free ? say_count(rq, "booking.free", slot->free)
                                          : say(rq, "booking.times_full"));
        if (slot->free)
            data_set(time, "Href", arena_format(rq->arena, "%s&gio=%s", booking_day_href(rq, steps, &steps->day),
                                                slot_text(rq, slot)));
        if (slot->id == wanted && slot->free)
            *chosen = *slot;
    }
    return DB_OK;
}

void booking_confirm_fill(struct request *rq, const struct booking_steps *steps, const struct appointment_slot *slot,
                          const char *path)
{
    booking_chosen_put(rq, say(rq, "booking.time"), booking_span(rq, &slot->from, &slot->to),
                       booking_day_href(rq, steps, &steps->day));
    data_set(rq->data, "Booking.Step", "confirm");
    data_set(rq->data, "Booking.Slot", slot_text(rq, slot));
    data_set(rq->data, "Booking.Day", booking_iso(rq, &steps->day));
    page_form(rq, data_at(rq->data, "Booking.Form"), path);
}

enum db_result booking_left_fill(struct request *rq, const struct booking_steps *steps, uint64_t wanted,
                                 const char *path)
{
    struct times times;
    const struct appointment_slot *first = NULL, *last = NULL, *next = NULL;
    bool behind = false;
    if (times_read(rq, steps, &times) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < times.n; i++) {
        const struct appointment_slot *slot = &times.slots[i];
        behind |= slot->id == wanted;
        if (!slot->free)
            continue;
        struct data *option = data_add(rq->data, "Booking.Options");
        data_set(option, "Value", slot_text(rq, slot));
        data_set(option, "Text", time_text(rq, slot));
        first = first ? first : slot;
        last = slot;
        if (behind && !next)
            next = slot;
    }
    next = next ? next : behind ? last : first;
    if (next)
        data_set(rq->data, "Form.gio.Value", slot_text(rq, next));
    data_set(rq->data, "Booking.Day", booking_iso(rq, &steps->day));
    page_form(rq, data_at(rq->data, "Booking.Form"), path);
    return DB_OK;
}
