/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_OFFLINE_H
#define MOTCUA_KIOSK_OFFLINE_H

#include "lib/request.h"

/*
 * A dispenser goes on without the server: it has numbers lent to it, with their codes ready to be drawn, and reports
 * afterwards what it gave out. The page's script keeps both; what it tells and hears:
 *
 * POST /kiosk/lay-so/bao, in any order, as often as it likes:
 *   giu   block it has in its memory, many; a block it does not have any more is never handed out again
 *   ve    ticket it gave out: "BLOCK.NUMBER.CLASS.MILLISECONDS-AGO.SERVICE_SERVICE", many
 *   bo    key of a form whose answer it did not wait for, many: if a ticket came of it, nobody holds that one
 * GET /kiosk/lay-so/muon?khoi=BLOCK&khoi=…: where the report leads to; blocks that are new to it, with their numbers
 */
enum { OFFLINE_TICKET_CHARS = 120 };

int offline_report(struct request *rq);
int offline_lent(struct request *rq);

#endif
