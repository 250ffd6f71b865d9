/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_FINDING_H
#define MOTCUA_MODEL_WORKFLOW_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "model/guard.h"

/*
 * What is wrong with an edition of a workflow: all of it at once, so that whoever writes it sees everything. Words for
 * people are T.workflow_fault.<name> of the pages and the sentences of workflow_finding_sentence(), in English.
 */
enum workflow_fault {
    /* the text */
    FAULT_NOT_JSON,         /* detail: "line:column" */
    FAULT_NOT_WORKFLOW,     /* it is no such object, or no list where there must be one; detail: member */
    FAULT_MEMBER_UNKNOWN,   /* detail: member */
    FAULT_MEMBER_MISSING,   /* detail: member */
    FAULT_MEMBER_KIND,      /* text, number or flag expected; detail: member */
    FAULT_MEMBER_LONG,      /* detail: member; limit: letters */
    FAULT_WORD_UNKNOWN,     /* detail: "member: word" */
    FAULT_TOO_MANY,         /* steps or actions; detail: member; limit */
    FAULT_CODE_BAD,         /* letters a-z, digits and - alone */
    FAULT_CODE_OTHER,       /* the code of another workflow; detail: the code expected */
    FAULT_STEP_TWICE,
    FAULT_ACTION_TWICE,     /* in one step */
    FAULT_STEP_UNKNOWN,     /* where an action leads; detail: code */
    FAULT_ROLE_UNKNOWN,     /* detail: role */
    FAULT_AGENCY_UNKNOWN,   /* detail: code */
    /* its sense */
    FAULT_NO_FIRST_STEP,
    FAULT_UNREACHABLE,
    FAULT_NO_END,           /* the end cannot be reached from the step */
    FAULT_END_GOES_ON,      /* an end with actions */
    FAULT_NEVER_RETURNED,   /* the main branch ends without the result handed over */
    FAULT_NEVER_DECIDED,    /* the end can be reached without approval or refusal */
    FAULT_ROLE_MISSING,     /* nobody may do the task, or the action out of waiting */
    FAULT_AGENCY_MISSING,   /* place other without agency */
    FAULT_STATE_KIND,       /* state and kind of the step contradict each other; detail: state */
    FAULT_JOIN_PLACE,       /* a join in a branch, or with not exactly one action */
    FAULT_JOIN_EMPTY,       /* a join no branches are opened for */
    FAULT_OPENS_WITHOUT_JOIN,
    FAULT_OPENS_NOTHING,    /* no step begins a branch */
    FAULT_NEVER_OPENED,     /* no action opens the joint branch */
    FAULT_CROSSES,          /* from one branch into another; detail: step it leads to */
    FAULT_GUARD,            /* problem */
    FAULT_CODE_STANDING,    /* action with the code of a standing act */
    FAULT_BOTH_WAYS,        /* approves and refuses */
    FAULT_DECIDES_IN_BRANCH,
    FAULT_NUMBER_EARLY,     /* number before the decision */
    FAULT_RELEASE_EARLY,    /* release_results before the decision */
    FAULT_SUPPLEMENT_PLACE, /* request_supplement and a step that waits for the citizen belong together */
    FAULT_FEE_PLACE,        /* the same for request_fee and a step that waits for money */
    FAULT_OVER_LIMIT,       /* detail: code of the procedure; need, limit: working minutes */
    FAULT_END
};
const char *workflow_fault_name(enum workflow_fault fault); /* "not_json" … */

struct workflow_finding {
    enum workflow_fault fault;
    const char *step, *action; /* codes, "" when it is about more than that */
    const char *detail;
    struct guard_problem problem;
    int64_t need, limit;
};

enum { WORKFLOW_FINDINGS_MAX = 100 };

struct workflow_findings {
    struct arena *arena; /* set by the caller */
    struct workflow_finding items[WORKFLOW_FINDINGS_MAX];
    size_t n; /* further ones are left off */
};

/* Texts are copied. The answer, where more can be said; never NULL. */
struct workflow_finding *workflow_find(struct workflow_findings *findings, enum workflow_fault fault,
                                       const char *step, const char *action, const char *detail);

/* "step tham-dinh, action trinh: it leads to \"x\", which is no step" */
const char *workflow_finding_sentence(struct arena *arena, const struct workflow_finding *finding);

#endif
