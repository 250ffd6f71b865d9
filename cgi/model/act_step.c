/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * An action of the workflow: what it changes, in one place, in one order.
 */
#include <string.h>

#include "lib/text.h"
#include "model/act_inside.h"
#include "model/dossier_file.h"

/* An action while it is done. */
struct move {
    struct act_doing *d;
    const struct workflow_action *action;
    const struct workflow_step *from, *to; /* to NULL: the branch ends */
    bool main, ends;
    struct act_goal goal;
    uint64_t left, entered; /* tasks */
    int64_t due_before;
    bool numbered, reopened, by_post;
};

/* ---- what was typed -------------------------------------------------------------------------- */

static enum act_result outcome_check(struct act_doing *d)
{
    bool refused = strcmp(d->in->outcome, "refused") == 0;
    if (!refused && strcmp(d->in->outcome, "agreed") != 0)
        return act_wrong(d, "outcome", "required");
    return refused && !*d->in->note ? act_wrong(d, "note", "required") : ACT_DONE;
}

static enum act_result typed_check(struct move *m)
{
    struct act_doing *d = m->d;
    enum act_result result = ACT_DONE;
    if (m->action->effects & EFFECT_REQUEST_SUPPLEMENT)
        result = act_supplement_check(d);
    if (result == ACT_DONE && m->action->effects & EFFECT_REQUEST_FEE)
        result = act_money_check(d);
    if (result == ACT_DONE && m->action->effects & EFFECT_REFUSE && !*d->in->reason)
        result = act_wrong(d, "reason", "required");
    if (result == ACT_DONE && m->from->kind == STEP_WAIT_FEE && !*d->in->receipt_no)
        result = act_wrong(d, "receipt_no", "required");
    if (result == ACT_DONE && !m->main && m->ends)
        result = outcome_check(d);
    if (result == ACT_DONE && m->main && m->ends)
        result = act_return_check(d);
    return result;
}

static enum act_result goal_check(struct move *m)
{
    struct act_doing *d = m->d;
    if (m->ends)
        return ACT_DONE;
    d->branch->acting = d->offer->unit;
    if (act_goal(d->c, d->branch, m->action->to, d->in->person, &m->goal) == DB_FAIL)
        return ACT_FAIL;
    if (!m->goal.body)
        return act_refused(d, "no_body");
    if (d->in->person && !m->goal.person)
        return act_wrong(d, "person", "not_choice");
    if (d->offer->needs & NEED_PERSON && !m->goal.person)
        return act_wrong(d, "person", "required");
    return ACT_DONE;
}

/* ---- effects --------------------------------------------------------------------------------- */

static enum db_result effects_run(struct move *m)
{
    struct act_doing *d = m->d;
    struct act_case *c = d->c;
    unsigned effects = m->action->effects;
    enum db_result result = DB_OK;
    if (m->from->kind == STEP_WAIT_CITIZEN)
        result = act_supplement_accept(d);
    if (result == DB_OK && m->from->kind == STEP_WAIT_FEE)
        result = act_money_paid(d, false) == DB_OK ? act_pause_end(c, false) : DB_FAIL;
    if (result == DB_OK && effects & EFFECT_REQUEST_SUPPLEMENT)
        result = act_supplement_ask(d);
    if (result == DB_OK && effects & EFFECT_REQUEST_FEE)
        result = act_money_ask(d);
    if (result == DB_OK && effects & (EFFECT_APPROVE | EFFECT_REFUSE))
        result = act_decide(d, !(effects & EFFECT_REFUSE));
    if (result == DB_OK && m->main && !m->ends && act_decided(c) &&
        strcmp(m->to->state, "processing") == 0) {
        m->reopened = true;
        result = act_decision_reopen(d);
    }
    if (result == DB_OK && effects & EFFECT_NUMBER && act_decided(c) && !*c->register_no) {
        m->numbered = true;
        result = act_number(d);
    }
    if (result == DB_OK && effects & EFFECT_RELEASE_RESULTS &&
        dossier_files_release(c->db, c->id, &c->now) == DB_FAIL)
        result = DB_FAIL;
    if (result == DB_OK && m->main && !m->ends && strcmp(m->to->state, "ready") == 0)
        result = act_ready(d);
    if (result == DB_OK && m->main && m->ends)
        result = act_return(d, &m->by_post);
    return result;
}

