/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_TICKET_H
#define MOTCUA_KIOSK_TICKET_H

#include "kiosk/rights.h"
#include "lib/buffer.h"
#include "lib/qr.h"
#include "model/ticket.h"

/* A ticket as it is shown and printed, in the words of the page's language. Texts are never NULL. */
struct slip {
    const char *site, *hall;
    const char *number, *group, *services;
    const char *class;      /* "" for ordinary */
    const char *day, *time;
    const char *ahead;      /* digits */
    const char *ahead_text; /* "Trước bạn còn 4 người" */
    const char *wait;       /* "khoảng 15–30 phút" */
    const char *wait_line;  /* the same with its label, for paper */
    const char *wait_text;  /* what the two figures mean */
    const char *again;      /* "" for the first print */
    const char *address;    /* in the QR code */
    struct qr qr;
};

/* The name of the hall for a ticket; "" where it is the name of the centre, which stands above it. */
const char *slip_hall(struct request *rq, const char *name, const char *name_en);
/* Fills it for a ticket of this device and of today. DB_NONE: it is none of these. */
enum db_result slip_read(struct request *rq, uint64_t id, struct slip *slip);
/* Ticket.* of the page, below `node`. */
void slip_put(struct request *rq, const struct slip *slip, struct data *node);
/* The 80 mm ticket as a PDF, added to `out`. False: out of room. */
bool slip_draw(struct request *rq, const struct slip *slip, struct buffer *out);

int ticket_page(struct request *rq);  /* GET /kiosk/ve/{id} */
int ticket_pdf(struct request *rq);   /* GET /kiosk/ve/{id}/phieu.pdf */
int ticket_again(struct request *rq); /* POST /kiosk/ve/{id}/in-lai */

#endif
