/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HOME_H
#define MOTCUA_STAFF_HOME_H

#include "lib/request.h"

/* GET /can-bo: the first page, for officers who are not signed in. */
int staff_home(struct request *rq);

/* Before each page: the shell of the staff program, Site.*. */
void staff_dress(struct request *rq);

#endif
