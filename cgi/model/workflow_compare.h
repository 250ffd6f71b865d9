/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_COMPARE_H
#define MOTCUA_MODEL_WORKFLOW_COMPARE_H

#include "model/workflow.h"

/* What one edition of a workflow has that another has not, or has otherwise. Steps and actions are known by code. */
enum workflow_difference { DIFFERENCE_ADDED, DIFFERENCE_REMOVED, DIFFERENCE_CHANGED };

struct workflow_change {
    enum workflow_difference difference;
    const struct workflow_step *step;     /* of the new one, of the old one where it was removed; NULL: of the whole */
    const struct workflow_action *action; /* NULL: of the step itself */
    const char *member;        /* DIFFERENCE_CHANGED: "minutes" "role" … as in workflows.json */
    const char *before, *after; /* as in workflows.json, "" for none */
};
enum { WORKFLOW_CHANGES_MAX = 400 };

/* In the order of the new one, what was removed at the end. Lives in the arena; further ones are left off. */
size_t workflow_compare(struct arena *arena, const struct workflow *before, const struct workflow *after,
                        struct workflow_change changes[WORKFLOW_CHANGES_MAX]);

#endif
