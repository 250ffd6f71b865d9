/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_RATINGS_H
#define MOTCUA_STAFF_RATINGS_H

#include "lib/request.h"
#include "model/rating_report.h"

/*
 * What people said about officers: officers see their own votes, heads those of their units, supervisors and managers
 * all in their scope. Never fewer than ten votes, and nowhere who voted.
 *
 *   GET  /can-bo/danh-gia               inputs RATINGS_INPUTS
 *   GET  /can-bo/danh-gia.csv           the same lines
 *   GET  /can-bo/danh-gia/y-kien        words of voters, to be moderated
 *   POST /can-bo/danh-gia/y-kien/{id}   { "viec", CHOICE }: hien (show), an (hide)
 *   GET  /can-bo/danh-gia/bat-thuong    odd heaps of votes
 */
int ratings_page(struct request *rq);
int ratings_csv(struct request *rq);
int ratings_words(struct request *rq);
int ratings_moderate(struct request *rq);
int ratings_odd(struct request *rq);

extern const char *const ratings_bys[RATING_BYS + 1]; /* in the order of enum rating_by */
extern const char *const ratings_by_words[RATING_BYS];  /* keys of T.rating_by */
extern const char *const ratings_decisions[];         /* "hien" "an" */

#define RATINGS_INPUTS                                                                             \
    {"ky", CODE, .max = 10, .optional = true}, {"theo", CHOICE, .choices = ratings_bys, .optional = true}

/* For ratings_csv.c: what is asked for, and its lines. 0: done; else the handler's answer. */
struct ratings_view {
    struct rating_query query;
    const char *period;  /* as in the address */
    bool own;            /* one's own votes only */
    struct rating_table table;
};
int ratings_read(struct request *rq, struct ratings_view *view);
/* What a line is called; "" where the votes have none of the kind. */
const char *ratings_line_name(struct request *rq, const struct ratings_view *view, const struct rating_line *line);

#endif
