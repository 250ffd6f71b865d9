/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_PAIR_H
#define MOTCUA_KIOSK_PAIR_H

#include "lib/request.h"

/* GET /kiosk: an approved device goes to the page of its kind, any other sees how it is let in. */
int pair_page(struct request *rq);
/* POST /kiosk/ghep: a pairing code, for a browser that has none or whose code has ended. */
int pair_ask(struct request *rq);
/* GET /kiosk/ghep/trang-thai: {"state": "unknown"|"asking"|"ended"|"approved"|"revoked"}; "ended": ask again. */
int pair_state(struct request *rq);

#endif
