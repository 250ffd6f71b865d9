/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow.h"

/* More than a province has in use; the one not asked for the longest makes room. An edition takes about 30 KB. */
enum { HELD_MAX = 512, ARENA_MAX = 1024 * 1024 };

static struct held {
    struct arena *arena; /* of this edition alone; NULL: free */
    struct workflow workflow;
    uint64_t asked; /* when it was last asked for, in askings */
} held[HELD_MAX];
static uint64_t askings;

void workflow_forget(void)
{
    for (size_t i = 0; i < HELD_MAX; i++) {
        arena_close(held[i].arena);
        held[i] = (struct held){0};
    }
}

/* The one that holds it, or a place for it. */
static struct held *place_of(uint64_t rev)
{
    struct held *oldest = &held[0];
    for (size_t i = 0; i < HELD_MAX; i++) {
        if (held[i].arena && held[i].workflow.rev == rev)
            return &held[i];
        if (held[i].asked < oldest->asked)
            oldest = &held[i];
    }
    return oldest;
}

enum db_result workflow_edition(struct db *db, uint64_t rev, const struct workflow **workflow)
{
    struct held *place = place_of(rev);
    if (!place->arena || place->workflow.rev != rev) {
        struct arena *arena = arena_open(ARENA_MAX);
        struct workflow read;
        enum db_result result = workflow_read(db, arena, rev, &read);
        if (result != DB_OK || !read.published) {
            arena_close(arena);
            return result == DB_OK ? DB_NONE : result;
        }
        arena_close(place->arena);
        *place = (struct held){.arena = arena, .workflow = read};
    }
    place->asked = ++askings;
    *workflow = &place->workflow;
    return DB_OK;
}

size_t workflow_step_of(const struct workflow *workflow, uint64_t id)
{
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (workflow->steps[i].id == id)
            return i;
    return WORKFLOW_NOWHERE;
}

size_t workflow_first(const struct workflow *workflow)
{
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (workflow->steps[i].branch == BRANCH_MAIN && workflow->steps[i].kind == STEP_TASK)
            return i;
    return WORKFLOW_NOWHERE;
}

bool workflow_begins_branch(const struct workflow *workflow, size_t step)
{
    enum step_branch branch = workflow->steps[step].branch;
    if (branch == BRANCH_MAIN)
        return false;
    for (size_t i = 0; i < workflow->n_actions; i++) {
        const struct workflow_action *action = &workflow->actions[i];
        if (action->to == step && action->from < step && workflow->steps[action->from].branch == branch)
            return false;
    }
    return true;
}
