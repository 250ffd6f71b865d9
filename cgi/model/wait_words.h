/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WAIT_WORDS_H
#define MOTCUA_MODEL_WAIT_WORDS_H

#include "lib/request.h"

/*
 * A forecast in a few words of the page's language: "khoảng 15–30 phút", "dưới 5 phút", or that nobody can say.
 * Steps of five minutes: an estimate promises no more. Minutes half and nine of ten wait at most; -1: unknown.
 */
const char *wait_words(struct request *rq, int wait_50, int wait_90);

/* "8 người đang chờ", and the estimate where there is one. */
const char *wait_line(struct request *rq, unsigned waiting, int wait_50, int wait_90);

/* What the two figures mean, in a sentence, or that there are none. */
const char *wait_sentence(struct request *rq, int wait_50, int wait_90);

#endif
