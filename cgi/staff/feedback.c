/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/feedback.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/text.h"
#include "model/calendar.h"
#include "model/due_words.h"
#include "model/scope.h"
#include "staff/rights.h"
#include "staff/sign_in_inside.h"

#define PATH "/can-bo/phan-anh"
#define ROLES_LEADING (ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_MANAGER))
enum { WORDS_SHOWN = 140 };

const char *const feedback_tabs[] = {"cho", "cua-toi", "da-tra-loi", "da-dong", NULL};
static const char *const tab_words[] = {"open", "mine", "answered", "closed"};
const char *const feedback_tasks[] = {"giao", "tra-loi", "ghi-chu", "cong-bo", "go-cong-bo", "dong", "mo-lai", NULL};
enum task { ASSIGN, ANSWER, NOTE, PUBLISH, WITHDRAW, CLOSE, REOPEN };

static bool viewer_read(struct request *rq, struct feedback_viewer *viewer)
{
    struct scope scope;
    *viewer = (struct feedback_viewer){.user = rq->who.id, .now = clock_now()};
    if (scope_load(rq->db, rq->arena, rq->who.id, &viewer->now, &scope) == DB_FAIL)
        return false;
    viewer->leads = scope.roles & ROLES_LEADING;
    viewer->agencies = scope_agencies(&scope, rq->arena, ROLES_LEADING);
    return true;
}

/* What the list and the page say alike. */
static void row_put(struct request *rq, struct data *node, const struct feedback_row *row,
                    const struct worktime_calendar *calendar, const struct civil *now)
{
    char day[DATE_TEXT_MAX];
    bool open = strcmp(row->state, "new") == 0 || strcmp(row->state, "assigned") == 0;
    data_set_number(node, "Id", (long long)row->id);
    data_set(node, "Kind", row->kind);
    data_set(node, "KindText", say_one(rq, "feedback_kind", row->kind));
    data_set(node, "Subject", say_one(rq, "feedback_subject", row->subject));
    data_set(node, "State", row->state);
    data_set(node, "StateText", say_one(rq, "feedback_state", row->state));
    data_set(node, "Agency", say_either(rq, row->agency_name, row->agency_name_en));
    data_set(node, "Owner", row->owner_name);
    data_set(node, "Received", date_format_day(day, &row->received_at));
    data_set(node, "Due", date_format_short(day, &row->due_at));
    if (open)
        due_left_put(rq, node, calendar, &row->due_at, now);
    else if (row->answered_at.year)
        data_set_flag(node, "AnsweredLate", civil_compare(&row->answered_at, &row->due_at) > 0);
    if (*row->outcome)
        data_set(node, "Outcome", say_one(rq, "feedback_outcome", row->outcome));
}

/* ---- list ------------------------------------------------------------------------------------------ */

static bool tabs_fill(struct request *rq, const struct feedback_viewer *viewer, enum feedback_tab now)
{
    int64_t counts[FEEDBACK_TABS];
    if (feedback_counts(rq->db, rq->arena, viewer, counts) == DB_FAIL)
        return false;
    for (int i = 0; i < FEEDBACK_TABS; i++) {
        struct data *tab = data_add(rq->data, "Tabs");
        data_format(tab, "Href", "%s" PATH "?the=%s", rq->base, feedback_tabs[i]);
        data_set(tab, "Text", say_one(rq, "feedback_tab", tab_words[i]));
        data_set_number(tab, "Count", counts[i]);
        data_set_flag(tab, "Current", i == (int)now);
    }
    return true;
}

