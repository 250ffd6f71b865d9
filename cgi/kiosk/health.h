/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_HEALTH_H
#define MOTCUA_KIOSK_HEALTH_H

#include "lib/request.h"

/*
 * POST /kiosk/suc-khoe: a device says every few seconds how it is (assets/js/health.js), and learns what the server
 * wants of it: {"now": milliseconds since 1970 by our clock, "local": "2026-03-23 16:30:00", "version", "settings": as
 * the page would be made now, "want": "nothing", "reload" or "check" (its self-test), "beat": seconds until the next
 * report, "help": as of help_state_names, "printer": as of device_printer_names, "hall": {"state": as of
 * hall_open_names, "tickets": are they given out, "next": when again, or ""}}.
 *
 * It has no form token: the cookie is SameSite=Strict and a POST of another site is refused by its Origin; all a copy
 * of the request could do is say once more what was said. So it asks, and a report leaves no request key behind.
 */
int health_report(struct request *rq);

/* GET /kiosk/co-chu/{co}: the size of letters of a device, as a style sheet. */
int health_text(struct request *rq);

/* GET /kiosk/duoc-nghe/{kenh}, asked by nginx: may this device listen to the live news of this channel? */
int health_listen(struct request *rq);

/* For each page of an approved device: Health.{Href,Version,Settings,Start,Check,Script} and Page.TextStyle. */
void health_dress(struct request *rq);

#endif
