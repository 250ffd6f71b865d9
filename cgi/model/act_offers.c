/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What a person may do with a dossier: the actions of its workflow at the open tasks.
 */
#include <string.h>

#include "model/act_inside.h"
#include "model/dossier_reach.h"

struct act_offer *act_offer_add(struct act_view *view, enum act_kind kind, const char *code,
                                const char *key, const struct act_may *may)
{
    static struct act_offer beyond; /* more than a page could show */
    struct act_offer *offer =
        view->n_offers < ACT_OFFERS_MAX ? &view->offers[view->n_offers++] : &beyond;
    *offer = (struct act_offer){
        .kind = kind,
        .code = code,
        .key = key,
        .unit = may->unit,
        .behalf = may->behalf,
        .name = "",
        .name_en = "",
        .allowed = may->allowed,
        .blocked = may->allowed ? "" : "other_person",
        .obstacle = FACT_END,
        .holder = may->holder,
        .to_step = "",
        .to_step_en = "",
        .to_unit_name = "",
        .to_unit_name_en = "",
        .to_person_name = "",
        .title = "",
        .tells = act_whole_tells(kind),
    };
    return offer;
}

/* The first reason stays: it is the one to remove first. */
void act_offer_block(struct act_offer *offer, const char *blocked)
{
    if (offer->allowed)
        offer->blocked = blocked;
    offer->allowed = false;
}

struct act_branch *act_branch_of(struct act_case *c, uint64_t id)
{
    for (size_t i = 0; i < c->n_branches; i++)
        if (c->branches[i].id == id)
            return &c->branches[i];
    return id ? NULL : c->main;
}

const struct workflow_action *act_action_of(const struct act_case *c, const struct act_task *task,
                                            const char *code)
{
    for (size_t i = 0; task && i < c->workflow->n_actions; i++)
        if (c->workflow->actions[i].from == task->step &&
            strcmp(c->workflow->actions[i].code, code) == 0)
            return &c->workflow->actions[i];
    return NULL;
}

/* ---- one action ------------------------------------------------------------------------------ */

static const struct workflow_step *step_to(const struct act_case *c,
                                           const struct workflow_action *action)
{
    return action->to == WORKFLOW_NOWHERE ? NULL : &c->workflow->steps[action->to];
}

static bool ends(const struct act_case *c, const struct workflow_action *action)
{
    const struct workflow_step *to = step_to(c, action);
    return !to || to->kind == STEP_END;
}

static unsigned needs_of(const struct act_case *c, const struct act_branch *branch,
                         const struct workflow_action *action)
{
    const struct workflow_step *from = &c->workflow->steps[action->from], *to = step_to(c, action);
    unsigned needs = 0;
    if (action->effects & EFFECT_REQUEST_SUPPLEMENT)
        needs |= NEED_POINTS;
    if (action->effects & EFFECT_REQUEST_FEE)
        needs |= NEED_MONEY;
    if (action->effects & EFFECT_APPROVE)
        needs |= NEED_RESULT;
    if (action->effects & EFFECT_REFUSE)
        needs |= NEED_RESULT | NEED_REASON;
    if (from->kind == STEP_WAIT_FEE)
        needs |= NEED_PAYMENT;
    if (branch->kind != BRANCH_MAIN)
        return ends(c, action) ? needs | NEED_OUTCOME : needs;
    if (ends(c, action))
        needs |= NEED_RECEIPT | (c->fees_unpaid + c->duties_unpaid ? NEED_PAYMENT : 0u);
    else if (strcmp(to->state, "ready") == 0 && strcmp(c->deliver_by, "online") != 0)
        needs |= NEED_SHELF;
    if (to && from->role == ROLE_HEAD && to->role == ROLE_HANDLER)
        needs |= NEED_PERSON;
    return needs;
}

/* What stands against an action whoever does it. */
static void obstacles(const struct act_case *c, const struct act_branch *branch,
                      const struct workflow_action *action, struct act_offer *offer)
{
    int64_t facts[FACT_END];
    unsigned asks = EFFECT_REQUEST_SUPPLEMENT | EFFECT_REQUEST_FEE;
    act_facts(c, facts);
    if (act_state_is(c, "stopped"))
        act_offer_block(offer, "stopped");
    if (action->effects & asks && (c->pause || branch->kind != BRANCH_MAIN))
        act_offer_block(offer, "waiting");
    if (branch->kind == BRANCH_MAIN && branch->now && c->workflow->steps[branch->now->step].kind == STEP_JOIN &&
        act_branches_open(c))
        act_offer_block(offer, "branches_open");
    if (action->effects & EFFECT_OPEN_BRANCHES && !act_branches_placed(c))
        act_offer_block(offer, "no_body");
    if (!action->guard || !guard_holds(action->guard, facts)) {
        act_offer_block(offer, "guard");
        offer->obstacle = action->guard ? guard_obstacle(action->guard, facts) : FACT_END;
    }
}

