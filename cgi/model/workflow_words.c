/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_words.h"

const char *const step_kind_names[STEP_KIND_END] = {"task", "join", "wait_citizen", "wait_fee", "end"};
const char *const step_place_names[STEP_PLACE_END] = {"counter", "lead", "other"};
const char *const step_branch_names[STEP_BRANCH_END] = {"main", "joint", "opinion"};
const char *const step_state_names[STEP_STATE_END] = {
    "received", "processing", "waiting_citizen", "waiting_fee", "approved", "refused", "ready", "returned",
};
const char *const action_effect_names[ACTION_EFFECTS] = {
    "number",          "print",   "request_fee", "request_supplement", "open_branches",
    "release_results", "approve", "refuse",      "notify",
};
