/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_receive.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "model/act_opening.h"
#include "model/agency_place.h"
#include "model/agency_tree.h"
#include "model/outbox.h"
#include "model/sequence.h"

/* What is known of a dossier while it is being written. */
struct writing {
    struct db *db;
    struct arena *arena;
    const struct reception *from;
    struct received *out;
    const char *prefix;
    uint64_t counter;
    uint64_t branch, area;
    uint64_t bodies[2]; /* in charge, and of the first task */
    int64_t received; /* civil minute */
    int64_t started;
    int64_t due; /* -1 none */
    const struct receive_step *step;
    unsigned seq;
    const char *state; /* after the last event */
};

/* ---- where it is numbered and where it goes first --------------------------------------------------- */

static enum db_result place_find(struct writing *w)
{
    const struct receive_frame *frame = &w->from->procedure->frame;
    struct agency_place place;
    enum db_result result = agency_place(w->db, frame->catalogue_version, w->from->agency->id,
                                         frame->seat, &place);
    if (result != DB_OK)
        return result;
    w->prefix = place.prefix;
    w->counter = place.counter ? place.counter : w->from->agency->id;
    return DB_OK;
}

/* ---- the rows ----------------------------------------------------------------------------------------- */

static enum db_result number_give(struct writing *w)
{
    uint64_t n;
    const struct civil *now = &w->from->now;
    if (sequence_next(w->db, sequence_dossier_scope(w->arena, w->prefix),
                      sequence_dossier_period(w->arena, now), &n) != DB_OK)
        return DB_FAIL;
    w->out->number = sequence_number_format(w->arena, w->from->procedure->frame.number_pattern, w->prefix, now, n);
    return db_exec(w->db, "update dossier set number = ?, state = ? where id = ?",
                   DB_ARGS(db_text(w->out->number), db_text(w->step->state), db_number((int64_t)w->out->id)));
}

static enum db_result head_write(struct writing *w)
{
    const struct reception *from = w->from;
    struct dossier_row row = {
        .number = NULL, /* until number_give */
        .procedure = from->procedure->id,
        .rev = from->procedure->rev,
        .agency = from->agency->id,
        .counter = w->counter,
        .clerk = from->clerk,
        .channel = from->channel,
        .state = "draft", /* the one state without a number; nobody sees it before the commit */
        .deliver_by = from->deliver_by,
        .summary = from->summary,
        .term_value = from->procedure->term_value,
        .term_unit = w->due >= 0 ? from->procedure->term_unit : "",
        .due_rule = w->due >= 0 ? from->due->rule : "",
        .received = w->received,
        .clock_from = w->started,
        .due = w->due,
        .sets = from->sets,
        .version = 1,
    };
    return dossier_row_write(w->db, w->arena, &row, &w->out->id);
}

static enum db_result parties_write(struct writing *w)
{
    const struct reception *from = w->from;
    enum db_result result = party_write(w->db, w->arena, w->out->id, w->out->number,
                                        PARTY_APPLICANT, &from->applicant, w->area, w->bodies);
    if (result == DB_OK && from->submitter)
        result = party_write(w->db, w->arena, w->out->id, w->out->number, PARTY_SUBMITTER,
                             from->submitter, 0, w->bodies);
    return result;
}

static enum db_result opening_find(struct writing *w, struct act_opening *opening)
{
    const struct reception *from = w->from;
    *opening = (struct act_opening){
        .edition = from->procedure->workflow_rev,
        .step = w->step->id,
        .catalogue = from->procedure->frame.catalogue_version,
        .agency = from->agency->id,
        .agency_code = from->agency->code,
        .counter = w->counter,
        .area = w->area,
        .field = from->procedure->field,
        .clerk = from->clerk,
        .now = from->now,
        .started = w->started,
        .due = w->due,
    };
    return act_opening(w->db, w->arena, opening);
}

static enum db_result work_open(struct writing *w)
{
    struct act_opening opening;
    const struct agency_tree *tree = agency_tree(w->db, w->from->procedure->frame.catalogue_version);
    if (!tree || opening_find(w, &opening) != DB_OK)
        return DB_FAIL;
    w->bodies[0] = w->from->agency->id;
    w->bodies[1] = agency_body(tree, opening.unit);
    bool done = w->step->only;
    struct branch_row branch = {
        .dossier = w->out->id,
        .agency = w->from->agency->id,
        .opened = w->received,
        .due = w->due,
        .closed = done ? w->received : -1,
        .agreed = done,
    };
    if (branch_main_write(w->db, &branch, &w->branch) != DB_OK)
        return DB_FAIL;
    struct task_row task = {
        .branch = w->branch,
        .step = w->step->id,
        .unit = opening.unit,
        .assignee = opening.person,
        .opened = w->received,
        .due = opening.step_due,
        .closed = done ? w->received : -1,
        .closed_by_seq = done ? 2 : 0,
    };
    uint64_t id;
    if (task_write(w->db, &task, &id) != DB_OK)
        return DB_FAIL;
    return clock_write(w->db, w->out->id, receive_budget(w->from->due), w->started, done ? w->received : -1);
}

/* ---- what happened ------------------------------------------------------------------------------------ */

