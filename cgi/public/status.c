/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/status.h"

#include <string.h>

#include "lib/say.h"
#include "model/access_words.h"
#include "model/rating_service.h"
#include "model/status_due.h"
#include "model/status_words.h"
#include "public/public.h"

static bool is(const struct dossier_status *s, const char *state)
{
    return !strcmp(s->state, state);
}

/* States whose last event says what is the matter; it then stands on top, not in the timeline. */
static bool is_explained(const struct dossier_status *s)
{
    return is(s, "needs_fix") || is(s, "waiting_citizen") || is(s, "waiting_fee") || is(s, "rejected_online") ||
           is(s, "expired");
}

static const char *last_note(const struct dossier_status *s)
{
    return is_explained(s) && s->n_events ? s->events[s->n_events - 1].note : "";
}

/* What was said when this happened last. */
static const char *note_of(const struct dossier_status *s, const char *type)
{
    for (size_t i = s->n_events; i-- > 0;)
        if (!strcmp(s->events[i].type, type))
            return s->events[i].note;
    return "";
}

/* ---- Who has it now --------------------------------------------------------------------------- */

static const struct dossier_branch *branch_main(const struct dossier_status *s)
{
    for (size_t i = 0; i < s->n_branches; i++)
        if (s->branches[i].main)
            return &s->branches[i];
    return NULL;
}

static void holder_fill(struct request *rq, const struct dossier_status *s)
{
    const struct dossier_branch *branch = branch_main(s);
    if (!branch || s->closed_at.year)
        return;
    const char *unit = *branch->unit ? say_either(rq, branch->unit, branch->unit_en)
                                     : say_either(rq, branch->agency, branch->agency_en);
    data_set(rq->data, "Status.Unit", unit);
    data_set(rq->data, "Status.Step", say_either(rq, branch->step, branch->step_en));
    const struct civil *since = branch->step_since.year ? &branch->step_since : &s->state_at;
    data_set(rq->data, "Status.Since", say_moment(rq, since));
}

/* ---- What the citizen must do ----------------------------------------------------------------- */

static void supplement_fill(struct request *rq, const struct dossier_supplement *round)
{
    data_set_flag(rq->data, "Status.Todo.Supplement", true);
    data_set(rq->data, "Status.Todo.Reason", round->reason);
    data_set(rq->data, "Status.Todo.By", say_day(rq, &round->answer_by));
    data_set(rq->data, "Status.Todo.Unit", say_either(rq, round->unit, round->unit_en));
    data_set(rq->data, "Status.Todo.Phone", round->phone);
    for (size_t i = 0; i < round->n_points; i++) {
        if (round->points[i].done)
            continue;
        struct data *point = data_add(rq->data, "Status.Todo.Points");
        data_set(point, "Paper", round->points[i].paper);
        data_set(point, "What", round->points[i].what);
    }
}

static void todo_fill(struct request *rq, const struct dossier_status *s)
{
    const struct dossier_supplement *round = status_open_round(s);
    if (round)
        supplement_fill(rq, round);
    if (!s->closed_at.year)
        status_fees_fill(rq, s);
    data_set_flag(rq->data, "Status.Todo.Collect", is(s, "ready") && !strcmp(s->deliver_by, "counter"));
    data_set_flag(rq->data, "Status.Todo.Fix", is(s, "needs_fix"));
    if ((is(s, "needs_fix") || is(s, "waiting_fee")) && !*data_get(rq->data, "Status.Todo.Reason"))
        data_set(rq->data, "Status.Todo.Reason", last_note(s));
    data_set(rq->data, "Status.Todo.Text", status_words(rq, "todo", s));
}

/* ---- What happened ---------------------------------------------------------------------------- */

/* The last event of an open dossier is where it stands. */
static const char *event_look(const struct dossier_status *s, bool last)
{
    if (!last || s->closed_at.year)
        return "done";
    return !strcmp(status_look(s->state), "wait") ? "wait" : "current";
}

