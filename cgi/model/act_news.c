/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What an act is called in the history, and which of them the citizen is told of: the form says so before, the act
 * does so after.
 */
#include <string.h>

#include "lib/text.h"
#include "model/act_inside.h"

/* Where the work goes on, when nothing else is to be said of it. */
static const char *plain_event(const struct workflow_step *from, const struct workflow_step *to, bool back)
{
    if (back)
        return "sent_back";
    if (from->role == ROLE_CLERK)
        return "forwarded";
    if (to->role == ROLE_APPROVER)
        return "submitted_for_signature";
    return from->role == ROLE_HEAD ? "assigned" : "appraised";
}

const char *act_step_event(const struct act_case *c, const struct workflow_action *action, bool by_post)
{
    const struct workflow_step *from = &c->workflow->steps[action->from];
    const struct workflow_step *to =
        action->to == WORKFLOW_NOWHERE ? NULL : &c->workflow->steps[action->to];
    unsigned effects = action->effects;
    if (!to || to->kind == STEP_END)
        return by_post ? "sent_by_post" : "returned";
    if (effects & (EFFECT_REQUEST_SUPPLEMENT | EFFECT_REQUEST_FEE))
        return effects & EFFECT_REQUEST_SUPPLEMENT ? "supplement_asked" : "fee_asked";
    if (from->kind == STEP_WAIT_CITIZEN || from->kind == STEP_WAIT_FEE)
        return from->kind == STEP_WAIT_CITIZEN ? "supplement_accepted" : "fee_paid";
    if (effects & (EFFECT_APPROVE | EFFECT_REFUSE))
        return effects & EFFECT_REFUSE ? "refused" : "approved";
    if (strcmp(to->state, "ready") == 0 && !act_state_is(c, "ready"))
        return "ready";
    if (effects & EFFECT_OPEN_BRANCHES) /* each agency has its own event besides */
        return "forwarded";
    return plain_event(from, to, action->to < action->from);
}

const char *act_step_tells(const char *event)
{
    static const char *const told[] = {"supplement_asked", "supplement_accepted", "fee_asked", "refused",
                                       "ready", "returned", "sent_by_post", NULL};
    return text_among(event, told) ? event : "";
}

const char *act_whole_tells(enum act_kind kind)
{
    static const char *const told[ACT_KIND_END] = {
        [ACT_EXTEND] = "apologised", [ACT_STOP] = "stopped",       [ACT_RESUME] = "resumed",
        [ACT_MESSAGE] = "message",   [ACT_WITHDRAW] = "withdrawn",
    };
    return told[kind] ? told[kind] : "";
}
