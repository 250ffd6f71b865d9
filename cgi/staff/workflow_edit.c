/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/workflow_check.h"
#include "model/workflow_json.h"
#include "model/workflow_publish.h"
#include "model/workflow_use.h"
#include "staff/sign_in_inside.h"
#include "staff/workflow_say.h"
#include "staff/workflow_show.h"
#include "staff/workflows.h"

/* A workflow that is being edited: its draft, or else what is in force. */
struct editing {
    struct request *rq;
    const char *code, *body;
    struct workflow current; /* n_steps 0: none in force */
    struct workflow_draft draft;
    bool drafted;
    struct workflow workflow; /* what the body says, as far as it can be read */
    struct workflow_findings *findings;
};

/* ---- reading --------------------------------------------------------------------------------------- */

static void code_check(struct editing *e)
{
    if (e->workflow.n_steps && strcmp(e->workflow.code, e->code) != 0)
        workflow_find(e->findings, FAULT_CODE_OTHER, "", "", e->code);
}

/* Reads e->body and checks it. */
static enum db_result body_check(struct editing *e)
{
    struct request *rq = e->rq;
    e->findings = arena_take(rq->arena, sizeof *e->findings);
    e->findings->arena = rq->arena;
    if (!workflow_json_parse(e->body, strlen(e->body), &e->workflow, e->findings))
        return DB_OK;
    code_check(e);
    workflow_check(&e->workflow, e->findings);
    return workflow_check_use(rq->db, &e->workflow, e->findings);
}

/* DB_NONE: there is no such workflow, nor a draft of one. */
static enum db_result editing_read(struct request *rq, struct editing *e)
{
    *e = (struct editing){.rq = rq, .code = input_text(rq, "ma")};
    enum db_result current = workflow_current(rq->db, rq->arena, e->code, &e->current);
    enum db_result drafted = workflow_draft_read(rq->db, rq->arena, e->code, &e->draft);
    if (current == DB_FAIL || drafted == DB_FAIL)
        return DB_FAIL;
    if (current == DB_NONE)
        e->current = (struct workflow){.code = e->code, .name = "", .name_en = "", .note = ""};
    e->drafted = drafted == DB_OK;
    if (!e->drafted && current == DB_NONE)
        return DB_NONE;
    e->body = e->drafted ? e->draft.body : workflow_json_text(rq->arena, &e->current);
    return DB_OK;
}

/* ---- showing ---------------------------------------------------------------------------------------- */

static void head_show(struct editing *e)
{
    struct request *rq = e->rq;
    struct data *head = data_at(rq->data, "Workflow");
    const struct workflow *named = e->current.n_steps ? &e->current : &e->workflow;
    const char *name = say_either(rq, named->name, named->name_en);
    data_set(head, "Name", *name ? name : e->code);
    data_set(head, "Code", e->code);
    data_set_flag(head, "InForce", e->current.n_steps > 0);
    data_set_number(head, "No", e->current.rev_no);
    data_format(head, "Href", "%s%s", rq->base, workflows_path(rq, ""));
    data_format(head, "ListHref", "%s" WORKFLOWS_PATH, rq->base);
    data_format(head, "EditHref", "%s%s", rq->base, workflows_path(rq, "/sua"));
    data_format(head, "PublishHref", "%s%s", rq->base, workflows_path(rq, "/phat-hanh"));
    if (e->drafted) {
        data_set(head, "SavedAt", say_moment(rq, &e->draft.saved_at));
        data_set(head, "SavedBy", e->draft.by);
    }
}

static void changes_show(struct editing *e)
{
    struct workflow_change *changes = arena_take_array(e->rq->arena, WORKFLOW_CHANGES_MAX, sizeof *changes);
    size_t n = workflow_compare(e->rq->arena, &e->current, &e->workflow, changes);
    if (e->current.n_steps)
        say_changes(e->rq, "Changes", changes, n);
}

/* Findings, or else how long it takes and what is different. */
static void check_show(struct editing *e)
{
    struct request *rq = e->rq;
    struct workflow_time time;
    for (size_t i = 0; i < e->findings->n; i++)
        data_set(data_add(rq->data, "Findings"), "Text", say_finding(rq, &e->findings->items[i]));
    if (!e->workflow.n_steps)
        return;
    workflow_time(&e->workflow, &time);
    data_set(rq->data, "Workflow.Time", say_minutes(rq, time.minutes));
    data_set_flag(rq->data, "Workflow.Open", time.open);
    changes_show(e);
}

