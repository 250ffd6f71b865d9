/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_JSON_H
#define MOTCUA_MODEL_WORKFLOW_JSON_H

#include <jansson.h>
#include <stddef.h>

#include "model/workflow.h"
#include "model/workflow_finding.h"

/* One workflow as JSON: an item of workflows.json. */
#define WORKFLOWS_FORMAT "motcua/workflows/1"

/*
 * Reads an item, strictly, as far as it can be read; what is wrong is added to the findings. Rows have no numbers yet:
 * steps count from 1, agencies are codes alone. Lives in findings->arena.
 */
void workflow_json_read(json_t *item, struct workflow *workflow, struct workflow_findings *findings);

/* The same from a text: the item itself, or a whole file with exactly one. False: nothing could be read of it. */
bool workflow_json_parse(const char *text, size_t length, struct workflow *workflow,
                         struct workflow_findings *findings);

/* An item as text, a line for each step and action, without the line feed at its end. */
const char *workflow_json_text(struct arena *arena, const struct workflow *workflow);
/* A whole file of some. */
const char *workflow_json_file(struct arena *arena, const struct workflow *workflows, size_t n);

#endif
