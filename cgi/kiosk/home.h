/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_HOME_H
#define MOTCUA_KIOSK_HOME_H

#include "lib/request.h"

/* GET /kiosk/trang-dau: three large entries. */
int kiosk_home(struct request *rq);

/* Before each page: the shell of the kiosks, Site.*. */
void kiosk_dress(struct request *rq);

#endif
