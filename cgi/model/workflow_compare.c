/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_compare.h"

#include <string.h>

#include "model/workflow_words.h"

struct comparing {
    struct arena *arena;
    struct workflow_change *changes;
    size_t n;
    const struct workflow_step *step;
    const struct workflow_action *action;
};

static void add(struct comparing *c, enum workflow_difference difference, const char *member, const char *before,
                const char *after)
{
    if (c->n < WORKFLOW_CHANGES_MAX)
        c->changes[c->n++] = (struct workflow_change){difference, c->step, c->action, member, before, after};
}

static void member(struct comparing *c, const char *name, const char *before, const char *after)
{
    if (strcmp(before, after) != 0)
        add(c, DIFFERENCE_CHANGED, name, before, after);
}

static const char *minutes_text(const struct comparing *c, const struct workflow_step *step)
{
    return step->minutes > 0 ? arena_format(c->arena, "%lld", (long long)step->minutes) : "";
}

static const char *role_text(enum role role)
{
    return role_names[role] ? role_names[role] : "";
}

/* "" where it is that of its step. */
static const char *own_role(const struct workflow *workflow, const struct workflow_action *action)
{
    return action->role == workflow->steps[action->from].role ? "" : role_text(action->role);
}

static const char *target_text(const struct workflow *workflow, const struct workflow_action *action)
{
    return action->to == WORKFLOW_NOWHERE ? "" : workflow->steps[action->to].code;
}

/* The words of the effects with spaces between. */
static const char *effects_text(const struct comparing *c, unsigned effects)
{
    const char *text = "";
    for (int bit = 0; bit < ACTION_EFFECTS; bit++)
        if (effects & 1u << bit)
            text = arena_format(c->arena, "%s%s%s", text, *text ? " " : "", action_effect_names[bit]);
    return text;
}

static void steps_differ(struct comparing *c, const struct workflow_step *before, const struct workflow_step *after)
{
    member(c, "name", before->name, after->name);
    member(c, "name_en", before->name_en, after->name_en);
    member(c, "public_name", before->public_name, after->public_name);
    member(c, "public_name_en", before->public_name_en, after->public_name_en);
    member(c, "kind", step_kind_names[before->kind], step_kind_names[after->kind]);
    member(c, "place", step_place_names[before->place], step_place_names[after->place]);
    member(c, "agency", before->agency_code, after->agency_code);
    member(c, "role", role_text(before->role), role_text(after->role));
    member(c, "branch", step_branch_names[before->branch], step_branch_names[after->branch]);
    member(c, "minutes", minutes_text(c, before), minutes_text(c, after));
    member(c, "public_state", before->state, after->state);
}

static const struct workflow_step *step_named(const struct workflow *workflow, const char *code)
{
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (strcmp(workflow->steps[i].code, code) == 0)
            return &workflow->steps[i];
    return NULL;
}

static const struct workflow_action *action_named(const struct workflow *workflow, const char *step, const char *code)
{
    for (size_t i = 0; i < workflow->n_actions; i++) {
        const struct workflow_action *action = &workflow->actions[i];
        if (strcmp(action->code, code) == 0 && strcmp(workflow->steps[action->from].code, step) == 0)
            return action;
    }
    return NULL;
}

static void action_compare(struct comparing *c, const struct workflow *before, const struct workflow *after)
{
    const struct workflow_action *now = c->action, *was = action_named(before, c->step->code, now->code);
    if (!was) {
        add(c, DIFFERENCE_ADDED, "", "", "");
        return;
    }
    member(c, "name", was->name, now->name);
    member(c, "name_en", was->name_en, now->name_en);
    member(c, "to", target_text(before, was), target_text(after, now));
    member(c, "role", own_role(before, was), own_role(after, now));
    member(c, "guard", was->guard_text, now->guard_text);
    member(c, "effects", effects_text(c, was->effects), effects_text(c, now->effects));
}

static void step_compare(struct comparing *c, const struct workflow *before, const struct workflow *after, size_t place)
{
    c->step = &after->steps[place];
    c->action = NULL;
    const struct workflow_step *was = step_named(before, c->step->code);
    if (was)
        steps_differ(c, was, c->step);
    else
        add(c, DIFFERENCE_ADDED, "", "", "");
    for (size_t i = 0; was && i < after->n_actions; i++) {
        if (after->actions[i].from != place)
            continue;
        c->action = &after->actions[i];
        action_compare(c, before, after);
    }
}

/* What the new one has no more; the actions of a step that is gone are gone with it. */
static void removed(struct comparing *c, const struct workflow *before, const struct workflow *after)
{
    for (size_t i = 0; i < before->n_steps; i++) {
        c->step = &before->steps[i];
        c->action = NULL;
        if (!step_named(after, c->step->code)) {
            add(c, DIFFERENCE_REMOVED, "", "", "");
            continue;
        }
        for (size_t k = 0; k < before->n_actions; k++) {
            c->action = &before->actions[k];
            if (c->action->from == i && !action_named(after, c->step->code, c->action->code))
                add(c, DIFFERENCE_REMOVED, "", "", "");
        }
    }
}

size_t workflow_compare(struct arena *arena, const struct workflow *before, const struct workflow *after,
                        struct workflow_change changes[WORKFLOW_CHANGES_MAX])
{
    struct comparing c = {.arena = arena, .changes = changes};
    member(&c, "name", before->name, after->name);
    member(&c, "name_en", before->name_en, after->name_en);
    member(&c, "default", before->is_default ? "true" : "", after->is_default ? "true" : "");
    for (size_t i = 0; i < after->n_steps; i++)
        step_compare(&c, before, after, i);
    removed(&c, before, after);
    return c.n;
}
