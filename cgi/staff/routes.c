/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/routes.h"

#include "staff/home.h"
#include "staff/rights.h"

const struct route staff_routes[] = {
    {GET, "/can-bo", ANYONE, staff_home, .help = "where officers sign in"},
    {.path = NULL},
};
