/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_PANIC_H
#define MOTCUA_STAFF_PANIC_H

#include "lib/request.h"

/*
 * The panic button of the counter. Whoever presses it sees nothing spectacular: somebody may be looking. Those who run
 * the hall have a band on every page until one of them says that help is there.
 */
int panic_form(struct request *rq); /* GET  /can-bo/quay/bao-dong: asks once, for browsers without scripts */
int panic_send(struct request *rq); /* POST of the same */

int panic_list(struct request *rq); /* GET  /can-bo/bao-dong: open ones and those of the last month */
int panic_end(struct request *rq);  /* POST /can-bo/bao-dong/{id}/xong */

/* Alarms of the halls this person runs, for the band of every page: Alarms.N.{Id,Place,Who,At,Action,Token,Back,Own},
 * and Page.AlarmEvents to listen to. */
void panic_band_fill(struct request *rq);

#endif
