/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What comes out of a dossier: the decision, its number, the shelf, and how it is handed over.
 */
#include <string.h>

#include "lib/text.h"
#include "model/act_inside.h"
#include "model/sequence.h"

/* ---- the decision ---------------------------------------------------------------------------- */

/* The usual title of a refusal has the result in it: "… {title}" in the setting. */
static const char *refusal_title(const struct act_case *c)
{
    const char *pattern = act_setting(c, "refusal_title", "{title}");
    const char *at = strstr(pattern, "{title}");
    if (!at)
        return pattern;
    return arena_format(c->arena, "%.*s%s%s", (int)(at - pattern), pattern, c->result_title,
                        at + strlen("{title}"));
}

enum db_result act_decide(struct act_doing *d, bool approved)
{
    struct act_case *c = d->c;
    const char *usual = approved ? c->result_title : refusal_title(c);
    const char *title = *d->in->title && strcmp(d->in->title, c->result_title) != 0 ? d->in->title : usual;
    c->outcome = approved ? "approved" : "refused";
    c->row.decided = c->minute;
    struct db_value outcome = db_text(c->outcome), reason = db_text(approved ? "" : d->in->reason);
    if (db_exec(c->db,
                "insert into result (dossier_id, outcome, title, public_reason, signed_by,"
                " signed_at) values (?, ?, left(?, 500), left(?, 1000), ?, ?)"
                " on duplicate key update outcome = values(outcome), title = values(title),"
                " public_reason = values(public_reason), signed_by = values(signed_by),"
                " signed_at = values(signed_at)",
                DB_ARGS(db_id(c->id), outcome, db_text(title), reason, db_id(c->user),
                        act_when(c, c->minute))) == DB_FAIL)
        return DB_FAIL;
    if (act_all_close(d, false, true) == DB_FAIL) /* opinions nobody waits for */
        return DB_FAIL;
    return act_clock_stop(c);
}

/* It goes back before the signature: nothing is decided any more, and the clock runs as if it had not stopped. */
enum db_result act_decision_reopen(struct act_doing *d)
{
    struct act_case *c = d->c;
    c->row.decided = -1;
    c->outcome = "";
    if (db_exec(c->db,
                "update result set signed_at = null, signed_by = null, public_reason = ''"
                " where dossier_id = ?",
                DB_ARGS(db_id(c->id))) == DB_FAIL)
        return DB_FAIL;
    return db_exec(c->db, "update clock set stopped_at = null where id = ?",
                   DB_ARGS(db_id(c->clock))) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}

enum db_result act_number(struct act_doing *d)
{
    struct act_case *c = d->c;
    uint64_t n;
    const struct agency_node *body = agency_node(c->tree, agency_body(c->tree, d->may.unit));
    const char *code = body ? body->code : c->agency_code;
    const char *scope = arena_format(c->arena, "result:%s", code);
    const char *pattern = act_setting(c, "result_number_pattern", "{n4}/{yyyy}/{agency}");
    if (sequence_next(c->db, scope, arena_format(c->arena, "%04d", c->now.year), &n) != DB_OK)
        return DB_FAIL;
    c->register_no = sequence_number_format(c->arena, pattern, code, &c->now, n);
    struct act_event event = {
        .type = "numbered",
        .branch = d->branch->id,
        .data = json_pack("{s:s, s:s}", "number", c->register_no, "scope", scope),
    };
    if (act_event_put(d, &event) != DB_OK)
        return DB_FAIL;
    return db_exec(c->db, "update result set register_no = ? where dossier_id = ?",
                   DB_ARGS(db_text(c->register_no), db_id(c->id)));
}

enum db_result act_ready(struct act_doing *d)
{
    struct act_case *c = d->c;
    c->row.ready = c->minute;
    return db_exec(c->db, "update result set ready_at = ?, shelf = left(?, 20) where dossier_id = ?",
                   DB_ARGS(act_when(c, c->minute), db_text(d->in->shelf), db_id(c->id))) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}

/* ---- handing over ---------------------------------------------------------------------------- */

enum act_result act_return_check(struct act_doing *d)
{
    static const char *const roles[] = {"applicant", "submitter", "other", NULL};
    const struct act_input *in = d->in;
    if (d->c->fees_unpaid + d->c->duties_unpaid && !*in->receipt_no)
        return act_wrong(d, "receipt_no", "fees_unpaid");
    if (*in->tracking)
        return ACT_DONE;
    if (!*in->receiver)
        return strcmp(d->c->deliver_by, "online") == 0 ? ACT_DONE
               : strcmp(d->c->deliver_by, "post") == 0 ? act_wrong(d, "tracking", "required")
                                                       : act_wrong(d, "receiver", "required");
    if (!text_among(in->receiver_role, roles))
        return act_wrong(d, "receiver_role", "not_choice");
    if (!in->identity_checked)
        return act_wrong(d, "identity_checked", "identity_unchecked");
    return in->signed_for ? ACT_DONE : act_wrong(d, "signed_for", "not_signed");
}

enum db_result act_return(struct act_doing *d, bool *by_post)
{
    struct act_case *c = d->c;
    const struct act_input *in = d->in;
    bool post = *in->tracking, counter = !post && *in->receiver;
    *by_post = post;
    if (*in->receipt_no && act_money_paid(d, true) == DB_FAIL)
        return DB_FAIL;
    c->row.returned = c->minute;
    c->row.decided = c->row.decided < 0 ? c->minute : c->row.decided;
    if (db_exec(c->db,
                "update result set returned_at = ?, returned_via = ?, returned_by = ?,"
                " receiver = left(?, 250), tracking_no = left(?, 40), receiver_role = ?,"
                " identity_checked = ?, signed_for = ? where dossier_id = ?",
                DB_ARGS(act_when(c, c->minute), db_text(post ? "post" : counter ? "counter" : "online"),
                        db_id(c->user), db_text(in->receiver), db_text(in->tracking),
                        counter ? db_text(in->receiver_role) : db_null(),
                        db_number(counter && in->identity_checked),
                        db_number(counter && in->signed_for), db_id(c->id))) == DB_FAIL)
        return DB_FAIL;
    if (db_exec(c->db, "update clock set stopped_at = ifnull(stopped_at, ?) where id = ?",
                DB_ARGS(act_when(c, c->minute), db_id(c->clock))) == DB_FAIL)
        return DB_FAIL;
    return act_row_end(c);
}
