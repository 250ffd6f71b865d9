/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_LEDGER_H
#define MOTCUA_MODEL_HALL_LEDGER_H

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/ticket.h"

/* The fairness ledger of a day: every call that passed somebody who came earlier to the same queue, and why. */
struct ledger_call {
    struct civil at;
    char label[TICKET_LABEL_MAX];
    enum ticket_class class;
    const char *group, *group_en; /* whose queue */
    unsigned counter;             /* number */
    const char *user_name;
    int reason;                   /* enum ticket_reason; -1: none was written */
    unsigned passed;
    const char *note;             /* of the officer; "" for none */
};
struct hall_ledger {
    struct ledger_call *calls; /* in the order they were made */
    size_t n;
    unsigned all;    /* calls of the day */
    unsigned passed; /* people passed over, each as often as it happened */
};

/* DB_OK also for a day without any. */
enum db_result hall_ledger_read(struct db *db, struct arena *arena, uint64_t hall, const struct civil *day,
                                struct hall_ledger *ledger);

#endif
