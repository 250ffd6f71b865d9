/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What a person may do with a dossier besides the actions of its workflow.
 */
#include <stdlib.h>
#include <string.h>

#include "model/act_inside.h"

/* ---- at an open task ------------------------------------------------------------------------- */

static struct act_offer *task_offer(const struct act_branch *branch, enum act_kind kind,
                                    const char *code, const char *key, const struct act_may *may,
                                    struct act_view *view)
{
    struct act_offer *offer = act_offer_add(view, kind, code, key, may);
    offer->branch = branch->id;
    offer->task = branch->now->id;
    return offer;
}

static void take_offer(const struct act_case *c, const struct act_branch *branch,
                       const struct workflow_step *step, struct act_view *view)
{
    struct act_may may = act_may_task(c, branch, branch->now, step ? step->role : 0);
    if (may.right && !branch->now->assignee)
        task_offer(branch, ACT_TAKE, "hs-nhan-viec", "take", &may, view);
}

/* Not the counter's work: whoever of the counter is there does it. */
static void assign_offer(const struct act_case *c, const struct act_branch *branch,
                         const struct workflow_step *step, struct act_view *view)
{
    if (step && step->place == PLACE_COUNTER)
        return;
    struct act_may may = act_may_at(c, ROLE_BIT(ROLE_HEAD), branch->now->unit);
    if (!may.right || (step && step->role == ROLE_HEAD && branch->now->assignee == c->user))
        return;
    struct act_offer *offer = task_offer(branch, ACT_ASSIGN, "hs-giao-viec", "assign", &may, view);
    const struct agency_node *unit = agency_node(c->tree, may.unit);
    offer->needs = NEED_PERSON;
    offer->to_role = step ? step->role : ROLE_HANDLER;
    offer->to_unit = may.unit;
    offer->to_unit_name = unit ? unit->name : "";
    offer->to_unit_name_en = unit ? unit->name_en : "";
    offer->holder = branch->now->assignee_name;
}

/* The answer to an opinion the workflow does not know. */
static void answer_offer(const struct act_case *c, const struct act_branch *branch,
                         struct act_view *view)
{
    struct act_may may = act_may_task(c, branch, branch->now, 0);
    if (!may.right)
        return;
    struct act_offer *offer = task_offer(branch, ACT_STEP, "hs-tra-loi", "answer", &may, view);
    offer->needs = NEED_OUTCOME | NEED_QUESTION;
}

static void tasks_offer(const struct act_case *c, struct act_view *view)
{
    for (size_t i = 0; i < c->n_branches; i++) {
        const struct act_branch *branch = &c->branches[i];
        if (!branch->open || !branch->now)
            continue;
        const struct workflow_step *step = act_step_at(c, branch->now);
        if (branch->beside)
            answer_offer(c, branch, view);
        if (step && (step->kind != STEP_TASK || !step->role))
            continue;
        take_offer(c, branch, step, view);
        assign_offer(c, branch, step, view);
    }
}

/* ---- on the dossier as a whole --------------------------------------------------------------- */

static struct act_offer *whole_offer(const struct act_case *c, enum act_kind kind, const char *code,
                                     const char *key, const struct act_may *may, unsigned needs,
                                     struct act_view *view)
{
    struct act_offer *offer = act_offer_add(view, kind, code, key, may);
    offer->branch = c->main->id;
    offer->needs = needs;
    return offer;
}

/* Who has the work of the main branch, whoever may take it, or leads those who do; while it waits, those who had it. */
static struct act_may may_handle(const struct act_case *c)
{
    struct act_may may = {.holder = ""};
    const struct act_task *task = c->main->now;
    const struct workflow_step *step = act_step_at(c, task);
    unsigned roles = ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_APPROVER);
    if (!step || step->place == PLACE_COUNTER)
        return may;
    if (step->kind == STEP_TASK && step->role)
        may = act_may_task(c, c->main, task, step->role);
    else
        roles |= ROLE_BIT(ROLE_HANDLER);
    if (may.allowed)
        return may;
    struct act_may lead = act_may_at(c, roles, task->unit);
    return lead.right ? lead : may;
}

static unsigned extensions_allowed(const struct act_case *c)
{
    return (unsigned)strtoul(act_setting(c, "extension_max", "1"), NULL, 10);
}

