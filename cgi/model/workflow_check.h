/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_CHECK_H
#define MOTCUA_MODEL_WORKFLOW_CHECK_H

#include "model/workflow.h"
#include "model/workflow_finding.h"

/*
 * May this edition be published? Adds everything that makes no sense in it, but for the time it takes (workflow_use.h).
 * Without findings, a dossier that begins at its first task can always come to an end, somebody may do every task, and
 * the result is decided, then numbered, then handed over.
 */
void workflow_check(const struct workflow *workflow, struct workflow_findings *findings);

/* Codes of the acts that are open at every step (act.h); no action may have one. Ends with NULL. */
extern const char *const workflow_standing_codes[];

#endif
