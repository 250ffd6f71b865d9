/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_DISPLAY_H
#define MOTCUA_KIOSK_DISPLAY_H

#include "lib/request.h"

/* GET /kiosk/quay: the small screen over the device's counter. */
int display_show(struct request *rq);

/* GET /kiosk/quay/trang-thai: {name, state, label?, ticket?, officer?: {name, title}}; state is open, paused or closed,
 * ticket called or serving, officer only where the device is set so. */
int display_state(struct request *rq);

#endif
