/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_TESTS_BENCH_TICKET_LOAD_H
#define MOTCUA_TESTS_BENCH_TICKET_LOAD_H

#include "lib/request.h"
#include "lib/route.h"
#include "model/hall.h"
#include "model/ticket_call.h"
#include "model/ticket_issue.h"

/* One worker of the load: a dispenser, or an officer at a counter. */
struct load_worker {
    struct db *db;
    struct arena *arena;
    struct hall hall;
    uint64_t version;          /* of the catalogue */
    uint64_t device;           /* a dispenser; 0: a counter */
    uint64_t service, group;   /* of a dispenser */
    uint64_t user, session, counter;
    struct civil now;
};

/* What was done under a key: a row's number, the number on the ticket and its group. */
struct load_done {
    uint64_t ticket, group;
    unsigned number;
};

enum load_result { LOAD_DONE, LOAD_NOBODY, LOAD_BUSY, LOAD_FULL, LOAD_AGAIN, LOAD_BROKEN };

/* Each in a transaction that is open already and left open: the caller ends it. */
enum load_result load_issue(struct load_worker *w, struct load_done *done);
enum load_result load_call(struct load_worker *w, struct load_done *done);

/*
 * The same by the design most queueing systems have: the row of the queue is locked first and stays locked while the
 * highest number is looked up and the ticket is written; the next ticket is locked by a SELECT … FOR UPDATE in the
 * order of the queue. What they read for their answer, how many wait and how long, is the same. `tuned`: as good as it
 * can be made without leaving the design.
 */
enum db_result lock_begin(struct load_worker *w, bool tuned);
enum load_result lock_issue(struct load_worker *w, bool tuned, struct load_done *done);
enum load_result lock_call(struct load_worker *w, bool tuned, struct load_done *done);

#endif
