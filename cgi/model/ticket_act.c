/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* Acts on tickets: who may now, in which state; the change and its event. */
#include "model/row.h"
#include "model/ticket_act_inside.h"
#include "model/ticket_write.h"

const char *const ticket_act_names[TICKET_ACTS] = {
    [TICKET_RECALL] = "recall",   [TICKET_ARRIVE] = "arrive",     [TICKET_DONE_ACT] = "done",
    [TICKET_MISS] = "miss",       [TICKET_REQUEUE] = "requeue",   [TICKET_PARK] = "park",
    [TICKET_RESUME] = "resume",   [TICKET_TRANSFER] = "transfer", [TICKET_CANCEL] = "cancel",
    [TICKET_CHOOSE] = "choose",   [TICKET_BIND] = "bind",         [TICKET_ITEM] = "item",
    [TICKET_REPRINT] = "reprint",
};

const char *const ticket_why_names[TICKET_WHYS] = {
    [TICKET_WHY_NOTHING] = "nothing",       [TICKET_WHY_NO_SESSION] = "no_session",
    [TICKET_WHY_PAUSED] = "paused",         [TICKET_WHY_BUSY] = "busy",
    [TICKET_WHY_STATE] = "state",           [TICKET_WHY_ELSEWHERE] = "elsewhere",
    [TICKET_WHY_NOT_SERVED] = "not_served", [TICKET_WHY_RESERVED] = "reserved",
    [TICKET_WHY_TOO_SOON] = "too_soon",     [TICKET_WHY_ONCE] = "once",
    [TICKET_WHY_OTHER_DAY] = "other_day",   [TICKET_WHY_NO_NOTE] = "no_note",
    [TICKET_WHY_NO_GROUP] = "no_group",     [TICKET_WHY_NO_COUNTER] = "no_counter",
    [TICKET_WHY_NO_DOSSIER] = "no_dossier", [TICKET_WHY_NO_SERVICE] = "no_service",
};

/* ---- the table ------------------------------------------------------------------------------- */

#define IN(state) (1u << TICKET_##state)
#define ANY ((1u << TICKET_STATES) - 1)

static const struct {
    unsigned states;
    bool needs_desk; /* done by a counter that is open or paused */
    bool own;        /* the ticket is before this counter */
} table[TICKET_ACTS] = {
    [TICKET_RECALL] = {IN(CALLED), true, true},
    [TICKET_ARRIVE] = {IN(CALLED), true, true},
    [TICKET_DONE_ACT] = {IN(SERVING), true, true},
    [TICKET_MISS] = {IN(CALLED), true, true},
    [TICKET_REQUEUE] = {IN(MISSED), false, false},
    [TICKET_PARK] = {IN(SERVING), true, true},
    [TICKET_RESUME] = {IN(PARKED), true, false},
    [TICKET_TRANSFER] = {IN(SERVING), true, true},
    [TICKET_CANCEL] = {IN(WAITING), false, false},
    [TICKET_CHOOSE] = {IN(WAITING), true, false},
    [TICKET_BIND] = {IN(CALLED) | IN(SERVING) | IN(PARKED) | IN(FINISHED), false, false},
    [TICKET_ITEM] = {IN(SERVING), true, true},
    [TICKET_REPRINT] = {ANY, false, false},
};

bool ticket_act_fits(enum ticket_act act, enum ticket_state state)
{
    return table[act].states >> state & 1;
}

/* ---- answers --------------------------------------------------------------------------------- */

enum ticket_did ticket_not_now(struct ticket_acting *a, enum ticket_why why)
{
    a->out->why = why;
    return TICKET_NOT_NOW;
}

enum ticket_did ticket_wrong(struct ticket_acting *a, enum ticket_why why)
{
    a->out->why = why;
    return TICKET_WRONG;
}

/* The last event but `own` says who was faster. Names are for staff alone; other accounts may not read them. */
static enum ticket_did conflict(struct ticket_acting *a, uint64_t own)
{
    struct db_row row;
    struct db_value ticket = db_id(a->before.id), not = db_number((int64_t)own);
    enum db_result result =
        a->actor->user
            ? db_one(a->db, a->arena,
                     "select e.kind, e.at, u.name from ticket_event e left join user u on u.id = e.user_id"
                     " where e.ticket_id = ? and e.id <> ? order by e.id desc limit 1",
                     DB_ARGS(ticket, not), &row)
            : db_one(a->db, a->arena,
                     "select e.kind, e.at, '' from ticket_event e where e.ticket_id = ? and e.id <> ?"
                     " order by e.id desc limit 1",
                     DB_ARGS(ticket, not), &row);
    if (result == DB_FAIL || ticket_read(a->db, a->arena, a->before.id, &a->out->ticket) != DB_OK)
        return TICKET_FAIL;
    a->out->what = result == DB_OK ? row.text[0] : "";
    a->out->by = result == DB_OK && row.text[2] ? row.text[2] : "";
    a->out->at = result == DB_OK ? row_moment(row.text[1]) : a->actor->now;
    return TICKET_CONFLICT;
}

