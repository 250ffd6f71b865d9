/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What the citizen is asked for: papers and money. The clock of the whole dossier stands meanwhile.
 */
#include <string.h>

#include "model/act_inside.h"

static struct db_value day_value(const struct act_case *c, const struct civil *day)
{
    return day->year ? db_text(date_format_iso(arena_take(c->arena, DATE_TEXT_MAX), day)) : db_null();
}

/* A last day may be left out; it never lies before today. */
static bool day_passed(const struct act_doing *d)
{
    return d->in->day.year && civil_day(&d->in->day) < civil_day(&d->c->now);
}

/* ---- papers ---------------------------------------------------------------------------------- */

enum act_result act_supplement_check(struct act_doing *d)
{
    if (d->in->n_points == 0 || d->in->n_points > ACT_POINTS_MAX)
        return act_wrong(d, "points", "required");
    for (size_t i = 0; i < d->in->n_points; i++)
        if (!*d->in->points[i].what)
            return act_wrong(d, "points", "required");
    return day_passed(d) ? act_wrong(d, "day", "date_past") : ACT_DONE;
}

json_t *act_points(const struct act_doing *d)
{
    json_t *list = json_array();
    for (size_t i = 0; i < d->in->n_points; i++)
        json_array_append_new(list, json_pack("{s:s, s:s}", "paper", d->in->points[i].paper, "what",
                                              d->in->points[i].what));
    return list;
}

static enum db_result points_write(struct act_doing *d, uint64_t supplement)
{
    return db_exec(d->c->db,
                   "insert into supplement_item (supplement_id, position, component_name, what)"
                   " select ?, j.position, left(j.paper, 2000), left(j.what, 1000) from"
                   " json_table(?, '$[*]' columns (position for ordinality,"
                   " paper varchar(4000) character set utf8mb4 path '$.paper',"
                   " what varchar(4000) character set utf8mb4 path '$.what')) j",
                   DB_ARGS(db_id(supplement), db_text(json_taken(d->c->arena, act_points(d)))));
}

enum db_result act_supplement_ask(struct act_doing *d)
{
    struct act_case *c = d->c;
    if (db_exec(c->db,
                "insert into supplement (dossier_id, round, unit_id, asked_by, asked_at, answer_by,"
                " reason) values (?, ?, ?, ?, ?, ?, left(?, 1000))",
                DB_ARGS(db_id(c->id), db_number(c->rounds + 1), db_id(d->may.unit),
                        db_id(c->user), act_when(c, c->minute), day_value(c, &d->in->day),
                        db_text(d->in->reason))) != DB_OK)
        return DB_FAIL;
    uint64_t supplement = db_inserted(c->db);
    c->rounds++;
    if (points_write(d, supplement) == DB_FAIL)
        return DB_FAIL;
    return act_pause_begin(c, "supplement", supplement, "");
}

/* All points are settled, and the papers they name are there. */
static enum db_result points_settle(struct act_case *c)
{
    struct db_value id = db_id(c->id);
    if (db_exec(c->db,
                "update dossier_component k set k.is_present = true"
                " where k.dossier_id = ? and not k.is_present and exists (select 1"
                " from supplement q join supplement_item i on i.supplement_id = q.id"
                " where q.dossier_id = ? and q.accepted_at is null and i.component_name = k.name)",
                DB_ARGS(id, id)) == DB_FAIL ||
        db_exec(c->db,
                "update supplement_item i join supplement q on q.id = i.supplement_id"
                " set i.done_at = ? where q.dossier_id = ? and q.accepted_at is null"
                " and i.done_at is null",
                DB_ARGS(act_when(c, c->minute), id)) == DB_FAIL)
        return DB_FAIL;
    return db_exec(c->db,
                   "update supplement set answered_at = ifnull(answered_at, ?), accepted_at = ?"
                   " where dossier_id = ? and accepted_at is null",
                   DB_ARGS(act_when(c, c->minute), act_when(c, c->minute), id)) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}

enum db_result act_supplement_accept(struct act_doing *d)
{
    struct act_case *c = d->c;
    bool restart = strcmp(act_setting(c, "supplement_clock", "continue"), "restart") == 0;
    if (points_settle(c) == DB_FAIL)
        return DB_FAIL;
    return act_pause_end(c, restart);
}

/* ---- money ----------------------------------------------------------------------------------- */

enum act_result act_money_check(struct act_doing *d)
{
    if (!*d->in->title)
        return act_wrong(d, "title", "required");
    if (d->in->amount <= 0)
        return act_wrong(d, "amount", "amount_form");
    return day_passed(d) ? act_wrong(d, "day", "date_past") : ACT_DONE;
}

enum db_result act_money_ask(struct act_doing *d)
{
    struct act_case *c = d->c;
    if (db_exec(c->db,
                "insert into fee (dossier_id, position, kind, name, amount, asked_at, pay_by)"
                " select ?, ifnull(max(f.position), 0) + 1, 'duty', left(?, 300), ?, ?, ?"
                " from fee f where f.dossier_id = ?",
                DB_ARGS(db_id(c->id), db_text(d->in->title), db_number(d->in->amount),
                        act_when(c, c->minute), day_value(c, &d->in->day), db_id(c->id))) != DB_OK)
        return DB_FAIL;
    return act_pause_begin(c, "fee", 0, "");
}

enum db_result act_money_paid(struct act_doing *d, bool all)
{
    struct act_case *c = d->c;
    return db_exec(c->db,
                   "update fee set paid_at = ?, receipt_no = left(?, 40) where dossier_id = ?"
                   " and paid_at is null and amount > waived_amount and (? or kind = 'duty')",
                   DB_ARGS(act_when(c, c->minute), db_text(d->in->receipt_no), db_id(c->id),
                           db_number(all))) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}
