/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HELPER_H
#define MOTCUA_STAFF_HELPER_H

#include "lib/request.h"
#include "model/counter_seat.h"
#include "model/scope.h"

/* Whom an officer helps who is signed in: in halls of bodies within reach, and in those where the officer may sit. */
struct helper {
    struct scope scope;
    struct hall_list halls;
};

/* False: the database does not answer. */
bool helper_read(struct request *rq, struct helper *helper);
/* `agency`: body of the hall. */
bool helper_reaches(const struct helper *helper, uint64_t hall, uint64_t agency);

#endif
