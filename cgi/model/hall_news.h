/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_NEWS_H
#define MOTCUA_MODEL_HALL_NEWS_H

#include <stdint.h>

#include "lib/arena.h"
#include "model/ticket.h"

/*
 * What a change says to the live screens: that something happened and to which number, never who. The acts fill one;
 * a handler says hall_news_format() on hall_news_channel() and, where there is a counter, on
 * hall_news_counter_channel(), after its transaction is committed.
 */
struct hall_news {
    uint64_t event;               /* ticket_event.id; 0: a counter or the settings changed, fetch the snapshot */
    char label[TICKET_LABEL_MAX]; /* "" when it is about no ticket */
    const char *kind;             /* as ticket_event.kind, or "counter" */
    const char *hall;             /* code of the hall */
    unsigned counter;             /* number; 0: none */
    uint64_t group;               /* the ticket is in now; 0: none */
    const char *zone;             /* of the counter, "" for none */
};

/* {"e":71,"t":"A015","c":"3","k":"called","g":4,"z":"A"}; what there is not is left out. */
const char *hall_news_format(struct arena *arena, const struct hall_news *news);
/* "hall-trung-tam" */
const char *hall_news_channel(struct arena *arena, const char *hall);
/* "counter-trung-tam-3"; NULL for counter 0 */
const char *hall_news_counter_channel(struct arena *arena, const char *hall, unsigned counter);

#endif
