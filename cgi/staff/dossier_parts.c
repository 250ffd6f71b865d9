/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What belongs to a dossier: its history, papers, requests, fees, agencies, messages, and who looked at it.
 */
#include <jansson.h>
#include <string.h>

#include "lib/money.h"
#include "lib/say.h"
#include "model/access_words.h"
#include "model/workflow.h"
#include "staff/dossier.h"

enum { PRESENT_MINUTES = 5 }; /* who opened it this lately is probably still reading it */

/* ---- history ----------------------------------------------------------------------------------------- */

const char *dossier_event_words(struct request *rq, const char *type)
{
    const char *words = say_one(rq, "dossier_event", type);
    return *words ? words : say_one(rq, "event", type);
}

/* From where to where: names of the steps the event tells. */
static void move_put(struct request *rq, const struct workflow *workflow, json_t *data,
                     struct data *item)
{
    static const struct {
        const char *key, *name;
    } ends[] = {{"step", "From"}, {"to", "To"}};
    for (size_t i = 0; workflow && i < sizeof ends / sizeof *ends; i++) {
        const char *code = json_string_value(json_object_get(data, ends[i].key));
        for (size_t k = 0; code && k < workflow->n_steps; k++)
            if (strcmp(workflow->steps[k].code, code) == 0)
                data_set(item, ends[i].name,
                         say_either(rq, workflow->steps[k].name, workflow->steps[k].name_en));
    }
}

/* A due time that moved with it. */
static void due_put(struct request *rq, json_t *data, struct data *item)
{
    struct civil old, new;
    const char *from = json_string_value(json_object_get(data, "due_old"));
    const char *to = json_string_value(json_object_get(data, "due_new"));
    if (!from || !to || !civil_parse(from, &old) || !civil_parse(to, &new))
        return;
    dossier_moment_put(rq, item, "DueOld", &old);
    dossier_moment_put(rq, item, "DueNew", &new);
}

static void event_fill(struct request *rq, const struct page_event *event,
                       const struct workflow *workflow)
{
    struct data *item = data_add(rq->data, "Dossier.Events");
    data_set_number(item, "Seq", event->seq);
    data_set(item, "Type", event->type);
    data_set(item, "Title", dossier_event_words(rq, event->type));
    dossier_moment_put(rq, item, "When", &event->at);
    data_set(item, "Actor", event->actor);
    data_set(item, "Behalf", event->behalf);
    data_set(item, "Unit", say_either(rq, event->unit, event->unit_en));
    data_set_flag(item, "Public", event->public);
    data_set(item, "PublicNote", event->public_note);
    data_set(item, "Note", event->note);
    if (*event->to_state)
        data_set(item, "State", say_one(rq, "dossier_state", event->to_state));
    json_t *data = *event->data ? json_loads(event->data, 0, NULL) : NULL;
    if (data) {
        move_put(rq, workflow, data, item);
        due_put(rq, data, item);
        json_decref(data);
    }
}

/* The newest first: that is what an officer comes for. */
static void events_fill(struct request *rq, const struct dossier_page *page)
{
    const struct workflow *workflow = NULL;
    if (page->workflow_rev &&
        workflow_edition(rq->db, page->workflow_rev, &workflow) != DB_OK)
        workflow = NULL;
    for (size_t i = page->n_events; i-- > 0;)
        event_fill(rq, &page->events[i], workflow);
}

/* ---- papers and requests ---------------------------------------------------------------------------- */

static void papers_fill(struct request *rq, const struct dossier_page *page)
{
    unsigned missing = 0;
    for (size_t i = 0; i < page->n_papers; i++) {
        const struct page_paper *paper = &page->papers[i];
        struct data *item = data_add(rq->data, "Dossier.Papers");
        data_set(item, "Name", paper->name);
        data_set_flag(item, "Missing", !paper->present);
        if (paper->present && paper->originals)
            data_set(item, "Original", say_count(rq, "paper_count.originals", paper->originals));
        if (paper->present && paper->copies)
            data_set(item, "Copy", say_count(rq, "paper_count.copies", paper->copies));
        missing += !paper->present;
    }
    if (missing)
        data_set(rq->data, "Dossier.Missing", say_count(rq, "paper_count.missing", missing));
}

static void rounds_fill(struct request *rq, const struct dossier_page *page)
{
    for (size_t i = page->n_rounds; i-- > 0;) {
        const struct page_round *round = &page->rounds[i];
        struct data *item = data_add(rq->data, "Dossier.Rounds");
        data_set_number(item, "Round", round->round);
        data_set(item, "Reason", round->reason);
        data_set(item, "AskedBy", round->asked_by);
        data_set(item, "Unit", say_either(rq, round->unit, round->unit_en));
        data_set(item, "AnswerBy", say_day(rq, &round->answer_by));
        data_set_flag(item, "Open", !round->accepted_at.year && !page->closed_at.year);
        dossier_moment_put(rq, item, "Asked", &round->asked_at);
        dossier_moment_put(rq, item, "Answered", &round->answered_at);
        dossier_moment_put(rq, item, "Accepted", &round->accepted_at);
        for (size_t k = 0; k < round->n_points; k++) {
            struct data *point = data_add(item, "Points");
            data_set(point, "Paper", round->points[k].paper);
            data_set(point, "What", round->points[k].what);
            data_set_flag(point, "Done", round->points[k].done);
        }
    }
}

