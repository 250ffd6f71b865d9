/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_SERVE_INSIDE_H
#define MOTCUA_LIB_SERVE_INSIDE_H

#include "lib/route.h"
#include "lib/supervise.h"

/* What serve_main.c prepares and serve.c lives on. */
struct serve_worker {
    const struct audience *audience;
    struct supervise_slot *slot;
    struct arena *arena;
    struct db *db;
    int listener;
};

/* Accepts and answers until TERM. Returns the exit status of the worker. */
int serve_loop(struct serve_worker *worker);

#endif
