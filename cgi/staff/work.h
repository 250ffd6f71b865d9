/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_WORK_H
#define MOTCUA_STAFF_WORK_H

#include "lib/input.h"
#include "lib/request.h"
#include "model/worklist.h"

/* Worklists: who has what to do until when. */

extern const char *const work_tabs[]; /* as in the address, in the order of enum worklist_tab */
extern const char *const work_channels[];

#define WORK_INPUTS                                                                                 \
    {"the", CHOICE, .choices = work_tabs, .optional = true}, {"thutuc", ID, .optional = true},      \
        {"linhvuc", ID, .optional = true}, {"buoc", CODE, .max = 40, .optional = true},             \
        {"nguoi", ID, .optional = true}, {"kenh", CHOICE, .choices = work_channels, .optional = true}, \
        {"tu", DATE, .optional = true}, {"den", DATE, .optional = true},                             \
        {"sau", CODE, .max = 40, .optional = true}, {"truoc", CODE, .max = 40, .optional = true},    \
        {"loc", FLAG, .optional = true}

int work_list(struct request *rq);        /* GET /can-bo/viec */
int work_list_again(struct request *rq);  /* the same after something was refused */
int work_filter_save(struct request *rq); /* POST /can-bo/viec */
int work_filter_drop(struct request *rq); /* POST /can-bo/viec/bo-loc/{id}/xoa */

/* Counts of the tabs with their links into `list`, for the first page. False: the database failed. */
bool work_counts_fill(struct request *rq, const char *list);

/* ---- between the files ---- */

struct work {
    struct scope scope;
    struct worklist_ask ask;
    struct worklist_frame frame;
};
/* The head of the page: scope, what is asked for, counts. */
enum db_result work_read(struct request *rq, struct work *work);
/* Tab and filters as in the address; without `but`, "" for none left out. */
const char *work_query(struct request *rq, const struct work *work, enum worklist_tab tab,
                       const char *but);
void work_tabs_fill(struct request *rq, const struct work *work, const char *list, bool all);
bool work_filters_fill(struct request *rq, struct work *work);

/* One row of a page into a node: numbers, names, traffic light. */
void work_row_fill(struct request *rq, const struct work *work, const struct worklist_row *row,
                   struct data *item);
/* The light of a due time: Light, LightText and DueText of the node; `code`: whose calendar counts. */
void work_light_fill(struct request *rq, uint64_t version, const struct civil *now,
                     const struct civil *due, bool standing, const char *code, struct data *item);

#endif
