/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Acts on the dossier as a whole: extension, stop, resumption, withdrawal, words.
 */
#include <stdlib.h>

#include "model/act_inside.h"

/* The event of an act on the whole dossier, the message about it, and the row. */
static enum act_result whole_end(struct act_doing *d, const struct act_event *event, const char *old_due)
{
    const char *occasion = d->offer->tells;
    json_t *data = json_pack("{s:s}", "reason", d->in->reason);
    if (old_due)
        json_object_set_new(data, "old_due", json_string(old_due));
    if (act_event_put(d, event) != DB_OK) {
        json_decref(data);
        return ACT_FAIL;
    }
    if (!*occasion)
        json_decref(data);
    else if (act_tell(d, occasion, data) != DB_OK)
        return ACT_FAIL;
    return act_row_write(d->c) == DB_OK ? ACT_DONE : ACT_FAIL;
}

/* ---- later than promised --------------------------------------------------------------------- */

enum act_result act_extend_do(struct act_doing *d)
{
    struct act_case *c = d->c;
    int64_t old = c->row.due, new = d->in->day.year ? civil_minute(&d->in->day) : -1;
    if (!*d->in->reason)
        return act_wrong(d, "reason", "required");
    if (new < civil_minute(&d->offer->due_least))
        return act_wrong(d, "day", new < 0 ? "required" : "due_not_later");
    c->row.due = c->row.extended = new;
    c->row.apologised = c->minute;
    struct act_event event = {
        .type = "apologised",
        .is_public = true,
        .public_note = d->in->reason,
        .note = d->in->note,
        .data = json_pack("{s:s, s:s}", "due_old", act_moment(c, old), "due_new",
                          act_moment(c, new)),
    };
    if (act_dues_follow(c, old, -1) == DB_FAIL)
        return ACT_FAIL;
    d->out->paper = "xin-loi";
    return whole_end(d, &event, act_moment(c, old));
}

/* ---- stopped, and taken up again ------------------------------------------------------------- */

enum act_result act_stop_do(struct act_doing *d)
{
    struct act_case *c = d->c;
    if (!*d->in->reason)
        return act_wrong(d, "reason", "required");
    if (act_pause_end(c, false) == DB_FAIL || /* of papers or money that were waited for */
        act_pause_begin(c, "stop", 0, d->in->reason) == DB_FAIL)
        return ACT_FAIL;
    struct act_event event = {.type = "stopped",
                              .is_public = true,
                              .to = "stopped",
                              .public_note = d->in->reason,
                              .note = d->in->note};
    d->out->paper = "dung-giai-quyet";
    return whole_end(d, &event, NULL);
}

/* It goes on where it was: still waiting, if it waited. */
static enum db_result resume(struct act_doing *d, const struct workflow_step *step)
{
    struct act_case *c = d->c;
    struct db_row row;
    int64_t old = c->row.due;
    if (db_one(c->db, c->arena,
               "select z.from_at, (select q.id from supplement q where q.dossier_id = ?"
               " and q.accepted_at is null order by q.round desc limit 1)"
               " from clock_pause z where z.id = ?",
               DB_ARGS(db_number((int64_t)c->id), db_number((int64_t)c->pause)), &row) != DB_OK)
        return DB_FAIL;
    struct civil from;
    int64_t stood = civil_parse(row.text[0], &from) ? civil_minute(&from) : -1;
    if (act_pause_end(c, false) == DB_FAIL || act_dues_follow(c, old, stood) == DB_FAIL)
        return DB_FAIL;
    if (step && step->kind == STEP_WAIT_FEE)
        return act_pause_begin(c, "fee", 0, "");
    if (step && step->kind == STEP_WAIT_CITIZEN)
        return act_pause_begin(c, "supplement", row.text[1] ? strtoull(row.text[1], NULL, 10) : 0,
                               "");
    return DB_OK;
}

enum act_result act_resume_do(struct act_doing *d)
{
    struct act_case *c = d->c;
    const struct workflow_step *step = act_step_at(c, c->main->now);
    if (c->pause && resume(d, step) == DB_FAIL)
        return ACT_FAIL;
    struct act_event event = {.type = "resumed",
                              .is_public = true,
                              .to = step ? step->state : "processing",
                              .public_note = d->in->reason,
                              .note = d->in->note,
                              .data = json_pack("{s:s}", "due_new", act_moment(c, c->row.due))};
    return whole_end(d, &event, NULL);
}

/* ---- the end without a result ---------------------------------------------------------------- */

static enum db_result all_end(struct act_doing *d)
{
    struct act_case *c = d->c;
    if (c->pause && act_pause_end(c, false) == DB_FAIL)
        return DB_FAIL;
    if (act_all_close(d, true, false) == DB_FAIL || act_clock_stop(c) == DB_FAIL)
        return DB_FAIL;
    return act_row_end(c);
}

enum act_result act_close_do(struct act_doing *d)
{
    struct act_event event = {.type = "closed",
                              .is_public = true,
                              .public_note = d->in->reason,
                              .note = d->in->note};
    return all_end(d) == DB_FAIL ? ACT_FAIL : whole_end(d, &event, NULL);
}

enum act_result act_withdraw_do(struct act_doing *d)
{
    if (!*d->in->reason)
        return act_wrong(d, "reason", "required");
    struct act_event event = {.type = "withdrawn",
                              .is_public = true,
                              .to = "withdrawn",
                              .public_note = d->in->reason,
                              .note = d->in->note};
    return all_end(d) == DB_FAIL ? ACT_FAIL : whole_end(d, &event, NULL);
}

/* ---- words ----------------------------------------------------------------------------------- */

enum act_result act_words_do(struct act_doing *d)
{
    bool message = d->offer->kind == ACT_MESSAGE;
    if (message && !*d->in->reason)
        return act_wrong(d, "reason", "required");
    if (!message && !*d->in->note)
        return act_wrong(d, "note", "required");
    struct act_event event = {.type = message ? "message" : "note",
                              .is_public = message,
                              .public_note = message ? d->in->reason : "",
                              .note = d->in->note};
    return whole_end(d, &event, NULL);
}