static void timeline_fill(struct request *rq, const struct dossier_status *s)
{
    for (size_t i = 0; i < s->n_events; i++) {
        const struct dossier_event *event = &s->events[i];
        struct data *row = data_add(rq->data, "Status.Timeline");
        const char *title = say_one(rq, "event", event->type);
        char iso[DATE_TEXT_MAX];
        data_set(row, "State", event_look(s, i + 1 == s->n_events));
        data_set(row, "Title", *title ? title : say(rq, "event.note"));
        data_set(row, "When", say_moment(rq, &event->at));
        data_set(row, "WhenIso", date_format_rfc3339(iso, &event->at));
        data_set(row, "Unit", say_either(rq, event->unit, event->unit_en));
        if (!is_explained(s) || i + 1 < s->n_events)
            data_set(row, "Text", event->note);
    }
}

static void branches_fill(struct request *rq, const struct dossier_status *s)
{
    if (s->n_branches < 2)
        return;
    for (size_t i = 0; i < s->n_branches; i++) {
        const struct dossier_branch *branch = &s->branches[i];
        struct data *row = data_add(rq->data, "Status.Branches");
        data_set(row, "Agency", say_either(rq, branch->agency, branch->agency_en));
        data_set(row, "Title", say_either(rq, branch->title, branch->title_en));
        data_set(row, "Kind", say_one(rq, "branch", branch->kind));
        data_set(row, "State", say_one(rq, "branch_state", branch->state));
        data_set_flag(row, "Open", !branch->closed_at.year);
        data_set(row, "Due", say_moment(rq, branch->main ? &s->due_at : &branch->due_at));
        data_set(row, "Closed", say_moment(rq, &branch->closed_at));
    }
}

/* ---- The page --------------------------------------------------------------------------------- */

static void head_fill(struct request *rq, const struct dossier_status *s)
{
    struct data *d = rq->data;
    data_set(d, "Status.Number", s->number);
    data_set(d, "Status.Procedure.Code", s->procedure_code);
    data_set(d, "Status.Procedure.Name", say_either(rq, s->procedure_name, s->procedure_name_en));
    data_set(d, "Status.Procedure.NameSize", name_size(data_get(d, "Status.Procedure.Name")));
    data_set_flag(d, "Status.Procedure.Vietnamese", !*s->procedure_name_en);
    data_set(d, "Status.State", s->state);
    data_set(d, "Status.Title", status_words(rq, "state", s));
    data_set(d, "Status.Agency", say_either(rq, s->agency, s->agency_en));
    data_set(d, "Status.Counter.Name", say_either(rq, s->counter, s->counter_en));
    data_set(d, "Status.Counter.Address", s->counter_address);
    data_set(d, "Status.Counter.Phone", s->counter_phone);
    data_set(d, "Status.Submitted", say_moment(rq, &s->submitted_at));
    data_set(d, "Status.Received", say_moment(rq, &s->received_at));
    data_set(d, "Status.Decided", say_moment(rq, &s->decided_at));
    data_set(d, "Status.Ready", say_moment(rq, &s->ready_at));
    data_set(d, "Status.Returned", say_moment(rq, &s->returned_at));
    data_set(d, "Status.Result", s->result);
    bool ended = is(s, "rejected_online") || is(s, "expired");
    const char *reason = is(s, "stopped") ? note_of(s, "stopped") : s->reason;
    data_set(d, "Status.Reason", ended && !*reason ? last_note(s) : reason);
    data_set(d, "Status.Channel", say_one(rq, "channel", s->channel));
    data_set(d, "Status.Deliver", say_one(rq, "deliver", s->deliver_by));
}

