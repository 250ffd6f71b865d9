/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Where the next step lies, who gets it, and until when.
 */
#include <stdlib.h>

#include "model/act_inside.h"
#include "model/act_opening.h"
#include "model/calendar_held.h"

enum { BEFORE_MAX = 32 };

const struct worktime_calendar *act_calendar(const struct act_case *c, uint64_t unit)
{
    const struct agency_node *node = agency_node(c->tree, agency_body(c->tree, unit));
    return calendar_now(c->db, c->catalogue, node ? node->code : c->agency_code);
}

/* ---- until when ------------------------------------------------------------------------------ */

/* The minutes of the step less those it had already on this branch; a step without limit has the dossier's. */
int64_t act_step_due(const struct act_case *c, const struct act_branch *branch, size_t step,
                     uint64_t unit)
{
    const struct workflow_step *at = &c->workflow->steps[step];
    if (at->kind != STEP_TASK)
        return -1;
    if (at->minutes <= 0)
        return branch->kind == BRANCH_MAIN ? c->row.due : branch->due;
    const struct worktime_calendar *calendar = act_calendar(c, unit);
    if (!calendar)
        return -1;
    int64_t left = at->minutes;
    for (size_t i = 0; i < branch->n_tasks; i++) {
        const struct act_task *task = &branch->tasks[i];
        if (task->step == step && task->closed >= 0)
            left -= worktime_between(calendar, task->opened, task->closed);
    }
    int64_t due = worktime_add(calendar, c->minute, left > 0 ? left : 0);
    return due == WORKTIME_NEVER ? -1 : due;
}

/* Steps stand in the order of their positions; a way back does not count. */
static int64_t longest(const struct workflow *workflow, size_t step)
{
    int64_t from_here[WORKFLOW_STEPS_MAX] = {0};
    for (size_t at = workflow->n_steps; at-- > step;) {
        const struct workflow_step *here = &workflow->steps[at];
        for (size_t i = 0; i < workflow->n_actions; i++) {
            const struct workflow_action *action = &workflow->actions[i];
            if (action->from == at && action->to != WORKFLOW_NOWHERE && action->to > at &&
                workflow->steps[action->to].branch == here->branch &&
                from_here[action->to] > from_here[at])
                from_here[at] = from_here[action->to];
        }
        from_here[at] += here->minutes > 0 ? here->minutes : 0;
    }
    return from_here[step];
}

int64_t act_branch_due(const struct act_case *c, size_t step, uint64_t body)
{
    const struct worktime_calendar *calendar = act_calendar(c, body);
    int64_t minutes = longest(c->workflow, step);
    if (!calendar || minutes == 0)
        return c->row.due;
    int64_t due = worktime_add(calendar, c->minute, minutes);
    if (due == WORKTIME_NEVER || (c->row.due >= 0 && due > c->row.due))
        return c->row.due;
    return due;
}

/* ---- who ------------------------------------------------------------------------------------- */

static const struct role_holder *holder_of(const struct act_case *c, const struct act_goal *goal,
                                           const struct workflow_step *step, uint64_t person)
{
    for (size_t i = 0; i < goal->holders.n; i++) {
        const struct role_holder *who = &goal->holders.people[i];
        if (who->id == person &&
            (step->place == PLACE_COUNTER || role_holder_fits(c->tree, who, goal->unit)))
            return who;
    }
    return NULL;
}

/* Who had this step on this branch; a handler also by another step: the dossier stays with its handler. */
static const struct act_task *had_before(const struct act_case *c, const struct act_branch *branch,
                                         size_t step)
{
    const struct act_task *same_role = NULL;
    for (size_t i = branch->n_tasks; i-- > 0;) {
        const struct act_task *task = &branch->tasks[i];
        const struct workflow_step *at = act_step_at(c, task);
        if (!at || !task->assignee)
            continue;
        if (task->step == step)
            return task;
        if (!same_role && at->role == ROLE_HANDLER && c->workflow->steps[step].role == ROLE_HANDLER)
            same_role = task;
    }
    return same_role;
}

static void person_set(struct act_goal *goal, const struct role_holder *who)
{
    if (!who)
        return;
    goal->person = who->id;
    goal->person_name = who->name;
}

/* The only approver or sealer of the unit. */
static const struct role_holder *only_one(const struct act_goal *goal)
{
    const struct role_holder *only = goal->holders.n ? &goal->holders.people[0] : NULL;
    for (size_t i = 1; i < goal->holders.n; i++)
        if (goal->holders.people[i].id != only->id)
            return NULL;
    return only;
}

static void person_choose(const struct act_case *c, const struct act_branch *branch, size_t step,
                          struct act_goal *goal)
{
    const struct workflow_step *at = &c->workflow->steps[step];
    const struct act_task *before = had_before(c, branch, step);
    if (before)
        person_set(goal, holder_of(c, goal, at, before->assignee));
    if (goal->person)
        return;
    if (at->role == ROLE_CLERK)
        person_set(goal, holder_of(c, goal, at, c->clerk));
    else if (at->role == ROLE_APPROVER || at->role == ROLE_SEALER)
        person_set(goal, only_one(goal));
}

