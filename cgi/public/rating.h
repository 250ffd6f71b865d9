/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_RATING_H
#define MOTCUA_PUBLIC_RATING_H

#include "lib/request.h"

/*
 * Rating a service by the address on a ticket, a receipt or in a message (model/rating.h). A POST here asks for no
 * form token and leaves no request key, whose time would say when somebody voted: the address is what cannot be
 * guessed, and it works once.
 *
 *   GET  /danh-gia                   how satisfied people are with each agency; after a vote the thanks
 *   GET  /danh-gia/{phieu}           the faces, or why there are none
 *   POST /danh-gia/{phieu}           .asks; votes
 *   GET  /danh-gia/{phieu}/anh       the officer's portrait
 *   GET  /danh-gia/them/{ve}         thanks; reasons and words, for a quarter of an hour
 *   POST /danh-gia/them/{ve}         .asks
 */
int satisfaction_page(struct request *rq); /* satisfaction.c */
int rating_page(struct request *rq);
int rating_post(struct request *rq);
int rating_portrait(struct request *rq);
int rating_more_page(struct request *rq);
int rating_more_post(struct request *rq);

extern const char *const rating_scores[]; /* choices of a vote: "1" … "5" */

#endif
