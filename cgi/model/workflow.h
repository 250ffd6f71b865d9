/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_H
#define MOTCUA_MODEL_WORKFLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"
#include "model/guard.h"
#include "model/scope.h"

/* An edition of a workflow as a whole. Texts are never NULL. */
enum { WORKFLOW_STEPS_MAX = 60, WORKFLOW_ACTIONS_MAX = 200 }; /* of an edition */

enum step_kind { STEP_TASK, STEP_JOIN, STEP_WAIT_CITIZEN, STEP_WAIT_FEE, STEP_END };
enum step_place { PLACE_COUNTER, PLACE_LEAD, PLACE_OTHER };
enum step_branch { BRANCH_MAIN, BRANCH_JOINT, BRANCH_OPINION };

/* Bits of wf_action.effects. */
enum action_effect {
    EFFECT_NUMBER = 1,             /* the result gets its number from the register */
    EFFECT_PRINT = 2,              /* its paper is offered for printing */
    EFFECT_REQUEST_FEE = 4,        /* asks for a financial obligation; the clock stands */
    EFFECT_REQUEST_SUPPLEMENT = 8, /* asks for supplements; the clock stands */
    EFFECT_OPEN_BRANCHES = 16,     /* opens the joint and opinion branches */
    EFFECT_RELEASE_RESULTS = 32,   /* the files of the result may be seen by the citizen */
    EFFECT_APPROVE = 64,
    EFFECT_REFUSE = 128,
    EFFECT_NOTIFY = 256 /* the citizen gets a message */
};

struct workflow_step {
    uint64_t id;
    const char *code, *name, *name_en, *public_name, *public_name_en;
    enum step_kind kind;
    enum step_place place;
    uint64_t agency; /* PLACE_OTHER: that agency; a generic one means the one of the applicant's place */
    const char *agency_code, *agency_name, *agency_name_en; /* of that agency, "" without */
    enum role role;  /* 0: nobody works on it by role */
    enum step_branch branch;
    int64_t minutes; /* working minutes; -1: no limit */
    const char *state; /* of the dossier while it is here */
};

struct workflow_action {
    uint64_t id;
    size_t from;     /* step */
    size_t to;       /* step, or WORKFLOW_NOWHERE: the branch ends */
    const char *code, *name, *name_en;
    enum role role;  /* who may; that of the step where the action has none of its own */
    const char *guard_text;
    const struct guard *guard; /* NULL: its text does not parse, never holds */
    unsigned effects;          /* EFFECT_… */
};
#define WORKFLOW_NOWHERE ((size_t)-1)

struct workflow {
    uint64_t rev;
    bool published; /* and so unchangeable */
    unsigned rev_no; /* of the edition, from 1 */
    const char *code, *name, *name_en;
    const char *note; /* why this edition was made */
    bool is_default;  /* for procedures without one of their own, as long as it keeps their limit */
    struct workflow_step *steps; /* by position */
    size_t n_steps;
    struct workflow_action *actions; /* by step and position */
    size_t n_actions;
};

/* A published edition, kept by the worker (editions never change). DB_NONE: no such edition. */
enum db_result workflow_edition(struct db *db, uint64_t rev, const struct workflow **workflow);
void workflow_forget(void); /* for tests and a clean end */

/* Reads any edition into the arena; a draft, too. */
enum db_result workflow_read(struct db *db, struct arena *arena, uint64_t rev, struct workflow *workflow);

/* Index of a step by its row, or WORKFLOW_NOWHERE. */
size_t workflow_step_of(const struct workflow *workflow, uint64_t id);

/* Where a received dossier begins: the first task of the main branch; WORKFLOW_NOWHERE: there is none. */
size_t workflow_first(const struct workflow *workflow);

/* Is a step the first of a branch: of its kind and reached from no step of that kind that stands before it? (Later ones
 * may send back to it.) Those are opened by EFFECT_OPEN_BRANCHES. */
bool workflow_begins_branch(const struct workflow *workflow, size_t step);

#endif
