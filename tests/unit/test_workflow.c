/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "model/workflow.h"

/* Two joint branches, one of two steps that may go back, and an opinion whose step repeats itself. */
static struct workflow_step steps[] = {
    {.id = 40, .code = "cho", .kind = STEP_JOIN},
    {.id = 10, .code = "tiep-nhan"},
    {.id = 20, .code = "thue", .branch = BRANCH_JOINT},
    {.id = 21, .code = "thue-ky", .branch = BRANCH_JOINT},
    {.id = 30, .code = "cong-an", .branch = BRANCH_JOINT},
    {.id = 50, .code = "y-kien", .branch = BRANCH_OPINION},
};
static struct workflow_action actions[] = {
    {.from = 1, .to = 0, .code = "gui", .effects = EFFECT_OPEN_BRANCHES},
    {.from = 2, .to = 3, .code = "trinh"},
    {.from = 3, .to = WORKFLOW_NOWHERE, .code = "ky"},
    {.from = 3, .to = 2, .code = "tra-lai"},
    {.from = 4, .to = WORKFLOW_NOWHERE, .code = "xong"},
    {.from = 5, .to = 5, .code = "hoi-them"},
    {.from = 5, .to = WORKFLOW_NOWHERE, .code = "tra-loi"},
};
static const struct workflow workflow = {.steps = steps, .n_steps = 6, .actions = actions, .n_actions = 7};

static void branches_begin_where_nothing_of_their_kind_leads(void **state)
{
    (void)state;
    static const bool begins[] = {false, false, true, false, true, true};
    for (size_t i = 0; i < workflow.n_steps; i++)
        assert_int_equal(workflow_begins_branch(&workflow, i), begins[i]);
}

static void dossiers_begin_at_the_first_task_of_the_main_branch(void **state)
{
    (void)state;
    assert_int_equal(workflow_first(&workflow), 1);
    const struct workflow none = {.steps = steps, .n_steps = 1};
    assert_int_equal(workflow_first(&none), WORKFLOW_NOWHERE);
}

static void steps_are_found_by_their_row(void **state)
{
    (void)state;
    assert_int_equal(workflow_step_of(&workflow, 40), 0);
    assert_int_equal(workflow_step_of(&workflow, 50), 5);
    assert_int_equal(workflow_step_of(&workflow, 0), WORKFLOW_NOWHERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(branches_begin_where_nothing_of_their_kind_leads),
        cmocka_unit_test(dossiers_begin_at_the_first_task_of_the_main_branch),
        cmocka_unit_test(steps_are_found_by_their_row),
    };
    return cmocka_run_group_tests_name("workflow", tests, NULL, NULL);
}
