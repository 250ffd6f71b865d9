/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_WORDS_H
#define MOTCUA_MODEL_TICKET_WORDS_H

/* The names of the ticket tables' enums, as the columns have them; pages use them as keys of words. */
enum ticket_state {
    TICKET_WAITING,
    TICKET_CALLED,
    TICKET_SERVING,
    TICKET_PARKED,
    TICKET_MISSED,
    TICKET_FINISHED, /* "done" */
    TICKET_CANCELLED,
    TICKET_CLOSED,
    TICKET_STATES
};
enum ticket_class {
    TICKET_ORDINARY,
    TICKET_ELDERLY,
    TICKET_PREGNANT,
    TICKET_DISABLED,
    TICKET_SMALL_CHILD,
    TICKET_MERIT,
    TICKET_APPOINTMENT,
    TICKET_CLASSES
};
enum ticket_channel { TICKET_BY_DISPENSER, TICKET_BY_KIOSK, TICKET_BY_STAFF, TICKET_BY_WEB, TICKET_CHANNELS };
/* Why a ticket was called; see ticket_call.h. */
enum ticket_reason {
    TICKET_TURN,
    TICKET_PRIORITY,
    TICKET_RATIO,
    TICKET_BOOKED, /* "appointment" */
    TICKET_EARLY,
    TICKET_CHOSEN,
    TICKET_REQUEUED,
    TICKET_TRANSFERRED, /* "transfer" */
    TICKET_RESUMED,
    TICKET_REASONS
};

extern const char *const ticket_state_names[TICKET_STATES];
extern const char *const ticket_class_names[TICKET_CLASSES];
extern const char *const ticket_channel_names[TICKET_CHANNELS];
extern const char *const ticket_reason_names[TICKET_REASONS];

/* The place of a name in one of these lists; -1 when it is none (NULL is none). */
int ticket_word(const char *const *names, int n, const char *name);

#endif
