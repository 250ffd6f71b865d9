/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_SHELL_H
#define MOTCUA_KIOSK_SHELL_H

#include "lib/request.h"

/*
 * What stands around the pages of devices. All have the name of the centre and report how they are; on a kiosk people
 * also have a clock, the way home, help, and how they want to read: larger, more contrast, low, spoken.
 */
#define KIOSK_WARN_S 45 /* nobody touches anything: asked whether somebody is there */
#define KIOSK_WIPE_S 60 /* … and everything is wiped */

/* Before each page: Site.*, Health.*, and on a kiosk Kiosk.*. */
void kiosk_dress(struct request *rq);

/* Where the button "back" leads; "" for none. */
void kiosk_back(struct request *rq, const char *href);

#endif
