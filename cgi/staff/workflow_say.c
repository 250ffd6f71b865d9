/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/workflow_say.h"

#include "lib/buffer.h"
#include "lib/say.h"
#include "model/workflow_words.h"
#include "model/worktime.h"

enum { GUARD_SAID_MAX = 16384 };

static const char *joined(struct request *rq, const char *left, const char *between, const char *right)
{
    return *left && *right ? arena_format(rq->arena, "%s%s%s", left, between, right) : *left ? left : right;
}

const char *say_minutes(struct request *rq, int64_t minutes)
{
    struct worktime_parts parts = worktime_split(minutes, WORKTIME_DAY);
    const char *text = parts.days ? say_count(rq, "time.working_days", parts.days) : "";
    text = joined(rq, text, " ", parts.hours ? say_count(rq, "time.hours", parts.hours) : "");
    return joined(rq, text, " ",
                  parts.minutes || !*text ? say_count(rq, "time.minutes", parts.minutes) : "");
}

/* The length of "= 0", "> 0" or nothing behind a fact, and whether it asks for none; 0 when it asks for a number. */
static bool plain_question(const char *text, size_t *length, bool *none)
{
    static const struct {
        const char *sign;
        bool none;
    } signs[] = {{"=", true}, {"!=", false}, {">", false}};
    size_t space = strspn(text, " ");
    *length = 0;
    *none = false;
    if (!text[space] || !strchr("=!<>", text[space]))
        return true; /* the fact alone */
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i].sign), at = space + n;
        if (strncmp(text + space, signs[i].sign, n) != 0)
            continue;
        at += strspn(text + at, " ");
        *length = at + 1;
        *none = signs[i].none;
        return text[at] == '0' && !strchr("0123456789", text[at + 1] ? text[at + 1] : ' ');
    }
    return false;
}

/* One word of a condition, with what is asked of it where that is none or any; how much of the text it took. */
static size_t guard_word(struct request *rq, struct buffer *out, const char *text)
{
    size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz_"), more;
    bool none;
    if (n == 0) {
        buffer_add(out, text, 1);
        return 1;
    }
    const char *name = arena_copy_bytes(rq->arena, text, n);
    const char *word = say_one(rq, "guard_word", name);
    if (*say_one(rq, "guard_none", name) && plain_question(text + n, &more, &none)) {
        buffer_text(out, say_one(rq, none ? "guard_none" : "guard_some", name));
        return n + more;
    }
    buffer_text(out, *word ? word : name);
    return n;
}

const char *say_guard(struct request *rq, const char *text)
{
    struct buffer out;
    buffer_init(&out, GUARD_SAID_MAX);
    while (*text)
        text += guard_word(rq, &out, text);
    const char *said = arena_copy_bytes(rq->arena, out.bytes ? out.bytes : "", out.length);
    buffer_release(&out);
    return said;
}

const char *say_effects(struct request *rq, unsigned effects)
{
    const char *text = "";
    for (int bit = 0; bit < ACTION_EFFECTS; bit++)
        if (effects & 1u << bit)
            text = joined(rq, text, "; ", say_one(rq, "workflow_effect", action_effect_names[bit]));
    return text;
}

const char *say_term(struct request *rq, int64_t value, const char *unit)
{
    if (value < 0 || !*unit)
        return "";
    if (strcmp(unit, "same_day") == 0)
        return say(rq, "term.same_day");
    return say_count(rq, arena_format(rq->arena, "term.%s", unit), value);
}

/* ---- findings ------------------------------------------------------------------------------------- */

static const char *guard_said(struct request *rq, const struct guard_problem *problem)
{
    return say_fill(rq, arena_format(rq->arena, "guard_error.%s", guard_error_names[problem->error]), "column",
                    arena_format(rq->arena, "%u", problem->column), "open",
                    arena_format(rq->arena, "%u", problem->open), "found",
                    *problem->found ? problem->found : say(rq, "guard_error.end"), NULL);
}

const char *say_finding(struct request *rq, const struct workflow_finding *finding)
{
    const char *detail = finding->fault == FAULT_GUARD ? guard_said(rq, &finding->problem) : finding->detail;
    const char *said =
        say_fill(rq, arena_format(rq->arena, "workflow_fault.%s", workflow_fault_name(finding->fault)), "d", detail,
                 "need", say_minutes(rq, finding->need), "limit", say_minutes(rq, finding->limit), NULL);
    if (*finding->action)
        return say_fill(rq, "workflow.at_action", "step", finding->step, "action", finding->action, "said", said, NULL);
    if (*finding->step)
        return say_fill(rq, "workflow.at_step", "step", finding->step, "said", said, NULL);
    return said;
}

/* ---- changes --------------------------------------------------------------------------------------- */

/* A value of workflows.json in words. */
static const char *value_said(struct request *rq, const char *member, const char *value)
{
    static const struct {
        const char *member, *section;
    } sections[] = {{"role", "role"},     {"kind", "workflow_kind"},    {"place", "workflow_place"},
                 {"branch", "workflow_branch"}, {"public_state", "state"}};
    if (!*value)
        return say(rq, "workflow.none");
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (strcmp(member, sections[i].member) == 0)
            return say_one(rq, sections[i].section, value);
    if (strcmp(member, "minutes") == 0)
        return say_minutes(rq, strtoll(value, NULL, 10));
    if (strcmp(member, "guard") == 0)
        return say_guard(rq, value);
    if (strcmp(member, "default") == 0)
        return say(rq, "workflow.yes");
    if (strcmp(member, "effects") == 0) {
        unsigned effects = 0;
        const char *words = arena_format(rq->arena, " %s ", value);
        for (int bit = 0; bit < ACTION_EFFECTS; bit++)
            if (strstr(words, arena_format(rq->arena, " %s ", action_effect_names[bit])))
                effects |= 1u << bit;
        return say_effects(rq, effects);
    }
    return value;
}

void say_changes(struct request *rq, const char *list, const struct workflow_change *changes, size_t n)
{
    static const char *const kinds[] = {"added", "removed", "changed"};
    for (size_t i = 0; i < n; i++) {
        const struct workflow_change *change = &changes[i];
        struct data *item = data_add(rq->data, list);
        const char *step = change->step ? say_either(rq, change->step->name, change->step->name_en) : "";
        const char *action = change->action ? say_either(rq, change->action->name, change->action->name_en) : "";
        data_set(item, "Kind", kinds[change->difference]);
        data_set(item, "KindText", say_one(rq, "workflow_change", kinds[change->difference]));
        data_set(item, "Where", *step ? joined(rq, step, " → ", action) : say(rq, "workflow.whole"));
        if (change->difference != DIFFERENCE_CHANGED)
            continue;
        data_set(item, "Member", say_one(rq, "workflow_member", change->member));
        data_set(item, "Before", value_said(rq, change->member, change->before));
        data_set(item, "After", value_said(rq, change->member, change->after));
    }
}
