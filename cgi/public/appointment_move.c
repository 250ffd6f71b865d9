/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Another time for an appointment, by its code: a day, a time, confirmation.
 */
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "public/booking.h"
#include "public/booking_steps.h"
#include "public/public.h"

#define PATH "/lich"

struct moving {
    char code[APPOINTMENT_CODE_DIGITS + 1];
    struct appointment appointment;
    struct booking_steps steps;
    const char *path;
    bool has_day;
};

static void no_trace(struct request *rq)
{
    page_header(rq, "Referrer-Policy", "no-referrer");
    page_header(rq, "X-Robots-Tag", "noindex");
    data_set(rq->data, "Page.Robots", "noindex");
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
}

/* DB_NONE: no such appointment. */
static enum db_result moving_read(struct request *rq, struct moving *m)
{
    *m = (struct moving){.steps = {.now = clock_now()}};
    if (!appointment_code_parse(input_text(rq, "ma"), m->code))
        return DB_NONE;
    enum db_result found = appointment_by_code(rq->db, rq->arena, m->code, &m->appointment);
    if (found != DB_OK)
        return found;
    m->path = arena_format(rq->arena, PATH "/%s/doi", m->code);
    m->steps.group = m->appointment.group;
    m->steps.start = m->path;
    m->has_day = input_date(rq, "ngay", &m->steps.day);
    return DB_OK;
}

static void chosen_fill(struct request *rq, const struct moving *m)
{
    const struct appointment *a = &m->appointment;
    data_set_flag(rq->data, "Booking.Moves", true);
    booking_chosen_put(rq, say(rq, "booking.place"), say_either(rq, a->hall_name, a->hall_name_en), "");
    booking_chosen_put(rq, say(rq, "booking.service"), say_either(rq, a->service_name, a->service_name_en), "");
    booking_chosen_put(rq, say(rq, "booking.move_from"),
                       arena_format(rq->arena, "%s, %s", booking_span(rq, &a->from, &a->to), say_day(rq, &a->from)),
                       "");
    if (m->has_day)
        booking_chosen_put(rq, say(rq, "booking.day"), say_day(rq, &m->steps.day), link_to(rq, "%s", m->path));
}

static enum db_result steps_fill(struct request *rq, const struct moving *m)
{
    struct appointment_slot slot;
    if (!m->has_day)
        return booking_days_fill(rq, &m->steps);
    if (booking_times_fill(rq, &m->steps, (uint64_t)input_number(rq, "gio"), &slot) == DB_FAIL)
        return DB_FAIL;
    if (slot.id)
        booking_confirm_fill(rq, &m->steps, &slot, m->path);
    return DB_OK;
}

static int show(struct request *rq, int status)
{
    no_trace(rq);
    data_set(rq->data, "Page.Title", say(rq, "booking.move"));
    return page_show_status(rq, status, "public/booking.cs", "booking");
}

/* 0: it can be moved; else the answer. */
static int moving_need(struct request *rq, struct moving *m)
{
    enum db_result found = moving_read(rq, m);
    if (found == DB_FAIL)
        return page_failed(rq);
    if (found == DB_NONE)
        return page_missing(rq);
    /* Cancelled, used or missed: its page says so. */
    return m->appointment.state == APPOINTMENT_BOOKED ? 0 : page_go(rq, PATH "/%s", m->code);
}

int appointment_move_page(struct request *rq)
{
    struct moving m;
    int answer = moving_need(rq, &m);
    if (answer)
        return answer;
    chosen_fill(rq, &m);
    return steps_fill(rq, &m) == DB_FAIL ? page_failed(rq) : show(rq, 200);
}

static int not_moved(struct request *rq, const struct moving *m, const char *why)
{
    data_set(rq->data, "Booking.Problem", say_one(rq, "booking", why));
    chosen_fill(rq, m);
    enum db_result filled = m->has_day ? booking_left_fill(rq, &m->steps, (uint64_t)input_number(rq, "gio"), m->path)
                                       : booking_days_fill(rq, &m->steps);
    return filled == DB_FAIL ? page_failed(rq) : show(rq, 409);
}

int appointment_move_post(struct request *rq)
{
    struct moving m;
    int answer = moving_need(rq, &m);
    if (answer)
        return answer;
    switch (appointment_move(rq->db, rq->arena, &m.appointment, (uint64_t)input_number(rq, "gio"), &m.steps.now)) {
    case APPOINTMENT_DONE:
        return page_go(rq, PATH "/%s", m.code);
    case APPOINTMENT_FULL:
        return not_moved(rq, &m, "full");
    case APPOINTMENT_PAST:
        return not_moved(rq, &m, "past");
    case APPOINTMENT_FAIL:
        break;
    }
    return page_failed(rq);
}
