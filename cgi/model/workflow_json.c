/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_json.h"

#include "lib/text.h"
#include "model/workflow_words.h"
#include "model/worktime.h"

enum member_kind { MEMBER_TEXT, MEMBER_NUMBER, MEMBER_FLAG, MEMBER_LIST };

/* A member an object may have; `max` letters of a text. */
struct member {
    const char *name;
    enum member_kind kind;
    bool needed;
    size_t max;
};

static const struct member head_members[] = {
    {"code", MEMBER_TEXT, true, 60},   {"name", MEMBER_TEXT, true, 250},
    {"name_en", MEMBER_TEXT, false, 250}, {"note", MEMBER_TEXT, false, 500},
    {"default", MEMBER_FLAG, false, 0}, {"steps", MEMBER_LIST, true, 0}, {.name = NULL},
};
static const struct member step_members[] = {
    {"code", MEMBER_TEXT, true, 40},
    {"name", MEMBER_TEXT, true, 200},
    {"name_en", MEMBER_TEXT, false, 200},
    {"public_name", MEMBER_TEXT, true, 200},
    {"public_name_en", MEMBER_TEXT, false, 200},
    {"kind", MEMBER_TEXT, false, 40},
    {"place", MEMBER_TEXT, false, 40},
    {"agency", MEMBER_TEXT, false, 40},
    {"role", MEMBER_TEXT, false, 40},
    {"branch", MEMBER_TEXT, false, 40},
    {"minutes", MEMBER_NUMBER, false, 0},
    {"public_state", MEMBER_TEXT, true, 40},
    {"actions", MEMBER_LIST, false, 0},
    {.name = NULL},
};
static const struct member action_members[] = {
    {"code", MEMBER_TEXT, true, 40},    {"name", MEMBER_TEXT, true, 200},
    {"name_en", MEMBER_TEXT, false, 200}, {"to", MEMBER_TEXT, false, 40},
    {"role", MEMBER_TEXT, false, 40},   {"guard", MEMBER_TEXT, false, 1000},
    {"effects", MEMBER_LIST, false, 0}, {.name = NULL},
};

/* Where the reading is. */
struct reader {
    struct workflow_findings *findings;
    const char *step, *action;
};

static struct workflow_finding *wrong(const struct reader *reader, enum workflow_fault fault, const char *detail)
{
    return workflow_find(reader->findings, fault, reader->step, reader->action, detail);
}

/* ---- members ---------------------------------------------------------------------------------- */

/* "" when it is absent or no text. */
static const char *text_of(const struct reader *reader, json_t *object, const char *name)
{
    json_t *value = json_object_get(object, name);
    if (!json_is_string(value))
        return "";
    const char *text = text_clean(reader->findings->arena, json_string_value(value), json_string_length(value),
                                  TEXT_ONE_LINE, NULL);
    return text ? text : "";
}

static bool kind_fits(const struct member *member, json_t *value)
{
    switch (member->kind) {
    case MEMBER_TEXT:
        return json_is_string(value);
    case MEMBER_NUMBER:
        return json_is_integer(value) && json_integer_value(value) >= 0 &&
               json_integer_value(value) <= WORKTIME_MINUTES_MAX;
    case MEMBER_FLAG:
        return json_is_boolean(value);
    case MEMBER_LIST:
        return json_is_array(value);
    }
    return false;
}

static void member_check(const struct reader *reader, json_t *object, const struct member *member)
{
    json_t *value = json_object_get(object, member->name);
    bool absent = !value || json_is_null(value);
    if (!absent && !kind_fits(member, value)) {
        wrong(reader, FAULT_MEMBER_KIND, member->name);
        return;
    }
    if (member->needed && (absent || (member->kind == MEMBER_TEXT && !*text_of(reader, object, member->name))))
        wrong(reader, FAULT_MEMBER_MISSING, member->name);
    if (member->max && text_count(text_of(reader, object, member->name)) > member->max)
        wrong(reader, FAULT_MEMBER_LONG, member->name)->limit = (int64_t)member->max;
}

