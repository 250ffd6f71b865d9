/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* What each act asks for and changes. */
#include "model/row.h"
#include "model/ticket_act_inside.h"

static bool said(const char *text)
{
    return text && text[strspn(text, " \t\n")];
}

/* Does this counter serve the group the ticket is in, or was it sent here? */
static enum ticket_did served_here(struct ticket_acting *a)
{
    struct db_row row;
    if (a->before.for_counter)
        return a->before.for_counter == a->desk.session.counter ? TICKET_DID : ticket_not_now(a, TICKET_WHY_RESERVED);
    enum db_result result =
        db_one(a->db, a->arena, "select group_id from counter_group where counter_id = ? and group_id = ?",
               DB_ARGS(db_id(a->desk.session.counter), db_id(a->before.group)), &row);
    if (result == DB_FAIL)
        return TICKET_FAIL;
    return result == DB_OK ? TICKET_DID : ticket_not_now(a, TICKET_WHY_NOT_SERVED);
}

/* An act that puts a ticket before a counter out of turn. */
static enum ticket_did to_desk(struct ticket_acting *a, enum ticket_state state, enum ticket_reason reason)
{
    enum ticket_did did = ticket_desk_free(a);
    if (did == TICKET_DID)
        did = served_here(a);
    if (did != TICKET_DID)
        return did;
    if (ticket_passed(a, false, &a->passed) == DB_FAIL)
        return TICKET_FAIL;
    ticket_at_desk(a, state);
    a->reason = (int)reason;
    return TICKET_DID;
}

static enum ticket_did recall(struct ticket_acting *a)
{
    a->kind = "recalled";
    a->after.calls += a->after.calls < UINT8_MAX;
    return TICKET_DID;
}

static enum ticket_did arrive(struct ticket_acting *a)
{
    a->kind = "arrived";
    a->after.state = TICKET_SERVING;
    a->after.served_at = a->actor->now;
    return TICKET_DID;
}

static enum ticket_did finish(struct ticket_acting *a)
{
    a->kind = "done";
    a->after.state = TICKET_FINISHED;
    a->after.ended_at = a->actor->now;
    enum db_result result =
        db_exec(a->db, "update ticket_item set done_at = ? where ticket_id = ? and done_at is null",
                DB_ARGS(db_text(row_time(a->arena, &a->actor->now)), db_id(a->before.id)));
    return result == DB_FAIL ? TICKET_FAIL : TICKET_DID;
}

/* Seconds since the last time it was called out; a clock that was put back does not make people wait for it. */
static enum db_result called_since(struct ticket_acting *a, int64_t *seconds)
{
    struct db_row row;
    enum db_result result = db_one(a->db, a->arena,
                                   "select at from ticket_event where ticket_id = ? and kind in ('called', 'recalled')"
                                   " order by id desc limit 1",
                                   DB_ARGS(db_id(a->before.id)), &row);
    struct civil at = result == DB_OK ? row_moment(row.text[0]) : a->before.called_at;
    int64_t since = civil_second(&a->actor->now) - civil_second(&at);
    *seconds = since < 0 ? INT64_MAX : since;
    return result;
}

static enum ticket_did miss(struct ticket_acting *a)
{
    int64_t since;
    if (called_since(a, &since) == DB_FAIL)
        return TICKET_FAIL;
    if (since < a->desk.called_seconds) {
        a->out->seconds = (unsigned)(a->desk.called_seconds - since);
        return ticket_not_now(a, TICKET_WHY_TOO_SOON);
    }
    a->kind = "missed";
    a->after.state = TICKET_MISSED;
    a->after.ended_at = a->actor->now;
    return TICKET_DID;
}

static void to_queue(struct ticket_acting *a)
{
    a->after.state = TICKET_WAITING;
    a->after.counter = a->after.session = 0;
    a->after.counter_number = 0;
    a->after.zone = "";
    a->after.ended_at = (struct civil){.year = 0};
}

/* A second behind the last one that goes before it. Appointments whose time has not come are not in the line yet. */
static enum db_result rank_behind(struct ticket_acting *a, struct civil *rank)
{
    const struct ticket *ticket = &a->before;
    struct civil now = a->actor->now;
    struct db_row row;
    enum db_result result =
        db_one(a->db, a->arena,
               "select rank_at from ticket where group_id = ? and service_date = ? and state = 'waiting'"
               " and is_ahead = ? and rank_at <= ? order by rank_at, id limit ?, 1",
               DB_ARGS(db_id(ticket->group), db_text(row_day(a->arena, &ticket->day)), db_number(ticket->is_ahead),
                       db_text(row_time(a->arena, &now)), db_number(TICKET_BEHIND - 1)),
               &row);
    *rank = now;
    if (result == DB_OK) {
        struct civil last = row_moment(row.text[0]);
        struct civil after = civil_from_second(civil_second(&last) + 1);
        if (civil_compare(&after, &now) < 0)
            *rank = after;
    }
    if (civil_compare(rank, &ticket->rank_at) < 0)
        *rank = ticket->rank_at;
    return result;
}

static enum ticket_did requeue(struct ticket_acting *a)
{
    if (a->before.is_requeued)
        return ticket_not_now(a, TICKET_WHY_ONCE);
    if (rank_behind(a, &a->after.rank_at) == DB_FAIL)
        return TICKET_FAIL;
    a->kind = "requeued";
    a->after.is_requeued = true;
    to_queue(a);
    return TICKET_DID;
}

