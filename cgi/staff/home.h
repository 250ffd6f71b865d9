/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HOME_H
#define MOTCUA_STAFF_HOME_H

#include "lib/request.h"

/* GET /can-bo: who you are, where you may do what, and the way there. */
int staff_home(struct request *rq);

/* Before each page: the shell of the staff program, Site.*, menu and sign-out of whoever is in. */
void staff_dress(struct request *rq);

#endif
