/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_ROUTES_H
#define MOTCUA_KIOSK_ROUTES_H

#include "lib/route.h"

/* Every page of kiosks, ticket dispensers, hall boards and rating tablets. */
extern const struct route kiosk_routes[];

#endif