int feedback_cases(struct request *rq)
{
    struct feedback_viewer viewer;
    struct feedback_row *rows;
    struct worktime_calendar calendar;
    size_t n;
    if (!viewer_read(rq, &viewer) || calendar_load(rq->db, rq->arena, "", &calendar) != DB_OK)
        return page_failed(rq);
    enum feedback_tab tab = input_given(rq, "the") ? (enum feedback_tab)input_number(rq, "the")
                                                   : viewer.leads ? FEEDBACK_OPEN : FEEDBACK_MINE;
    int64_t asked = input_number(rq, "trang");
    int page = asked < 1 ? 1 : asked > 1000 ? 1000 : (int)asked;
    if (!tabs_fill(rq, &viewer, tab) ||
        feedback_list(rq->db, rq->arena, &viewer, tab, (size_t)(page - 1) * FEEDBACK_PAGE, &rows, &n) == DB_FAIL)
        return page_failed(rq);
    for (size_t i = 0; i < n; i++) {
        struct data *node = data_add(rq->data, "Cases");
        row_put(rq, node, &rows[i], &calendar, &viewer.now);
        data_set(node, "Words", text_shorten(rq->arena, rows[i].words, WORDS_SHOWN));
        data_format(node, "Href", "%s" PATH "/%llu", rq->base, (unsigned long long)rows[i].id);
    }
    if (page > 1)
        data_format(rq->data, "List.Prev", "%s" PATH "?the=%s&trang=%d", rq->base, feedback_tabs[tab], page - 1);
    if (n == FEEDBACK_PAGE)
        data_format(rq->data, "List.Next", "%s" PATH "?the=%s&trang=%d", rq->base, feedback_tabs[tab], page + 1);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    return page_show(rq, "staff/feedback.cs", "staff_feedback");
}

/* ---- one -------------------------------------------------------------------------------------------- */

