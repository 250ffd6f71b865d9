/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DESK_H
#define MOTCUA_STAFF_DESK_H

#include "lib/request.h"

/*
 * The counter as the officer who sits there sees it: who is next, who is before it, what is done with the ticket. All
 * below /can-bo/quay. A GET of something that asks a question (why, where to) shows the same page with that question
 * in the place of the buttons; every POST ends on the page again, or where its hidden field "tiep" says. Somebody else
 * was faster, or it is not the moment: the page as it is now, 409, with who did what.
 */
int desk_home(struct request *rq); /* GET  / : the counter, or the choice of one */
int desk_mark(struct request *rq); /* GET  /dau: JSON {"v"}, another one whenever the page would look different */

int desk_open(struct request *rq);          /* POST /mo */
int desk_pause_form(struct request *rq);    /* GET  /tam-nghi */
int desk_pause(struct request *rq);         /* POST /tam-nghi */
int desk_resume(struct request *rq);        /* POST /lam-tiep */
int desk_close(struct request *rq);         /* POST /dong */
int desk_groups_form(struct request *rq);   /* GET  /nhom */
int desk_groups(struct request *rq);        /* POST /nhom */
int desk_hand_over_form(struct request *rq); /* GET  /ban-giao */
int desk_hand_over(struct request *rq);      /* POST /ban-giao */

int desk_next(struct request *rq);          /* POST /goi-tiep; with a ticket: it is done first */
int desk_act(struct request *rq);           /* POST of what needs no words: see the table in desk_act.c */
int desk_park_form(struct request *rq);     /* GET  /gac */
int desk_park(struct request *rq);          /* POST /gac */
int desk_transfer_form(struct request *rq); /* GET  /chuyen */
int desk_transfer(struct request *rq);      /* POST /chuyen */

int desk_find(struct request *rq);        /* GET  /so?so= : tickets of today with that number */
int desk_lent(struct request *rq);        /* POST /nhan-so: a number on paper that its dispenser has not told of */
int desk_choose_form(struct request *rq); /* GET  /goi?ve= : one ticket and what may be done with it */
int desk_choose(struct request *rq);      /* POST /goi: out of turn, with a reason */

/* Words of the CHOICE inputs; each ends with NULL. */
extern const char *const desk_pauses[];  /* giai-lao hop giay-to su-co khac */
extern const char *const desk_reasons[]; /* uu-tien bo-sung hen sot khac */

#define DESK_BACK {"tiep", TEXT, .max = 300, .optional = true}
#define DESK_TICKET {"ve", ID}, {"ban", COUNT, .optional = true}, DESK_BACK
#define DESK_SESSION {"phien", COUNT, .optional = true}, DESK_BACK
#define DESK_NOTE {"ghichu", TEXT, .max = 150, .optional = true}

#endif
