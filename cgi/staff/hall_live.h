/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_LIVE_H
#define MOTCUA_STAFF_HALL_LIVE_H

#include "lib/request.h"

/* How a hall runs now. The page follows the hall's news; without scripts it is loaded anew by its button. */
int hall_live_page(struct request *rq); /* GET /can-bo/sanh */
int hall_live_state(struct request *rq); /* GET /can-bo/sanh/trang-thai: JSON that differs when the page would */

#endif
