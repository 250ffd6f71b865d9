/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_PAPER_LIST_H
#define MOTCUA_STAFF_PAPER_LIST_H

#include "model/paper_list.h"
#include "staff/paper_sheet.h"

/* What the register and the hand-over list share. */
struct list_column {
    const char *key, *group; /* words; group "": none */
    int width;
    enum pdf_align align;
};
const struct sheet_column *list_columns(struct sheet *sheet, const struct list_column *plan, size_t n);

/* Reads co-quan and phan. DB_NONE: there is no such office, or it is not the user's. */
enum db_result list_open(struct request *rq, struct paper_list_office *office, struct paper_list_query *query);
int list_day_asked(struct request *rq, const char *name); /* today where it was not given */

/* A sheet with the head of the office. */
struct sheet *list_sheet(struct request *rq, const struct paper_list_office *office);
const char *list_day(struct sheet *sheet, int day);       /* 29/11/2026 */
const char *list_day_iso(struct request *rq, int day);    /* 2026-11-29 */
const char *list_count(struct sheet *sheet, size_t n);

/* The bar above the page: a form for another period, and the parts of a long list. `address` has its query. */
void list_pick(struct request *rq, const char *path, const struct paper_list_office *office);
void list_pick_field(struct request *rq, const char *name, const char *label, int day);
void list_parts(struct request *rq, const char *address, size_t total);

#endif
