/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_ACT_H
#define MOTCUA_STAFF_ACT_H

#include "lib/request.h"
#include "model/act.h"
#include "model/dossier_page.h"

/*
 * Doing something to a dossier: a form that says what will happen and asks for what it needs, then the act itself.
 * When somebody else was faster, the same form says who did what, with everything typed still in it.
 */
int act_form(struct request *rq); /* GET  /can-bo/ho-so/{id}/lam/{viec}?nhanh= */
int act_post(struct request *rq); /* POST /can-bo/ho-so/{id}/lam/{viec} */

/* What may be done now, for the page of the dossier: Acts.Primary, Others (at the open task), More (with the whole),
 * Blocked, Notes, Undo. */
void act_offers_fill(struct request *rq, const struct dossier_page *page,
                     const struct act_view *view);

/* Words of the CHOICE inputs; each ends with NULL. */
extern const char *const act_outcomes[];       /* dongy tuchoi */
extern const char *const act_receiver_roles[]; /* chuhoso nguoinop khac */

/* The inputs of both routes; `giay` and `noidung` come together, a row a point. */
#define ACT_INPUTS                                                                                 \
    {"id", ID}, {"viec", CODE, .max = 60}, {"nhanh", ID, .optional = true},                        \
        {"phienban", COUNT, .optional = true}, {"nguoi", ID, .optional = true},                    \
        {"donvi", ID, .optional = true}, {"lydo", LINES, .max = 1000, .optional = true},           \
        {"ghichu", LINES, .max = 2000, .optional = true},                                          \
        {"ten", TEXT, .max = 500, .optional = true}, {"sotien", TEXT, .max = 40, .optional = true}, \
        {"ngay", DATE, .optional = true}, {"gio", TEXT, .max = 5, .optional = true},               \
        {"ykien", CHOICE, .optional = true, .choices = act_outcomes},                              \
        {"ke", TEXT, .max = 20, .optional = true},                                                 \
        {"nguoinhan", TEXT, .max = 250, .optional = true},                                         \
        {"vaitro", CHOICE, .optional = true, .choices = act_receiver_roles},                       \
        {"giayto", FLAG, .optional = true}, {"kynhan", FLAG, .optional = true},                    \
        {"vandon", TEXT, .max = 40, .optional = true},                                             \
        {"bienlai", TEXT, .max = 40, .optional = true},                                            \
        {"giay", TEXT, .max = 2000, .optional = true, .many = true},                               \
        {"noidung", TEXT, .max = 1000, .optional = true, .many = true}

#endif
