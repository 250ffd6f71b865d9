/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_ROUTES_H
#define MOTCUA_STAFF_ROUTES_H

#include "lib/route.h"

/* Every page of the staff program. */
extern const struct route staff_routes[];

#endif
