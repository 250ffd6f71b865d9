/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_PROCEDURE_H
#define MOTCUA_KIOSK_PROCEDURE_H

#include "lib/request.h"

/* GET /kiosk/thu-tuc/{code}: who, papers, fee, how long, where; the rest is on the website, by the code beside it. */
int kiosk_procedure(struct request *rq);

/* GET /kiosk/thu-tuc/{code}/qr.svg: the address of its page on the website. */
int kiosk_procedure_qr(struct request *rq);

#endif
