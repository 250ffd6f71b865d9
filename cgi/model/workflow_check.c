/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_check.h"

#include <string.h>

const char *const workflow_standing_codes[] = {
    "nhan-viec", "phan-cong-lai", "hoi-y-kien", "gia-han", "dung",          "tiep-tuc",
    "ket-thuc-dung", "rut",       "hoan-tac",   "ghi-chu", "nhan-cong-dan", NULL,
};

enum { DECIDES = EFFECT_APPROVE | EFFECT_REFUSE };

struct check {
    const struct workflow *workflow;
    struct workflow_findings *findings;
    bool reached[WORKFLOW_STEPS_MAX]; /* from the first step, or from where the branch begins */
    bool opened;                      /* an action that can be reached opens branches */
};

static const struct workflow_step *from_of(const struct check *check, const struct workflow_action *action)
{
    return &check->workflow->steps[action->from];
}

static const struct workflow_step *to_of(const struct check *check, const struct workflow_action *action)
{
    return action->to == WORKFLOW_NOWHERE ? NULL : &check->workflow->steps[action->to];
}

static void at_step(const struct check *check, enum workflow_fault fault, size_t step, const char *detail)
{
    workflow_find(check->findings, fault, check->workflow->steps[step].code, "", detail);
}

static struct workflow_finding *at_action(const struct check *check, enum workflow_fault fault,
                                          const struct workflow_action *action, const char *detail)
{
    return workflow_find(check->findings, fault, from_of(check, action)->code, action->code, detail);
}

/* ---- ways ---------------------------------------------------------------------------------------- */

/* Does it stay in its branch? What does not is a finding and no way. */
static bool stays(const struct check *check, const struct workflow_action *action)
{
    const struct workflow_step *to = to_of(check, action);
    return to && to->branch == from_of(check, action)->branch;
}

/* Marks what can be reached from the marked steps by actions without the effects `but`. */
static void ways_follow(const struct check *check, bool reached[WORKFLOW_STEPS_MAX], unsigned but)
{
    const struct workflow *workflow = check->workflow;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < workflow->n_actions; i++) {
            const struct workflow_action *action = &workflow->actions[i];
            if (reached[action->from] && stays(check, action) && !reached[action->to] && !(action->effects & but))
                reached[action->to] = more = true;
        }
    }
}

/* Marks the steps an end can be reached from. */
static void ends_follow(const struct check *check, bool ends[WORKFLOW_STEPS_MAX])
{
    const struct workflow *workflow = check->workflow;
    for (size_t i = 0; i < workflow->n_steps; i++)
        ends[i] = workflow->steps[i].kind == STEP_END;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < workflow->n_actions; i++) {
            const struct workflow_action *action = &workflow->actions[i];
            bool good = action->to == WORKFLOW_NOWHERE || (stays(check, action) && ends[action->to]);
            if (good && !ends[action->from])
                ends[action->from] = more = true;
        }
    }
}

static void ways_begin(struct check *check)
{
    const struct workflow *workflow = check->workflow;
    size_t first = workflow_first(workflow);
    if (first == WORKFLOW_NOWHERE) {
        workflow_find(check->findings, FAULT_NO_FIRST_STEP, "", "", "");
        return;
    }
    check->reached[first] = true;
    ways_follow(check, check->reached, 0);
    for (size_t i = 0; i < workflow->n_actions; i++)
        if (workflow->actions[i].effects & EFFECT_OPEN_BRANCHES && check->reached[workflow->actions[i].from])
            check->opened = true;
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (workflow_begins_branch(workflow, i))
            check->reached[i] = true; /* whether it is opened is asked by itself */
    ways_follow(check, check->reached, 0);
}

