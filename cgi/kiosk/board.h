/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_BOARD_H
#define MOTCUA_KIOSK_BOARD_H

#include "lib/request.h"

/* GET /kiosk/bang: the board of the device's hall, or of its zone alone. */
int board_show(struct request *rq);

/* GET /kiosk/bang/trang-thai: how the device's hall stands (model/hall_snapshot.h), the same for all of its devices;
 * nginx keeps it for a second. */
int board_state(struct request *rq);

/* GET /kiosk/duoc-xem: asked by nginx before it hands out what it keeps: the header Motcua-Hall says whose state. */
int board_may(struct request *rq);

#endif
