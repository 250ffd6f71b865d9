/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Joint handling: parts of other agencies, opinions, and the step that waits for them.
 */
#include <string.h>

#include "model/act_inside.h"
#include "model/sequence.h"

static struct step_ask ask_of(const struct act_case *c, size_t step)
{
    const struct workflow_step *at = &c->workflow->steps[step];
    return (struct step_ask){.place = at->place,
                             .role = at->role,
                             .agency = at->agency,
                             .counter = c->counter,
                             .lead = c->agency,
                             .area = c->area,
                             .field = c->field};
}

bool act_branches_placed(const struct act_case *c)
{
    for (size_t step = 0; step < c->workflow->n_steps; step++) {
        struct step_ask ask = ask_of(c, step);
        if (workflow_begins_branch(c->workflow, step) && !step_body(c->tree, &ask))
            return false;
    }
    return true;
}

/* ---- opening --------------------------------------------------------------------------------- */

/* Its number in that agency's own register, without gaps. */
static enum db_result register_number(struct act_case *c, uint64_t body, const char **number)
{
    uint64_t n;
    const struct agency_node *node = agency_node(c->tree, body);
    if (sequence_next(c->db, arena_format(c->arena, "register:%s", node->code),
                      arena_format(c->arena, "%04d", c->now.year), &n) != DB_OK)
        return DB_FAIL;
    *number = sequence_number_format(
        c->arena, act_setting(c, "branch_number_pattern", "LT-{n4}/{yyyy}"), node->code, &c->now, n);
    return DB_OK;
}

/* The row of a branch; it stands last in the case. */
static enum db_result branch_write(struct act_case *c, enum step_branch kind, uint64_t body,
                                   const char *title, const char *title_en, int64_t due,
                                   struct act_branch **out)
{
    const char *number;
    if (c->n_branches == ACT_BRANCHES_MAX || register_number(c, body, &number) != DB_OK)
        return DB_FAIL;
    if (db_exec(c->db,
                "insert into branch (dossier_id, parent_id, agency_id, kind, title, title_en,"
                " state, register_no, opened_at, due_at)"
                " values (?, ?, ?, ?, left(?, 300), left(?, 300), 'open', ?, ?, ?)",
                DB_ARGS(db_id(c->id), db_id(c->main->id), db_id(body),
                        db_text(kind == BRANCH_JOINT ? "joint" : "opinion"), db_text(title),
                        db_text(title_en), db_text(number), db_text(act_moment(c, c->minute)),
                        due < 0 ? db_null() : db_text(act_moment(c, due)))) != DB_OK)
        return DB_FAIL;
    *out = &c->branches[c->n_branches++];
    **out = (struct act_branch){.id = db_inserted(c->db),
                                .parent = c->main->id,
                                .agency = body,
                                .kind = kind,
                                .open = true,
                                .due = due};
    return DB_OK;
}

static enum db_result opened_tell(struct act_doing *d, const struct act_branch *branch,
                                  uint64_t task, const char *note)
{
    struct act_event event = {
        .type = branch->kind == BRANCH_JOINT ? "branch_opened" : "opinion_asked",
        .is_public = true,
        .note = note,
        .branch = branch->id,
        .data = json_pack("{s:I, s:s}", "opened", (json_int_t)task, "due",
                          act_moment(d->c, branch->due)),
    };
    return act_event_put(d, &event);
}

static enum db_result branch_open(struct act_doing *d, size_t step)
{
    struct act_case *c = d->c;
    const struct workflow_step *at = &c->workflow->steps[step];
    struct step_ask ask = ask_of(c, step);
    uint64_t body = step_body(c->tree, &ask), task;
    struct act_branch *branch;
    struct act_goal goal;
    if (branch_write(c, at->branch, body, at->name, at->name_en, act_branch_due(c, step, body),
                     &branch) != DB_OK ||
        act_goal(c, branch, step, 0, &goal) == DB_FAIL ||
        act_task_open(c, branch, step, goal.unit, goal.person, goal.due, &task) != DB_OK)
        return DB_FAIL;
    return opened_tell(d, branch, task, "");
}