static void extend_offer(const struct act_case *c, struct act_view *view)
{
    struct act_may may = act_may_lead(c, ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_APPROVER));
    if (!may.right || c->row.due < 0 || act_decided(c))
        return;
    struct act_offer *offer = whole_offer(c, ACT_EXTEND, "hs-gia-han", "extend", &may,
                                          NEED_REASON | NEED_DUE, view);
    offer->due_least =
        civil_from_minute(1 + (c->row.due > c->minute ? c->row.due : c->minute));
    if (c->pause)
        act_offer_block(offer, act_state_is(c, "stopped") ? "stopped" : "waiting");
    if (c->extensions >= extensions_allowed(c))
        act_offer_block(offer, "extended");
}

static void stop_offers(const struct act_case *c, struct act_view *view)
{
    struct act_may may = act_may_lead(c, ROLE_BIT(ROLE_APPROVER));
    bool stopped = act_state_is(c, "stopped");
    if (may.right && !stopped && !act_decided(c))
        whole_offer(c, ACT_STOP, "hs-dung", "stop", &may, NEED_REASON, view);
    if (may.right && stopped)
        whole_offer(c, ACT_RESUME, "hs-tiep-tuc", "resume", &may, 0, view);
    if (!stopped)
        return;
    if (!may.right)
        may = act_may_counter(c, ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_RETURNER));
    if (may.right)
        whole_offer(c, ACT_CLOSE, "hs-dong", "close", &may, 0, view);
}

static void withdraw_offer(const struct act_case *c, struct act_view *view)
{
    struct act_may may = act_may_counter(c, ROLE_BIT(ROLE_CLERK));
    const struct workflow_step *step = act_step_at(c, c->main->now);
    if (!may.right && step && (step->role == ROLE_HANDLER || step->kind != STEP_TASK))
        may = may_handle(c);
    if (may.right && !act_decided(c))
        whole_offer(c, ACT_WITHDRAW, "hs-rut", "withdraw", &may, NEED_REASON, view);
}

/* As many as a page can show and a dossier can keep, with room for the branches of its workflow. */
static bool opinions_many(const struct act_case *c)
{
    enum { OPEN_MAX = 8, EVER_MAX = 30 };
    size_t open = 0, ever = 0;
    for (size_t i = 0; i < c->n_branches; i++) {
        ever += c->branches[i].beside;
        open += c->branches[i].beside && c->branches[i].open;
    }
    return open >= OPEN_MAX || ever >= EVER_MAX;
}

static void opinion_offer(const struct act_case *c, struct act_view *view)
{
    struct act_may may = may_handle(c);
    if (!may.right || act_decided(c) || act_state_is(c, "received"))
        return;
    struct act_offer *offer = whole_offer(c, ACT_OPINION, "hs-xin-y-kien", "opinion", &may,
                                          NEED_UNIT | NEED_QUESTION, view);
    if (opinions_many(c))
        act_offer_block(offer, "opinions_many");
    if (act_state_is(c, "stopped"))
        act_offer_block(offer, "stopped");
}

static void words_offers(const struct act_case *c, struct act_view *view)
{
    struct act_may may = act_may_lead(c, ROLE_BIT(ROLE_HANDLER) | ROLE_BIT(ROLE_HEAD) |
                                             ROLE_BIT(ROLE_APPROVER));
    if (!may.right)
        may = act_may_counter(c, ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_RETURNER));
    if (may.right && c->row.closed < 0)
        whole_offer(c, ACT_MESSAGE, "hs-nhan-tin", "message", &may, NEED_REASON, view);
    for (size_t i = 0; !may.right && i < c->n_branches; i++)
        if (c->branches[i].now)
            may = act_may_at(c, ROLES_OF_DOSSIERS, c->branches[i].now->unit);
    if (!may.right) /* who watches may write down what was seen */
        may = act_may_at(c, ROLES_OF_DOSSIERS, c->agency);
    if (may.right)
        whole_offer(c, ACT_NOTE, "hs-ghi-chu", "note", &may, NEED_QUESTION, view);
}

void act_offers_whole(const struct act_case *c, struct act_view *view)
{
    struct act_may again = {.allowed = true, .right = true, .holder = "", .unit = c->last.unit_id,
                            .behalf = c->last.behalf};
    if (c->row.closed < 0) {
        if (!act_state_is(c, "stopped"))
            tasks_offer(c, view);
        if (act_undo_possible(c))
            whole_offer(c, ACT_UNDO, "hs-hoan-tac", "undo", &again, 0, view);
        opinion_offer(c, view);
        extend_offer(c, view);
        stop_offers(c, view);
        withdraw_offer(c, view);
    }
    words_offers(c, view);
}
