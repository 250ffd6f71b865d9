/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_FEEDBACK_H
#define MOTCUA_STAFF_FEEDBACK_H

#include "lib/request.h"
#include "model/feedback_work.h"

/*
 * Petitions and low votes that have to be answered: supervisors and managers see all in their scope, heads those they
 * were given; nobody one about himself.
 *
 *   GET  /can-bo/phan-anh              { "the", CHOICE }, { "trang", COUNT }
 *   GET  /can-bo/phan-anh/{id}
 *   POST /can-bo/phan-anh/{id}         { "viec", CHOICE } and what that needs
 */
int feedback_cases(struct request *rq);
int feedback_page(struct request *rq);
int feedback_do(struct request *rq);

extern const char *const feedback_tabs[];  /* in the order of enum feedback_tab */
extern const char *const feedback_tasks[]; /* giao tra-loi ghi-chu cong-bo go-cong-bo dong mo-lai */

#define FEEDBACK_INPUTS                                                                            \
    {"id", ID}, {"viec", CHOICE, .choices = feedback_tasks}, {"phien", COUNT},                     \
        {"nguoi", TEXT, .max = 60, .optional = true},                                              \
        {"traloi", LINES, .max = 4000, .optional = true},                                          \
        {"ghichu", LINES, .max = FEEDBACK_NOTE_MAX, .optional = true},                             \
        {"congbo", LINES, .max = 4000, .optional = true},                                          \
        {"ketqua", CHOICE, .choices = feedback_outcomes, .optional = true}

#endif
