/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/workflow_show.h"

#include "lib/say.h"
#include "model/workflow_words.h"
#include "staff/workflow_say.h"

static const char *where_of(struct request *rq, const struct workflow_step *step)
{
    if (step->kind == STEP_JOIN || step->kind == STEP_END)
        return "";
    if (step->place != PLACE_OTHER)
        return say_one(rq, "workflow_place", step_place_names[step->place]);
    const char *name = say_either(rq, step->agency_name, step->agency_name_en);
    return *name ? name : step->agency_code;
}

static const char *time_of(struct request *rq, const struct workflow_step *step)
{
    if (step->minutes > 0)
        return say_minutes(rq, step->minutes);
    bool rest = step->kind == STEP_TASK && strcmp(step->state, "ready") != 0;
    return rest ? say(rq, "workflow.rest") : "";
}

static void action_show(struct request *rq, struct data *item, const struct workflow *workflow,
                        const struct workflow_action *action)
{
    const struct workflow_step *from = &workflow->steps[action->from];
    data_set(item, "Name", say_either(rq, action->name, action->name_en));
    if (action->to == WORKFLOW_NOWHERE)
        data_set(item, "To", say(rq, "workflow.branch_ends"));
    else
        data_set(item, "To", say_either(rq, workflow->steps[action->to].name, workflow->steps[action->to].name_en));
    if (action->role && action->role != from->role)
        data_set(item, "Role", say_one(rq, "role", role_names[action->role]));
    if (*action->guard_text)
        data_set(item, "Guard", say_guard(rq, action->guard_text));
    if (action->effects)
        data_set(item, "Effects", say_effects(rq, action->effects));
}

void workflow_show_steps(struct request *rq, const struct workflow *workflow, const struct workflow_time *time)
{
    for (size_t i = 0; i < workflow->n_steps; i++) {
        const struct workflow_step *step = &workflow->steps[i];
        struct data *item = data_add(rq->data, "Steps");
        data_set(item, "Code", step->code);
        data_set(item, "Name", say_either(rq, step->name, step->name_en));
        data_set(item, "Public", say_either(rq, step->public_name, step->public_name_en));
        data_set(item, "Where", where_of(rq, step));
        data_set(item, "Minutes", time_of(rq, step));
        data_set_flag(item, "Critical", time->critical[i]);
        if (step->role)
            data_set(item, "Who", say_one(rq, "role", role_names[step->role]));
        if (step->kind != STEP_TASK)
            data_set(item, "Kind", say_one(rq, "workflow_kind", step_kind_names[step->kind]));
        if (step->branch != BRANCH_MAIN)
            data_set(item, "Branch", say_one(rq, "workflow_branch", step_branch_names[step->branch]));
        for (size_t k = 0; k < workflow->n_actions; k++)
            if (workflow->actions[k].from == i)
                action_show(rq, data_add(item, "Actions"), workflow, &workflow->actions[k]);
    }
}
