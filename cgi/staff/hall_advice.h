/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_ADVICE_H
#define MOTCUA_STAFF_HALL_ADVICE_H

#include "lib/request.h"
#include "model/hall_advice_held.h"

/* Which counter to open now, with the whole calculation: GET /can-bo/sanh/goi-y?sanh= */
int hall_advice_page(struct request *rq);

/* Fills Advices.N.Text: one sentence each. */
void hall_advice_fill(struct request *rq, const struct hall_live *live, const struct advice_line *lines, size_t n);

#endif
