/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_DISPENSER_H
#define MOTCUA_KIOSK_DISPENSER_H

#include "kiosk/rights.h"
#include "model/hall_groups.h"
#include "model/ticket_issue.h"

/* The ticket dispenser: what it offers, tickets, what a scanned code leads to. */

/* What a dispenser shows; lives as long as the request. */
struct dispenser {
    const struct device *device;
    struct hall hall;
    struct hall_hours hours;
    struct hall_groups groups;
    struct civil now;
    uint64_t version; /* of the catalogue */
};

/* Reads it for the device that asks. False: the answer is given, *status is its status. */
bool dispenser_open(struct request *rq, struct dispenser *d, int *status);
/* Dispenser.* of the page. */
void dispenser_fill(struct request *rq, const struct dispenser *d);
/* Why nothing is given out in a group now; NULL: it is. */
const char *dispenser_shut(struct request *rq, const struct hall_group *group);
/* How many wait there and how long that takes. */
const char *dispenser_waiting(struct request *rq, const struct hall_group *group);

/* What a scanned code allows, sealed, so that no form can ask for another dossier or appointment. */
enum pass_kind { PASS_DOSSIER = 'd', PASS_APPOINTMENT = 'a' };
const char *pass_seal(struct request *rq, enum pass_kind kind, uint64_t id);
/* 0: forged, of another kind, or older than ten minutes. */
uint64_t pass_open(struct request *rq, enum pass_kind kind, const char *sealed);

int dispenser_page(struct request *rq);  /* GET /kiosk/lay-so */
int dispenser_take(struct request *rq);  /* POST /kiosk/lay-so */
int dispenser_state(struct request *rq); /* GET /kiosk/lay-so/trang-thai: JSON for the script */
int scanned_ask(struct request *rq);     /* POST /kiosk/lay-so/ma: what a code leads to */

#endif