static bool history_fill(struct request *rq, uint64_t id)
{
    struct feedback_entry *entries;
    size_t n;
    char at[DATE_TEXT_MAX];
    if (feedback_history(rq->db, rq->arena, id, &entries, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n; i++) {
        struct data *node = data_add(rq->data, "History");
        data_set(node, "At", date_format_short(at, &entries[i].at));
        data_set(node, "What", say_one(rq, "feedback_event", entries[i].kind));
        data_set(node, "Who", entries[i].user_name);
        bool outcome = strcmp(entries[i].kind, "closed") == 0;
        data_set(node, "Note", outcome ? say_one(rq, "feedback_outcome", entries[i].note) : entries[i].note);
    }
    return true;
}

static void outcomes_fill(struct request *rq)
{
    for (size_t i = 0; feedback_outcomes[i]; i++) {
        struct data *item = data_add(rq->data, "Outcomes");
        data_set(item, "Value", feedback_outcomes[i]);
        data_set(item, "Text", say_one(rq, "feedback_outcome", feedback_outcomes[i]));
    }
}

static void typed_put(struct request *rq, const char *field, const char *stored)
{
    const char *name = arena_format(rq->arena, "Form.%s.Value", field);
    if (!*data_get(rq->data, name))
        data_set(rq->data, name, stored);
}

static int show(struct request *rq, const struct feedback_viewer *viewer, const struct feedback_row *row, int status)
{
    struct worktime_calendar calendar;
    struct data *node = data_at(rq->data, "Case");
    if (calendar_load(rq->db, rq->arena, "", &calendar) != DB_OK || !history_fill(rq, row->id) ||
        (viewer->leads && feedback_owners(rq->db, rq->data, "Owners", &viewer->now) == DB_FAIL))
        return page_failed(rq);
    row_put(rq, node, row, &calendar, &viewer->now);
    data_set(node, "Words", row->words);
    data_set(node, "Name", row->contact_name);
    data_set(node, "Contact", row->contact);
    data_set(node, "Dossier", row->dossier_number);
    data_set(node, "Answer", row->answer);
    data_set(node, "OwnerLogin", row->owner_login);
    data_set_flag(node, "Followed", row->followed);
    data_set_flag(node, "Published", row->published);
    data_set_flag(node, "Leads", viewer->leads);
    data_set_number(node, "Version", row->version);
    page_form(rq, node, arena_format(rq->arena, PATH "/%llu", (unsigned long long)row->id));
    data_format(node, "Back", "%s" PATH, rq->base);
    form_fields(rq, "traloi ghichu congbo ketqua nguoi");
    typed_put(rq, "traloi", row->answer);
    typed_put(rq, "congbo", *row->public_words ? row->public_words : row->words);
    outcomes_fill(rq);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    data_set(rq->data, "Page.Title", say_fill(rq, "staff_feedback.one", "n",
                                              arena_format(rq->arena, "%llu", (unsigned long long)row->id), NULL));
    return page_show_status(rq, status, "staff/feedback_case.cs", "staff_feedback");
}

/* 0: it is there; else the handler's answer. */
static int case_need(struct request *rq, struct feedback_viewer *viewer, struct feedback_row *row)
{
    if (!viewer_read(rq, viewer))
        return page_failed(rq);
    enum db_result found = feedback_read(rq->db, rq->arena, viewer, (uint64_t)input_number(rq, "id"), row);
    return found == DB_OK ? 0 : found == DB_NONE ? page_missing(rq) : page_failed(rq);
}

int feedback_page(struct request *rq)
{
    struct feedback_viewer viewer;
    struct feedback_row row;
    int answer = case_need(rq, &viewer, &row);
    return answer ? answer : show(rq, &viewer, &row, rq->again ? rq->again : 200);
}

/* ---- acts --------------------------------------------------------------------------------------------- */

/* Heads answer and write notes; who does it, what is published and when it is over is said by those who lead. */
static bool may(const struct feedback_viewer *viewer, enum task task)
{
    return viewer->leads || task == ANSWER || task == NOTE;
}

/* Is there what the task needs? What is missing stands at its field. */
static bool complete(struct request *rq, enum task task)
{
    static const char *const needs[] = {[ASSIGN] = "nguoi", [ANSWER] = "traloi", [NOTE] = "ghichu",
                                        [PUBLISH] = "congbo", [WITHDRAW] = "", [CLOSE] = "ketqua",
                                        [REOPEN] = "ghichu"};
    if (*needs[task] && !input_given(rq, needs[task]))
        input_refuse(rq, needs[task], "required");
    return !input_refused(rq);
}

static enum feedback_verdict act(struct request *rq, enum task task, const struct feedback_viewer *viewer,
                                 const struct feedback_row *row)
{
    unsigned version = (unsigned)input_number(rq, "phien");
    switch (task) {
    case ASSIGN:
        return feedback_assign(rq->db, rq->arena, row, version, input_text(rq, "nguoi"), viewer);
    case ANSWER:
        return feedback_answer(rq->db, rq->arena, row, version, input_text(rq, "traloi"), viewer);
    case NOTE:
        return feedback_note(rq->db, row, version, input_text(rq, "ghichu"), viewer);
    case PUBLISH:
        return feedback_publish(rq->db, row, version, input_text(rq, "congbo"), viewer);
    case WITHDRAW:
        return feedback_publish(rq->db, row, version, "", viewer);
    case CLOSE:
        return feedback_close(rq->db, row, version, input_text(rq, "ketqua"), viewer);
    case REOPEN:
        break;
    }
    return feedback_reopen(rq->db, row, version, input_text(rq, "ghichu"), viewer);
}

int feedback_do(struct request *rq)
{
    struct feedback_viewer viewer;
    struct feedback_row row;
    enum task task = (enum task)input_number(rq, "viec");
    int answer = case_need(rq, &viewer, &row);
    if (answer)
        return answer;
    if (!may(&viewer, task))
        return page_forbidden(rq);
    if (!complete(rq, task))
        return show(rq, &viewer, &row, 422);
    switch (act(rq, task, &viewer, &row)) {
    case FEEDBACK_DONE:
        return page_go(rq, PATH "/%llu", (unsigned long long)row.id);
    case FEEDBACK_NO_PERSON:
        input_refuse(rq, "nguoi", "unknown_person");
        return show(rq, &viewer, &row, 422);
    case FEEDBACK_MOVED:
        data_set_flag(rq->data, "Case.Moved", true);
        return show(rq, &viewer, &row, 409);
    case FEEDBACK_FAIL:
        break;
    }
    return page_failed(rq);
}
