/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_COUNTER_SEAT_H
#define MOTCUA_MODEL_COUNTER_SEAT_H

#include "model/counter.h"
#include "model/hall.h"

/*
 * The counter an officer sits at, for what is done beside its own page: the line in the head of every page, and
 * dossiers received or returned while a ticket is before it. Of today only, in one statement.
 */
struct counter_seat {
    uint64_t session, counter, hall;
    const char *hall_code;
    unsigned number;                /* of the counter */
    const char *zone;
    enum counter_state state;
    uint64_t ticket;                /* called or served there now; 0: none */
    unsigned ticket_version;
    char label[TICKET_LABEL_MAX];   /* "" for none */
    enum ticket_state ticket_state; /* TICKET_CALLED or TICKET_SERVING */
    struct civil since;             /* when it came into that state */
    unsigned waiting;               /* in the groups the counter serves */
};

/* DB_NONE: the officer sits at no counter today. */
enum db_result counter_seat_read(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                                 struct counter_seat *seat);

/*
 * The ticket before the officer's counter is about this dossier from now on; in the transaction that received or
 * returned it. DB_NONE: there is no such ticket. `news` as for every act on a ticket, to be said when DB_OK.
 */
enum db_result counter_seat_bind(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                                 uint64_t dossier, struct hall_news *news);

/* The number of a dossier, for the line about the ticket. DB_NONE: there is none. */
enum db_result counter_seat_dossier(struct db *db, struct arena *arena, uint64_t dossier, const char **number);

/* Halls the officer may sit in: see hall_of_person. `version` is that of the catalogue. */
enum db_result counter_seat_halls(struct db *db, struct arena *arena, uint64_t version, uint64_t user,
                                  struct hall_list *list);

/* Who may go on at a counter of the hall: officers of its body, and whoever sat in it lately, who sit nowhere now. By
 * name. */
struct seat_person {
    uint64_t id;
    const char *name, *unit;
};
enum db_result counter_seat_people(struct db *db, struct arena *arena, uint64_t hall, uint64_t except,
                                   const struct civil *now, struct seat_person **people, size_t *n);

/* Codes of procedures in force of the fields of the open services of a ticket, most used first; NULL ends them. */
enum { SEAT_PROCEDURES_MAX = 60 };
enum db_result counter_seat_procedures(struct db *db, struct arena *arena, uint64_t ticket,
                                       const char *codes[SEAT_PROCEDURES_MAX + 1]);

#endif
