/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_CATALOGUE_READ_H
#define MOTCUA_MODEL_CATALOGUE_READ_H

#include "lib/date.h"
#include "model/catalogue.h"
#include "model/catalogue_text.h"

/*
 * For the catalogue's own files: a snapshot being read. Each reader fills its arrays and answers
 * false when the database failed; all run in one transaction.
 */
struct catalogue_reading {
    struct db *db;
    struct catalogue *catalogue;
    struct catalogue_texts texts;
    struct catalogue_procedure *procedures; /* catalogue->procedures, while it may change */
    struct catalogue_agency *agencies;
    struct catalogue_field *fields;
    uint32_t *by_rev;          /* places in procedures[], by rev_id */
    char today[DATE_TEXT_MAX]; /* YYYY-MM-DD by the programs' clock */
};

bool catalogue_read_places(struct catalogue_reading *reading);     /* agencies, fields */
bool catalogue_read_forms(struct catalogue_reading *reading);      /* after site */
bool catalogue_read_procedures(struct catalogue_reading *reading); /* after places and forms */
bool catalogue_read_parts(struct catalogue_reading *reading); /* papers, fees, laws, audiences */
bool catalogue_read_events(struct catalogue_reading *reading);
bool catalogue_read_index(struct catalogue_reading *reading); /* phrases, then the index */

/* Lists and counts, from what was read. */
void catalogue_arrange(struct catalogue_reading *reading);

/* Columns of a row. Numbers: the fallback where NULL. */
const char *reading_text(struct catalogue_reading *reading, const struct db_row *row,
                         size_t column);
int64_t row_number(const struct db_row *row, size_t column, int64_t fallback);
/* The place of a row's text among the words, ended by NULL; 0 when it is none of them. */
unsigned row_word(const struct db_row *row, size_t column, const char *const *words);

uint32_t reading_agency(const struct catalogue_reading *reading, int64_t id); /* place, or NONE */
uint32_t reading_field(const struct catalogue_reading *reading, int64_t id);
uint32_t reading_form(const struct catalogue_reading *reading, int64_t rev_id);
uint32_t reading_by_rev(const struct catalogue_reading *reading, int64_t rev_id);

#endif