static void person_named(const struct act_case *c, size_t step, uint64_t named,
                         struct act_goal *goal)
{
    const struct workflow_step *at = &c->workflow->steps[step];
    const struct role_holder *who = holder_of(c, goal, at, named);
    goal->person = 0;
    goal->person_name = "";
    person_set(goal, who);
    /* Work that lay at the whole agency goes to the unit of whoever gets it. */
    if (who && at->place != PLACE_COUNTER && agency_inside(c->tree, who->grant, goal->unit))
        goal->unit = who->grant;
}

/* ---- where ----------------------------------------------------------------------------------- */

static size_t units_before(const struct act_case *c, const struct act_branch *branch,
                           uint64_t before[BEFORE_MAX])
{
    size_t n = 0;
    const struct workflow_step *now = act_step_at(c, branch->now);
    if (now && now->place != PLACE_COUNTER && branch->acting &&
        (now->role == ROLE_HANDLER || now->role == ROLE_HEAD))
        before[n++] = branch->acting;
    for (size_t i = branch->n_tasks; i-- > 0 && n < BEFORE_MAX;) {
        const struct workflow_step *at = act_step_at(c, &branch->tasks[i]);
        if (at && at->place != PLACE_COUNTER &&
            (at->role == ROLE_HANDLER || at->role == ROLE_HEAD))
            before[n++] = branch->tasks[i].unit;
    }
    return n;
}

enum db_result act_goal(const struct act_case *c, const struct act_branch *branch, size_t step,
                        uint64_t named, struct act_goal *goal)
{
    const struct workflow_step *at = &c->workflow->steps[step];
    uint64_t before[BEFORE_MAX];
    struct step_ask ask = {
        .place = at->place,
        .role = at->role,
        .agency = at->agency,
        .counter = c->counter,
        .lead = c->agency,
        .area = c->area,
        .field = c->field,
        .before = before,
        .n_before = units_before(c, branch, before),
    };
    *goal = (struct act_goal){.person_name = "", .due = -1};
    if (at->kind != STEP_TASK) { /* it waits where it was */
        goal->body = goal->unit = branch->now ? branch->now->unit : branch->agency;
        return DB_OK;
    }
    goal->body = step_body(c->tree, &ask);
    if (!goal->body)
        return DB_OK;
    if (step_unit(c->db, c->arena, c->tree, &c->now, &ask, goal->body, &goal->unit,
                  &goal->holders) == DB_FAIL)
        return DB_FAIL;
    person_choose(c, branch, step, goal);
    if (named)
        person_named(c, step, named, goal);
    goal->due = act_step_due(c, branch, step, goal->unit);
    return DB_OK;
}

/* ---- the first step of all ------------------------------------------------------------------- */

enum db_result act_opening(struct db *db, struct arena *arena, struct act_opening *opening)
{
    struct act_case *c = arena_take(arena, sizeof *c);
    struct act_branch branch = {.kind = BRANCH_MAIN, .agency = opening->agency};
    struct act_goal goal;
    c->db = db;
    c->arena = arena;
    c->now = opening->now;
    c->minute = opening->started;
    c->agency = opening->agency;
    c->agency_code = opening->agency_code;
    c->counter = opening->counter;
    c->area = opening->area;
    c->field = opening->field;
    c->clerk = opening->clerk;
    c->catalogue = opening->catalogue;
    c->row.due = opening->due;
    enum db_result result = workflow_edition(db, opening->edition, &c->workflow);
    if (result != DB_OK)
        return result;
    size_t step = workflow_step_of(c->workflow, opening->step);
    c->tree = agency_tree(db, opening->catalogue);
    if (!c->tree || step == WORKFLOW_NOWHERE)
        return c->tree ? DB_NONE : DB_FAIL;
    const struct workflow_step *at = &c->workflow->steps[step];
    if (at->place == PLACE_COUNTER && at->role == ROLE_CLERK) /* the right was just used */
        goal = (struct act_goal){.body = c->counter,
                                 .unit = c->counter,
                                 .person = c->clerk,
                                 .due = act_step_due(c, &branch, step, c->counter)};
    else if (act_goal(c, &branch, step, 0, &goal) == DB_FAIL)
        return DB_FAIL;
    opening->unit = goal.unit;
    opening->person = goal.person;
    opening->step_due = goal.due;
    return goal.body ? DB_OK : DB_NONE;
}

/* ---- people to name -------------------------------------------------------------------------- */

enum db_result act_people(struct db *db, struct arena *arena, const struct civil *now,
                          enum role role, uint64_t unit, struct act_person people[ACT_PEOPLE_MAX],
                          size_t *n)
{
    struct db_row row;
    struct role_holders holders;
    *n = 0;
    if (db_one(db, arena, "select version from catalogue_version where id = 1", DB_ARGS(), &row) !=
        DB_OK)
        return DB_FAIL;
    const struct agency_tree *tree = agency_tree(db, (uint64_t)strtoull(row.text[0], NULL, 10));
    if (!tree || role_holders_read(db, arena, now, role,
                                   agency_units_json(tree, arena, agency_body(tree, unit)),
                                   &holders) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < holders.n && *n < ACT_PEOPLE_MAX; i++) {
        const struct role_holder *who = &holders.people[i];
        bool there = !role_holder_fits(tree, who, unit);
        for (size_t k = 0; !there && k < *n; k++)
            there = people[k].id == who->id;
        if (!there)
            people[(*n)++] = (struct act_person){who->id, who->name, who->title, who->seat_name,
                                                 who->open_tasks, who->away};
    }
    return *n ? DB_OK : DB_NONE;
}
