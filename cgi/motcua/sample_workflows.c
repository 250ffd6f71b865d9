/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_check.h"
#include "model/workflow_json.h"
#include "model/workflow_list.h"
#include "model/workflow_publish.h"
#include "model/workflow_use.h"
#include "motcua/sample.h"
#include "motcua/workflows.h"

/* The same check as for an import, but for the time: the procedures come later. */
enum db_result sample_workflow(struct sample *sample, struct record *record)
{
    struct workflow_findings *findings = arena_take(sample->arena, sizeof *findings);
    struct workflow_published published;
    struct workflow workflow;
    struct civil now;
    findings->arena = sample->arena;
    workflow_json_read(record->object, &workflow, findings);
    workflow_check(&workflow, findings);
    if (workflow_check_use(sample->db, &workflow, findings) == DB_FAIL)
        return DB_FAIL;
    if (findings->n) {
        workflow_findings_print(sample->arena, workflow.code, findings);
        record_wrong(record, "workflow \"%s\" cannot be published", workflow.code);
        return DB_NONE;
    }
    civil_parse(sample->now, &now);
    return workflow_store(sample->db, sample->arena, &workflow, 0, &now, &published);
}

/* Does every workflow keep the time limit of every procedure? DB_NONE, and a line for each that does not. */
enum db_result sample_workflows_check(struct sample *sample)
{
    struct workflow_entry *entries;
    size_t n;
    bool good = true;
    if (workflow_list(sample->db, sample->arena, &entries, &n) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < n; i++) {
        struct workflow_findings *findings = arena_take(sample->arena, sizeof *findings);
        struct workflow workflow;
        findings->arena = sample->arena;
        if (workflow_read(sample->db, sample->arena, entries[i].rev, &workflow) != DB_OK ||
            workflow_check_use(sample->db, &workflow, findings) == DB_FAIL)
            return DB_FAIL;
        workflow_findings_print(sample->arena, workflow.code, findings);
        good = good && findings->n == 0;
    }
    return good ? DB_OK : DB_NONE;
}
