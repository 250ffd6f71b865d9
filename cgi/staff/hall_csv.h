/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_CSV_H
#define MOTCUA_STAFF_HALL_CSV_H

#include "lib/buffer.h"
#include "lib/request.h"

/* A table for spreadsheets: UTF-8 with its mark, commas, every text in quotes. */
struct hall_csv {
    struct buffer out;
    bool begun; /* the line has a cell already */
};
void hall_csv_begin(struct hall_csv *csv);
void hall_csv_text(struct hall_csv *csv, const char *text); /* what would be a formula gets an apostrophe first */
void hall_csv_number(struct hall_csv *csv, int64_t number); /* nothing for a negative one */
void hall_csv_line(struct hall_csv *csv);                   /* ends the line */
/* The answer, as a file of this name; releases the table. */
int hall_csv_end(struct request *rq, struct hall_csv *csv, const char *name);

#endif
