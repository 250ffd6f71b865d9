/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_H
#define MOTCUA_MODEL_TICKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/ticket_words.h"

enum { TICKET_LABEL_MAX = 8, TICKET_NUMBER_MAX = 999, TICKET_NOTE_MAX = 200 };

/* "A015" */
char *ticket_label(char out[TICKET_LABEL_MAX], char letter, unsigned number);
/* "A015", "a15", "A-15", "A 015" as people type it. False: it is no label. */
bool ticket_label_parse(const char *text, char *letter, unsigned *number);

/* A ticket as it stands. Texts are never NULL; moments with year 0 are not set; ids 0 are none. */
struct ticket {
    uint64_t id, hall;
    struct civil day;           /* service_date */
    char label[TICKET_LABEL_MAX];
    char letter;
    unsigned number;
    uint64_t letter_group;      /* whose letter and number it carries */
    uint64_t group;             /* in whose queue it is */
    const char *group_name, *group_name_en;
    const char *hall_code, *hall_name, *hall_name_en;
    enum ticket_class class;
    bool is_ahead;              /* goes before ordinary ones */
    struct civil rank_at, arrival_at, called_at, served_at, ended_at;
    enum ticket_state state;
    uint64_t counter, session, dossier, device, lease, appointment;
    unsigned counter_number;    /* 0: none */
    const char *zone;           /* of that counter */
    uint64_t for_counter;       /* it waits for this one alone; 0: for any that serves its group */
    unsigned for_number;
    unsigned version, calls;
    bool is_requeued;
    enum ticket_channel channel;
    unsigned ahead_then;
    int wait_then_50, wait_then_90; /* -1: nobody could say */
    bool is_exact;
};

/* DB_NONE: there is none. */
enum db_result ticket_read(struct db *db, struct arena *arena, uint64_t id, struct ticket *ticket);
enum db_result ticket_by_number(struct db *db, struct arena *arena, uint64_t letter_group, const struct civil *day,
                                unsigned number, struct ticket *ticket);
enum db_result ticket_by_label(struct db *db, struct arena *arena, uint64_t hall, const struct civil *day,
                               char letter, unsigned number, struct ticket *ticket);
/* DB_NONE: forged, damaged, or a lent number its dispenser has not reported yet (ticket_token_parse tells apart). */
enum db_result ticket_by_token(struct db *db, struct arena *arena, const char *token, struct ticket *ticket);
/* The ticket an appointment got when its holder came. */
enum db_result ticket_of_appointment(struct db *db, struct arena *arena, uint64_t appointment,
                                     struct ticket *ticket);

/* What the visit is for, in order. */
struct ticket_item {
    uint64_t service, group; /* group the service is of */
    const char *name, *name_en;
    struct civil done_at;    /* year 0: not yet */
};
enum { TICKET_ITEMS_MAX = 8 };
enum db_result ticket_items(struct db *db, struct arena *arena, uint64_t ticket, struct ticket_item **items,
                            size_t *n);

/* One entry of its history, oldest first. `user_name` is for staff only. */
struct ticket_event {
    uint64_t id;
    struct civil at;
    const char *kind; /* as ticket_event.kind */
    int from, to;     /* enum ticket_state; from -1: it was given out */
    unsigned counter; /* number, 0: none */
    const char *user_name;
    int reason;       /* enum ticket_reason, -1: none */
    unsigned passed;
    const char *note;
};
enum db_result ticket_history(struct db *db, struct arena *arena, uint64_t ticket, struct ticket_event **events,
                              size_t *n);

/*
 * How many are before it now: those its group would call earlier if nobody else came (priority within
 * hall.priority_run counted as if one counter called), and those transferred to a counter alone as far as it waits
 * behind them there (ticket_sent.h); of one transferred to a counter those sent there who came earlier. 0 when it does
 * not wait.
 */
enum db_result ticket_ahead(struct db *db, struct arena *arena, const struct ticket *ticket,
                            const struct civil *now, unsigned *ahead);
/* The same from counts of its group: of its own kind those before it by rank, of the other kind all that wait. */
unsigned ticket_ahead_count(bool is_ahead, unsigned ahead, unsigned ordinary, unsigned priority_run);

#endif
