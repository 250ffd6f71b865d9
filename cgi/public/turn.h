/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_TURN_H
#define MOTCUA_PUBLIC_TURN_H

#include "lib/request.h"

/* A ticket on the telephone of whoever holds it. Nothing but the number: nobody's name is known. */
int turn_page(struct request *rq);   /* GET /ve/{phieu} */
int turn_state(struct request *rq);  /* GET /ve/{phieu}/trang-thai: JSON */
int turn_cancel(struct request *rq); /* POST /ve/{phieu}/huy */

/* Being told that the turn is near, once. */
int turn_notice_form(struct request *rq); /* GET /ve/{phieu}/nhan-tin */
int turn_notice_post(struct request *rq); /* POST /ve/{phieu}/nhan-tin: asks, or takes it back */

#endif
