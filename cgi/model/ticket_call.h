/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_CALL_H
#define MOTCUA_MODEL_TICKET_CALL_H

#include "model/ticket_act.h"

/*
 * Calls the next ticket of today for a counter, in the caller's transaction (db_begin_numbering, a route with
 * .numbers). actor.session says which counter; nothing is shared with other counters, so that none waits for another.
 *
 * Order: first those transferred to this counter alone, by rank, whatever their group and class; they leave the run of
 * priority as it is. Then, of the groups the counter serves, the first of those with priority (an appointment not
 * before its time) and the first ordinary one, by rank. If both wait, priority goes first, but after
 * hall.priority_run calls of priority in a row the ordinary one. If neither waits: an appointment that came early.
 * Tickets another counter is just taking are passed over, not waited for, and so are those that wait for another
 * counter alone.
 *
 * The reason: turn · priority · ratio (an ordinary one because the run is over) · appointment · early · requeued
 * (it was missed and came back) · transfer (it came from another group or counter with its old rank).
 *
 * TICKET_NOBODY: nobody waits. TICKET_NOT_NOW: no_session, paused, busy. TICKET_DID: outcome.ticket, reason, passed.
 */
enum ticket_did ticket_call_next(struct db *db, struct arena *arena, const struct ticket_actor *actor,
                                 struct ticket_outcome *outcome);

/* ---- the rule alone, pure -------------------------------------------------------------------- */

/* What waits for a counter: whether there is one of priority whose time has come, an ordinary one, an early one. */
struct ticket_choice {
    bool ahead, ordinary, early;
};
enum ticket_pick { TICKET_PICK_NOBODY, TICKET_PICK_AHEAD, TICKET_PICK_ORDINARY, TICKET_PICK_EARLY };

/* `run` is counter_session.priority_run, `most` hall.priority_run. */
enum ticket_pick ticket_pick(struct ticket_choice choice, unsigned run, unsigned most);
/* The run after such a call. */
unsigned ticket_run_after(enum ticket_pick pick, unsigned run);

#endif