/* ---- the next step --------------------------------------------------------------------------- */

enum db_result act_step_enter(struct act_doing *d, struct act_branch *branch, size_t step,
                              const struct act_goal *goal, uint64_t *task)
{
    struct act_case *c = d->c;
    bool waits = c->workflow->steps[step].kind != STEP_TASK;
    if (act_task_open(c, branch, step, goal->unit, goal->person,
                      act_step_due(c, branch, step, goal->unit), task) != DB_OK)
        return DB_FAIL;
    return act_branch_state(c, branch, waits ? "waiting" : "open", "none");
}

static enum db_result next_open(struct move *m)
{
    struct act_doing *d = m->d;
    if (!m->ends)
        return act_step_enter(d, d->branch, m->action->to, &m->goal, &m->entered);
    d->branch->now = NULL;
    if (m->main && act_all_close(d, false, false) == DB_FAIL)
        return DB_FAIL;
    return act_branch_state(d->c, d->branch, "closed", m->main ? "agreed" : d->in->outcome);
}

/* ---- what is told ---------------------------------------------------------------------------- */

/* The state the citizen sees; only the main branch changes it. */
static const char *state_after(const struct move *m)
{
    const struct act_case *c = m->d->c;
    const char *state = m->ends ? m->to ? m->to->state : "returned" : m->to->state;
    if (!m->main)
        return NULL;
    if (strcmp(state, "approved") == 0 && strcmp(c->outcome, "refused") == 0)
        state = "refused";
    return act_state_is(c, state) ? NULL : state;
}

static const char *branch_event(const struct move *m)
{
    if (!m->ends)
        return "appraised";
    return m->d->branch->kind == BRANCH_JOINT ? "branch_closed" : "opinion_given";
}

/* A plain move can be taken back: nothing went out, nothing was numbered, no decision fell or was given up, nobody
 * outside heard of it. */
static bool can_be_undone(const struct move *m)
{
    unsigned plain = EFFECT_NOTIFY | EFFECT_PRINT | EFFECT_NUMBER;
    return !m->ends && !m->numbered && !m->reopened && !(m->action->effects & ~plain) &&
           m->from->kind == STEP_TASK && m->to->kind == STEP_TASK &&
           strcmp(m->to->state, "ready") != 0;
}

static json_t *move_data(const struct move *m)
{
    json_t *data = json_pack("{s:s, s:s, s:I}", "step", m->from->code, "action", m->action->code,
                             "task", (json_int_t)m->left);
    if (m->to)
        json_object_set_new(data, "to", json_string(m->to->code));
    if (m->entered)
        json_object_set_new(data, "opened", json_integer((json_int_t)m->entered));
    if (m->goal.person)
        json_object_set_new(data, "person", json_string(m->goal.person_name));
    if (m->d->c->row.due != m->due_before) {
        json_object_set_new(data, "due_old", json_string(act_moment(m->d->c, m->due_before)));
        json_object_set_new(data, "due_new", json_string(act_moment(m->d->c, m->d->c->row.due)));
    }
    if (!m->main && m->ends)
        json_object_set_new(data, "outcome", json_string(m->d->in->outcome));
    if (can_be_undone(m))
        json_object_set_new(data, "undo", json_string("step"));
    return data;
}

