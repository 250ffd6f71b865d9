/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_NUMBER_LEASE_H
#define MOTCUA_MODEL_NUMBER_LEASE_H

#include "model/hall.h"
#include "model/hall_news.h"
#include "model/ticket_token.h"

/*
 * Numbers lent to a dispenser for when the server is away: blocks behind those the server gives out itself, each in
 * one hand, for one day. Changes in the caller's transaction, which must be db_begin_numbering.
 */
enum { LEASE_BLOCK = 20, LEASE_LOW = 10, LEASE_LOST_MAX = 3, LEASE_REPORT_MAX = 200 };

struct number_lease {
    uint64_t id, group;
    char letter;
    struct civil day;
    unsigned first, last;
    unsigned used_to;     /* 0: none of it was reported as given out */
    struct civil lent_at;
    char (*tokens)[TICKET_TOKEN_CHARS + 1]; /* one for each number from first to last */
};

/*
 * The blocks of a device (an approved dispenser of this hall) that it has in its memory (`held`) and those lent now,
 * oldest first; of today and of the next working day. Where one of the hall's groups in use has fewer than LEASE_LOW
 * free numbers there, a new block is lent, as long as there are any: for today, or once today's tickets are over for
 * the next working day, so that the morning can begin without the server. A block the device does not have any more
 * (its memory was emptied) is left as it is, since nobody knows which of its numbers were given out; after
 * LEASE_LOST_MAX such blocks of a group and day the device gets no more. DB_OK also when there are none.
 */
enum db_result number_lease_lend(struct db *db, struct arena *arena, const struct hall *hall, uint64_t device,
                                 const struct civil *now, const uint64_t *held, size_t n_held,
                                 struct number_lease **leases, size_t *n);
/* All blocks of a device for today and later, without lending any. */
enum db_result number_lease_list(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                                 struct number_lease **leases, size_t *n);

/* A ticket the dispenser gave out by itself. */
struct lease_ticket {
    uint64_t lease;
    unsigned number;
    const uint64_t *services; /* of the hall; those of another or out of use are left out, none at all is allowed */
    size_t n_services;
    enum ticket_class class;  /* not TICKET_APPOINTMENT; what the hall does not know counts as ordinary */
    int64_t at_ms_ago;        /* how long ago, by the dispenser's clock alone: its drift plays no part */
};
enum lease_verdict {
    LEASE_TAKEN,   /* stored now */
    LEASE_KNOWN,   /* it was stored before: nothing to do */
    LEASE_LATE,    /* stored, as closed: its day is over */
    LEASE_FOREIGN, /* refused: the block is not this device's */
    LEASE_BEYOND,  /* refused: the number is not in the block, or the day of the block has not come */
    LEASE_VERDICTS
};
/* "taken" "known" "late" "foreign" "beyond": words of the answer to the dispenser */
extern const char *const lease_verdict_names[LEASE_VERDICTS];

struct lease_answer {
    uint64_t lease;
    unsigned number;
    enum lease_verdict verdict;
    uint64_t ticket;        /* 0: refused */
    struct hall_news news;  /* LEASE_TAKEN: to be said after the commit */
};

/*
 * Stores what a dispenser reports, in any order, late or again: the same report twice changes nothing. Arrival is
 * bounded by the time the block was lent and now. Tickets are of the hall their block was lent in, also when the device
 * has been moved to another one since. `answers` has room for n, at most LEASE_REPORT_MAX.
 * DB_OK or DB_FAIL.
 */
enum db_result number_lease_report(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                                   const struct lease_ticket *tickets, size_t n, struct lease_answer *answers);

/* ---- numbers whose dispenser cannot tell any more ------------------------------------------------ */

/* Numbers of today a device was lent and has not told of: some of them may be in people's hands. */
struct lease_held {
    char letter;
    unsigned first, last;
};
enum { LEASE_HELD_MAX = 200 };
/* By letter and number. DB_OK also for none. */
enum db_result number_lease_held(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                                 struct lease_held **held, size_t *n);

/* A number somebody holds on paper, lent today to a dispenser of this hall. Texts are never NULL. */
struct lease_number {
    uint64_t lease;
    char letter;
    unsigned number;
    const char *group_name, *group_name_en, *device_name;
    bool device_ended; /* it was shut out, or gives out no tickets any more: it will not tell */
};
/* DB_NONE: it was lent to nobody. That it has not been told yet is the caller's to know. */
enum db_result number_lease_find(struct db *db, struct arena *arena, uint64_t hall, const struct civil *now,
                                 char letter, unsigned number, struct lease_number *out);

/* What an officer reads on the paper. */
struct lease_paper {
    uint64_t hall, user;
    char letter;
    unsigned number;
    enum ticket_class class;
    struct civil at; /* printed on it */
};
/*
 * Stores it as if its dispenser had told of it, with that time as its arrival, within what a report may say; in the
 * history it is the officer who gave it out. What the dispenser tells later is LEASE_KNOWN. LEASE_LATE: the day of the
 * hall has been closed, nothing was stored. DB_NONE: as of number_lease_find().
 */
enum db_result number_lease_enter(struct db *db, struct arena *arena, const struct civil *now,
                                  const struct lease_paper *paper, struct lease_answer *answer);

#endif
