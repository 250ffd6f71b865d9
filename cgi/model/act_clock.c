/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The clock of the whole dossier: when it stands, when it goes on, and what follows it.
 */
#include <string.h>

#include "model/act_inside.h"

enum db_result act_pause_begin(struct act_case *c, const char *reason, uint64_t supplement,
                               const char *public_note)
{
    if (!c->clock)
        return DB_OK;
    enum db_result result = db_exec(
        c->db,
        "insert into clock_pause (clock_id, from_at, reason, supplement_id, public_note)"
        " values (?, ?, ?, ?, left(?, 300))",
        DB_ARGS(db_id(c->clock), db_text(act_moment(c, c->minute)), db_text(reason),
                db_id(supplement), db_text(public_note)));
    c->pause = db_inserted(c->db);
    return result;
}

enum db_result act_pause_end(struct act_case *c, bool restart)
{
    if (!c->pause)
        return DB_OK;
    if (db_exec(c->db, "update clock_pause set to_at = ?, is_restart = ? where id = ?",
                DB_ARGS(db_text(act_moment(c, c->minute)), db_number(restart),
                        db_id(c->pause))) != DB_OK)
        return DB_FAIL;
    c->pause = 0;
    struct dossier_due due;
    if (dossier_due(c->db, c->arena, c->id, &due) != DB_OK)
        return DB_FAIL;
    if (due.known && !due.standing)
        c->row.due = due.due;
    return DB_OK;
}

enum db_result act_clock_stop(struct act_case *c)
{
    return db_exec(c->db, "update clock set stopped_at = ? where id = ?",
                   DB_ARGS(db_text(act_moment(c, c->minute)), db_id(c->clock))) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}

/* One that stood while its step was open gets the time back; one that has the dossier's time follows it. */
static int64_t follow(const struct act_case *c, int64_t due, uint64_t unit, int64_t old_due,
                      int64_t stood_from)
{
    if (due < 0 || due == old_due)
        return due == old_due ? c->row.due : due;
    const struct worktime_calendar *calendar = act_calendar(c, unit);
    if (stood_from < 0 || due <= stood_from || !calendar)
        return due;
    int64_t moved =
        worktime_add(calendar, due, worktime_between(calendar, stood_from, c->minute));
    return c->row.due >= 0 && moved > c->row.due ? c->row.due : moved;
}

static enum db_result due_store(struct act_case *c, const char *sql, uint64_t id, int64_t due)
{
    struct db_value when = due < 0 ? db_null() : db_text(act_moment(c, due));
    return db_exec(c->db, sql, DB_ARGS(when, db_id(id)));
}

enum db_result act_dues_follow(struct act_case *c, int64_t old_due, int64_t stood_from)
{
    for (size_t i = 0; i < c->n_branches; i++) {
        struct act_branch *branch = &c->branches[i];
        if (!branch->open)
            continue;
        int64_t due = branch->kind == BRANCH_MAIN
                          ? c->row.due
                          : follow(c, branch->due, branch->agency, old_due, stood_from);
        if (due != branch->due &&
            due_store(c, "update branch set due_at = ? where id = ?", branch->id, due) != DB_OK)
            return DB_FAIL;
        branch->due = due;
        struct act_task *task = branch->now;
        if (!task || task->closed >= 0)
            continue;
        due = follow(c, task->due, task->unit, old_due, stood_from);
        if (due != task->due &&
            due_store(c, "update task set due_at = ? where id = ?", task->id, due) != DB_OK)
            return DB_FAIL;
        task->due = due;
    }
    return DB_OK;
}