/* What the message says beside what all say: only what belongs to the occasion. */
static json_t *told(const struct move *m, const char *occasion)
{
    const struct act_input *in = m->d->in;
    char day[DATE_TEXT_MAX] = "";
    if (in->day.year)
        date_format_iso(day, &in->day);
    json_t *data = json_pack("{s:s, s:s, s:s, s:I}", "reason", in->reason, "answer_by", day, "title",
                             in->title, "amount", (json_int_t)in->amount);
    if (strcmp(occasion, "supplement_asked") == 0)
        json_object_set_new(data, "points", act_points(m->d));
    if (strcmp(occasion, "sent_by_post") == 0)
        json_object_set_new(data, "tracking", json_string(in->tracking));
    return data;
}

static enum db_result move_tell(struct move *m)
{
    static const char *const hidden[] = {"assigned", "sent_back", NULL};
    struct act_doing *d = m->d;
    const char *type = m->main ? act_step_event(d->c, m->action, m->by_post) : branch_event(m);
    const char *occasion = m->main ? act_step_tells(type) : "";
    struct act_event event = {
        .type = type,
        .is_public = !text_among(type, hidden) && (m->main || m->ends),
        .to = state_after(m),
        .public_note = m->main ? d->in->reason : "",
        .note = d->in->note,
        .branch = d->branch->id,
        .data = move_data(m),
    };
    if (act_event_put(d, &event) != DB_OK)
        return DB_FAIL;
    return *occasion ? act_tell(d, occasion, told(m, occasion)) : DB_OK;
}

static const char *paper_of(const struct move *m)
{
    unsigned effects = m->action->effects;
    if (!(effects & EFFECT_PRINT))
        return "";
    if (effects & EFFECT_REQUEST_SUPPLEMENT)
        return "yeu-cau-bo-sung";
    if (effects & EFFECT_REFUSE)
        return "tu-choi";
    return m->from->role == ROLE_CLERK ? "kiem-soat" : "";
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* Branches are told of after the move that opened them, and a join without any goes on at once. */
static enum db_result branches_run(struct move *m)
{
    struct act_doing *d = m->d;
    struct act_branch *main = d->c->main;
    unsigned opened;
    if (m->action->effects & EFFECT_OPEN_BRANCHES && act_branches_open_all(d, &opened) == DB_FAIL)
        return DB_FAIL;
    const struct workflow_step *now = main->now ? act_step_at(d->c, main->now) : NULL;
    if (now && now->kind == STEP_JOIN && act_branches_open(d->c) == 0)
        return act_join_pass(d, main);
    return DB_OK;
}

static enum db_result move_run(struct move *m)
{
    struct act_doing *d = m->d;
    struct act_case *c = d->c;
    m->due_before = c->row.due;
    if (act_task_close(d, d->task) != DB_OK || effects_run(m) != DB_OK || next_open(m) != DB_OK)
        return DB_FAIL;
    if (c->row.due != m->due_before && act_dues_follow(c, m->due_before, -1) == DB_FAIL)
        return DB_FAIL;
    if (move_tell(m) != DB_OK || branches_run(m) != DB_OK)
        return DB_FAIL;
    return act_row_write(c);
}

enum act_result act_step_do(struct act_doing *d)
{
    const struct act_case *c = d->c;
    const struct workflow_action *action = act_action_of(c, d->task, d->in->code);
    struct move m = {.d = d, .action = action, .left = d->task->id};
    m.from = &c->workflow->steps[action->from];
    m.to = action->to == WORKFLOW_NOWHERE ? NULL : &c->workflow->steps[action->to];
    m.main = d->branch->kind == BRANCH_MAIN;
    m.ends = !m.to || m.to->kind == STEP_END;
    m.goal = (struct act_goal){.person_name = "", .due = -1};
    enum act_result result = typed_check(&m);
    if (result == ACT_DONE)
        result = goal_check(&m);
    if (result != ACT_DONE)
        return result;
    d->out->paper = paper_of(&m);
    return move_run(&m) == DB_OK ? ACT_DONE : ACT_FAIL;
}
