/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SAMPLE_H
#define MOTCUA_MODEL_SAMPLE_H

#include <stdbool.h>

#include "lib/arena.h"
#include "lib/db.h"
#include "lib/map.h"

/*
 * Rows of the sample province. The values of a row come in the order of its
 * columns in sample.c; NULL takes the default of the column. Inside the
 * caller's transaction, on an empty database.
 */
enum sample_row {
    SAMPLE_SETTING,
    SAMPLE_AGENCY,
    SAMPLE_AGENCY_SUCCESSOR,
    SAMPLE_USER,
    SAMPLE_GRANT,
    SAMPLE_FIELD,
    SAMPLE_FIELD_UNIT,
    SAMPLE_SPECIAL_DAY,
    SAMPLE_WORK_SHIFT,
    SAMPLE_FORM,
    SAMPLE_FORM_REV,
    SAMPLE_FORM_ITEM,
    SAMPLE_FORM_PUBLISH,
    SAMPLE_LIFE_EVENT,
    SAMPLE_LIFE_EVENT_PROCEDURE,
    SAMPLE_SYNONYM,
    SAMPLE_SYNONYM_WORDING,
    SAMPLE_SYNONYM_PIN,
    SAMPLE_HALL,
    SAMPLE_GROUP,
    SAMPLE_SERVICE,
    SAMPLE_SERVICE_FIELD,
    SAMPLE_COUNTER,
    SAMPLE_COUNTER_GROUP,
    SAMPLE_DOSSIER,
    SAMPLE_PARTY,
    SAMPLE_DOSSIER_PAPERS,
    SAMPLE_DOSSIER_PAPER_MISSING,
    SAMPLE_BRANCH,
    SAMPLE_TASK,
    SAMPLE_SUPPLEMENT,
    SAMPLE_SUPPLEMENT_ITEM,
    SAMPLE_CLOCK,
    SAMPLE_CLOCK_PAUSE,
    SAMPLE_FEE,
    SAMPLE_RESULT,
    SAMPLE_EVENT,
    SAMPLE_SEQUENCE,
    SAMPLE_SEQUENCE_NEXT,
    SAMPLE_SURVEY,
    SAMPLE_SURVEY_QUESTION,
    SAMPLE_SURVEY_CHOICE,
    SAMPLE_SURVEY_OPEN,
    SAMPLE_VERSION,
    SAMPLE_ROWS
};

/* DB_OK, DB_NONE (an update that found nothing) or DB_FAIL; db_inserted() has the number. */
enum db_result sample_put(struct db *db, enum sample_row row, const struct db_value *values);

/* DB_OK when the database holds neither procedures nor dossiers. */
enum db_result sample_database_is_empty(struct db *db, struct arena *arena);

/* What dossiers need of a procedure, by its code. */
struct sample_procedure {
    int64_t id;
    int64_t rev_id;
    int64_t workflow_rev_id;
    int64_t term_value;      /* -1: not known */
    const char *term_unit;
};
enum db_result sample_procedures(struct db *db, struct arena *arena, struct map *procedures);

/* Working minutes a step may take, 0 for no limit; DB_NONE: no such step. */
enum db_result sample_step_minutes(struct db *db, struct arena *arena, int64_t workflow_rev,
                                   const char *step, int64_t *minutes);

/* Prefix of dossier numbers of each agency, the nearest above it where it has none. */
enum db_result sample_prefixes(struct db *db, struct arena *arena, struct map *prefixes);

/* Officers who receive, by login. `seat` is the agency or unit of the account. */
struct sample_officer {
    uint64_t id, seat;
};
enum db_result sample_officers(struct db *db, struct arena *arena, struct sample_officer **officers, size_t *n);

/* May visitors be made up here: DB_OK where the sample was loaded and no ticket was given out yet; *version is that of
 * its catalogue. DB_NONE: no. */
enum db_result sample_without_visitors(struct db *db, struct arena *arena, uint64_t *version);

/* A setting's value, "" when it is not there. */
const char *sample_setting(struct db *db, struct arena *arena, const char *name);

#endif
