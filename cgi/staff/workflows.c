/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/workflows.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/workflow_json.h"
#include "model/workflow_list.h"
#include "model/workflow_publish.h"
#include "model/workflow_use.h"
#include "staff/sign_in_inside.h"
#include "staff/workflow_say.h"
#include "staff/workflow_show.h"

const char *workflows_path(struct request *rq, const char *more)
{
    return arena_format(rq->arena, WORKFLOWS_PATH "/%s%s", input_text(rq, "ma"), more);
}

static const char *day_text(struct request *rq, const struct civil *at)
{
    return date_format_day(arena_take(rq->arena, DATE_TEXT_MAX), at);
}

/* ---- list ---------------------------------------------------------------------------------------- */

static bool entry_show(struct request *rq, const struct workflow_entry *entry)
{
    struct data *item = data_add(rq->data, "Workflows");
    const char *name = say_either(rq, entry->name, entry->name_en);
    data_set(item, "Name", *name ? name : entry->code);
    data_set(item, "Code", entry->code);
    data_set_flag(item, "Default", entry->is_default);
    data_set_flag(item, "Draft", entry->has_draft);
    data_format(item, "Href", "%s" WORKFLOWS_PATH "/%s%s", rq->base, entry->code, entry->rev ? "" : "/sua");
    if (!entry->rev)
        return true;
    struct workflow workflow;
    struct workflow_time time;
    if (workflow_read(rq->db, rq->arena, entry->rev, &workflow) != DB_OK)
        return false;
    workflow_time(&workflow, &time);
    data_set_number(item, "Edition", entry->rev_no);
    data_set(item, "Since", day_text(rq, &entry->published_at));
    data_set_number(item, "Steps", entry->steps);
    data_set_number(item, "Procedures", entry->procedures);
    data_set(item, "Time", say_minutes(rq, time.minutes));
    data_set_flag(item, "Open", time.open);
    struct data *choice = data_add(rq->data, "Choices");
    data_set(choice, "Value", entry->code);
    data_set(choice, "Text", name);
    return true;
}

int workflows_list(struct request *rq)
{
    struct workflow_entry *entries;
    size_t n;
    if (workflow_list(rq->db, rq->arena, &entries, &n) == DB_FAIL)
        return page_failed(rq);
    for (size_t i = 0; i < n; i++)
        if (!entry_show(rq, &entries[i]))
            return page_failed(rq);
    form_fields(rq, "ma tu");
    page_form(rq, data_at(rq->data, "Begin"), WORKFLOWS_PATH);
    return page_show(rq, "staff/workflows.cs", "workflows");
}

/* A draft under a new code with all of another workflow in it. */
int workflows_begin(struct request *rq)
{
    const char *code = input_text(rq, "ma");
    struct workflow workflow, other;
    struct workflow_draft draft;
    struct civil now = clock_now();
    enum db_result from = workflow_current(rq->db, rq->arena, input_text(rq, "tu"), &workflow);
    enum db_result there = workflow_current(rq->db, rq->arena, code, &other);
    enum db_result drafted = workflow_draft_read(rq->db, rq->arena, code, &draft);
    if (from == DB_FAIL || there == DB_FAIL || drafted == DB_FAIL)
        return page_failed(rq);
    if (from == DB_NONE)
        input_refuse(rq, "tu", "not_choice");
    if (there == DB_OK || drafted == DB_OK)
        input_refuse(rq, "ma", "workflow_taken");
    if (input_refused(rq)) {
        db_rollback(rq->db);
        rq->again = 422;
        return workflows_list(rq);
    }
    workflow.code = code;
    workflow.is_default = false;
    if (workflow_draft_save(rq->db, code, workflow_json_text(rq->arena, &workflow), 0, rq->who.id, &now) != DB_OK)
        return page_failed(rq);
    return page_go(rq, "%s", workflows_path(rq, "/sua"));
}

/* ---- one edition ----------------------------------------------------------------------------------- */

/* The edition the address asks for among all of the workflow; NULL: there is none such. */
static const struct workflow_edition_entry *wanted(struct request *rq, const struct workflow_edition_entry *entries,
                                                   size_t n)
{
    int64_t asked = input_number(rq, "ban");
    if (!asked)
        return n ? &entries[0] : NULL;
    for (size_t i = 0; i < n; i++)
        if (entries[i].rev_no == asked)
            return &entries[i];
    return NULL;
}

/* 0: it is in *workflow; else the handler's answer. */
static int edition_need(struct request *rq, struct workflow_edition_entry **entries, size_t *n,
                        struct workflow *workflow)
{
    if (workflow_editions(rq->db, rq->arena, input_text(rq, "ma"), entries, n) == DB_FAIL)
        return page_failed(rq);
    const struct workflow_edition_entry *entry = wanted(rq, *entries, *n);
    if (!entry)
        return page_missing(rq);
    return workflow_read(rq->db, rq->arena, entry->rev, workflow) == DB_OK ? 0 : page_failed(rq);
}