static int edit_show(struct editing *e)
{
    struct request *rq = e->rq;
    if (body_check(e) == DB_FAIL)
        return page_failed(rq);
    head_show(e);
    check_show(e);
    data_set(rq->data, "Form.noidung.Value", e->body);
    if (!data_has(rq->data, "Form.phien.Value"))
        data_set_number(rq->data, "Form.phien.Value", e->drafted ? e->draft.version : 0);
    page_form(rq, data_at(rq->data, "Save"), workflows_path(rq, "/sua"));
    if (e->drafted)
        page_form(rq, data_at(rq->data, "Drop"), workflows_path(rq, "/bo-nhap"));
    data_set_flag(rq->data, "Workflow.Ready", e->drafted && !e->findings->n);
    return page_show(rq, "staff/workflow_edit.cs", "workflow_edit");
}

int workflows_edit(struct request *rq)
{
    struct editing e;
    enum db_result found = editing_read(rq, &e);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    return edit_show(&e);
}

/* ---- saving ------------------------------------------------------------------------------------------ */

/* Somebody else saved meanwhile: what was typed stays on the page, and replaces the other's when sent again. */
static int moved_show(struct editing *e, const char *typed)
{
    struct request *rq = e->rq;
    data_set(rq->data, "Moved.By", *e->draft.by ? e->draft.by : say(rq, "workflow.import"));
    data_set(rq->data, "Moved.At", say_moment(rq, &e->draft.saved_at));
    data_set_number(rq->data, "Form.phien.Value", e->drafted ? e->draft.version : 0);
    e->body = typed;
    rq->again = 409;
    return edit_show(e);
}

int workflows_save(struct request *rq)
{
    struct editing e;
    struct civil now = clock_now();
    const char *typed = input_text(rq, "noidung");
    enum db_result found = editing_read(rq, &e);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    unsigned seen = (unsigned)input_number(rq, "phien");
    enum db_result saved = workflow_draft_save(rq->db, e.code, typed, seen, rq->who.id, &now);
    if (saved == DB_FAIL)
        return page_failed(rq);
    if (saved == DB_NONE) {
        db_rollback(rq->db);
        return moved_show(&e, typed);
    }
    return page_go(rq, "%s", workflows_path(rq, "/sua"));
}

int workflows_drop(struct request *rq)
{
    struct editing e;
    enum db_result found = editing_read(rq, &e);
    if (found == DB_FAIL || (found == DB_OK && workflow_draft_drop(rq->db, e.code) == DB_FAIL))
        return page_failed(rq);
    if (found == DB_NONE)
        return page_missing(rq);
    return e.current.n_steps ? page_go(rq, "%s", workflows_path(rq, "")) : page_go(rq, WORKFLOWS_PATH);
}

/* ---- publishing ----------------------------------------------------------------------------------------- */

/* The draft, sound. 0, or the handler's answer: what cannot be published goes back to its check. */
static int ready_need(struct request *rq, struct editing *e)
{
    enum db_result found = editing_read(rq, e);
    if (found == DB_FAIL || (found == DB_OK && body_check(e) == DB_FAIL))
        return page_failed(rq);
    if (found == DB_NONE)
        return page_missing(rq);
    return e->drafted && !e->findings->n ? 0 : page_go(rq, "%s", workflows_path(rq, "/sua"));
}

int workflows_confirm(struct request *rq)
{
    struct editing e;
    struct workflow_procedure *procedures;
    size_t n;
    unsigned running;
    int answer = ready_need(rq, &e);
    if (answer)
        return answer;
    if (workflow_procedures(rq->db, rq->arena, e.code, &procedures, &n) == DB_FAIL ||
        workflow_running(rq->db, e.code, &running) == DB_FAIL)
        return page_failed(rq);
    head_show(&e);
    check_show(&e);
    data_set(rq->data, "Effect.Procedures", say_count(rq, "workflow_publish.procedures", (long long)n));
    data_set(rq->data, "Effect.Running", say_count(rq, "workflow_publish.running", running));
    data_set_number(rq->data, "Form.phien.Value", e.draft.version);
    data_set_number(rq->data, "Form.ban.Value", e.current.rev_no);
    page_form(rq, data_at(rq->data, "Publish"), workflows_path(rq, "/phat-hanh"));
    return page_show(rq, "staff/workflow_publish.cs", "workflow_publish");
}

int workflows_publish(struct request *rq)
{
    struct editing e;
    struct workflow_published published;
    struct civil now = clock_now();
    int answer = ready_need(rq, &e);
    if (answer)
        return answer;
    bool moved = e.draft.version != input_number(rq, "phien") || e.current.rev_no != input_number(rq, "ban");
    if (moved)
        return page_go(rq, "%s", workflows_path(rq, "/phat-hanh")); /* what is published was seen */
    if (workflow_publish(rq->db, rq->arena, &e.workflow, rq->who.id, &now, &published) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s", workflows_path(rq, ""));
}
