/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_STATUS_ASK_H
#define MOTCUA_MODEL_STATUS_ASK_H

#include "lib/request.h"
#include "model/dossier_status.h"

/* How somebody asks after a dossier, the same at home and at the kiosk: by its look-up code, or by its number and a
 * second fact, the last four digits of the applicant's paper.
 *
 * A pass says what was shown: its first letter how, the rest which dossier. It is sealed into a cookie by the page. A
 * code need not exist to be sealed, so that the link from a receipt answers alike for every code. */
enum status_pass {
    PASS_CODE = 'c', /* a look-up code */
    PASS_FACT = 'd', /* the id of a dossier whose second fact was right */
    PASS_BOTH = 'f', /* a code whose second fact was right too: only that opens files */
};

/* The page that asks: its form with a status, its form again with what was typed and what is wrong with it, and the way
 * on to the dossier. Each answers the request. */
struct status_asking {
    int (*show)(struct request *rq, int status);
    int (*again)(struct request *rq);
    int (*go_on)(struct request *rq, enum status_pass pass, const char *which);
};

/* Answers what was typed into "ma" (code or number) and "so" (the four digits). Whether a number exists is not told
 * before its second fact is right. The form is told by Lookup.NotFound, .AskDigits and .TooOften. */
int status_ask(struct request *rq, const struct status_asking *page);

/* That nothing was found, 404. */
int status_ask_nothing(struct request *rq, const struct status_asking *page);

/* Whether "so" holds four digits; otherwise it is refused by words. */
bool status_ask_digits(struct request *rq);

/* The dossier a pass opens. DB_NONE: it opens none, or is NULL. */
enum db_result status_of_pass(struct request *rq, const char *pass, const struct civil *now,
                              struct dossier_status *status);

#endif