static void action_offer(const struct act_case *c, const struct act_branch *branch,
                         const struct workflow_action *action, enum role role,
                         struct act_view *view)
{
    struct act_may may = act_may_task(c, branch, branch->now, role);
    if (!may.right)
        return;
    struct act_offer *offer = act_offer_add(view, ACT_STEP, action->code, "step", &may);
    const struct workflow_step *to = step_to(c, action);
    offer->name = action->name;
    offer->name_en = action->name_en;
    offer->branch = branch->id;
    offer->task = branch->now->id;
    offer->effects = action->effects;
    offer->needs = needs_of(c, branch, action);
    if (branch->kind == BRANCH_MAIN) /* what other agencies do is told with the whole */
        offer->tells = act_step_tells(act_step_event(c, action, strcmp(c->deliver_by, "post") == 0));
    offer->to_step = to ? to->name : "";
    offer->to_step_en = to ? to->name_en : "";
    offer->to_role = to ? to->role : 0;
    if (offer->needs & NEED_RESULT)
        offer->title = c->result_title;
    obstacles(c, branch, action, offer);
}

/* A join ends by itself; where something keeps it, who has the next step may do it by hand. */
static enum role join_role(const struct act_case *c, const struct workflow_action *action)
{
    const struct workflow_step *to = step_to(c, action);
    return to && to->role ? to->role : ROLE_HANDLER;
}

static void branch_offers(const struct act_case *c, const struct act_branch *branch,
                          struct act_view *view)
{
    const struct workflow_step *step = act_step_at(c, branch->now);
    if (!step)
        return;
    for (size_t i = 0; i < c->workflow->n_actions; i++) {
        const struct workflow_action *action = &c->workflow->actions[i];
        if (action->from != branch->now->step)
            continue;
        if (step->kind == STEP_JOIN && act_branches_open(c))
            continue;
        action_offer(c, branch, action,
                     step->kind == STEP_JOIN ? join_role(c, action) : action->role, view);
    }
}

/* The usual next thing: forward, and not a refusal. */
static void primary_mark(const struct act_case *c, struct act_view *view)
{
    for (size_t i = 0; i < view->n_offers; i++) {
        struct act_offer *offer = &view->offers[i];
        struct act_branch *branch = act_branch_of((struct act_case *)c, offer->branch);
        const struct workflow_action *action =
            offer->kind == ACT_STEP && branch ? act_action_of(c, branch->now, offer->code) : NULL;
        if (!offer->allowed || !action || action->effects & EFFECT_REFUSE ||
            (action->to != WORKFLOW_NOWHERE && action->to < action->from &&
             c->workflow->steps[action->from].kind == STEP_TASK))
            continue;
        offer->primary = true;
        return;
    }
}

void act_offers_list(const struct act_case *c, struct act_view *view)
{
    view->n_offers = 0;
    if (c->row.closed >= 0)
        return act_offers_whole(c, view);
    for (size_t i = 0; i < c->n_branches; i++)
        if (c->branches[i].open && c->branches[i].now)
            branch_offers(c, &c->branches[i], view);
    act_offers_whole(c, view);
    primary_mark(c, view);
}

/* ---- with where it leads --------------------------------------------------------------------- */

static enum db_result goal_show(const struct act_case *c, const struct act_branch *branch,
                                const struct workflow_action *action, struct act_offer *offer)
{
    if (action->to == WORKFLOW_NOWHERE || c->workflow->steps[action->to].kind == STEP_END)
        return DB_OK;
    struct act_goal goal;
    enum db_result result = act_goal(c, branch, action->to, 0, &goal);
    if (result == DB_FAIL)
        return result;
    const struct agency_node *unit = agency_node(c->tree, goal.unit);
    if (!goal.body) {
        act_offer_block(offer, "no_body");
        return DB_OK;
    }
    offer->to_unit = goal.unit;
    offer->to_unit_name = unit->name;
    offer->to_unit_name_en = unit->name_en;
    offer->to_person = goal.person;
    offer->to_person_name = goal.person_name;
    if (goal.due >= 0)
        offer->to_due = civil_from_minute(goal.due);
    return DB_OK;
}

static enum db_result goals_show(struct act_case *c, struct act_view *view)
{
    for (size_t i = 0; i < view->n_offers; i++) {
        struct act_offer *offer = &view->offers[i];
        struct act_branch *branch = act_branch_of(c, offer->branch);
        const struct workflow_action *action =
            offer->kind == ACT_STEP ? act_action_of(c, branch->now, offer->code) : NULL;
        if (!action)
            continue;
        branch->acting = offer->unit;
        if (goal_show(c, branch, action, offer) == DB_FAIL)
            return DB_FAIL;
    }
    return DB_OK;
}

enum db_result act_offers(struct db *db, struct arena *arena, const struct scope *scope,
                          uint64_t user, const struct civil *now, uint64_t dossier,
                          struct act_view *view)
{
    struct act_case *c = arena_take(arena, sizeof *c);
    c->db = db;
    c->arena = arena;
    c->scope = scope;
    c->user = user;
    c->now = *now;
    enum db_result result = dossier_reach(db, arena, scope, dossier);
    if (result == DB_OK)
        result = act_case_read(c, dossier);
    if (result != DB_OK)
        return result;
    view->dossier = dossier;
    view->version = c->version;
    view->number = c->number;
    view->state = c->row.state;
    act_offers_list(c, view);
    return goals_show(c, view);
}
