/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_REPORT_H
#define MOTCUA_STAFF_HALL_REPORT_H

#include "lib/request.h"

/* How a hall ran on a day or in a period, as a page and as a table. Without days: today. */
int hall_report_page(struct request *rq); /* GET /can-bo/sanh/bao-cao?sanh=&tu=&den= */
int hall_report_csv(struct request *rq);  /* GET /can-bo/sanh/bao-cao.csv?sanh=&tu=&den= */

#define HALL_PERIOD {"tu", DATE, .optional = true}, {"den", DATE, .optional = true}

#endif
