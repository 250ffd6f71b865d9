/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_BOOKING_STEPS_H
#define MOTCUA_PUBLIC_BOOKING_STEPS_H

#include "lib/request.h"
#include "model/appointment.h"

/* Choosing a day and a time of one group, for who books and for who moves an appointment: Booking.* of booking.cs. */
struct booking_steps {
    uint64_t group;
    const char *start; /* address the choice begins at, without the language: "/dat-lich?viec=7" */
    struct civil day, now;
};

/* A row of what has been chosen; `href` is where it is chosen anew, "" for what stays. */
void booking_chosen_put(struct request *rq, const char *term, const char *value, const char *href);

const char *booking_day_href(struct request *rq, const struct booking_steps *steps, const struct civil *day);
/* "08:30–09:00" */
const char *booking_span(struct request *rq, const struct civil *from, const struct civil *to);
/* "2026-12-07", for hidden fields */
const char *booking_iso(struct request *rq, const struct civil *day);

/* The days, each with the places that are left. */
enum db_result booking_days_fill(struct request *rq, const struct booking_steps *steps);
/* All times of the day; the wanted one, if it has a place, is *chosen (id 0: it has none). */
enum db_result booking_times_fill(struct request *rq, const struct booking_steps *steps, uint64_t wanted,
                                  struct appointment_slot *chosen);
/* The confirmation of that time: its row, and Booking.Form with what the form carries along. */
void booking_confirm_fill(struct request *rq, const struct booking_steps *steps, const struct appointment_slot *slot,
                          const char *path);
/*
 * The wanted time has gone: the times that are left as one choice in the same form, so that nothing is typed again. The
 * next one with a place is chosen already. Booking.Options is empty when the day is full.
 */
enum db_result booking_left_fill(struct request *rq, const struct booking_steps *steps, uint64_t wanted,
                                 const char *path);

#endif
