/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_SURVEY_H
#define MOTCUA_PUBLIC_SURVEY_H

#include "lib/request.h"
#include "model/survey.h"

/*
 * The survey of the current period. Anybody may answer; with the address of a ticket or dossier (`phieu`) the answers
 * count as those of somebody who was served, once. Questions are named c1, c2 … by their place on the form.
 *
 *   GET  /khao-sat   SURVEY_INPUTS
 *   POST /khao-sat   SURVEY_INPUTS
 */
int survey_page(struct request *rq);
int survey_post(struct request *rq);

#define SURVEY_C(n) {"c" #n, LINES, .max = SURVEY_WORDS_MAX, .optional = true}
#define SURVEY_INPUTS                                                                              \
    {"phieu", CODE, .max = 60, .optional = true}, {"xong", FLAG, .optional = true},                \
        {"ky", CODE, .max = 30, .optional = true}, {"co-quan", CODE, .max = 30, .optional = true}, \
        SURVEY_C(1), SURVEY_C(2), SURVEY_C(3), SURVEY_C(4), SURVEY_C(5), SURVEY_C(6), SURVEY_C(7), \
        SURVEY_C(8), SURVEY_C(9), SURVEY_C(10), SURVEY_C(11), SURVEY_C(12), SURVEY_C(13),          \
        SURVEY_C(14), SURVEY_C(15), SURVEY_C(16), SURVEY_C(17), SURVEY_C(18), SURVEY_C(19),        \
        SURVEY_C(20), SURVEY_C(21), SURVEY_C(22), SURVEY_C(23), SURVEY_C(24), SURVEY_C(25),        \
        SURVEY_C(26), SURVEY_C(27), SURVEY_C(28), SURVEY_C(29), SURVEY_C(30)

#endif
