/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_publish.h"

#include <stdlib.h>

#include "model/audit.h"
#include "model/workflow_words.h"

struct publishing {
    struct db *db;
    struct arena *arena;
    const struct workflow *workflow;
    struct db_value user, now;
    int64_t rev;
};

static struct db_value word_or_null(const char *word)
{
    return word && *word ? db_text(word) : db_null();
}

/* ---- the edition ------------------------------------------------------------------------------------ */

static enum db_result head_write(struct publishing *p, unsigned *rev_no)
{
    const struct workflow *workflow = p->workflow;
    struct db_row row;
    if (db_exec(p->db,
                "insert into workflow (code, name, name_en, is_default) values (?, ?, ?, ?)"
                " on duplicate key update id = last_insert_id(id), name = values(name), name_en = values(name_en),"
                " is_default = values(is_default)",
                DB_ARGS(db_text(workflow->code), db_text(workflow->name), db_text(workflow->name_en),
                        db_number(workflow->is_default))) == DB_FAIL)
        return DB_FAIL;
    const struct db_value id = db_number((int64_t)db_inserted(p->db));
    if (db_one(p->db, p->arena, "select ifnull(max(rev_no), 0) + 1 from workflow_rev where workflow_id = ?",
               DB_ARGS(id), &row) != DB_OK)
        return DB_FAIL;
    *rev_no = (unsigned)strtoul(row.text[0], NULL, 10);
    enum db_result result =
        db_exec(p->db, "insert into workflow_rev (workflow_id, rev_no, note) values (?, ?, ?)",
                DB_ARGS(id, db_number(*rev_no), db_text(workflow->note)));
    p->rev = (int64_t)db_inserted(p->db);
    return result;
}

static enum db_result step_write(struct publishing *p, size_t place, int64_t *id)
{
    const struct workflow_step *step = &p->workflow->steps[place];
    enum db_result result =
        db_exec(p->db,
                "insert into wf_step (workflow_rev_id, code, position, name, name_en, public_name, public_name_en,"
                " kind, place, agency_id, role, branch, duration_min, public_state)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                DB_ARGS(db_number(p->rev), db_text(step->code), db_number((int64_t)place + 1), db_text(step->name),
                        db_text(step->name_en), db_text(step->public_name), db_text(step->public_name_en),
                        db_text(step_kind_names[step->kind]), db_text(step_place_names[step->place]),
                        step->agency ? db_number((int64_t)step->agency) : db_null(),
                        word_or_null(role_names[step->role]), db_text(step_branch_names[step->branch]),
                        step->minutes > 0 ? db_number(step->minutes) : db_null(), db_text(step->state)));
    *id = (int64_t)db_inserted(p->db);
    return result;
}

/* "number,print", as a column of type set takes it. */
static const char *effects_text(struct arena *arena, unsigned effects)
{
    const char *text = "";
    for (int bit = 0; bit < ACTION_EFFECTS; bit++)
        if (effects & 1u << bit)
            text = arena_format(arena, "%s%s%s", text, *text ? "," : "", action_effect_names[bit]);
    return text;
}

static enum db_result action_write(struct publishing *p, const struct workflow_action *action, const int64_t *steps,
                                   int64_t position)
{
    bool own_role = action->role != p->workflow->steps[action->from].role;
    return db_exec(p->db,
                   "insert into wf_action (workflow_rev_id, from_step_id, to_step_id, code, position, name, name_en,"
                   " role, guard, effects) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   DB_ARGS(db_number(p->rev), db_number(steps[action->from]),
                           action->to == WORKFLOW_NOWHERE ? db_null() : db_number(steps[action->to]),
                           db_text(action->code), db_number(position), db_text(action->name), db_text(action->name_en),
                           own_role ? word_or_null(role_names[action->role]) : db_null(), db_text(action->guard_text),
                           db_text(effects_text(p->arena, action->effects))));
}

static enum db_result parts_write(struct publishing *p)
{
    const struct workflow *workflow = p->workflow;
    int64_t steps[WORKFLOW_STEPS_MAX], position = 0;
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (step_write(p, i, &steps[i]) == DB_FAIL)
            return DB_FAIL;
    for (size_t i = 0; i < workflow->n_actions; i++) {
        const struct workflow_action *action = &workflow->actions[i];
        position = i > 0 && workflow->actions[i - 1].from == action->from ? position + 1 : 1;
        if (action_write(p, action, steps, position) == DB_FAIL)
            return DB_FAIL;
    }
    return db_exec(p->db, "update workflow_rev set published_at = ?, published_by = ? where id = ?",
                   DB_ARGS(p->now, p->user, db_number(p->rev)));
}

/* ---- procedures ---------------------------------------------------------------------------------------- */

/*
 * Copies of the editions in force of all procedures that go by the workflow; then what hangs under them; then they are
 * put in force. A copy is known by naming this edition.
 */
