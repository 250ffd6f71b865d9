/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_ISSUE_H
#define MOTCUA_MODEL_TICKET_ISSUE_H

#include "model/hall.h"
#include "model/hall_news.h"
#include "model/ticket.h"
#include "model/ticket_token.h"

/* What somebody who wants a ticket asks for. */
struct ticket_wish {
    const struct hall *hall;
    const uint64_t *services;   /* 1 to TICKET_ITEMS_MAX of this hall, in the order wished; the queue is that of the
                                   first one. A service named twice counts once */
    size_t n_services;
    enum ticket_class class;    /* one of hall->classes or ordinary; TICKET_APPOINTMENT needs `appointment` */
    enum ticket_channel channel;
    uint64_t device;            /* that gives it out; 0: none */
    uint64_t user;              /* officer who gives it out (TICKET_BY_STAFF); 0: none */
    uint64_t dossier;           /* the person came with its receipt; 0: none */
    uint64_t appointment;       /* the person checks in; 0: none. Its service is in `services` */
    struct civil booked;        /* with `appointment`: beginning of its slot, which is its rank if later than now */
};

enum ticket_issue {
    TICKET_ISSUED,
    TICKET_NOT_OFFERED, /* no such service in this hall, or it, its group or the hall is out of use */
    TICKET_NOT_OPEN,    /* issued.hours says why and when again */
    TICKET_FULL,        /* the cap or the last number of the day is reached */
    TICKET_NO_CLASS,    /* this hall does not know that priority */
    TICKET_CHECKED_IN,  /* the appointment has its ticket: issued.ticket, label, token are those */
    TICKET_ISSUE_FAIL   /* the database */
};
enum { TICKET_ISSUE_COUNT = TICKET_ISSUE_FAIL + 1 };
/* "issued" "not_offered" "not_open" "full" "no_class" "checked_in" "fail": keys of words */
extern const char *const ticket_issue_names[TICKET_ISSUE_COUNT];

struct ticket_issued {
    uint64_t ticket, group;
    unsigned number;
    char label[TICKET_LABEL_MAX];
    char token[TICKET_TOKEN_CHARS + 1];
    unsigned ahead;         /* people before it */
    int wait_50, wait_90;   /* minutes; -1: nobody can say */
    struct hall_hours hours;
    struct hall_news news;
};

/*
 * Gives out the next number of the group, in the caller's transaction, which must be db_begin_numbering (a route with
 * .numbers): numbers of a group and day are unique and without gaps because one that is rolled back is given again.
 * Only TICKET_ISSUED may be committed; everything else is rolled back by the caller. `version` is that of the
 * catalogue. A repeated form is the request key's affair, not this one's.
 */
enum ticket_issue ticket_issue(struct db *db, struct arena *arena, uint64_t version, const struct civil *now,
                               const struct ticket_wish *wish, struct ticket_issued *issued);

#endif
