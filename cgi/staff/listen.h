/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_LISTEN_H
#define MOTCUA_STAFF_LISTEN_H

#include "lib/request.h"

/* nginx asks whether a browser may listen to live news; whoever is signed in may: they name nobody. Alarms are for
 * those who run a hall; calls for help of visitors for whoever sits at its counters, too. */
int staff_listen(struct request *rq);

#endif