static void ways_check(struct check *check)
{
    const struct workflow *workflow = check->workflow;
    bool ends[WORKFLOW_STEPS_MAX];
    ways_begin(check);
    ends_follow(check, ends);
    if (workflow_first(workflow) == WORKFLOW_NOWHERE)
        return;
    for (size_t i = 0; i < workflow->n_steps; i++) {
        if (!check->reached[i])
            at_step(check, FAULT_UNREACHABLE, i, "");
        if (!ends[i])
            at_step(check, FAULT_NO_END, i, "");
        /* An opinion may also be asked by hand, so that nothing has to open it. */
        if (workflow->steps[i].branch == BRANCH_JOINT && workflow_begins_branch(workflow, i) && !check->opened)
            at_step(check, FAULT_NEVER_OPENED, i, "");
    }
}

/* ---- the end ------------------------------------------------------------------------------------- */

static bool ends_here(const struct check *check, size_t step)
{
    const struct workflow *workflow = check->workflow;
    if (workflow->steps[step].kind == STEP_END)
        return true;
    for (size_t i = 0; i < workflow->n_actions; i++)
        if (workflow->actions[i].from == step && workflow->actions[i].to == WORKFLOW_NOWHERE)
            return true;
    return false;
}

/* A workflow of one task is decided and handed over by reception itself. */
static bool is_one_task(const struct workflow *workflow)
{
    size_t n = 0;
    for (size_t i = 0; i < workflow->n_steps; i++)
        n += workflow->steps[i].kind != STEP_END;
    return n == 1;
}

static void returned_check(const struct check *check)
{
    const struct workflow *workflow = check->workflow;
    for (size_t i = 0; i < workflow->n_steps; i++) {
        const struct workflow_step *step = &workflow->steps[i];
        if (step->kind == STEP_END && step->branch == BRANCH_MAIN && strcmp(step->state, "returned") != 0)
            at_step(check, FAULT_NEVER_RETURNED, i, "");
    }
    for (size_t i = 0; i < workflow->n_actions; i++) {
        const struct workflow_action *action = &workflow->actions[i];
        if (action->to == WORKFLOW_NOWHERE && from_of(check, action)->branch == BRANCH_MAIN &&
            !(action->effects & EFFECT_RELEASE_RESULTS))
            at_action(check, FAULT_NEVER_RETURNED, action, "");
    }
}

static void decided_check(const struct check *check)
{
    const struct workflow *workflow = check->workflow;
    size_t first = workflow_first(workflow);
    if (first == WORKFLOW_NOWHERE || is_one_task(workflow))
        return;
    bool undecided[WORKFLOW_STEPS_MAX] = {false};
    undecided[first] = true;
    ways_follow(check, undecided, DECIDES);
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (undecided[i] && ends_here(check, i))
            at_step(check, FAULT_NEVER_DECIDED, i, "");
}

/* ---- each step ----------------------------------------------------------------------------------- */

static size_t actions_of(const struct workflow *workflow, size_t step)
{
    size_t n = 0;
    for (size_t i = 0; i < workflow->n_actions; i++)
        n += workflow->actions[i].from == step;
    return n;
}

static bool state_fits(const struct workflow_step *step)
{
    bool citizen = strcmp(step->state, "waiting_citizen") == 0, fee = strcmp(step->state, "waiting_fee") == 0;
    bool returned = strcmp(step->state, "returned") == 0;
    return citizen == (step->kind == STEP_WAIT_CITIZEN) && fee == (step->kind == STEP_WAIT_FEE) &&
           (!returned || step->kind == STEP_END);
}

static void step_check(const struct check *check, size_t place)
{
    const struct workflow *workflow = check->workflow;
    const struct workflow_step *step = &workflow->steps[place];
    for (size_t i = 0; i < place; i++)
        if (*step->code && strcmp(workflow->steps[i].code, step->code) == 0)
            at_step(check, FAULT_STEP_TWICE, place, "");
    if (step->kind == STEP_TASK && !step->role)
        at_step(check, FAULT_ROLE_MISSING, place, "");
    if (step->place == PLACE_OTHER && !*step->agency_code)
        at_step(check, FAULT_AGENCY_MISSING, place, "");
    if (!state_fits(step))
        at_step(check, FAULT_STATE_KIND, place, step->state);
    if (step->kind == STEP_JOIN && (step->branch != BRANCH_MAIN || actions_of(workflow, place) != 1))
        at_step(check, FAULT_JOIN_PLACE, place, "");
    if (step->kind == STEP_END && actions_of(workflow, place))
        at_step(check, FAULT_END_GOES_ON, place, "");
}

