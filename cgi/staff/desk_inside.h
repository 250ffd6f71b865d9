/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DESK_INSIDE_H
#define MOTCUA_STAFF_DESK_INSIDE_H

#include "model/counter_page.h"
#include "model/counter_seat.h"
#include "model/hall_groups.h"
#include "model/ticket_act.h"
#include "staff/desk.h"

#define DESK_PATH "/can-bo/quay"
enum { DESK_GROUPS_MAX = 24 };

/* What the files desk*.c share. */

/* The question in the place of the buttons. */
enum desk_panel {
    DESK_NO_PANEL,
    DESK_PAUSE,
    DESK_GROUPS,
    DESK_HAND_OVER,
    DESK_PARK,
    DESK_TRANSFER,
    DESK_FIND,
    DESK_CHOOSE,
    DESK_PANELS
};

/* The page as it is now. Fills nothing that rq->data has already: Notice.{Kind,Title,Text}, Found, Form. */
int desk_show(struct request *rq, int status, enum desk_panel panel);

/* The counter where the one who asks sits. 0: there; else the handler's answer: 409 and the choice of a counter. */
int desk_need(struct request *rq, struct counter *counter);

/* A form of the page, with the ticket it is about (0: none): Action, Token, Ticket, Version. `path` is below
 * DESK_PATH. */
void desk_form(struct request *rq, struct data *node, const char *path, uint64_t ticket, unsigned version);

/* After an act: to the counter's page, or to the page of the field "tiep". */
int desk_done(struct request *rq);

/* Says the news of an act to the screens, after the commit. */
void desk_tell(struct request *rq, const struct hall_news *news);

/* What became of an act on a ticket: on to the page, or 409 or 422 with a sentence and this question. `field`: the
 * input that was wrong when it is TICKET_WRONG. */
int desk_outcome(struct request *rq, enum ticket_did did, const struct ticket_outcome *outcome, const char *field,
                 enum desk_panel panel);
/* Answers 409: who did what (desk_notice_fill), then the page. */
int desk_refuse(struct request *rq, const char *text);

/* ---- words (desk_words.c) ---------------------------------------------------------------------- */

const char *desk_minutes(struct request *rq, int64_t seconds); /* "25 phút", "1 giờ 05 phút" */
const char *desk_between(struct request *rq, const struct civil *from, const struct civil *to);
const char *desk_clock(struct request *rq, const struct civil *at); /* "08:12"; "" for year 0 */
/* Why a ticket was called, in a sentence; "" when it was simply its turn. */
const char *desk_reason(struct request *rq, const struct counter_page *page, const struct ticket_event *call,
                        unsigned priority_run);
/* Why an act is not possible now; of TICKET_CONFLICT who did what meanwhile. */
const char *desk_why(struct request *rq, enum ticket_did did, const struct ticket_outcome *outcome);

#endif
