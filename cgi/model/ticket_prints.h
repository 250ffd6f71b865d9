/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_PRINTS_H
#define MOTCUA_MODEL_TICKET_PRINTS_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"

/* How often a ticket was printed again. For programs that may not know who did what in its history. */
enum db_result ticket_prints(struct db *db, struct arena *arena, uint64_t ticket, long long *prints);

#endif