/* What was done last at the counter may be rated for a while, by whoever holds the receipt. */
static void rate_fill(struct request *rq, const struct dossier_status *s, const struct civil *now)
{
    bool returned = s->returned_at.year > 0;
    const struct civil *at = returned ? &s->returned_at : &s->received_at;
    if (!at->year || civil_day(now) - civil_day(at) > RATING_DAYS)
        return;
    struct rated what = {returned ? RATED_RETURNED : RATED_RECEIVED, s->id};
    data_format(rq->data, "Status.Rate.Href", "%s/danh-gia/%s", rq->base, rating_token(rq->arena, what));
    data_set(rq->data, "Status.Rate.Text", say(rq, returned ? "status.rate_returned" : "status.rate_received"));
}

bool status_fill(struct request *rq, const struct dossier_status *s, const struct civil *now)
{
    head_fill(rq, s);
    rate_fill(rq, s, now);
    holder_fill(rq, s);
    todo_fill(rq, s);
    timeline_fill(rq, s);
    branches_fill(rq, s);
    enum status_pace pace;
    if (!status_due_fill(rq, s, now, &pace))
        return false;
    const char *look = status_look(s->state);
    bool late = pace == PACE_LATE && !strcmp(look, "info");
    data_set(rq->data, "Status.Kind", late ? "late" : look);
    data_set(rq->data, "Page.Title", status_words(rq, "state", s));
    return true;
}

bool status_looks_fill(struct request *rq, uint64_t dossier)
{
    struct dossier_look *seen = arena_take_array(rq->arena, DOSSIER_LOOKS_MAX, sizeof *seen);
    size_t n;
    if (dossier_looks(rq->db, rq->arena, dossier, seen, &n) == DB_FAIL)
        return false;
    data_set_flag(rq->data, "Status.LooksShown", true);
    for (size_t i = 0; i < n; i++) {
        struct data *row = data_add(rq->data, "Status.Looks");
        data_set(row, "Day", say_day(rq, &seen[i].day));
        data_set(row, "Unit", say_either(rq, seen[i].unit, seen[i].unit_en));
        data_set(row, "Purpose", access_purpose_words(rq, seen[i].purpose));
    }
    return true;
}

static void json_moment(json_t *object, const char *name, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    json_object_set_new(object, name, at->year ? json_string(date_format_rfc3339(text, at)) : json_null());
}

static json_t *events_json(const struct dossier_status *s)
{
    json_t *list = json_array();
    for (size_t i = 0; i < s->n_events; i++) {
        const struct dossier_event *event = &s->events[i];
        json_t *row = json_pack("{s:s, s:s, s:s}", "type", event->type, "unit", event->unit, "note", event->note);
        json_moment(row, "at", &event->at);
        json_array_append_new(list, row);
    }
    return list;
}

static json_t *branches_json(const struct dossier_status *s)
{
    json_t *list = json_array();
    for (size_t i = 0; i < s->n_branches; i++) {
        const struct dossier_branch *branch = &s->branches[i];
        json_t *row = json_pack("{s:s, s:s, s:s, s:s}", "kind", branch->kind, "agency", branch->agency, "state",
                                branch->state, "step", branch->step);
        json_moment(row, "due_at", &branch->due_at);
        json_moment(row, "closed_at", &branch->closed_at);
        json_array_append_new(list, row);
    }
    return list;
}

json_t *status_json(const struct dossier_status *s, const struct civil *now)
{
    json_t *json = json_pack("{s:s?, s:{s:s, s:s}, s:s, s:s, s:s, s:b}", "number", *s->number ? s->number : NULL,
                             "procedure", "code", s->procedure_code, "name", s->procedure_name, "state", s->state,
                             "agency", s->agency, "counter", s->counter, "late", status_late(s, now));
    json_moment(json, "state_since", &s->state_at);
    json_moment(json, "received_at", &s->received_at);
    json_moment(json, "due_at", &s->due_at);
    json_moment(json, "first_due_at", &s->first_due_at);
    json_moment(json, "decided_at", &s->decided_at);
    json_moment(json, "returned_at", &s->returned_at);
    json_object_set_new(json, "events", events_json(s));
    json_object_set_new(json, "branches", branches_json(s));
    return json;
}
