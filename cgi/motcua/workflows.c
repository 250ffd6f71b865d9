/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/workflows.h"

#include "lib/clock.h"
#include "lib/map.h"
#include "model/workflow_check.h"
#include "model/workflow_json.h"
#include "model/workflow_list.h"
#include "model/workflow_publish.h"
#include "model/workflow_use.h"
#include "motcua/record.h"
#include "motcua/tool.h"

#define FILE_CEILING (16 * 1024 * 1024)

void workflow_findings_print(struct arena *arena, const char *code, const struct workflow_findings *findings)
{
    for (size_t i = 0; i < findings->n; i++)
        fprintf(stderr, "workflow %s: %s\n", *code ? code : "-",
                workflow_finding_sentence(arena, &findings->items[i]));
    if (findings->n == WORKFLOW_FINDINGS_MAX)
        fprintf(stderr, "workflow %s: and perhaps more\n", *code ? code : "-");
}

/* ---- import ------------------------------------------------------------------------------------- */

struct taking {
    struct tool *tool;
    struct civil now;
    struct map *seen; /* codes in this file */
    bool publish;
    unsigned changed, same, refused;
};

/* Is it word for word what is in force? */
static enum db_result is_same(struct taking *taking, const struct workflow *workflow, bool *same)
{
    struct workflow current;
    struct arena *arena = taking->tool->arena;
    enum db_result result = workflow_current(taking->tool->db, arena, workflow->code, &current);
    *same = result == DB_OK &&
            strcmp(workflow_json_text(arena, &current), workflow_json_text(arena, workflow)) == 0;
    return result;
}

static enum db_result take_published(struct taking *taking, const struct workflow *workflow)
{
    struct tool *tool = taking->tool;
    struct workflow_published published;
    unsigned running;
    if (workflow_running(tool->db, workflow->code, &running) == DB_FAIL ||
        workflow_publish(tool->db, tool->arena, workflow, 0, &taking->now, &published) == DB_FAIL)
        return DB_FAIL;
    printf("workflow %s: edition %u is published; %u procedures go by it; %u dossiers keep their edition.\n",
           workflow->code, published.rev_no, published.procedures, running);
    return DB_OK;
}

static enum db_result take_draft(struct taking *taking, const struct workflow *workflow)
{
    struct tool *tool = taking->tool;
    struct workflow_draft draft = {.version = 0};
    if (workflow_draft_read(tool->db, tool->arena, workflow->code, &draft) == DB_FAIL ||
        workflow_draft_save(tool->db, workflow->code, workflow_json_text(tool->arena, workflow), draft.version, 0,
                            &taking->now) != DB_OK)
        return DB_FAIL;
    printf("workflow %s: kept as a draft%s.\n", workflow->code, draft.version ? " in place of the one before" : "");
    return DB_OK;
}

static enum db_result item_take(struct taking *taking, json_t *item)
{
    struct tool *tool = taking->tool;
    struct workflow_findings *findings = arena_take(tool->arena, sizeof *findings);
    struct workflow workflow;
    bool same;
    findings->arena = tool->arena;
    workflow_json_read(item, &workflow, findings);
    workflow_check(&workflow, findings);
    if (workflow_check_use(tool->db, &workflow, findings) == DB_FAIL ||
        is_same(taking, &workflow, &same) == DB_FAIL)
        return DB_FAIL;
    if (findings->n || map_get(taking->seen, workflow.code)) {
        workflow_findings_print(tool->arena, workflow.code, findings);
        if (!findings->n)
            fprintf(stderr, "workflow %s: it stands in the file twice\n", workflow.code);
        taking->refused++;
        return DB_OK;
    }
    map_put(taking->seen, workflow.code, item);
    if (same) {
        taking->same++;
        return DB_OK;
    }
    taking->changed++;
    return taking->publish ? take_published(taking, &workflow) : take_draft(taking, &workflow);
}

/* Everything of the file, or nothing. */
static int items_take(struct taking *taking, json_t *items, bool dry)
{
    struct tool *tool = taking->tool;
    size_t i;
    json_t *item;
    if (db_begin(tool->db) == DB_FAIL)
        return tool_fail_db(tool, "nothing was changed");
    json_array_foreach(items, i, item) {
        if (item_take(taking, item) == DB_FAIL)
            return tool_fail_db(tool, "nothing was changed");
    }
    if (taking->refused)
        return tool_fail(tool, "%u of %zu workflows are refused; nothing was changed.", taking->refused,
                         json_array_size(items));
    if (!dry && db_commit(tool->db) == DB_FAIL)
        return tool_fail_db(tool, "it is not known whether this was kept; run it again, it changes nothing twice");
    printf("%zu workflows: %u %s, %u as they were.%s\n", json_array_size(items), taking->changed,
           taking->publish ? "published" : "drafted", taking->same, dry ? " Nothing was changed: --dry-run." : "");
    return 0;
}

int command_import_workflows(struct tool *tool, int argc, char **argv)
{
    const char *path = NULL;
    bool dry = false;
    struct taking taking = {.tool = tool, .now = clock_now(), .seen = map_open(tool->arena)};
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--publish") == 0)
            taking.publish = true;
        else if (strcmp(argv[i], "--dry-run") == 0)
            dry = true;
        else if (argv[i][0] == '-' || path)
            return 2;
        else
            path = argv[i];
    }
    size_t length;
    if (!path)
        return 2;
    char *text = tool_read_file(tool, path, FILE_CEILING, &length);
    if (!text)
        return 1;
    json_t *root;
    const char *wrong;
    json_t *items = record_file(tool->arena, text, length, path, WORKFLOWS_FORMAT, &root, &wrong);
    if (!items)
        return tool_fail(tool, "%s. Nothing was changed.", wrong);
    int status = items_take(&taking, items, dry);
    db_rollback(tool->db); /* of what was not committed */
    json_decref(root);
    return status;
}

/* ---- export ------------------------------------------------------------------------------------- */

int command_export_workflows(struct tool *tool, int argc, char **argv)
{
    struct workflow_entry *entries;
    size_t n, written = 0;
    if (argc > 1)
        return 2;
    if (db_begin_snapshot(tool->db) == DB_FAIL || workflow_list(tool->db, tool->arena, &entries, &n) == DB_FAIL)
        return tool_fail_db(tool, "the workflows cannot be read");
    struct workflow *workflows = arena_take_array(tool->arena, n + 1, sizeof *workflows);
    for (size_t i = 0; i < n; i++) {
        if (!entries[i].rev || (argc && strcmp(entries[i].code, argv[0]) != 0))
            continue;
        if (workflow_read(tool->db, tool->arena, entries[i].rev, &workflows[written++]) != DB_OK)
            return tool_fail_db(tool, "the workflows cannot be read");
    }
    db_rollback(tool->db); /* it only read */
    if (argc && !written)
        return tool_fail(tool, "there is no workflow \"%s\" in force.", argv[0]);
    fputs(workflow_json_file(tool->arena, workflows, written), stdout);
    return 0;
}
