/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_WORKFLOWS_H
#define MOTCUA_MOTCUA_WORKFLOWS_H

#include "model/workflow_finding.h"

/* A line on standard error for each: "workflow mac-dinh: step ky: no role may do it". */
void workflow_findings_print(struct arena *arena, const char *code, const struct workflow_findings *findings);

#endif
