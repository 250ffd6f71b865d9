/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_LOOKUP_H
#define MOTCUA_KIOSK_LOOKUP_H

#include "lib/request.h"

/*
 * Where is my dossier, on a screen that everybody sees. Asked as on the website: the look-up code of the receipt,
 * scanned or typed, or the dossier number with the last four digits of a phone or identity number. Nothing shown here
 * was written by hand about a dossier: no notes, no reasons, no results, since names stand in them.
 *
 * The code goes from the form to the page in a sealed cookie that lives three minutes and ends with the visit.
 */
int kiosk_lookup_form(struct request *rq);   /* GET /kiosk/tra-cuu */
int kiosk_lookup_ask(struct request *rq);    /* POST /kiosk/tra-cuu, .asks */
int kiosk_lookup_status(struct request *rq); /* GET /kiosk/tra-cuu/ho-so */

/* The visit ends: the page of the dossier opens no more. */
void lookup_forget(struct request *rq);

#endif