static void editions_show(struct request *rq, const struct workflow_edition_entry *entries, size_t n, unsigned current)
{
    for (size_t i = 0; i < n; i++) {
        struct data *item = data_add(rq->data, "Editions");
        data_set_number(item, "No", entries[i].rev_no);
        data_set(item, "Since", day_text(rq, &entries[i].published_at));
        data_set(item, "By", entries[i].by);
        data_set(item, "Note", entries[i].note);
        data_set_number(item, "Running", entries[i].running);
        data_set_flag(item, "Current", entries[i].rev_no == current);
        data_set_flag(item, "InForce", i == 0);
        data_format(item, "Href", "%s%s", rq->base,
                    workflows_path(rq, i ? arena_format(rq->arena, "?ban=%u", entries[i].rev_no) : ""));
    }
}

/* Procedures that go by it, the tightest first. False: the database. */
static bool procedures_show(struct request *rq, const struct workflow_time *time)
{
    enum { SHOWN_MAX = 30 };
    struct workflow_procedure *procedures;
    size_t n;
    if (workflow_procedures(rq->db, rq->arena, input_text(rq, "ma"), &procedures, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n && i < SHOWN_MAX; i++) {
        struct data *item = data_add(rq->data, "Procedures");
        const char *term = say_term(rq, procedures[i].term_value, procedures[i].term_unit);
        data_set(item, "Code", procedures[i].code);
        data_set(item, "Name", say_either(rq, procedures[i].name, procedures[i].name_en));
        data_set(item, "Term", *term ? term : say(rq, "workflow.no_term"));
        data_set_flag(item, "Late", !workflow_fits(time, procedures[i].limit));
        if (procedures[i].limit >= 0)
            data_set(item, "Limit", say_minutes(rq, procedures[i].limit));
    }
    data_set_number(rq->data, "Workflow.Procedures", (long long)n);
    if (n > SHOWN_MAX)
        data_set(rq->data, "Workflow.More", say_count(rq, "workflow.more", (long long)(n - SHOWN_MAX)));
    return true;
}

static void head_show(struct request *rq, const struct workflow *workflow, const struct workflow_time *time)
{
    struct data *head = data_at(rq->data, "Workflow");
    data_set(head, "Code", workflow->code);
    data_set(head, "Name", say_either(rq, workflow->name, workflow->name_en));
    data_set(head, "Note", workflow->note);
    data_set(head, "Time", say_minutes(rq, time->minutes));
    data_set_flag(head, "Open", time->open);
    data_set_flag(head, "Default", workflow->is_default);
    data_set_number(head, "No", workflow->rev_no);
    data_format(head, "DownloadHref", "%s%s", rq->base,
                workflows_path(rq, arena_format(rq->arena, "/tai-ve?ban=%u", workflow->rev_no)));
    data_format(head, "EditHref", "%s%s", rq->base, workflows_path(rq, "/sua"));
    data_format(head, "ListHref", "%s" WORKFLOWS_PATH, rq->base);
}

int workflows_page(struct request *rq)
{
    struct workflow_edition_entry *entries;
    struct workflow workflow;
    struct workflow_time time;
    struct workflow_draft draft;
    size_t n;
    int answer = edition_need(rq, &entries, &n, &workflow);
    if (answer)
        return answer;
    enum db_result drafted = workflow_draft_read(rq->db, rq->arena, workflow.code, &draft);
    workflow_time(&workflow, &time);
    if (drafted == DB_FAIL || !procedures_show(rq, &time))
        return page_failed(rq);
    head_show(rq, &workflow, &time);
    data_set_flag(rq->data, "Workflow.Old", workflow.rev_no != entries[0].rev_no);
    data_set_flag(rq->data, "Workflow.Draft", drafted == DB_OK);
    workflow_show_steps(rq, &workflow, &time);
    workflow_draw(rq, &workflow, &time);
    editions_show(rq, entries, n, workflow.rev_no);
    data_set(rq->data, "Page.Title", data_get(rq->data, "Workflow.Name"));
    return page_show(rq, "staff/workflow.cs", "workflow");
}

int workflows_download(struct request *rq)
{
    struct workflow_edition_entry *entries;
    struct workflow workflow;
    size_t n;
    int answer = edition_need(rq, &entries, &n, &workflow);
    if (answer)
        return answer;
    const char *text = workflow_json_file(rq->arena, &workflow, 1);
    return page_bytes(rq, "application/json", text, strlen(text),
                      arena_format(rq->arena, "%s-%u.json", workflow.code, workflow.rev_no));
}
