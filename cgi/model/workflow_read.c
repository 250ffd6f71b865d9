/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow.h"

#include <stdlib.h>

/* The columns that are enums and sets count as the enums of workflow.h do. */
static const char head_sql[] =
    "select w.code, w.name, w.name_en, r.published_at is not null, r.rev_no, r.note, w.is_default from workflow_rev r"
    " join workflow w on w.id = r.workflow_id where r.id = ?";
static const char steps_sql[] =
    "select s.id, s.code, s.name, s.name_en, s.public_name, s.public_name_en, s.kind + 0, s.place + 0,"
    " ifnull(s.agency_id, 0), ifnull(s.role + 0, 0), s.branch + 0, ifnull(s.duration_min, -1), s.public_state,"
    " a.code, a.name, a.name_en from wf_step s left join agency a on a.id = s.agency_id"
    " where s.workflow_rev_id = ? order by s.position, s.id";
static const char actions_sql[] =
    "select a.id, a.from_step_id, ifnull(a.to_step_id, 0), a.code, a.name, a.name_en, ifnull(a.role + 0, 0),"
    " a.guard, a.effects + 0 from wf_action a join wf_step s on s.id = a.from_step_id"
    " where a.workflow_rev_id = ? order by s.position, s.id, a.position, a.id";

struct reading {
    struct arena *arena;
    struct workflow *workflow;
    bool full; /* more rows than an edition may have */
};

static long number(const struct db_row *row, size_t column)
{
    return strtol(row->text[column], NULL, 10);
}

static bool step_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct workflow *workflow = reading->workflow;
    reading->full = workflow->n_steps == WORKFLOW_STEPS_MAX;
    if (reading->full)
        return false;
    workflow->steps[workflow->n_steps++] = (struct workflow_step){
        .id = strtoull(row->text[0], NULL, 10),
        .code = arena_copy(reading->arena, row->text[1]),
        .name = arena_copy(reading->arena, row->text[2]),
        .name_en = arena_copy(reading->arena, row->text[3]),
        .public_name = arena_copy(reading->arena, row->text[4]),
        .public_name_en = arena_copy(reading->arena, row->text[5]),
        .kind = (enum step_kind)(number(row, 6) - 1),
        .place = (enum step_place)(number(row, 7) - 1),
        .agency = strtoull(row->text[8], NULL, 10),
        .role = (enum role)number(row, 9),
        .branch = (enum step_branch)(number(row, 10) - 1),
        .minutes = number(row, 11),
        .state = arena_copy(reading->arena, row->text[12]),
        .agency_code = arena_copy(reading->arena, row->text[13]),
        .agency_name = arena_copy(reading->arena, row->text[14]),
        .agency_name_en = arena_copy(reading->arena, row->text[15]),
    };
    return true;
}

static bool action_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct workflow *workflow = reading->workflow;
    reading->full = workflow->n_actions == WORKFLOW_ACTIONS_MAX;
    if (reading->full)
        return false;
    struct workflow_action *action = &workflow->actions[workflow->n_actions++];
    *action = (struct workflow_action){
        .id = strtoull(row->text[0], NULL, 10),
        .from = workflow_step_of(workflow, strtoull(row->text[1], NULL, 10)),
        .to = workflow_step_of(workflow, strtoull(row->text[2], NULL, 10)),
        .code = arena_copy(reading->arena, row->text[3]),
        .name = arena_copy(reading->arena, row->text[4]),
        .name_en = arena_copy(reading->arena, row->text[5]),
        .role = (enum role)number(row, 6),
        .guard_text = arena_copy(reading->arena, row->text[7]),
        .effects = (unsigned)number(row, 8),
    };
    const char *error;
    action->guard = guard_parse(reading->arena, action->guard_text, &error);
    if (action->role == 0)
        action->role = workflow->steps[action->from].role;
    return true;
}

static enum db_result head_read(struct db *db, struct arena *arena, struct workflow *workflow)
{
    struct db_row row;
    enum db_result result = db_one(db, arena, head_sql, DB_ARGS(db_number((int64_t)workflow->rev)), &row);
    if (result != DB_OK)
        return result;
    workflow->code = row.text[0];
    workflow->name = row.text[1];
    workflow->name_en = row.text[2];
    workflow->published = number(&row, 3) != 0;
    workflow->rev_no = (unsigned)number(&row, 4);
    workflow->note = row.text[5];
    workflow->is_default = number(&row, 6) != 0;
    return DB_OK;
}

enum db_result workflow_read(struct db *db, struct arena *arena, uint64_t rev, struct workflow *workflow)
{
    *workflow = (struct workflow){.rev = rev};
    enum db_result result = head_read(db, arena, workflow);
    if (result != DB_OK)
        return result;
    workflow->steps = arena_take_array(arena, WORKFLOW_STEPS_MAX, sizeof *workflow->steps);
    workflow->actions = arena_take_array(arena, WORKFLOW_ACTIONS_MAX, sizeof *workflow->actions);
    struct reading reading = {arena, workflow, false};
    const struct db_value key = db_number((int64_t)rev);
    if (db_each(db, steps_sql, DB_ARGS(key), step_row, &reading) == DB_FAIL || reading.full ||
        db_each(db, actions_sql, DB_ARGS(key), action_row, &reading) == DB_FAIL || reading.full)
        return DB_FAIL;
    return DB_OK;
}
