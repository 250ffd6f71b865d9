/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_PETITION_H
#define MOTCUA_PUBLIC_PETITION_H

#include "lib/request.h"
#include "model/feedback.h"

/*
 * Petitions (phản ánh, kiến nghị): sent without signing in, with a code to follow them by. The code stands in no
 * address and no log; what carries it from page to page is sealed and ends after an hour.
 *
 *   GET  /phan-anh                   the form, and answers that were published
 *   POST /phan-anh
 *   GET  /phan-anh/da-gui/{ve}       its code, once sent
 *   GET  /phan-anh/theo-doi          asks for the code
 *   POST /phan-anh/theo-doi          .asks
 *   GET  /phan-anh/xem/{ve}          how far it is
 *   GET  /phan-anh/da-tra-loi        published petitions with their answers
 */
/* Its boxes: the empty form has them too, none of them needed there. */
#define PETITION_FIELDS(empty)                                                                              \
    { "ve", CHOICE, .choices = feedback_subjects, .optional = empty, .missing = "petition_subject" },       \
    { "noidung", LINES, .max = FEEDBACK_WORDS_MAX, .optional = empty, .missing = "petition_words" },        \
    { "co-quan", CODE, .max = 30, .optional = true }, { "hoso", TEXT, .max = 40, .optional = true },        \
    { "hoten", TEXT, .max = 120, .optional = true }, { "lienhe", TEXT, .max = 120, .optional = true },      \
    { "trang-web", TEXT, .max = 200, .optional = true }

int petition_form(struct request *rq);
int petition_post(struct request *rq);
int petition_sent(struct request *rq);
int petition_follow_form(struct request *rq);
int petition_follow(struct request *rq);
int petition_view(struct request *rq);
int petition_published(struct request *rq);

#endif
