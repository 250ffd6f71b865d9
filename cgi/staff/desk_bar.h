/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DESK_BAR_H
#define MOTCUA_STAFF_DESK_BAR_H

#include "lib/request.h"

/*
 * The line in the head of every page: the counter its officer has open, with the number before it and the one button
 * (Bar), alarms for those who run the hall (Alarms) and visitors who called for help there (Helps). Where the database
 * does not answer there is no line, and the page is shown all the same.
 */
void desk_bar_fill(struct request *rq);

int desk_bar_page(struct request *rq); /* GET /can-bo/thanh: the line alone, for scripts that look again */

#endif
