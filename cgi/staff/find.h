/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_FIND_H
#define MOTCUA_STAFF_FIND_H

#include "lib/input.h"
#include "lib/request.h"

/* Finding dossiers. What is typed names people, so it never stands in an address: the question is a POST. */
extern const char *const find_states[];
#define FIND_INPUTS                                                                                  \
    {"q", QUERY, .max = 300, .optional = true},                                                      \
        {"trangthai", CHOICE, .choices = find_states, .optional = true},                             \
        {"coquan", CODE, .max = 30, .optional = true}, {"tu", DATE, .optional = true},               \
        {"den", DATE, .optional = true}, {"sau", ID, .optional = true}

int find_form(struct request *rq); /* GET /can-bo/ho-so */
int find_ask(struct request *rq);  /* POST /can-bo/ho-so */

/* The box in the head of every page: Page.Find.Action, for those who may read dossiers. */
void find_box_fill(struct request *rq);

#endif
