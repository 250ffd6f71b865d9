/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_ACT_INSIDE_H
#define MOTCUA_MODEL_TICKET_ACT_INSIDE_H

#include "model/counter_lock.h"
#include "model/ticket_act.h"

/* What the files of the acts on tickets share. */
struct ticket_desk { /* the counter whose session acts */
    struct counter_session session;
    uint64_t hall;
    unsigned number, called_seconds, priority_run;
    const char *zone, *hall_code;
    uint64_t busy;               /* ticket before it, 0: none */
    bool expects;                /* somebody waits for this counter alone */
    char label[TICKET_LABEL_MAX];
};

struct ticket_acting {
    struct db *db;
    struct arena *arena;
    const struct ticket_actor *actor;
    const struct ticket_input *in;
    struct ticket_outcome *out;
    bool at_desk;
    struct ticket_desk desk;
    struct ticket before, after; /* the row as it was read, and as it is to become */
    const char *kind;            /* of the event */
    int reason;                  /* enum ticket_reason, -1: none */
    unsigned passed;
    const char *note;
};

enum ticket_did ticket_not_now(struct ticket_acting *a, enum ticket_why why);
enum ticket_did ticket_wrong(struct ticket_acting *a, enum ticket_why why);

/* The session, locked, with its counter and the ticket before it. TICKET_DID, or NO_SESSION, or FAIL. */
enum ticket_did ticket_desk_read(struct ticket_acting *a);
/* May this counter take another person now? TICKET_DID, or NO_SESSION, PAUSED, BUSY. */
enum ticket_did ticket_desk_free(struct ticket_acting *a);

/* Before it becomes called or served at this counter: `after` says so. */
void ticket_at_desk(struct ticket_acting *a, enum ticket_state state);

/* Writes `after` over `before` if nobody was faster, and the event; fills the outcome. */
enum ticket_did ticket_change(struct ticket_acting *a);

/* How many of its group that came earlier still wait, for no counter alone: of both kinds, or of the other kind. */
enum db_result ticket_passed(struct ticket_acting *a, bool other_kind, unsigned *passed);

/* What each act changes in `after`; TICKET_DID, or why not. */
enum ticket_did ticket_act_prepare(struct ticket_acting *a, enum ticket_act act);

#endif
