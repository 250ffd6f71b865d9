/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_WAITING_H
#define MOTCUA_PUBLIC_WAITING_H

#include "lib/request.h"

/* GET /cho-doi: how long people wait now, and usually at which hour. */
int waiting_page(struct request *rq);

#endif
