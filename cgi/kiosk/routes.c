/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/routes.h"

#include "kiosk/home.h"

const struct route kiosk_routes[] = {
    {GET, "/kiosk", ANYONE, kiosk_home, .help = "first page of a touch kiosk"},
    {.path = NULL},
};
