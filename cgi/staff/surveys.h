/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_SURVEYS_H
#define MOTCUA_STAFF_SURVEYS_H

#include "lib/request.h"
#include "model/survey_edit.h"

/*
 * Surveys of satisfaction, made and read by the manager:
 *
 *   GET  /can-bo/khao-sat                          all of them, and the form for a new one
 *   POST /can-bo/khao-sat                          begins a draft
 *   GET  /can-bo/khao-sat/{ma}                     a draft to be changed, else the results
 *   POST /can-bo/khao-sat/{ma}                     saves title, words and days of a draft
 *   GET  /can-bo/khao-sat/{ma}/cau-hoi/{so}        a question; 0: a new one
 *   POST /can-bo/khao-sat/{ma}/cau-hoi/{so}        saves it
 *   POST /can-bo/khao-sat/{ma}/cau-hoi/{so}/xoa    takes it out
 *   POST /can-bo/khao-sat/{ma}/mo, /dong           opens, closes
 *   GET  /can-bo/khao-sat/{ma}/ket-qua.csv         the results as a table
 */
int surveys_list(struct request *rq);
int surveys_begin(struct request *rq);
int surveys_page(struct request *rq);
int surveys_save(struct request *rq);
int surveys_open(struct request *rq);
int surveys_close(struct request *rq);
int surveys_question(struct request *rq);      /* surveys_question.c */
int surveys_question_save(struct request *rq);
int surveys_question_drop(struct request *rq);
int surveys_csv(struct request *rq);           /* surveys_result.c */

extern const char *const surveys_channels[]; /* "web" "service" */

#define SURVEYS_HEAD                                                                               \
    {"ten", TEXT, .max = 200}, {"tenen", TEXT, .max = 200, .optional = true},                      \
        {"loi", LINES, .max = 1000, .optional = true},                                             \
        {"loien", LINES, .max = 1000, .optional = true},                                           \
        {"tu", DATE}, {"den", DATE}
/* Which survey, in which version, whose answers. */
#define SURVEYS_ONE                                                                                \
    {"ma", SLUG, .max = 30}, {"phien", COUNT, .optional = true},                                   \
        {"kenh", CHOICE, .choices = surveys_channels, .optional = true}

/* Inside: for the files above. */

/* 0: it is there; else the handler's answer. */
int surveys_need(struct request *rq, struct survey *survey);
/* After a change: back to the survey, or why it was not done. */
int surveys_after(struct request *rq, enum survey_verdict verdict);
const char *surveys_path(struct request *rq, const char *more);
int surveys_results(struct request *rq, const struct survey *survey);

#endif
