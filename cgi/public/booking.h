/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_BOOKING_H
#define MOTCUA_PUBLIC_BOOKING_H

#include "lib/request.h"

/* Booking a time, step by step: place and service, day, time, confirmation. No name is asked for. */
int booking_page(struct request *rq); /* GET /dat-lich */
int booking_book(struct request *rq); /* POST /dat-lich */
int booking_done(struct request *rq); /* GET /dat-lich/xong/{phieu} */

/* The page of the appointment with this code. */
int appointment_show_code(struct request *rq, const char *code);

int appointment_ask_form(struct request *rq); /* GET /lich */
int appointment_ask(struct request *rq);      /* POST /lich */
int appointment_page(struct request *rq);     /* GET /lich/{ma} */
int appointment_drop(struct request *rq);     /* POST /lich/{ma}/huy */

/* Another time of the same group; the code stays. */
int appointment_move_page(struct request *rq); /* GET /lich/{ma}/doi */
int appointment_move_post(struct request *rq); /* POST /lich/{ma}/doi */

#endif
