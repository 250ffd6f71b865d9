/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/buffer.h"
#include "model/workflow_json.h"
#include "model/workflow_words.h"

#define TEXT_CEILING (4 * 1024 * 1024)

static void put_text(json_t *object, const char *name, const char *text)
{
    if (*text)
        json_object_set_new(object, name, json_string(text));
}

/* The members of an object as they stand in a file, without its braces; gives the object back. */
static void put_members(struct buffer *out, json_t *object)
{
    char *text = json_dumps(object, 0);
    buffer_add(out, text + 1, strlen(text) - 2);
    free(text);
    json_decref(object);
}

static void action_put(struct buffer *out, const struct workflow *workflow, const struct workflow_action *action)
{
    json_t *object = json_object();
    put_text(object, "code", action->code);
    put_text(object, "name", action->name);
    put_text(object, "name_en", action->name_en);
    if (action->to != WORKFLOW_NOWHERE)
        put_text(object, "to", workflow->steps[action->to].code);
    if (action->role != workflow->steps[action->from].role && action->role)
        put_text(object, "role", role_names[action->role]);
    put_text(object, "guard", action->guard_text);
    json_t *effects = json_array();
    for (int bit = 0; bit < ACTION_EFFECTS; bit++)
        if (action->effects & 1u << bit)
            json_array_append_new(effects, json_string(action_effect_names[bit]));
    if (json_array_size(effects))
        json_object_set(object, "effects", effects);
    json_decref(effects);
    buffer_text(out, "    {");
    put_members(out, object);
    buffer_text(out, "}");
}

static void actions_put(struct buffer *out, const struct workflow *workflow, size_t step)
{
    const char *before = ", \"actions\": [\n";
    bool any = false;
    for (size_t i = 0; i < workflow->n_actions; i++) {
        if (workflow->actions[i].from != step)
            continue;
        buffer_text(out, any ? ",\n" : before);
        action_put(out, workflow, &workflow->actions[i]);
        any = true;
    }
    if (any)
        buffer_text(out, "]");
}

/* What is the default of its column is left out. */
static void step_put(struct buffer *out, const struct workflow *workflow, size_t place)
{
    const struct workflow_step *step = &workflow->steps[place];
    json_t *object = json_object();
    put_text(object, "code", step->code);
    put_text(object, "name", step->name);
    put_text(object, "name_en", step->name_en);
    put_text(object, "public_name", step->public_name);
    put_text(object, "public_name_en", step->public_name_en);
    if (step->kind != STEP_TASK)
        put_text(object, "kind", step_kind_names[step->kind]);
    if (step->place != PLACE_LEAD)
        put_text(object, "place", step_place_names[step->place]);
    put_text(object, "agency", step->agency_code);
    if (step->role)
        put_text(object, "role", role_names[step->role]);
    if (step->branch != BRANCH_MAIN)
        put_text(object, "branch", step_branch_names[step->branch]);
    if (step->minutes > 0)
        json_object_set_new(object, "minutes", json_integer(step->minutes));
    put_text(object, "public_state", step->state);
    buffer_text(out, "   {");
    put_members(out, object);
    actions_put(out, workflow, place);
    buffer_text(out, "}");
}

/* The first line without the indentation it has in a file. */
static void workflow_put(struct buffer *out, const struct workflow *workflow)
{
    json_t *head = json_object();
    put_text(head, "code", workflow->code);
    put_text(head, "name", workflow->name);
    put_text(head, "name_en", workflow->name_en);
    put_text(head, "note", workflow->note);
    if (workflow->is_default)
        json_object_set_new(head, "default", json_true());
    buffer_text(out, "{");
    put_members(out, head);
    buffer_text(out, ", \"steps\": [");
    for (size_t i = 0; i < workflow->n_steps; i++) {
        buffer_text(out, i ? ",\n" : "\n");
        step_put(out, workflow, i);
    }
    buffer_text(out, "]}");
}

static const char *taken(struct arena *arena, struct buffer *out)
{
    const char *text = arena_copy_bytes(arena, out->bytes, out->length);
    buffer_release(out);
    return text;
}

const char *workflow_json_text(struct arena *arena, const struct workflow *workflow)
{
    struct buffer out;
    buffer_init(&out, TEXT_CEILING);
    workflow_put(&out, workflow);
    return taken(arena, &out);
}

const char *workflow_json_file(struct arena *arena, const struct workflow *workflows, size_t n)
{
    struct buffer out;
    buffer_init(&out, TEXT_CEILING);
    buffer_text(&out, "{\"format\": \"" WORKFLOWS_FORMAT "\",\n \"items\": [");
    for (size_t i = 0; i < n; i++) {
        buffer_text(&out, i ? ",\n  " : "\n  ");
        workflow_put(&out, &workflows[i]);
    }
    buffer_text(&out, "\n ]}\n");
    return taken(arena, &out);
}
