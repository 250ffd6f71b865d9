/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_SEARCH_H
#define MOTCUA_KIOSK_SEARCH_H

#include "lib/request.h"

/* GET /kiosk/thu-tuc: the keyboard; with words, or an agency and a field, what there is, a few a page. */
int kiosk_search(struct request *rq);

/* GET /kiosk/goi-y: what could be meant while somebody types: {"items":[{"text","note","href"}]}. */
int kiosk_suggest(struct request *rq);

#endif
