/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_ACT_OPENING_H
#define MOTCUA_MODEL_ACT_OPENING_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Where the first step of a received dossier lies, who gets it and until when: by the same rules as every later
 * step (act.h). No statement for a step of the receiving clerk, once the worker knows workflow, agencies and calendar.
 * DB_NONE: there is no agency for it.
 */
struct act_opening {
    uint64_t edition, step;    /* of the workflow */
    uint64_t catalogue;        /* version */
    uint64_t agency, counter;  /* in charge, and receiving */
    const char *agency_code;
    uint64_t area, field, clerk;
    struct civil now;
    int64_t started, due; /* of the dossier, civil minutes; due -1: no limit */

    uint64_t unit, person; /* out; person 0: nobody yet */
    int64_t step_due;      /* out, -1 none */
};
enum db_result act_opening(struct db *db, struct arena *arena, struct act_opening *opening);

#endif
