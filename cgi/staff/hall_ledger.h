/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_LEDGER_H
#define MOTCUA_STAFF_HALL_LEDGER_H

#include "lib/request.h"

/* The fairness ledger of a day, to look at, to print, and as a table. */
int hall_ledger_page(struct request *rq); /* GET /can-bo/sanh/cong-bang?sanh=&ngay= */
int hall_ledger_csv(struct request *rq);  /* GET /can-bo/sanh/cong-bang.csv?sanh=&ngay= */

#endif
