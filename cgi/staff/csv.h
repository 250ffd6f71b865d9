/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_CSV_H
#define MOTCUA_STAFF_CSV_H

#include "lib/buffer.h"
#include "lib/request.h"

/*
 * A table for spreadsheets: UTF-8 with its mark, commas, points in numbers, every text in quotes. A table larger than
 * a page may be (LIMIT_PAGE) is refused as a whole, never cut off.
 */
struct csv {
    struct buffer out;
    bool begun; /* the line has a cell already */
};
void csv_begin(struct csv *csv);
void csv_text(struct csv *csv, const char *text); /* what would be a formula gets an apostrophe first */
void csv_number(struct csv *csv, int64_t number); /* nothing for a negative one */
void csv_decimal(struct csv *csv, double number, int digits); /* so many after the point */
void csv_empty(struct csv *csv);                      /* a cell with nothing in it */
void csv_line(struct csv *csv);                       /* ends the line */
/* The answer, as a file of this name; releases the table. */
int csv_end(struct request *rq, struct csv *csv, const char *name);

#endif
