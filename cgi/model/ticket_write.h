/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_WRITE_H
#define MOTCUA_MODEL_TICKET_WRITE_H

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/ticket_words.h"

/* A row of a ticket's history, for the files that change tickets. Numbers of rows are 0 for none. */
struct ticket_event_new {
    uint64_t ticket, hall;
    struct civil at;
    const char *kind;
    int from; /* enum ticket_state; -1: it was given out */
    enum ticket_state to;
    uint64_t group, counter, session, user, device;
    uint64_t for_counter; /* of a transfer to one counter */
    int reason; /* enum ticket_reason, -1: none */
    unsigned passed;
    const char *note; /* NULL is "" */
};

/* Its number in *event. */
enum db_result ticket_event_put(struct db *db, struct arena *arena, const struct ticket_event_new *row,
                                uint64_t *event);

#endif