/* False: it is no object at all. */
static bool members_check(const struct reader *reader, json_t *object, const struct member *members, const char *what)
{
    if (!json_is_object(object)) {
        wrong(reader, FAULT_NOT_WORKFLOW, what);
        return false;
    }
    for (const struct member *member = members; member->name; member++)
        member_check(reader, object, member);
    const char *name;
    json_t *value;
    json_object_foreach(object, name, value) {
        const struct member *member = members;
        while (member->name && strcmp(member->name, name) != 0)
            member++;
        if (!member->name)
            wrong(reader, FAULT_MEMBER_UNKNOWN, text_shorten(reader->findings->arena, name, 40));
    }
    return true;
}

static const char *code_of(const struct reader *reader, json_t *object)
{
    const char *code = text_of(reader, object, "code");
    if (strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(code))
        wrong(reader, FAULT_CODE_BAD, text_shorten(reader->findings->arena, code, 40));
    return code;
}

/* Place of the word among `words`, `absent` when there is none or it is not known. */
static int word_of(const struct reader *reader, json_t *object, const char *name, const char *const *words, int n,
                   int absent)
{
    const char *word = text_of(reader, object, name);
    if (!*word)
        return absent;
    for (int i = 0; i < n; i++)
        if (words[i] && strcmp(words[i], word) == 0)
            return i;
    word = text_shorten(reader->findings->arena, word, 40);
    if (strcmp(name, "role") == 0)
        wrong(reader, FAULT_ROLE_UNKNOWN, word);
    else
        wrong(reader, FAULT_WORD_UNKNOWN, arena_format(reader->findings->arena, "%s: %s", name, word));
    return absent;
}

/* ---- steps and actions --------------------------------------------------------------------------- */

static void step_read(struct reader *reader, json_t *object, struct workflow *workflow)
{
    size_t place = workflow->n_steps++;
    struct workflow_step *step = &workflow->steps[place];
    *step = (struct workflow_step){.id = place + 1, .minutes = -1, .code = "", .name = "", .name_en = "",
                                   .public_name = "", .public_name_en = "", .state = "processing",
                                   .agency_code = "", .agency_name = "", .agency_name_en = ""};
    reader->step = text_of(reader, object, "code");
    if (!*reader->step)
        reader->step = arena_format(reader->findings->arena, "%zu", place + 1);
    if (!members_check(reader, object, step_members, "step"))
        return;
    step->code = code_of(reader, object);
    step->name = text_of(reader, object, "name");
    step->name_en = text_of(reader, object, "name_en");
    step->public_name = text_of(reader, object, "public_name");
    step->public_name_en = text_of(reader, object, "public_name_en");
    step->agency_code = text_of(reader, object, "agency");
    step->kind = (enum step_kind)word_of(reader, object, "kind", step_kind_names, STEP_KIND_END, STEP_TASK);
    step->place = (enum step_place)word_of(reader, object, "place", step_place_names, STEP_PLACE_END, PLACE_LEAD);
    step->branch =
        (enum step_branch)word_of(reader, object, "branch", step_branch_names, STEP_BRANCH_END, BRANCH_MAIN);
    step->role = (enum role)word_of(reader, object, "role", role_names, ROLE_END, 0);
    int64_t minutes = json_integer_value(json_object_get(object, "minutes"));
    step->minutes = minutes > 0 ? minutes : -1;
    int state = word_of(reader, object, "public_state", step_state_names, STEP_STATE_END, -1);
    step->state = state < 0 ? "processing" : step_state_names[state];
}

static unsigned effects_read(const struct reader *reader, json_t *object)
{
    unsigned effects = 0;
    size_t i;
    json_t *value;
    json_array_foreach(json_object_get(object, "effects"), i, value) {
        const char *word = json_is_string(value) ? json_string_value(value) : "";
        int bit = 0;
        while (bit < ACTION_EFFECTS && strcmp(action_effect_names[bit], word) != 0)
            bit++;
        if (bit == ACTION_EFFECTS)
            wrong(reader, FAULT_WORD_UNKNOWN,
                  arena_format(reader->findings->arena, "effects: %s",
                               text_shorten(reader->findings->arena, word, 40)));
        else
            effects |= 1u << bit;
    }
    return effects;
}

