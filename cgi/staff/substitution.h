/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_SUBSTITUTION_H
#define MOTCUA_STAFF_SUBSTITUTION_H

#include "lib/request.h"

/* Who stands in for whom during leave: for heads, about their units, and administrators. */
int substitution_page(struct request *rq);   /* GET  /can-bo/thay-mat */
int substitution_set(struct request *rq);    /* POST */
int substitution_finish(struct request *rq); /* POST /can-bo/thay-mat/{id}/ket-thuc */

#endif
