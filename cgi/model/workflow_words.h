/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_WORDS_H
#define MOTCUA_MODEL_WORKFLOW_WORDS_H

#include "model/workflow.h"

/* The words of files and columns for the enums of workflow.h, in their order. */
enum {
    STEP_KIND_END = STEP_END + 1,
    STEP_PLACE_END = PLACE_OTHER + 1,
    STEP_BRANCH_END = BRANCH_OPINION + 1,
    STEP_STATE_END = 8,
    ACTION_EFFECTS = 9 /* bit n of action_effect is the n-th word */
};
extern const char *const step_kind_names[STEP_KIND_END];
extern const char *const step_place_names[STEP_PLACE_END];
extern const char *const step_branch_names[STEP_BRANCH_END];
extern const char *const step_state_names[STEP_STATE_END];
extern const char *const action_effect_names[ACTION_EFFECTS];

#endif
