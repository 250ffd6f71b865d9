/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/routes.h"

#include "kiosk/home.h"
#include "kiosk/pair.h"
#include "kiosk/rights.h"

const struct route kiosk_routes[] = {
    {GET, "/kiosk", ANYONE, pair_page, {{"ghep", FLAG, .optional = true}},
     .help = "to the page of the device's kind; for others how a device is let in"},
    {POST, "/kiosk/ghep", ANYONE, pair_ask, .help = "a pairing code for a device that is not approved"},
    {GET, "/kiosk/ghep/trang-thai", ANYONE, pair_state, .help = "whether this device has been approved meanwhile"},
    {GET, "/kiosk/trang-dau", RIGHT_KIOSK, kiosk_home, .help = "first page of a touch kiosk"},
    {.path = NULL},
};
