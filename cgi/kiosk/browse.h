/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_BROWSE_H
#define MOTCUA_KIOSK_BROWSE_H

#include "lib/request.h"

/* Without words: agency, then field, then procedure. */
int kiosk_agencies(struct request *rq); /* GET /kiosk/co-quan */
int kiosk_agency(struct request *rq);   /* GET /kiosk/co-quan/{code}: its fields */

/* GET /kiosk/danh-sach: all procedures of this centre for a kiosk without its server, with an ETag.
 * {"edition","items":[[code, name, agency, time, fee, [paper…]]…]} */
int kiosk_download(struct request *rq);

#endif
