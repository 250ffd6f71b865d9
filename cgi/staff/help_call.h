/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HELP_CALL_H
#define MOTCUA_STAFF_HELP_CALL_H

#include "staff/helper.h"

/*
 * A visitor before a kiosk or a dispenser asks for somebody (model/help_call.h). Every officer of that hall has a band
 * on each page until one of them says "I am coming"; from then on only that one, until the visitor was helped. No alarm
 * of an officer: that is panic.h.
 */
int help_coming(struct request *rq); /* POST /can-bo/giup-khach/{id}/den */
int help_done(struct request *rq);   /* POST /can-bo/giup-khach/{id}/xong */

/* The band: Helps.N.{Id,Device,Place,Hall,At,Mine,Action,Token,Back}, and Page.AlarmEvents to listen to. */
void help_band_fill(struct request *rq);
/* Calls since then in the halls the helper reaches, for the list of alarms: HelpCalls.N.{Moment,Device,Place,Hall,
 * AcceptedBy,AcceptedAt,EndedBy,EndedAt,Open}. False: the database does not answer. */
bool help_list_fill(struct request *rq, const struct helper *helper, const struct civil *since);

#endif