static void fees_fill(struct request *rq, const struct dossier_page *page)
{
    char amount[MONEY_TEXT_MAX];
    for (size_t i = 0; i < page->n_fees; i++) {
        const struct page_fee *fee = &page->fees[i];
        struct data *item = data_add(rq->data, "Dossier.Fees");
        int64_t owed = fee->amount - fee->waived;
        data_set(item, "Kind", say_one(rq, "fee_kind", fee->kind));
        data_set(item, "Name", fee->name);
        data_set(item, "Amount", money_format(amount, owed));
        if (fee->waived)
            data_set(item, "Waived", money_format(amount, fee->waived));
        data_set(item, "Receipt", fee->receipt_no);
        data_set_flag(item, "Owed", owed > 0 && !fee->paid_at.year);
        data_set_flag(item, "Free", owed == 0);
        data_set(item, "By", say_day(rq, &fee->pay_by));
        dossier_moment_put(rq, item, "Paid", &fee->paid_at);
    }
}

/* ---- agencies at work ---------------------------------------------------------------------------------- */

static void branches_fill(struct request *rq, const struct dossier_page *page)
{
    if (page->n_branches < 2)
        return;
    for (size_t i = 0; i < page->n_branches; i++) {
        const struct page_branch *branch = &page->branches[i];
        struct data *item = data_add(rq->data, "Dossier.Branches");
        data_set_flag(item, "Main", branch->main);
        data_set(item, "Agency", say_either(rq, branch->agency, branch->agency_en));
        data_set(item, "Title", say_either(rq, branch->title, branch->title_en));
        data_set(item, "Kind", say_one(rq, "branch", branch->kind));
        data_set(item, "State", say_one(rq, "branch_state", branch->state));
        data_set_flag(item, "Open", branch->open);
        data_set_flag(item, "Waits", strcmp(branch->state, "waiting") == 0);
        if (strcmp(branch->outcome, "none") != 0)
            data_set(item, "Outcome", say_one(rq, "outcome", branch->outcome));
        data_set(item, "Register", branch->register_no);
        data_set(item, "Step", say_either(rq, branch->step, branch->step_en));
        data_set(item, "Person", branch->assignee);
        data_set(item, "Unit", say_either(rq, branch->unit, branch->unit_en));
        dossier_moment_put(rq, item, "Due", branch->main ? &page->due_at : &branch->due_at);
        dossier_moment_put(rq, item, "Closed", &branch->closed_at);
    }
}

/* ---- messages, and who looked ---------------------------------------------------------------------------- */

static void messages_fill(struct request *rq, const struct dossier_page *page)
{
    for (size_t i = page->n_messages; i-- > 0;) {
        const struct page_message *message = &page->messages[i];
        struct data *item = data_add(rq->data, "Dossier.Messages");
        data_set(item, "What", dossier_event_words(rq, message->occasion));
        data_set(item, "Channel", say_one(rq, "message_channel", message->channel));
        data_set(item, "State", say_one(rq, "message_state", message->state));
        data_set_flag(item, "Failed", strcmp(message->state, "failed") == 0);
        dossier_moment_put(rq, item, "When",
                   message->sent_at.year ? &message->sent_at : &message->written_at);
    }
}

static bool is_present(const struct request *rq, const struct dossier_page *page, size_t i,
                       const struct civil *now)
{
    const struct page_view *view = &page->views[i];
    for (size_t later = i + 1; later < page->n_views; later++)
        if (page->views[later].user_id == view->user_id)
            return false;
    return view->user_id != rq->who.id &&
           civil_minute(now) - civil_minute(&view->at) <= PRESENT_MINUTES &&
           strcmp(view->purpose, "view") == 0;
}

static void views_fill(struct request *rq, const struct dossier_page *page, const struct civil *now)
{
    for (size_t i = page->n_views; i-- > 0;) {
        const struct page_view *view = &page->views[i];
        struct data *item = data_add(rq->data, "Dossier.Views");
        data_set(item, "Person", view->user);
        data_set(item, "Unit", say_either(rq, view->unit, view->unit_en));
        data_set(item, "Purpose", access_purpose_words(rq, view->purpose));
        dossier_moment_put(rq, item, "When", &view->at);
        if (is_present(rq, page, i, now))
            data_set(data_add(rq->data, "Dossier.Present"), "Name", view->user);
    }
}

void dossier_parts_fill(struct request *rq, const struct dossier_page *page,
                        const struct civil *now)
{
    events_fill(rq, page);
    papers_fill(rq, page);
    rounds_fill(rq, page);
    fees_fill(rq, page);
    branches_fill(rq, page);
    messages_fill(rq, page);
    views_fill(rq, page, now);
}