static enum db_result event_next(struct writing *w, const char *type, const char *to, bool is_public,
                                 const char *data)
{
    struct event_row row = {
        .dossier = w->out->id,
        .seq = ++w->seq,
        .at = w->from->now,
        .type = type,
        .actor = w->from->clerk,
        .behalf = w->from->behalf,
        .unit = w->counter,
        .from = to ? w->state : NULL,
        .to = to,
        .is_public = is_public,
        .data = data,
    };
    if (to)
        w->state = to;
    return event_write(w->db, &row);
}

static const char *moment_text(struct arena *arena, int64_t minute)
{
    if (minute < 0)
        return "";
    struct civil moment = civil_from_minute(minute);
    return date_format_iso_time(arena_take(arena, DATE_TEXT_MAX), &moment);
}

static enum db_result received_tell(struct writing *w)
{
    const struct reception *from = w->from;
    json_t *data = json_pack("{s:s, s:s, s:s, s:s, s:s}", "due", moment_text(w->arena, w->due), "rule",
                             w->due >= 0 ? from->due->rule : "", "procedure", from->procedure->code,
                             "waiver", from->waiver, "passed_over", from->duplicates);
    if (from->group)
        json_object_set_new(data, "group", json_integer((json_int_t)from->group));
    return event_next(w, "received", w->step->state, true, json_taken(w->arena, data));
}

static bool any_paid(const struct reception *from)
{
    for (size_t i = 0; i < from->n_fees; i++)
        if (from->fees[i].paid)
            return true;
    return false;
}

static enum db_result news_tell(struct writing *w, const char *occasion)
{
    const struct party *p = &w->from->applicant, *s = w->from->submitter;
    struct outbox_news news = {
        .dossier = w->out->id,
        .seq = w->seq,
        .occasion = occasion,
        .email = s && *s->email ? s->email : p->email,
        .phone = s && *s->phone ? s->phone : p->phone,
        .data = json_taken(w->arena, json_pack("{s:s, s:s, s:s}", "number", w->out->number, "due",
                                              moment_text(w->arena, w->due), "procedure",
                                              w->from->procedure->name)),
    };
    return outbox_tell(w->db, w->arena, &w->from->now, &news);
}

/* ---- a workflow of one step ---------------------------------------------------------------------------- */

/* The first line of what the procedure gives, or its name. */
static const char *result_title(const struct writing *w)
{
    const char *text = w->from->procedure->result;
    size_t n = strcspn(text, "\n");
    return n ? arena_copy_bytes(w->arena, text, n) : w->from->procedure->name;
}

static enum db_result finish(struct writing *w)
{
    char now[DATE_TEXT_MAX], expires[DATE_TEXT_MAX];
    struct result_row result = {
        .dossier = w->out->id,
        .officer = w->from->clerk,
        .title = result_title(w),
        .receiver = w->from->submitter ? w->from->submitter->name : w->from->applicant.name,
        .at = w->received,
    };
    struct db_value at = moment_value(now, w->received);
    if (event_next(w, "approved", "approved", true, NULL) != DB_OK ||
        event_next(w, "ready", "ready", true, NULL) != DB_OK ||
        event_next(w, "returned", "returned", true, NULL) != DB_OK ||
        result_returned_write(w->db, &result) != DB_OK)
        return DB_FAIL;
    w->out->finished = true;
    return db_exec(w->db,
                   "update dossier set state = 'returned', decided_at = ?, ready_at = ?,"
                   " returned_at = ?, closed_at = ?, lookup_expires_at = ?, version = version + 1"
                   " where id = ?",
                   DB_ARGS(at, at, at, at,
                           moment_value(expires, w->received + (int64_t)w->from->procedure->frame.lookup_days *
                                                                   DATE_DAY_MINUTES),
                           db_number((int64_t)w->out->id)));
}

/* ---- all of it ------------------------------------------------------------------------------------------- */

/*
 * Whoever has taken a number holds up all others of this register and day until the commit, so that everything that
 * can be written without it is written before.
 */
static enum db_result rows_write(struct writing *w)
{
    const struct reception *from = w->from;
    if (party_area(w->db, w->arena, from->procedure->frame.catalogue_version,
                   from->applicant.address, &w->area) == DB_FAIL ||
        head_write(w) != DB_OK ||
        dossier_papers_write(w->db, w->arena, w->out->id, from->papers, from->n_papers, false) == DB_FAIL ||
        fee_lines_write(w->db, w->out->id, from->fees, from->n_fees, &from->now) != DB_OK ||
        work_open(w) != DB_OK || received_tell(w) != DB_OK || number_give(w) != DB_OK ||
        parties_write(w) != DB_OK)
        return DB_FAIL;
    if (w->step->only ? finish(w) != DB_OK : news_tell(w, "received") != DB_OK)
        return DB_FAIL;
    return any_paid(from) ? event_next(w, "fee_paid", NULL, true, NULL) : DB_OK;
}

enum db_result dossier_receive(struct db *db, struct arena *arena, const struct reception *from,
                               struct received *out)
{
    struct writing w = {
        .db = db,
        .arena = arena,
        .from = from,
        .out = out,
        .received = civil_minute(&from->now),
        .step = &from->procedure->step,
        .due = from->due->known ? from->due->result.due : -1,
    };
    *out = (struct received){.number = ""};
    w.started = from->due->known ? from->due->result.started : w.received;
    enum db_result result = place_find(&w);
    if (result == DB_OK && !w.step->id)
        result = DB_NONE;
    return result == DB_OK ? rows_write(&w) : result;
}
