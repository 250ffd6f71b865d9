/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_BATCH_H
#define MOTCUA_STAFF_BATCH_H

#include "lib/input.h"
#include "lib/request.h"

/* One act for several dossiers of the worklist: choose it, see what it will do to each, do it, see what became of
 * each. */
#define BATCH_INPUTS                                                                     \
    {"chon", CODE, .max = 60, .many = true, .optional = true},                           \
        {"viec", TEXT, .max = 120, .optional = true}, {"nguoi", ID, .optional = true},   \
        {"the", CODE, .max = 20, .optional = true}

int batch_choose(struct request *rq); /* POST /can-bo/viec/nhieu; only asks */
int batch_do(struct request *rq);     /* POST /can-bo/viec/nhieu/lam */
int batch_page(struct request *rq);   /* GET /can-bo/viec/nhieu/{id} */

#endif