static bool is_open(const struct act_case *c, size_t step)
{
    for (size_t i = 0; i < c->n_branches; i++)
        if (c->branches[i].open && c->branches[i].n_tasks && c->branches[i].tasks[0].step == step)
            return true;
    return false;
}

enum db_result act_branches_open_all(struct act_doing *d, unsigned *opened)
{
    *opened = 0;
    for (size_t step = 0; step < d->c->workflow->n_steps; step++) {
        if (!workflow_begins_branch(d->c->workflow, step) || is_open(d->c, step))
            continue;
        if (branch_open(d, step) == DB_FAIL)
            return DB_FAIL;
        ++*opened;
    }
    return DB_OK;
}

/* ---- the step that waits for them ------------------------------------------------------------ */

enum db_result act_join_pass(struct act_doing *d, struct act_branch *branch)
{
    struct act_case *c = d->c;
    int64_t facts[FACT_END];
    const struct workflow_action *next = NULL;
    act_facts(c, facts);
    for (size_t i = 0; !next && i < c->workflow->n_actions; i++) {
        const struct workflow_action *action = &c->workflow->actions[i];
        if (action->from == branch->now->step && action->to != WORKFLOW_NOWHERE && action->guard &&
            guard_holds(action->guard, facts))
            next = action;
    }
    if (!next) /* it stays, and is shown with what stands against it */
        return DB_OK;
    struct act_goal goal;
    uint64_t task;
    if (act_goal(c, branch, next->to, 0, &goal) == DB_FAIL ||
        act_task_close(d, branch->now) != DB_OK ||
        act_step_enter(d, branch, next->to, &goal, &task) != DB_OK)
        return DB_FAIL;
    const char *state = c->workflow->steps[next->to].state;
    if (act_state_is(c, state))
        return DB_OK;
    struct act_event event = {.type = "forwarded", .is_public = true, .to = state, .branch = branch->id};
    return act_event_put(d, &event);
}

/* ---- an opinion beside the workflow ---------------------------------------------------------- */

enum act_result act_opinion_do(struct act_doing *d)
{
    struct act_case *c = d->c;
    const struct agency_node *unit = agency_node(c->tree, d->in->unit);
    if (!unit || unit->generic || unit->ended || (c->main->now && c->main->now->unit == unit->id))
        return act_wrong(d, "unit", d->in->unit ? "not_choice" : "required");
    if (!*d->in->note)
        return act_wrong(d, "note", "required");
    int64_t due = d->in->day.year ? civil_minute(&d->in->day) : c->row.due;
    if (d->in->day.year && due <= c->minute)
        return act_wrong(d, "day", "date_past");
    struct act_branch *branch;
    uint64_t task;
    if (branch_write(c, BRANCH_OPINION, agency_body(c->tree, unit->id), "", "", due, &branch) !=
            DB_OK ||
        act_task_open(c, branch, WORKFLOW_NOWHERE, unit->id, 0, due, &task) != DB_OK ||
        opened_tell(d, branch, task, d->in->note) != DB_OK || act_row_write(c) != DB_OK)
        return ACT_FAIL;
    return ACT_DONE;
}

enum act_result act_answer_do(struct act_doing *d)
{
    struct act_case *c = d->c;
    bool refused = strcmp(d->in->outcome, "refused") == 0;
    if (!refused && strcmp(d->in->outcome, "agreed") != 0)
        return act_wrong(d, "outcome", "required");
    if (!*d->in->note)
        return act_wrong(d, "note", "required");
    struct act_event event = {
        .type = "opinion_given",
        .is_public = true,
        .note = d->in->note,
        .branch = d->branch->id,
        .data = json_pack("{s:I, s:s}", "task", (json_int_t)d->task->id, "outcome",
                          d->in->outcome),
    };
    if (act_task_close(d, d->task) != DB_OK ||
        act_branch_state(c, d->branch, "closed", d->in->outcome) != DB_OK ||
        act_event_put(d, &event) != DB_OK || act_row_write(c) != DB_OK)
        return ACT_FAIL;
    return ACT_DONE;
}
