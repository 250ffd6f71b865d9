/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_BROWSE_H
#define MOTCUA_PUBLIC_BROWSE_H

#include "lib/request.h"

/* Ways to the procedures for those who do not search. */
int agencies_page(struct request *rq); /* /co-quan */
int agency_page(struct request *rq);   /* /co-quan/{code} */
int fields_page(struct request *rq);   /* /linh-vuc */
int field_page(struct request *rq);    /* /linh-vuc/{code} */
int events_page(struct request *rq);   /* /su-kien */
int event_page(struct request *rq);    /* /su-kien/{slug} */

#endif
