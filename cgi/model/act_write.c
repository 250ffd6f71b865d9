/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The rows an act writes.
 */
#include <stdlib.h>
#include <string.h>

#include "model/act_inside.h"
#include "model/outbox.h"

const char *act_moment(const struct act_case *c, int64_t minute)
{
    if (minute < 0)
        return "";
    struct civil moment = civil_from_minute(minute);
    return date_format_iso_time(arena_take(c->arena, DATE_TEXT_MAX), &moment);
}

struct db_value act_when(const struct act_case *c, int64_t minute)
{
    return minute < 0 ? db_null() : db_text(act_moment(c, minute));
}

const char *act_setting(const struct act_case *c, const char *name, const char *usual)
{
    struct db_row row;
    bool found = db_one(c->db, c->arena, "select value from setting where name = ?",
                        DB_ARGS(db_text(name)), &row) == DB_OK;
    return found && row.text[0] && *row.text[0] ? row.text[0] : usual;
}

enum act_result act_wrong(struct act_doing *d, const char *field, const char *error)
{
    d->out->field = field;
    d->out->error = error;
    return ACT_WRONG;
}

enum act_result act_refused(struct act_doing *d, const char *blocked)
{
    d->out->blocked = blocked;
    return ACT_REFUSED;
}

/* ---- what happened --------------------------------------------------------------------------- */

enum db_result act_event_put(struct act_doing *d, const struct act_event *event)
{
    struct act_case *c = d->c;
    struct event_row row = {
        .dossier = c->id,
        .seq = ++c->seq,
        .at = c->now,
        .type = event->type,
        .actor = c->user,
        .behalf = d->may.behalf,
        .unit = d->may.unit,
        .branch = event->branch,
        .from = event->to ? c->row.state : NULL,
        .to = event->to,
        .is_public = event->is_public,
        .public_note = event->public_note,
        .note = event->note,
        .data = json_taken(c->arena, event->data),
    };
    if (!d->out->seq)
        d->out->seq = c->seq;
    if (event->to)
        c->row.state = event->to;
    return event_write(c->db, &row);
}

enum db_result act_tell(struct act_doing *d, const char *occasion, json_t *more)
{
    struct act_case *c = d->c;
    const struct agency_node *counter = agency_node(c->tree, c->counter);
    json_t *data = json_pack("{s:s, s:s, s:s, s:s}", "number", c->number, "procedure",
                             c->procedure, "due", act_moment(c, c->row.due), "place",
                             counter ? counter->name : "");
    if (more)
        json_object_update(data, more);
    json_decref(more);
    struct outbox_news news = {
        .dossier = c->id,
        .seq = c->seq,
        .occasion = occasion,
        .email = c->email,
        .phone = c->phone,
        .data = json_taken(c->arena, data),
    };
    return outbox_tell(c->db, c->arena, &c->now, &news);
}

/* ---- the dossier ----------------------------------------------------------------------------- */

enum db_result act_row_write(struct act_case *c)
{
    const struct act_row *row = &c->row;
    struct db_value state = db_text(row->state);
    return db_exec(c->db,
                   "update dossier set version = version + 1, state_at = if(state = ?, state_at, ?),"
                   " state = ?, due_at = ?, extended_due_at = ?, apologised_at = ?,"
                   " decided_at = ?, ready_at = ?, returned_at = ?, closed_at = ?"
                   " where id = ? and version = ?",
                   DB_ARGS(state, act_when(c, c->minute), state, act_when(c, row->due),
                           act_when(c, row->extended), act_when(c, row->apologised),
                           act_when(c, row->decided), act_when(c, row->ready),
                           act_when(c, row->returned), act_when(c, row->closed),
                           db_id(c->id), db_number(c->version)));
}

enum db_result act_row_end(struct act_case *c)
{
    int64_t days = strtoll(act_setting(c, "lookup_days_after_return", "90"), NULL, 10);
    c->row.closed = c->minute;
    return db_exec(c->db, "update dossier set lookup_expires_at = ? where id = ?",
                   DB_ARGS(act_when(c, c->minute + days * DATE_DAY_MINUTES), db_id(c->id)));
}

/* ---- tasks and branches ---------------------------------------------------------------------- */

/* Whoever acts has it: on behalf of the absent one it stays the absent one's. */
enum db_result act_task_close(struct act_doing *d, struct act_task *task)
{
    struct act_case *c = d->c;
    const struct workflow_step *step = act_step_at(c, task);
    bool mine = (!step || (step->kind == STEP_TASK && step->role)) && d->task == task;
    if (mine && !task->assignee) {
        task->assignee = d->may.behalf ? d->may.behalf : c->user;
        task->unit = step && step->place == PLACE_COUNTER ? task->unit : d->may.unit;
    }
    task->closed = c->minute;
    return db_exec(c->db,
                   "update task set closed_at = ?, closed_by_seq = ?, assignee_id = ?, unit_id = ?"
                   " where id = ? and closed_at is null",
                   DB_ARGS(act_when(c, c->minute), db_number(d->out->seq ? d->out->seq : c->seq + 1),
                           db_id(task->assignee), db_id(task->unit),
                           db_id(task->id)));
}

enum db_result act_task_open(struct act_case *c, struct act_branch *branch, size_t step,
                             uint64_t unit, uint64_t person, int64_t due, uint64_t *id)
{
    struct task_row row = {
        .branch = branch->id,
        .step = step == WORKFLOW_NOWHERE ? 0 : c->workflow->steps[step].id,
        .unit = unit,
        .assignee = person,
        .opened = c->minute,
        .due = due,
        .closed = -1,
    };
    if (task_write(c->db, &row, id) != DB_OK)
        return DB_FAIL;
    struct act_task *more = arena_take_array(c->arena, branch->n_tasks + 1, sizeof *more);
    if (branch->n_tasks)
        memcpy(more, branch->tasks, branch->n_tasks * sizeof *more);
    more[branch->n_tasks++] = (struct act_task){
        .id = *id, .unit = unit, .assignee = person, .assignee_name = "", .step = step,
        .opened = c->minute, .due = due, .closed = -1};
    branch->tasks = more;
    branch->now = &more[branch->n_tasks - 1];
    return DB_OK;
}

enum db_result act_branch_state(struct act_case *c, struct act_branch *branch, const char *state,
                                const char *outcome)
{
    bool closed = strcmp(state, "closed") == 0 || strcmp(state, "cancelled") == 0;
    branch->open = !closed;
    branch->refused = strcmp(outcome, "refused") == 0;
    return db_exec(c->db, "update branch set state = ?, outcome = ?, closed_at = ? where id = ?",
                   DB_ARGS(db_text(state), db_text(outcome),
                           closed ? act_when(c, c->minute) : db_null(), db_id(branch->id)));
}

enum db_result act_all_close(struct act_doing *d, bool main_too, bool only_beside)
{
    struct act_case *c = d->c;
    for (size_t i = 0; i < c->n_branches; i++) {
        struct act_branch *branch = &c->branches[i];
        bool is_main = branch->kind == BRANCH_MAIN;
        if (!branch->open || (is_main && !main_too) || (only_beside && !branch->beside))
            continue;
        if (branch->now && branch->now->closed < 0 && act_task_close(d, branch->now) != DB_OK)
            return DB_FAIL;
        if (act_branch_state(c, branch, is_main ? "closed" : "cancelled", "none") != DB_OK)
            return DB_FAIL;
    }
    return DB_OK;
}
