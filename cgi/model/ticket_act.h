/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_ACT_H
#define MOTCUA_MODEL_TICKET_ACT_H

#include "model/hall_news.h"
#include "model/ticket.h"

/*
 * Acts on one ticket. Which act fits which state is one table (ticket_act_fits); everything else is compared in the
 * statement that changes the row. All of them in the caller's transaction, which must be db_begin_numbering (a route
 * with .numbers): locks are then single rows, and two counters never wait for each other's gap. One event is added by
 * each. Times by actor.now. A ticket of another day is never touched: TICKET_NOT_NOW, "other_day".
 */
enum ticket_act {
    TICKET_RECALL,    /* called: called out again */
    TICKET_ARRIVE,    /* called → serving */
    TICKET_DONE_ACT,  /* serving → done; services not ticked off are ticked off */
    TICKET_MISS,      /* called → missed, hall.called_seconds after the last call at the earliest */
    TICKET_REQUEUE,   /* missed → waiting, behind the next TICKET_BEHIND of its kind; once */
    TICKET_PARK,      /* serving → parked; the counter is free */
    TICKET_RESUME,    /* parked → serving, at any counter that serves its group */
    TICKET_TRANSFER,  /* serving → waiting, in input.group or for input.counter alone: same number, arrival and rank */
    TICKET_CANCEL,    /* waiting → cancelled, by the person on the phone or by staff */
    TICKET_CHOOSE,    /* waiting → called out of turn; input.note says why */
    TICKET_BIND,      /* input.dossier is what it is about: called, serving, parked, done */
    TICKET_ITEM,      /* input.service is done: serving */
    TICKET_REPRINT,   /* printed again: any state of today */
    TICKET_ACTS
};

/*
 * Who was missed and came back waits behind the next so many of its group and kind, at the end when fewer wait, and
 * never gets a better rank than it had: those who were there lose one place at most, and who was away for a moment does
 * not begin the day anew. The rule is the same for everybody and asks no officer's favour; the page on the telephone
 * tells it (T.turn.missed_text).
 */
enum { TICKET_BEHIND = 3 };

/* "recall" "arrive" "done" "miss" "requeue" "park" "resume" "transfer" "cancel" "choose" "bind" "item" "reprint" */
extern const char *const ticket_act_names[TICKET_ACTS];

/* May that be done in this state (by the table alone)? For buttons. */
bool ticket_act_fits(enum ticket_act act, enum ticket_state state);

struct ticket_actor {
    uint64_t user;    /* 0: a person on the phone or a device */
    uint64_t session; /* counter session it is done in; needed by all but CANCEL, REQUEUE, BIND and REPRINT */
    uint64_t device;
    struct civil now;
};

struct ticket_input {
    uint64_t ticket;
    uint64_t hall;     /* the ticket must be of it; 0: whatever the session's is */
    unsigned version;  /* of the ticket as the page showed it; 0: whatever it is (phone, keypad) */
    const char *note;  /* CHOOSE (obligatory), PARK, TRANSFER: the officer's reason, at most TICKET_NOTE_MAX; or NULL */
    uint64_t group;    /* TRANSFER to a group */
    uint64_t counter;  /* TRANSFER to one counter, which goes before input.group; it keeps its group; 0: to a group */
    uint64_t dossier;  /* BIND */
    uint64_t service;  /* ITEM */
};

enum ticket_did {
    TICKET_DID,      /* done; outcome.ticket is as it is afterwards */
    TICKET_NOBODY,   /* call next: nobody waits for this counter */
    TICKET_UNKNOWN,  /* no such ticket in this hall: a 404 */
    TICKET_CONFLICT, /* it moved since the page was made: outcome.ticket, by, what, at tell */
    TICKET_NOT_NOW,  /* not allowed now: outcome.why */
    TICKET_WRONG,    /* what was typed will not do: outcome.why */
    TICKET_FAIL      /* the database */
};

enum ticket_why {
    TICKET_WHY_NOTHING,
    TICKET_WHY_NO_SESSION,  /* the counter session is over or somebody else's */
    TICKET_WHY_PAUSED,      /* the counter is paused */
    TICKET_WHY_BUSY,        /* a ticket is before this counter: outcome.other */
    TICKET_WHY_STATE,       /* the act does not fit the state (of outcome.ticket) */
    TICKET_WHY_ELSEWHERE,   /* another counter has it: outcome.ticket.counter_number */
    TICKET_WHY_NOT_SERVED,  /* this counter does not serve its group */
    TICKET_WHY_RESERVED,    /* it waits for another counter alone: outcome.ticket.for_number */
    TICKET_WHY_TOO_SOON,    /* MISS: outcome.seconds left */
    TICKET_WHY_ONCE,        /* REQUEUE: it came back once already */
    TICKET_WHY_OTHER_DAY,   /* of another day */
    TICKET_WHY_NO_NOTE,     /* WRONG: CHOOSE without a reason */
    TICKET_WHY_NO_GROUP,    /* WRONG: TRANSFER to a group that is not in use in this hall, or to its own */
    TICKET_WHY_NO_COUNTER,  /* WRONG: TRANSFER to a counter of this hall where nobody sits, or to its own */
    TICKET_WHY_NO_DOSSIER,  /* WRONG: BIND to nothing */
    TICKET_WHY_NO_SERVICE,  /* WRONG: ITEM that is not of this visit */
    TICKET_WHYS
};
/* "nothing" "no_session" "paused" "busy" "state" "elsewhere" "not_served" "reserved" "too_soon" "once" "other_day"
 * "no_note" "no_group" "no_counter" "no_dossier" "no_service": keys of words */
extern const char *const ticket_why_names[TICKET_WHYS];

struct ticket_outcome {
    struct ticket ticket;            /* as it is now: of all but TICKET_NOBODY, TICKET_UNKNOWN, TICKET_FAIL */
    enum ticket_why why;
    enum ticket_reason reason;       /* of a call */
    unsigned passed;                 /* of a call: earlier ones of its group that still wait */
    char other[TICKET_LABEL_MAX];    /* TICKET_WHY_BUSY */
    uint64_t other_ticket;
    unsigned seconds;                /* TICKET_WHY_TOO_SOON */
    const char *by, *what;           /* TICKET_CONFLICT: name ("" when it was no officer) and kind of the last event */
    struct civil at;
    struct hall_news news;           /* TICKET_DID: to be said after the commit */
};

/* Only TICKET_DID may be committed; of TICKET_CANCEL all but TICKET_FAIL, for it has written nothing then. */
enum ticket_did ticket_do(struct db *db, struct arena *arena, const struct ticket_actor *actor,
                          enum ticket_act act, const struct ticket_input *input,
                          struct ticket_outcome *outcome);

#endif
