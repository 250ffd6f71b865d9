/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_HOME_H
#define MOTCUA_KIOSK_HOME_H

#include "lib/request.h"

/* GET /kiosk/trang-dau: three large entries; outside hours when the hall opens again. Ends what a visitor looked up. */
int kiosk_home(struct request *rq);

/* GET /kiosk/ngoai-tuyen: what a kiosk shows while the server is away. The browser keeps it. */
int kiosk_offline(struct request *rq);

#endif