static enum ticket_did park(struct ticket_acting *a)
{
    a->kind = "parked";
    a->note = a->in->note;
    a->after.state = TICKET_PARKED;
    return TICKET_DID;
}

static enum ticket_did resume(struct ticket_acting *a)
{
    a->kind = "resumed";
    return to_desk(a, TICKET_SERVING, TICKET_RESUMED);
}

static enum ticket_did choose(struct ticket_acting *a)
{
    if (!said(a->in->note))
        return ticket_wrong(a, TICKET_WHY_NO_NOTE);
    enum ticket_did did = to_desk(a, TICKET_CALLED, TICKET_CHOSEN);
    if (did != TICKET_DID)
        return did;
    a->kind = "called";
    a->note = a->in->note;
    a->after.calls += a->after.calls < UINT8_MAX;
    a->after.called_at = a->actor->now;
    return TICKET_DID;
}

/*
 * Somebody sits there, and does not leave before the commit: whoever closes a counter sees those who were sent to it
 * (counter_close).
 */
static enum ticket_did transfer_to_counter(struct ticket_acting *a)
{
    struct db_row row;
    enum db_result result =
        db_one(a->db, a->arena,
               "select c.number from counter_session s join counter c on c.id = s.counter_id where s.open_counter = ?"
               " and s.opened_at >= ? and c.hall_id = ? and c.id <> ? lock in share mode",
               DB_ARGS(db_number((int64_t)a->in->counter), db_text(row_day(a->arena, &a->actor->now)),
                       db_id(a->before.hall), db_id(a->desk.session.counter)),
               &row);
    if (result == DB_FAIL)
        return TICKET_FAIL;
    if (result == DB_NONE)
        return ticket_wrong(a, TICKET_WHY_NO_COUNTER);
    a->after.for_counter = a->in->counter;
    a->after.for_number = row_count(row.text[0]);
    return TICKET_DID;
}

static enum ticket_did transfer_to_group(struct ticket_acting *a)
{
    struct db_row row;
    enum db_result result =
        db_one(a->db, a->arena,
               "select name, name_en from service_group where id = ? and hall_id = ? and is_active and id <> ?",
               DB_ARGS(db_id(a->in->group), db_id(a->before.hall), db_id(a->before.group)), &row);
    if (result == DB_FAIL)
        return TICKET_FAIL;
    if (result == DB_NONE)
        return ticket_wrong(a, TICKET_WHY_NO_GROUP);
    a->after.group = a->in->group;
    a->after.group_name = row.text[0];
    a->after.group_name_en = row.text[1];
    return TICKET_DID;
}

static enum ticket_did transfer(struct ticket_acting *a)
{
    a->kind = "transferred";
    a->note = a->in->note;
    to_queue(a);
    return a->in->counter ? transfer_to_counter(a) : transfer_to_group(a);
}

static enum ticket_did cancel(struct ticket_acting *a)
{
    a->kind = "cancelled";
    a->after.state = TICKET_CANCELLED;
    a->after.ended_at = a->actor->now;
    return TICKET_DID;
}

/* The number of the dossier goes into the history: it names nobody. */
static enum ticket_did bind(struct ticket_acting *a)
{
    struct db_row row;
    enum db_result result = db_one(a->db, a->arena, "select number from dossier where id = ?",
                                   DB_ARGS(db_id(a->in->dossier)), &row);
    if (result == DB_FAIL)
        return TICKET_FAIL;
    if (result == DB_NONE)
        return ticket_wrong(a, TICKET_WHY_NO_DOSSIER);
    a->kind = "bound";
    a->note = row.text[0];
    a->after.dossier = a->in->dossier;
    return TICKET_DID;
}

static enum ticket_did item(struct ticket_acting *a)
{
    enum db_result result =
        db_exec(a->db, "update ticket_item set done_at = ? where ticket_id = ? and service_id = ? and done_at is null",
                DB_ARGS(db_text(row_time(a->arena, &a->actor->now)), db_id(a->before.id), db_id(a->in->service)));
    if (result == DB_FAIL)
        return TICKET_FAIL;
    if (result == DB_NONE)
        return ticket_wrong(a, TICKET_WHY_NO_SERVICE);
    a->kind = "item";
    return TICKET_DID;
}

static enum ticket_did reprint(struct ticket_acting *a)
{
    a->kind = "printed";
    return TICKET_DID;
}

enum ticket_did ticket_act_prepare(struct ticket_acting *a, enum ticket_act act)
{
    static enum ticket_did (*const prepare[TICKET_ACTS])(struct ticket_acting *) = {
        [TICKET_RECALL] = recall,   [TICKET_ARRIVE] = arrive,     [TICKET_DONE_ACT] = finish,
        [TICKET_MISS] = miss,       [TICKET_REQUEUE] = requeue,   [TICKET_PARK] = park,
        [TICKET_RESUME] = resume,   [TICKET_TRANSFER] = transfer, [TICKET_CANCEL] = cancel,
        [TICKET_CHOOSE] = choose,   [TICKET_BIND] = bind,         [TICKET_ITEM] = item,
        [TICKET_REPRINT] = reprint,
    };
    return prepare[act](a);
}
