/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_time.h"

#include <string.h>

#include "model/worktime.h"

/* Reception on the same day ends at 15:00, the counter closes at 17:00. */
enum { SAME_DAY_MINUTES = 120, WEEK = 7, WORK_WEEK = 5 };

/* ---- ways that go back ------------------------------------------------------------------------------- */

enum mark { UNSEEN, ON_THE_WAY, DONE };

struct walk {
    const struct workflow *workflow;
    struct workflow_time *time;
    enum mark marks[WORKFLOW_STEPS_MAX];
};

/* Depth first: an action that leads to a step the walk is still inside of goes back. At most 60 deep. */
static void walk_from(struct walk *walk, size_t step)
{
    const struct workflow *workflow = walk->workflow;
    walk->marks[step] = ON_THE_WAY;
    for (size_t i = 0; i < workflow->n_actions; i++) {
        const struct workflow_action *action = &workflow->actions[i];
        if (action->from != step || action->to == WORKFLOW_NOWHERE)
            continue;
        if (walk->marks[action->to] == ON_THE_WAY)
            walk->time->goes_back[i] = true;
        else if (walk->marks[action->to] == UNSEEN)
            walk_from(walk, action->to);
    }
    walk->marks[step] = DONE;
}

static void walk_all(struct walk *walk)
{
    const struct workflow *workflow = walk->workflow;
    size_t first = workflow_first(workflow);
    if (first != WORKFLOW_NOWHERE)
        walk_from(walk, first);
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (workflow_begins_branch(workflow, i) && walk->marks[i] == UNSEEN)
            walk_from(walk, i);
}

/* ---- the longest way --------------------------------------------------------------------------------- */

/* Does the time of a step count? Not while the citizen is to act, nor once the result lies ready. */
static bool counts(const struct workflow_step *step)
{
    return (step->kind == STEP_TASK || step->kind == STEP_JOIN) && strcmp(step->state, "ready") != 0 &&
           strcmp(step->state, "returned") != 0;
}

/* The steps of the main branch, or of all others, each after those that lead to it. */
static void steps_place(const struct walk *walk, bool main, struct worktime_step steps[WORKFLOW_STEPS_MAX])
{
    const struct workflow *workflow = walk->workflow;
    for (size_t i = 0; i < workflow->n_steps; i++) {
        const struct workflow_step *step = &workflow->steps[i];
        bool here = (step->branch == BRANCH_MAIN) == main && walk->marks[i] == DONE && counts(step);
        steps[i] = (struct worktime_step){.minutes = here && step->minutes > 0 ? step->minutes : 0};
        walk->time->open |= here && step->kind == STEP_TASK && step->minutes < 0;
    }
    for (size_t i = 0; i < workflow->n_actions; i++) {
        const struct workflow_action *action = &workflow->actions[i];
        bool here = (workflow->steps[action->from].branch == BRANCH_MAIN) == main && !walk->time->goes_back[i];
        if (here && action->to != WORKFLOW_NOWHERE && walk->marks[action->from] == DONE)
            steps[action->to].after |= UINT64_C(1) << action->from;
    }
}

/* Joins to which branches lead take as long as the longest of these. */
static void joins_fill(const struct workflow *workflow, int64_t branches, struct worktime_step *steps)
{
    for (size_t i = 0; i < workflow->n_actions; i++) {
        const struct workflow_action *action = &workflow->actions[i];
        if (action->effects & EFFECT_OPEN_BRANCHES && action->to != WORKFLOW_NOWHERE)
            steps[action->to].minutes = branches;
    }
}

void workflow_time(const struct workflow *workflow, struct workflow_time *time)
{
    struct worktime_step main[WORKFLOW_STEPS_MAX], others[WORKFLOW_STEPS_MAX];
    *time = (struct workflow_time){0};
    if (workflow->n_steps == 0)
        return;
    struct walk walk = {.workflow = workflow, .time = time};
    walk_all(&walk);
    steps_place(&walk, false, others);
    steps_place(&walk, true, main);
    time->branches = worktime_path_length(others, workflow->n_steps);
    joins_fill(workflow, time->branches, main);
    time->minutes = worktime_path_length(main, workflow->n_steps);
    bool waits = false; /* the longest way goes through a join */
    for (size_t i = 0; i < workflow->n_steps; i++)
        waits |= workflow->steps[i].kind == STEP_JOIN && main[i].critical && main[i].minutes > 0;
    for (size_t i = 0; i < workflow->n_steps; i++)
        time->critical[i] = (main[i].critical && main[i].minutes > 0) ||
                            (waits && others[i].critical && others[i].minutes > 0);
}

/* ---- the law ------------------------------------------------------------------------------------------ */

int64_t workflow_limit(int64_t value, const char *unit)
{
    if (strcmp(unit, "same_day") == 0)
        return SAME_DAY_MINUTES;
    if (value < 0 || !*unit)
        return -1;
    if (strcmp(unit, "hour") == 0)
        return value * 60;
    if (strcmp(unit, "working_day") == 0)
        return value * WORKTIME_DAY;
    int64_t days = value / WEEK * WORK_WEEK, rest = value % WEEK - (WEEK - WORK_WEEK);
    days += rest > 0 ? rest : 0;
    return (days > 0 ? days : 1) * WORKTIME_DAY;
}

bool workflow_fits(const struct workflow_time *time, int64_t limit)
{
    if (limit < 0)
        return true;
    return time->open ? time->minutes < limit : time->minutes <= limit;
}
