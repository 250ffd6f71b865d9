/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_USE_H
#define MOTCUA_MODEL_WORKFLOW_USE_H

#include "lib/db.h"
#include "lib/map.h"
#include "model/workflow.h"
#include "model/workflow_finding.h"
#include "model/workflow_time.h"

/* Workflows and the procedures that go by them. */

/* The newest published edition of a workflow. DB_NONE: there is none. */
enum db_result workflow_current(struct db *db, struct arena *arena, const char *code, struct workflow *workflow);

/* A procedure in force whose edition names an edition of the workflow. */
struct workflow_procedure {
    const char *code, *name, *name_en;
    int64_t term_value; /* -1: none */
    const char *term_unit;
    int64_t limit; /* workflow_limit() of it */
};
/* All of them, the tightest limit first. Lives in the arena. */
enum db_result workflow_procedures(struct db *db, struct arena *arena, const char *code,
                                   struct workflow_procedure **procedures, size_t *n);

/* Dossiers that are being handled by any edition of it; they keep theirs. */
enum db_result workflow_running(struct db *db, const char *code, unsigned *running);

/*
 * What needs the database: numbers of agencies are filled in, and an edition that takes longer than the law gives a
 * procedure that uses it is a finding for each such procedure.
 */
enum db_result workflow_check_use(struct db *db, struct workflow *workflow, struct workflow_findings *findings);

/* Workflows a procedure takes by its time limit alone. */
struct workflow_default {
    const char *code;
    struct workflow_time time;
};
struct workflow_defaults {
    struct workflow_default *items;
    size_t n;
};
enum db_result workflow_defaults_read(struct db *db, struct arena *arena, struct workflow_defaults *defaults);

/*
 * Of those that keep the limit, the longest; if none does, the shortest. One with a task that takes what is left
 * keeps it only when that is half of the limit. `term_value` -1 or no unit: the longest. "" when there is none at all.
 */
const char *workflow_default_for(const struct workflow_defaults *defaults, int64_t term_value, const char *term_unit);
/* The edition in force of that one. DB_NONE: there is none. */
enum db_result workflow_default_rev(struct db *db, struct arena *arena, int64_t term_value, const char *term_unit,
                                    uint64_t *rev);
bool workflow_is_default(const struct workflow_defaults *defaults, const char *code);

#endif