static const char *const procedure_steps[] = {
    "insert into procedure_rev (procedure_id, rev_no, name, official_name, name_en, steps, submit_text, subjects,"
    " conditions, result_text, authority_text, note, term_value, term_unit, term_note, fee_amount, fee_online_amount,"
    " fee_note, service_level, is_full_online, at_province, at_district, at_commune, by_counter, by_online, by_post,"
    " workflow_rev_id, form_rev_id, raw, source_note, created_at)"
    " select e.procedure_id, (select max(x.rev_no) + 1 from procedure_rev x where x.procedure_id = e.procedure_id),"
    " e.name, e.official_name, e.name_en, e.steps, e.submit_text, e.subjects, e.conditions, e.result_text,"
    " e.authority_text, e.note, e.term_value, e.term_unit, e.term_note, e.fee_amount, e.fee_online_amount, e.fee_note,"
    " e.service_level, e.is_full_online, e.at_province, e.at_district, e.at_commune, e.by_counter, e.by_online,"
    " e.by_post, n.id, e.form_rev_id, e.raw, e.source_note, ?"
    " from workflow_rev n join procedure_rev e"
    " join `procedure` p on p.current_rev_id = e.id where n.id = ? and p.withdrawn_at is null"
    " and e.workflow_rev_id in (select o.id from workflow_rev o where o.workflow_id = n.workflow_id)",
    "insert into procedure_audience (rev_id, audience) select n.id, c.audience from procedure_rev n"
    " join `procedure` p on p.id = n.procedure_id join procedure_audience c on c.rev_id = p.current_rev_id"
    " where ? is not null and n.workflow_rev_id = ?",
    "insert into component (rev_id, position, case_text, name, name_en, originals, copies, is_required, is_shown_only,"
    " note, form_rev_id) select n.id, c.position, c.case_text, c.name, c.name_en, c.originals, c.copies, c.is_required,"
    " c.is_shown_only, c.note, c.form_rev_id from procedure_rev n join `procedure` p on p.id = n.procedure_id"
    " join component c on c.rev_id = p.current_rev_id where ? is not null and n.workflow_rev_id = ?",
    "insert into fee_rule (rev_id, position, kind, name, amount, online_amount, note, paid_at)"
    " select n.id, c.position, c.kind, c.name, c.amount, c.online_amount, c.note, c.paid_at from procedure_rev n"
    " join `procedure` p on p.id = n.procedure_id join fee_rule c on c.rev_id = p.current_rev_id"
    " where ? is not null and n.workflow_rev_id = ?",
    "insert into legal_basis (rev_id, position, number, title, issued_on, issuer)"
    " select n.id, c.position, c.number, c.title, c.issued_on, c.issuer from procedure_rev n"
    " join `procedure` p on p.id = n.procedure_id join legal_basis c on c.rev_id = p.current_rev_id"
    " where ? is not null and n.workflow_rev_id = ?",
    "update procedure_rev n join `procedure` p on p.id = n.procedure_id"
    " set n.published_at = ?, n.published_by = (select published_by from workflow_rev where id = n.workflow_rev_id),"
    " p.current_rev_id = n.id where n.workflow_rev_id = ?",
};

static enum db_result procedures_renew(struct publishing *p, unsigned *count)
{
    for (size_t i = 0; i < sizeof procedure_steps / sizeof *procedure_steps; i++) {
        if (db_exec(p->db, procedure_steps[i], DB_ARGS(p->now, db_number(p->rev))) == DB_FAIL)
            return DB_FAIL;
        if (i == 0 && (*count = (unsigned)db_changed(p->db)) == 0)
            return DB_OK;
    }
    return DB_OK;
}

static enum db_result store(struct publishing *p, struct workflow_published *published)
{
    *published = (struct workflow_published){0};
    if (head_write(p, &published->rev_no) == DB_FAIL || parts_write(p) == DB_FAIL)
        return DB_FAIL;
    published->rev = (uint64_t)p->rev;
    return DB_OK;
}

/* `moment` is room for the text of `now`, which must outlive it. */
static struct publishing begin(struct db *db, struct arena *arena, const struct workflow *workflow, uint64_t user,
                               const struct civil *now, char moment[DATE_TEXT_MAX])
{
    return (struct publishing){
        .db = db,
        .arena = arena,
        .workflow = workflow,
        .user = user ? db_number((int64_t)user) : db_null(),
        .now = db_text(date_format_iso_time(moment, now)),
    };
}

enum db_result workflow_store(struct db *db, struct arena *arena, const struct workflow *workflow, uint64_t user,
                              const struct civil *now, struct workflow_published *published)
{
    char moment[DATE_TEXT_MAX];
    struct publishing p = begin(db, arena, workflow, user, now, moment);
    return store(&p, published);
}

enum db_result workflow_publish(struct db *db, struct arena *arena, const struct workflow *workflow, uint64_t user,
                                const struct civil *now, struct workflow_published *published)
{
    char moment[DATE_TEXT_MAX];
    struct publishing p = begin(db, arena, workflow, user, now, moment);
    if (store(&p, published) == DB_FAIL || procedures_renew(&p, &published->procedures) == DB_FAIL)
        return DB_FAIL;
    const struct audit_entry entry = {
        .user = user,
        .type = "workflow_published",
        .subject = arena_format(arena, "workflow %s", workflow->code),
        .note = arena_format(arena, "edition %u, %u procedures", published->rev_no, published->procedures),
    };
    if (workflow_draft_drop(db, workflow->code) == DB_FAIL || audit_add(db, &entry) == DB_FAIL ||
        db_exec(db, "update catalogue_version set version = version + 1 where id = 1", DB_ARGS()) == DB_FAIL)
        return DB_FAIL;
    return DB_OK;
}
