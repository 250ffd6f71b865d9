/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_SAMPLE_H
#define MOTCUA_MOTCUA_SAMPLE_H

#include "lib/date.h"
#include "lib/map.h"
#include "model/sample.h"
#include "model/worktime.h"
#include "motcua/record.h"
#include "motcua/tool.h"

/* The loading of a sample province: what one file needs of those before it. */
struct sample {
    struct tool *tool;
    struct db *db;
    struct arena *arena;
    const char *folder;
    char now[DATE_TEXT_MAX];
    struct map *agencies;  /* code → int64_t * */
    struct map *users;     /* login → int64_t * */
    struct map *procedures; /* code → struct sample_procedure *, filled after procedures.json */
    size_t place;          /* of the item in its file, from 1 */
};

/*
 * A reader of one kind of item: DB_OK when it is stored, DB_NONE when the
 * record is wrong (the record says how), DB_FAIL from the database.
 */
typedef enum db_result sample_reader(struct sample *sample, struct record *record);

sample_reader sample_form, sample_workflow, sample_life_event, sample_synonym, sample_dossier, sample_hall,
    sample_survey;

/* Once procedures are there: does every workflow keep their time limits? DB_NONE: sentences were printed. */
enum db_result sample_workflows_check(struct sample *sample);

/* Dossiers are collected, and stored at the end in the order of their numbers.
 * DB_NONE: a sentence was printed. */
enum db_result sample_dossiers_begin(struct sample *sample);
enum db_result sample_dossiers_end(struct sample *sample);

/* ---- times: "-12 09:15" is 9:15 on the twelfth working day before the day of loading ---- */

enum db_result sample_time_begin(struct sample *sample);
/* The civil minute, or -1 for ""; a bare day is its first minute. */
int64_t sample_minute(struct record *record, const char *text);
/* As a column takes it, NULL for -1. */
struct db_value sample_moment(struct arena *arena, int64_t minute);
struct db_value sample_day(struct arena *arena, int64_t minute);
/* Working calendar of an agency; NULL: DB_FAIL. */
const struct worktime_calendar *sample_calendar(struct sample *sample, const char *agency);

/* ---- one dossier ---- */

struct dossier_draft {
    struct record *record;
    int64_t id;
    const struct sample_procedure *procedure;
    const char *number; /* "" until reception */
    const char *agency;
    const struct worktime_calendar *calendar;
    int64_t received;
    struct worktime_pause pauses[WORKTIME_PAUSES_MAX];
    size_t n_pauses;
    int64_t started; /* clock_from, -1 none */
    int64_t stopped; /* first of decided, ready, closed; -1 none */
    json_t *branches, *pause_list, *supplements, *fees, *result, *events;
};

/* The applicant, or the submitter; NULL for nobody. */
enum db_result sample_party(struct sample *sample, struct dossier_draft *draft, json_t *object,
                            const char *role);
/* Everything else below the dossier's own row. */
enum db_result sample_dossier_parts(struct sample *sample, struct dossier_draft *draft);

/* A text to bind: "" is NULL, so that the column's default holds. */
struct db_value sample_text(const char *text);
/* A number to bind: 0 is NULL. */
struct db_value sample_number(int64_t number);
/* The number behind a code: NULL for "", wrong when there is none. */
struct db_value sample_code(struct record *record, const struct map *map, const char *what,
                            const char *code);
/* Remembers the number of the row just inserted. */
void sample_remember(struct sample *sample, struct map *map, const char *code);

#endif
