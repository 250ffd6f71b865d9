/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_ACT_INSIDE_H
#define MOTCUA_STAFF_ACT_INSIDE_H

#include "staff/act.h"
#include "staff/dossier.h"

/* For act*.c: a dossier, and what somebody wants to do with it. */
struct act_page {
    struct civil now;
    struct scope scope;
    struct dossier_page dossier;
    struct act_view view;
    const struct act_offer *offer; /* NULL: not offered here and now */
};

enum act_ready { ACT_PAGE_READY, ACT_PAGE_MISSING, ACT_PAGE_FAIL };
enum act_ready act_page_read(struct request *rq, struct act_page *a);

/* What was typed. False: something cannot be read; its field is refused. */
bool act_input_read(struct request *rq, const struct act_page *a, struct act_input *input);

/* The input of a member of struct act_input, "" for none. */
const char *act_field(const char *member);

/* Act.*: what will happen, and the choices of each field. False: the database failed. */
bool act_fill(struct request *rq, const struct act_page *a);

/* Why something cannot be done. */
const char *act_blocked_words(struct request *rq, const char *blocked, enum guard_fact obstacle,
                              const char *holder);

/* A name for people: the workflow's, or the words of the act. */
const char *act_name(struct request *rq, const struct act_offer *offer);

/* Its address, without the language prefix. */
const char *act_path(struct request *rq, const struct dossier_page *page,
                     const struct act_offer *offer, bool with_branch);

#endif
