/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_COUNTER_PAGE_H
#define MOTCUA_MODEL_COUNTER_PAGE_H

#include "model/counter.h"
#include "model/ticket.h"

/*
 * All the page of an officer at a counter shows, in five statements, and three more while a ticket is before the
 * counter. Of today only.
 */
struct counter_queue { /* a group the counter serves */
    uint64_t group;
    char letter;
    const char *name, *name_en;
    unsigned waiting;     /* all that wait, early appointments among them; none that another counter alone may call */
    unsigned ahead;       /* of them those with priority whose time has come */
    struct civil longest; /* since when the one waits who waits longest; year 0: nobody waits */
};

/* A ticket in a list: next ones, parked, missed. */
struct counter_ticket {
    uint64_t id;
    unsigned version;
    char label[TICKET_LABEL_MAX];
    enum ticket_state state;
    enum ticket_class class;
    bool is_ahead, is_requeued;
    bool is_early;          /* an appointment before its time */
    uint64_t group;
    struct civil rank_at, arrival_at;
    struct civil since;     /* parked or missed since */
    unsigned counter;       /* that parked or missed it */
    bool is_mine;           /* it was parked or missed in this session */
    bool is_sent;           /* it waits for this counter alone */
    const char *service, *service_en; /* the first one not done */
    const char *note;       /* why it was parked */
};

enum { COUNTER_NEXT_MAX = 12, COUNTER_ASIDE_MAX = 60 };

struct counter_page {
    struct counter counter;
    struct counter_queue *queues;
    size_t n_queues;
    unsigned served;             /* tickets this session has finished */
    bool has_ticket;
    struct ticket ticket;        /* before the counter, when has_ticket */
    struct ticket_item *items;
    size_t n_items;
    struct ticket_event *history;
    size_t n_history;
    struct counter_ticket *next; /* as ticket_call_next would take them now if nobody else called */
    size_t n_next;
    struct counter_ticket *aside; /* parked and missed of the groups served: mine first, newest first */
    size_t n_aside;
};

/* The counter where this officer sits today. DB_NONE: nowhere. */
enum db_result counter_page_load(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                                 struct counter_page *page);

#endif
