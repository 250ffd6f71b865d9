/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DESK_PANEL_H
#define MOTCUA_STAFF_DESK_PANEL_H

#include "model/hall.h"
#include "staff/desk_inside.h"

/* Between desk_show.c and desk_panel.c: the counter as it is now. */
struct desk {
    struct civil now;
    struct counter_page page;
    struct hall hall;
};

/* The question in the place of the buttons: Panel.{Kind,…}. The status of the page: 409 with a notice where it cannot
 * be asked now; 0: the database failed. */
int desk_panel_fill(struct request *rq, const struct desk *desk, enum desk_panel panel, int status);

#endif
