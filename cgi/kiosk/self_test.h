/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_SELF_TEST_H
#define MOTCUA_KIOSK_SELF_TEST_H

#include "lib/request.h"

/*
 * A device tests itself, with somebody who looks at it: a printed page with every mark of Vietnamese, its codes scanned
 * back, the loudspeaker, the corners of a touch screen, the clock. Each result stays, for the list of the staff.
 */
int self_test_page(struct request *rq);   /* GET  /kiosk/tu-kiem */
int self_test_result(struct request *rq); /* POST: what the person or the page found */
int self_test_scan(struct request *rq);   /* POST /kiosk/tu-kiem/quet: what the scanner read of the printed page */

/* For the route table. */
extern const char *const self_test_parts[];    /* in the order of enum device_check */
extern const char *const self_test_findings[]; /* the first one is good */

#endif
