/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_finding.h"

/* The name of a fault, and what is said of it in English; {d} is the detail. */
static const struct {
    const char *name, *sentence;
} faults[FAULT_END] = {
    [FAULT_NOT_JSON] = {"not_json", "this is no JSON (line and column {d})"},
    [FAULT_NOT_WORKFLOW] = {"not_workflow", "this is no {d} of a workflow"},
    [FAULT_MEMBER_UNKNOWN] = {"member_unknown", "there is no member \"{d}\""},
    [FAULT_MEMBER_MISSING] = {"member_missing", "\"{d}\" is missing"},
    [FAULT_MEMBER_KIND] = {"member_kind", "\"{d}\" is not of its kind (text, number, true or false, list)"},
    [FAULT_MEMBER_LONG] = {"member_long", "\"{d}\" is too long"},
    [FAULT_WORD_UNKNOWN] = {"word_unknown", "this word is not known here: {d}"},
    [FAULT_TOO_MANY] = {"too_many", "there are too many {d}"},
    [FAULT_CODE_BAD] = {"code_bad", "a code has only letters a to z, digits and -, not \"{d}\""},
    [FAULT_CODE_OTHER] = {"code_other", "the code is not \"{d}\""},
    [FAULT_STEP_TWICE] = {"step_twice", "two steps have this code"},
    [FAULT_ACTION_TWICE] = {"action_twice", "two actions of the step have this code"},
    [FAULT_STEP_UNKNOWN] = {"step_unknown", "it leads to \"{d}\", which is no step"},
    [FAULT_ROLE_UNKNOWN] = {"role_unknown", "there is no role \"{d}\""},
    [FAULT_AGENCY_UNKNOWN] = {"agency_unknown", "there is no agency \"{d}\""},
    [FAULT_NO_FIRST_STEP] = {"no_first_step", "no task of the main branch to begin with"},
    [FAULT_UNREACHABLE] = {"unreachable", "the step cannot be reached"},
    [FAULT_NO_END] = {"no_end", "no end can be reached from here"},
    [FAULT_END_GOES_ON] = {"end_goes_on", "an end has actions"},
    [FAULT_NEVER_RETURNED] = {"never_returned", "it ends without the state returned"},
    [FAULT_NEVER_DECIDED] = {"never_decided", "the end can be reached without approval or refusal"},
    [FAULT_ROLE_MISSING] = {"role_missing", "no role may do it"},
    [FAULT_AGENCY_MISSING] = {"agency_missing", "place \"other\" needs an agency"},
    [FAULT_STATE_KIND] = {"state_kind", "the kind of the step and the state \"{d}\" contradict each other"},
    [FAULT_JOIN_PLACE] = {"join_place", "a join belongs to the main branch and has exactly one action"},
    [FAULT_JOIN_EMPTY] = {"join_empty", "a join to which one comes without branches opened"},
    [FAULT_OPENS_WITHOUT_JOIN] = {"opens_without_join", "branches are opened, but it does not lead to a join"},
    [FAULT_OPENS_NOTHING] = {"opens_nothing", "branches are opened, but no step begins one"},
    [FAULT_NEVER_OPENED] = {"never_opened", "no action opens this branch"},
    [FAULT_CROSSES] = {"crosses", "it leads into another branch, to \"{d}\""},
    [FAULT_GUARD] = {"guard", "its condition cannot be read, {d}"},
    [FAULT_CODE_STANDING] = {"code_standing", "the code belongs to an act that is open at every step"},
    [FAULT_BOTH_WAYS] = {"both_ways", "it approves and refuses"},
    [FAULT_DECIDES_IN_BRANCH] = {"decides_in_branch", "only the main branch approves or refuses"},
    [FAULT_NUMBER_EARLY] = {"number_early", "the result is numbered before the decision"},
    [FAULT_RELEASE_EARLY] = {"release_early", "results are released before the decision"},
    [FAULT_SUPPLEMENT_PLACE] = {"supplement_place",
                                "request_supplement, and only that, leads to a step that waits for the citizen"},
    [FAULT_FEE_PLACE] = {"fee_place", "request_fee, and only that, leads to a step that waits for money"},
    [FAULT_OVER_LIMIT] = {"over_limit", "longer than the time limit of procedure {d}"},
};

const char *workflow_fault_name(enum workflow_fault fault)
{
    return faults[fault].name;
}

struct workflow_finding *workflow_find(struct workflow_findings *findings, enum workflow_fault fault,
                                       const char *step, const char *action, const char *detail)
{
    static struct workflow_finding left_off;
    struct workflow_finding *finding =
        findings->n < WORKFLOW_FINDINGS_MAX ? &findings->items[findings->n++] : &left_off;
    *finding = (struct workflow_finding){
        .fault = fault,
        .step = arena_copy(findings->arena, step),
        .action = arena_copy(findings->arena, action),
        .detail = arena_copy(findings->arena, detail),
        .problem.found = "",
    };
    return finding;
}

static const char *filled(struct arena *arena, const char *sentence, const char *detail)
{
    const char *at = strstr(sentence, "{d}");
    return at ? arena_format(arena, "%.*s%s%s", (int)(at - sentence), sentence, detail, at + 3) : sentence;
}

/* Minutes of work as hours, with one decimal where they are not whole. */
static const char *hours(struct arena *arena, int64_t minutes)
{
    int64_t tenths = (minutes * 10 + 59) / 60;
    if (tenths % 10)
        return arena_format(arena, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
    return arena_format(arena, "%lld", (long long)(tenths / 10));
}

const char *workflow_finding_sentence(struct arena *arena, const struct workflow_finding *finding)
{
    const char *detail = finding->detail;
    if (finding->fault == FAULT_GUARD)
        detail = guard_sentence(arena, &finding->problem);
    const char *said = filled(arena, faults[finding->fault].sentence, detail);
    if (finding->fault == FAULT_OVER_LIMIT)
        said = arena_format(arena, "%s: needs %s working hours, the law gives %s", said,
                            hours(arena, finding->need), hours(arena, finding->limit));
    if (*finding->action)
        return arena_format(arena, "step %s, action %s: %s", finding->step, finding->action, said);
    if (*finding->step)
        return arena_format(arena, "step %s: %s", finding->step, said);
    return said;
}