static size_t target_of(const struct reader *reader, json_t *object, const struct workflow *workflow)
{
    const char *to = text_of(reader, object, "to");
    if (!*to)
        return WORKFLOW_NOWHERE;
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (strcmp(workflow->steps[i].code, to) == 0)
            return i;
    wrong(reader, FAULT_STEP_UNKNOWN, text_shorten(reader->findings->arena, to, 40));
    return WORKFLOW_NOWHERE;
}

static void action_read(struct reader *reader, json_t *object, size_t from, size_t place, struct workflow *workflow)
{
    reader->action = text_of(reader, object, "code");
    if (!*reader->action)
        reader->action = arena_format(reader->findings->arena, "%zu", place + 1);
    if (!members_check(reader, object, action_members, "action"))
        return;
    struct workflow_action action = {
        .from = from,
        .to = target_of(reader, object, workflow),
        .code = code_of(reader, object),
        .name = text_of(reader, object, "name"),
        .name_en = text_of(reader, object, "name_en"),
        .role = (enum role)word_of(reader, object, "role", role_names, ROLE_END, 0),
        .guard_text = text_of(reader, object, "guard"),
        .effects = effects_read(reader, object),
    };
    struct guard_problem problem;
    action.guard = guard_read(reader->findings->arena, action.guard_text, &problem); /* workflow_check() says what */
    if (action.role == 0)
        action.role = workflow->steps[from].role;
    workflow->actions[workflow->n_actions++] = action;
}

static void actions_read(struct reader *reader, json_t *steps, struct workflow *workflow)
{
    for (size_t from = 0; from < workflow->n_steps; from++) {
        json_t *list = json_object_get(json_array_get(steps, from), "actions");
        reader->step = workflow->steps[from].code;
        for (size_t i = 0; i < json_array_size(list); i++) {
            if (workflow->n_actions == WORKFLOW_ACTIONS_MAX) {
                wrong(reader, FAULT_TOO_MANY, "actions")->limit = WORKFLOW_ACTIONS_MAX;
                return;
            }
            action_read(reader, json_array_get(list, i), from, i, workflow);
        }
    }
}

void workflow_json_read(json_t *item, struct workflow *workflow, struct workflow_findings *findings)
{
    struct reader reader = {.findings = findings, .step = "", .action = ""};
    *workflow = (struct workflow){.code = "", .name = "", .name_en = "", .note = ""};
    workflow->steps = arena_take_array(findings->arena, WORKFLOW_STEPS_MAX, sizeof *workflow->steps);
    workflow->actions = arena_take_array(findings->arena, WORKFLOW_ACTIONS_MAX, sizeof *workflow->actions);
    if (!members_check(&reader, item, head_members, "description"))
        return;
    workflow->code = code_of(&reader, item);
    workflow->name = text_of(&reader, item, "name");
    workflow->name_en = text_of(&reader, item, "name_en");
    workflow->note = text_of(&reader, item, "note");
    workflow->is_default = json_is_true(json_object_get(item, "default"));
    json_t *steps = json_object_get(item, "steps");
    if (json_array_size(steps) > WORKFLOW_STEPS_MAX)
        wrong(&reader, FAULT_TOO_MANY, "steps")->limit = WORKFLOW_STEPS_MAX;
    for (size_t i = 0; i < json_array_size(steps) && i < WORKFLOW_STEPS_MAX; i++)
        step_read(&reader, json_array_get(steps, i), workflow);
    actions_read(&reader, steps, workflow);
}

bool workflow_json_parse(const char *text, size_t length, struct workflow *workflow,
                         struct workflow_findings *findings)
{
    json_error_t error;
    json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        *workflow = (struct workflow){.code = "", .name = "", .name_en = "", .note = ""};
        workflow_find(findings, FAULT_NOT_JSON, "", "",
                      arena_format(findings->arena, "%d:%d", error.line, error.column));
        return false;
    }
    json_t *items = json_object_get(root, "items");
    workflow_json_read(json_array_size(items) == 1 ? json_array_get(items, 0) : root, workflow, findings);
    json_decref(root);
    return workflow->n_steps > 0;
}
