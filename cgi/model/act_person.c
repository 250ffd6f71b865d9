/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Who has a task: taken, assigned, reassigned; and the last move taken back.
 */
#include <stdlib.h>
#include <string.h>

#include "model/act_inside.h"

static enum db_result holder_write(struct act_case *c, uint64_t task, uint64_t person, uint64_t unit)
{
    return db_exec(c->db,
                   "update task set assignee_id = ?, unit_id = ? where id = ? and closed_at is null",
                   DB_ARGS(db_id(person), db_id(unit), db_id(task)));
}

/* What was before stands in the event, so that it can be taken back. */
static enum act_result holder_change(struct act_doing *d, const char *type, uint64_t person,
                                     const char *name, uint64_t unit)
{
    const struct act_task *task = d->task;
    struct act_event event = {
        .type = type,
        .note = d->in->note,
        .branch = d->branch->id,
        .data = json_pack("{s:s, s:I, s:I, s:I, s:s, s:s}", "undo", "holder", "task",
                          (json_int_t)task->id, "had", (json_int_t)task->assignee, "at",
                          (json_int_t)task->unit, "from", task->assignee_name, "person", name),
    };
    if (holder_write(d->c, task->id, person, unit) != DB_OK || act_event_put(d, &event) != DB_OK ||
        act_row_write(d->c) != DB_OK)
        return ACT_FAIL;
    return ACT_DONE;
}

enum act_result act_take_do(struct act_doing *d)
{
    const struct workflow_step *step = act_step_at(d->c, d->task);
    bool counter = step && step->place == PLACE_COUNTER;
    return holder_change(d, "taken", d->may.behalf ? d->may.behalf : d->c->user, "",
                         counter ? d->task->unit : d->may.unit);
}

enum act_result act_assign_do(struct act_doing *d)
{
    struct act_case *c = d->c;
    struct role_holders holders;
    if (!d->in->person)
        return act_wrong(d, "person", "required");
    uint64_t body = agency_body(c->tree, d->may.unit);
    if (role_holders_read(c->db, c->arena, &c->now, d->offer->to_role,
                          agency_units_json(c->tree, c->arena, body), &holders) == DB_FAIL)
        return ACT_FAIL;
    for (size_t i = 0; i < holders.n; i++) {
        const struct role_holder *who = &holders.people[i];
        if (who->id != d->in->person || !role_holder_fits(c->tree, who, d->may.unit))
            continue;
        uint64_t unit = agency_inside(c->tree, who->grant, d->may.unit) ? who->grant : d->may.unit;
        return holder_change(d, d->task->assignee ? "reassigned" : "assigned", who->id, who->name,
                             unit);
    }
    return act_wrong(d, "person", "not_choice");
}

/* ---- taken back ------------------------------------------------------------------------------ */

static json_t *last_data(const struct act_case *c)
{
    return json_loads(*c->last.data ? c->last.data : "{}", 0, NULL);
}

static uint64_t id_in(const json_t *data, const char *name)
{
    return (uint64_t)json_integer_value(json_object_get(data, name));
}

bool act_undo_possible(const struct act_case *c)
{
    int64_t age = civil_second(&c->now) - civil_second(&c->last.at);
    if (c->last.actor != c->user || age < 0 || age > ACT_UNDO_MINUTES * 60 || !act_may_again(c))
        return false;
    json_t *data = last_data(c);
    bool possible = json_is_string(json_object_get(data, "undo"));
    json_decref(data);
    return possible;
}

/* The task that was left is open again with the same person; the one entered since is closed. */
static enum db_result step_back(struct act_doing *d, uint64_t left, uint64_t entered)
{
    struct act_case *c = d->c;
    struct db_value at = db_text(act_moment(c, c->minute));
    if (db_exec(c->db,
                "update task set closed_at = ?, closed_by_seq = ? where id = ?"
                " and closed_at is null",
                DB_ARGS(at, db_number(c->seq + 1), db_id(entered))) != DB_OK)
        return DB_FAIL;
    return db_exec(c->db, "update task set closed_at = null, closed_by_seq = null where id = ?",
                   DB_ARGS(db_id(left)));
}

static enum db_result undo(struct act_doing *d, const json_t *data)
{
    if (strcmp(json_string_value(json_object_get(data, "undo")), "holder") == 0)
        return holder_write(d->c, id_in(data, "task"), id_in(data, "had"), id_in(data, "at"));
    return step_back(d, id_in(data, "task"), id_in(data, "opened"));
}

enum act_result act_undo_do(struct act_doing *d)
{
    struct act_case *c = d->c;
    json_t *data = last_data(c);
    enum db_result result = undo(d, data);
    json_decref(data);
    const char *before = c->last.from_state;
    struct act_event event = {.type = "undone",
                              .is_public = c->last.is_public && before,
                              .to = before,
                              .note = d->in->note,
                              .data = json_pack("{s:i}", "event", (int)c->last.seq)};
    if (result != DB_OK || act_event_put(d, &event) != DB_OK || act_row_write(c) != DB_OK)
        return ACT_FAIL;
    return ACT_DONE;
}
