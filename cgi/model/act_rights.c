/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Who may act: a role in a place, the person who has the task, and whoever stands in for that person.
 */
#include "model/act_inside.h"

/* A reach of one of these roles at this unit; `behalf` ANYBODY: own rights first, else lent ones. */
#define ANYBODY UINT64_MAX

static const struct reach *reach_at(const struct scope *scope, unsigned roles, uint64_t unit,
                                    uint64_t behalf)
{
    for (size_t i = 0; i < scope->n; i++) {
        const struct reach *reach = &scope->reach[i];
        if (roles & ROLE_BIT(reach->role) && (reach->agency == 0 || reach->agency == unit) &&
            (behalf == ANYBODY || reach->behalf == behalf))
            return reach;
    }
    return NULL;
}

/* The same in a unit inside, where the work lies at the whole body; *unit becomes that unit. */
static const struct reach *reach_in(const struct act_case *c, unsigned roles, uint64_t *unit,
                                    uint64_t behalf)
{
    const struct reach *reach = reach_at(c->scope, roles, *unit, behalf);
    for (size_t i = 0; !reach && i < c->scope->n; i++) {
        const struct reach *inside = &c->scope->reach[i];
        if (roles & ROLE_BIT(inside->role) && inside->agency &&
            (behalf == ANYBODY || inside->behalf == behalf) &&
            agency_inside(c->tree, inside->agency, *unit)) {
            reach = inside;
            *unit = inside->agency;
        }
    }
    return reach;
}

struct act_may act_may_at(const struct act_case *c, unsigned roles, uint64_t unit)
{
    struct act_may may = {.unit = unit, .holder = ""};
    const struct reach *reach = reach_in(c, roles, &may.unit, ANYBODY);
    may.right = may.allowed = reach != NULL;
    may.behalf = reach ? reach->behalf : 0;
    return may;
}

/* By the agency in charge, whose dossiers the counter serves, or by the body of the counter. */
static const struct reach *reach_counter(const struct act_case *c, unsigned roles, uint64_t behalf)
{
    const struct reach *reach = reach_at(c->scope, roles, c->agency, behalf);
    return reach ? reach : reach_at(c->scope, roles, c->counter, behalf);
}

struct act_may act_may_counter(const struct act_case *c, unsigned roles)
{
    struct act_may may = {.unit = c->counter, .holder = ""};
    const struct reach *reach = reach_counter(c, roles, ANYBODY);
    may.right = may.allowed = reach != NULL;
    may.behalf = reach ? reach->behalf : 0;
    return may;
}

struct act_may act_may_lead(const struct act_case *c, unsigned roles)
{
    uint64_t unit = c->main->now ? c->main->now->unit : c->agency;
    if (agency_body(c->tree, unit) != c->agency)
        unit = c->agency; /* at the counter, or at another body: the agency in charge answers for it */
    struct act_may may = act_may_at(c, roles, unit);
    if (!may.right && unit != c->agency)
        may = act_may_at(c, roles & ROLE_BIT(ROLE_APPROVER), c->agency);
    return may;
}

bool act_may_again(const struct act_case *c)
{
    unsigned counter = ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_RETURNER),
             working = counter | ROLE_BIT(ROLE_HANDLER) | ROLE_BIT(ROLE_HEAD) |
                       ROLE_BIT(ROLE_APPROVER) | ROLE_BIT(ROLE_SEALER);
    if (c->last.unit_id == c->counter && reach_counter(c, counter, c->last.behalf))
        return true;
    return reach_at(c->scope, working, c->last.unit_id, c->last.behalf) != NULL;
}

/* Papers and money that are waited for come to the counter, or to who had the dossier before and asked for them. */
static struct act_may may_wait(const struct act_case *c, const struct act_branch *branch,
                               enum role role)
{
    struct act_may may = act_may_counter(c, ROLE_BIT(role ? role : ROLE_CLERK));
    for (size_t i = branch->n_tasks; !may.right && i-- > 0;) {
        const struct act_task *task = &branch->tasks[i];
        const struct workflow_step *step = act_step_at(c, task);
        if (task->closed < 0 || !step || !step->role || !task->assignee)
            continue;
        uint64_t behalf = task->assignee == c->user ? 0 : task->assignee;
        may.unit = task->unit;
        may.right = may.allowed =
            reach_at(c->scope, ROLE_BIT(step->role), task->unit, behalf) != NULL;
        may.behalf = may.right ? behalf : 0;
        break;
    }
    return may;
}

/* Whose task it is decides on whose behalf one acts; nobody's task is taken by own right first. */
static void by_holder(const struct act_case *c, const struct act_task *task, unsigned role,
                      bool counter, struct act_may *may)
{
    uint64_t behalf = task->assignee == c->user ? 0 : task->assignee, unit = task->unit;
    const struct reach *reach = counter ? reach_counter(c, role, behalf)
                                        : reach_in(c, role, &unit, behalf);
    may->allowed = reach != NULL;
    may->behalf = reach ? behalf : 0;
    may->holder = may->allowed ? "" : task->assignee_name;
}

struct act_may act_may_task(const struct act_case *c, const struct act_branch *branch,
                            const struct act_task *task, enum role role)
{
    const struct workflow_step *step = act_step_at(c, task);
    if (step && (!role || step->kind == STEP_WAIT_CITIZEN || step->kind == STEP_WAIT_FEE))
        return may_wait(c, branch, role);
    bool counter = step && step->place == PLACE_COUNTER;
    unsigned roles = role ? ROLE_BIT(role)
                          : ROLE_BIT(ROLE_HANDLER) | ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_APPROVER);
    struct act_may may = counter ? act_may_counter(c, roles) : act_may_at(c, roles, task->unit);
    /* An action of another role than the step's is not bound to who has the step. */
    if (may.right && task->assignee && (!step || role == step->role))
        by_holder(c, task, roles, counter, &may);
    return may;
}
