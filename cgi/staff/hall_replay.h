/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_REPLAY_H
#define MOTCUA_STAFF_HALL_REPLAY_H

#include "lib/request.h"

/* A hall as it was, made of its history: GET /can-bo/sanh/phat-lai?sanh=&ngay=&luc= */
int hall_replay_page(struct request *rq);

#endif
