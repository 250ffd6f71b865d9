/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_HELP_H
#define MOTCUA_KIOSK_HELP_H

#include "lib/request.h"

/*
 * The button "call somebody" of kiosks and dispensers (assets/js/kiosk/help.js). The page it stands on may be an old
 * one that the browser has kept, so that the token of the form is asked for first.
 */
extern const char *const help_acts[]; /* "goi": calls, "thoi": takes it back; ends with NULL */

int help_show(struct request *rq); /* GET  /kiosk/giup: {"state": as of help_state_names, "token"} */
int help_send(struct request *rq); /* POST of the same; 409 {"state": "often"}: it has called too often */

#endif
