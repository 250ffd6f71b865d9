/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_STATUS_H
#define MOTCUA_KIOSK_STATUS_H

#include <stdbool.h>

#include "lib/request.h"
#include "model/dossier_status.h"

/*
 * Status.* of a dossier for a screen in the hall: state, dates, body, what to bring and to pay. What officers wrote by
 * hand is left out, and people are sent to the receipt's code on their own phone for it. Status.Say.*: what the voice
 * says. False after a database error.
 */
bool kiosk_status_fill(struct request *rq, const struct dossier_status *status, const struct civil *now);

#endif