/* ---- the counter ----------------------------------------------------------------------------- */

enum ticket_did ticket_desk_read(struct ticket_acting *a)
{
    struct db_row row;
    struct ticket_desk *desk = &a->desk;
    enum db_result result = counter_session_lock(a->db, a->arena, a->actor->session, &desk->session);
    if (result == DB_FAIL)
        return TICKET_FAIL;
    if (result == DB_NONE || !counter_session_holds(&desk->session, a->actor->user, &a->actor->now))
        return ticket_not_now(a, TICKET_WHY_NO_SESSION);
    result = db_one(a->db, a->arena,
                    "select c.hall_id, c.number, c.zone, h.code, h.called_seconds, h.priority_run, t.id, l.letter,"
                    " t.number, exists (select 1 from ticket w where w.for_counter_id = c.id and w.service_date = ?"
                    " and w.state = 'waiting') from counter c join hall h on h.id = c.hall_id"
                    " left join ticket t on t.busy_counter = c.id"
                    " left join service_group l on l.id = t.letter_group_id where c.id = ?",
                    DB_ARGS(db_text(row_day(a->arena, &a->actor->now)), db_id(desk->session.counter)), &row);
    if (result != DB_OK)
        return TICKET_FAIL;
    desk->hall = row_id(row.text[0]);
    desk->number = row_count(row.text[1]);
    desk->zone = row.text[2];
    desk->hall_code = row.text[3];
    desk->called_seconds = row_count(row.text[4]);
    desk->priority_run = row_count(row.text[5]);
    desk->busy = row_id(row.text[6]);
    desk->expects = row_flag(row.text[9]);
    if (desk->busy)
        ticket_label(desk->label, row.text[7][0], row_count(row.text[8]));
    a->at_desk = true;
    return TICKET_DID;
}

enum ticket_did ticket_desk_free(struct ticket_acting *a)
{
    if (a->desk.session.state != COUNTER_OPEN)
        return ticket_not_now(a, TICKET_WHY_PAUSED);
    if (!a->desk.busy)
        return TICKET_DID;
    memcpy(a->out->other, a->desk.label, sizeof a->out->other);
    a->out->other_ticket = a->desk.busy;
    return ticket_not_now(a, TICKET_WHY_BUSY);
}

void ticket_at_desk(struct ticket_acting *a, enum ticket_state state)
{
    a->after.state = state;
    a->after.counter = a->desk.session.counter;
    a->after.session = a->desk.session.id;
    a->after.counter_number = a->desk.number;
    a->after.zone = a->desk.zone;
    a->after.for_counter = a->after.for_number = 0;
}

enum db_result ticket_passed(struct ticket_acting *a, bool other_kind, unsigned *passed)
{
    struct db_row row;
    const struct ticket *ticket = &a->before;
    struct db_value rank = db_text(row_time(a->arena, &ticket->rank_at));
    enum db_result result =
        db_one(a->db, a->arena,
               "select count(*) from ticket where group_id = ? and service_date = ? and state = 'waiting'"
               " and for_counter_id is null"
               " and (rank_at < ? or (rank_at = ? and id < ?)) and (is_ahead = ? or ?)",
               DB_ARGS(db_id(ticket->group), db_text(row_day(a->arena, &ticket->day)), rank, rank, db_id(ticket->id),
                       db_number(!ticket->is_ahead), db_number(!other_kind)),
               &row);
    *passed = result == DB_OK ? row_count(row.text[0]) : 0;
    return result;
}

/* ---- the change ------------------------------------------------------------------------------ */

static struct db_value moment(struct ticket_acting *a, const struct civil *at)
{
    return at->year ? db_text(row_time(a->arena, at)) : db_null();
}

/* The website's account may change nothing but these. */
static enum db_result cancel_write(struct ticket_acting *a)
{
    return db_exec(a->db,
                   "update ticket set state = 'cancelled', ended_at = ?, version = version + 1"
                   " where id = ? and version = ? and state = 'waiting'",
                   DB_ARGS(moment(a, &a->after.ended_at), db_id(a->before.id), db_number(a->before.version)));
}

static enum db_result row_write(struct ticket_acting *a)
{
    const struct ticket *to = &a->after;
    return db_exec(a->db,
                   "update ticket set state = ?, group_id = ?, counter_id = ?, session_id = ?,"
                   " for_counter_id = ?, calls = ?, is_requeued = ?, rank_at = ?, dossier_id = ?, called_at = ?,"
                   " served_at = ?, ended_at = ?, version = version + 1 where id = ? and version = ?",
                   DB_ARGS(db_text(ticket_state_names[to->state]), db_id(to->group), db_id(to->counter),
                           db_id(to->session), db_id(to->for_counter), db_number(to->calls),
                           db_number(to->is_requeued), moment(a, &to->rank_at), db_id(to->dossier),
                           moment(a, &to->called_at), moment(a, &to->served_at), moment(a, &to->ended_at),
                           db_id(a->before.id), db_number(a->before.version)));
}