/* ---- each action --------------------------------------------------------------------------------- */

static void code_check(const struct check *check, const struct workflow_action *action)
{
    for (const char *const *code = workflow_standing_codes; *code; code++)
        if (strcmp(action->code, *code) == 0)
            at_action(check, FAULT_CODE_STANDING, action, "");
    for (const struct workflow_action *other = check->workflow->actions; other < action; other++)
        if (other->from == action->from && *action->code && strcmp(other->code, action->code) == 0)
            at_action(check, FAULT_ACTION_TWICE, action, "");
}

static void effects_check(const struct check *check, const struct workflow_action *action)
{
    const struct workflow_step *from = from_of(check, action), *to = to_of(check, action);
    bool decided = strcmp(from->state, "approved") == 0 || strcmp(from->state, "refused") == 0 ||
                   strcmp(from->state, "ready") == 0 || action->effects & DECIDES || is_one_task(check->workflow);
    if ((action->effects & DECIDES) == DECIDES)
        at_action(check, FAULT_BOTH_WAYS, action, "");
    if (action->effects & DECIDES && from->branch != BRANCH_MAIN)
        at_action(check, FAULT_DECIDES_IN_BRANCH, action, "");
    if (action->effects & EFFECT_NUMBER && !decided)
        at_action(check, FAULT_NUMBER_EARLY, action, "");
    if (action->effects & EFFECT_RELEASE_RESULTS && !decided)
        at_action(check, FAULT_RELEASE_EARLY, action, "");
    if (!!(action->effects & EFFECT_REQUEST_SUPPLEMENT) != (to && to->kind == STEP_WAIT_CITIZEN))
        at_action(check, FAULT_SUPPLEMENT_PLACE, action, "");
    if (!!(action->effects & EFFECT_REQUEST_FEE) != (to && to->kind == STEP_WAIT_FEE))
        at_action(check, FAULT_FEE_PLACE, action, "");
}

static bool any_branch(const struct workflow *workflow)
{
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (workflow_begins_branch(workflow, i))
            return true;
    return false;
}

static void branches_check(const struct check *check, const struct workflow_action *action)
{
    const struct workflow_step *from = from_of(check, action), *to = to_of(check, action);
    bool opens = action->effects & EFFECT_OPEN_BRANCHES, joins = to && to->kind == STEP_JOIN;
    if (to && to->branch != from->branch)
        at_action(check, FAULT_CROSSES, action, to->code);
    if (joins && !opens)
        at_action(check, FAULT_JOIN_EMPTY, action, "");
    if (opens && !joins)
        at_action(check, FAULT_OPENS_WITHOUT_JOIN, action, "");
    if (opens && !any_branch(check->workflow))
        at_action(check, FAULT_OPENS_NOTHING, action, "");
}

static void action_check(const struct check *check, const struct workflow_action *action)
{
    const struct workflow_step *from = from_of(check, action);
    if (!action->role && (from->kind == STEP_WAIT_CITIZEN || from->kind == STEP_WAIT_FEE))
        at_action(check, FAULT_ROLE_MISSING, action, "");
    struct guard_problem problem;
    if (!action->guard && !guard_read(check->findings->arena, action->guard_text, &problem))
        at_action(check, FAULT_GUARD, action, "")->problem = problem;
    code_check(check, action);
    branches_check(check, action);
    effects_check(check, action);
}

void workflow_check(const struct workflow *workflow, struct workflow_findings *findings)
{
    struct check check = {.workflow = workflow, .findings = findings};
    for (size_t i = 0; i < workflow->n_steps; i++)
        step_check(&check, i);
    for (size_t i = 0; i < workflow->n_actions; i++)
        action_check(&check, &workflow->actions[i]);
    ways_check(&check);
    returned_check(&check);
    decided_check(&check);
}