static enum db_result event_write(struct ticket_acting *a, uint64_t *event)
{
    const struct ticket_event_new row = {
        .ticket = a->before.id,
        .hall = a->before.hall,
        .at = a->actor->now,
        .kind = a->kind,
        .from = (int)a->before.state,
        .to = a->after.state,
        .group = a->after.group,
        .counter = a->at_desk ? a->desk.session.counter : a->after.counter,
        .for_counter = a->after.for_counter,
        .session = a->at_desk ? a->desk.session.id : 0,
        .user = a->actor->user,
        .device = a->actor->device,
        .reason = a->reason,
        .passed = a->passed,
        .note = a->note,
    };
    return ticket_event_put(a->db, a->arena, &row, event);
}

/*
 * The ticket is written last. Where its entry among the busy counters was removed a moment ago, the index makes a
 * counter wait for its neighbour there until that one's commit; so the time to the commit is kept short. One that is
 * given back, or stays as it is, changes no such entry and is written first: who was slower leaves nothing behind.
 */
static enum ticket_did both_write(struct ticket_acting *a, uint64_t *event)
{
    bool cancels = a->after.state == TICKET_CANCELLED && a->before.state != TICKET_CANCELLED;
    bool first = cancels || a->after.state == a->before.state;
    enum db_result result = cancels ? cancel_write(a) : first ? row_write(a) : DB_OK;
    *event = 0;
    if (result == DB_OK && event_write(a, event) == DB_FAIL)
        return TICKET_FAIL;
    if (result == DB_OK && !first)
        result = row_write(a);
    if (result != DB_OK)
        return result == DB_NONE ? conflict(a, *event) : TICKET_FAIL;
    return TICKET_DID;
}

enum ticket_did ticket_change(struct ticket_acting *a)
{
    uint64_t event;
    enum ticket_did did = both_write(a, &event);
    if (did != TICKET_DID)
        return did;
    a->after.version++;
    a->out->ticket = a->after;
    a->out->reason = a->reason < 0 ? TICKET_TURN : (enum ticket_reason)a->reason;
    a->out->passed = a->passed;
    a->out->news = (struct hall_news){
        .event = event,
        .kind = a->kind,
        .hall = a->before.hall_code,
        .counter = a->at_desk ? a->desk.number : a->after.counter_number,
        .group = a->after.group,
        .zone = a->at_desk ? a->desk.zone : a->after.zone,
    };
    memcpy(a->out->news.label, a->before.label, sizeof a->out->news.label);
    return TICKET_DID;
}

/* ---- an act ---------------------------------------------------------------------------------- */

/* The ticket is there, of today, as the page showed it, and in a state the act fits. */
static enum ticket_did ticket_check(struct ticket_acting *a, enum ticket_act act)
{
    uint64_t hall = a->in->hall ? a->in->hall : a->at_desk ? a->desk.hall : 0;
    enum db_result result = ticket_read(a->db, a->arena, a->in->ticket, &a->before);
    if (result != DB_OK)
        return result == DB_NONE ? TICKET_UNKNOWN : TICKET_FAIL;
    a->out->ticket = a->after = a->before;
    if ((hall && hall != a->before.hall) || (a->at_desk && a->desk.hall != a->before.hall))
        return TICKET_UNKNOWN;
    if (civil_day(&a->before.day) != civil_day(&a->actor->now))
        return ticket_not_now(a, TICKET_WHY_OTHER_DAY);
    if (a->in->version && a->in->version != a->before.version)
        return conflict(a, 0);
    if (!ticket_act_fits(act, a->before.state))
        return ticket_not_now(a, TICKET_WHY_STATE);
    if (table[act].own && a->before.counter != a->desk.session.counter)
        return ticket_not_now(a, TICKET_WHY_ELSEWHERE);
    return TICKET_DID;
}

enum ticket_did ticket_do(struct db *db, struct arena *arena, const struct ticket_actor *actor,
                          enum ticket_act act, const struct ticket_input *input,
                          struct ticket_outcome *outcome)
{
    struct ticket_acting a = {
        .db = db, .arena = arena, .actor = actor, .in = input, .out = outcome, .reason = -1};
    *outcome = (struct ticket_outcome){.by = "", .what = ""};
    enum ticket_did did = TICKET_DID;
    if (actor->session || table[act].needs_desk)
        did = ticket_desk_read(&a);
    if (did == TICKET_DID)
        did = ticket_check(&a, act);
    if (did == TICKET_DID)
        did = ticket_act_prepare(&a, act);
    return did == TICKET_DID ? ticket_change(&a) : did;
}
