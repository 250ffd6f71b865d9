/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* The next one for a counter. */
#include "model/ticket_call.h"

#include "model/row.h"
#include "model/ticket_act_inside.h"

/* ---- the rule -------------------------------------------------------------------------------- */

enum ticket_pick ticket_pick(struct ticket_choice choice, unsigned run, unsigned most)
{
    if (choice.ahead && (!choice.ordinary || run < most))
        return TICKET_PICK_AHEAD;
    if (choice.ordinary)
        return TICKET_PICK_ORDINARY;
    return choice.early ? TICKET_PICK_EARLY : TICKET_PICK_NOBODY;
}

unsigned ticket_run_after(enum ticket_pick pick, unsigned run)
{
    if (pick == TICKET_PICK_ORDINARY)
        return 0;
    return run < UINT8_MAX ? run + 1 : run;
}

/* ---- what waits ------------------------------------------------------------------------------ */

enum { GROUPS_MAX = 24, PICKS = TICKET_PICK_EARLY + 1 };

/* The first of each kind in a group: rank and number as one text that sorts; NULL: none. */
struct first {
    uint64_t group;
    const char *key[PICKS];
};

struct calling {
    struct ticket_acting act;
    struct first groups[GROUPS_MAX];
    size_t n_groups;
    uint64_t taken; /* the ticket, locked */
};

#define FIRST_OF(condition)                                                                                   \
    "(select concat(t.rank_at, ' ', lpad(t.id, 20, '0')) from ticket t where t.group_id = c.group_id"         \
    " and t.service_date = ? and t.state = 'waiting' and t.for_counter_id is null and " condition            \
    " order by t.rank_at, t.id limit 1)"

/* An appointment whose time has not come is early; what else has priority never is, even after a clock was put back. */
static const char waiting_sql[] =
    "select c.group_id, " FIRST_OF("t.is_ahead = 1 and (t.rank_at <= ? or t.class <> 'appointment')") ", " FIRST_OF(
        "t.is_ahead = 0") ", " FIRST_OF("t.is_ahead = 1 and t.rank_at > ? and t.class = 'appointment'")
    " from counter_group c where c.counter_id = ?";

static bool waiting_row(void *context, const struct db_row *row)
{
    struct calling *c = context;
    if (c->n_groups == GROUPS_MAX)
        return false;
    struct first *first = &c->groups[c->n_groups++];
    first->group = row_id(row->text[0]);
    for (int pick = TICKET_PICK_AHEAD; pick < PICKS; pick++)
        first->key[pick] = row->text[pick] ? arena_copy(c->act.arena, row->text[pick]) : NULL;
    return true;
}

static enum db_result waiting_read(struct calling *c)
{
    struct arena *arena = c->act.arena;
    struct db_value day = db_text(row_day(arena, &c->act.actor->now));
    struct db_value now = db_text(row_time(arena, &c->act.actor->now));
    return db_each(c->act.db, waiting_sql,
                   DB_ARGS(day, now, day, day, now, db_id(c->act.desk.session.counter)), waiting_row, c);
}

/* The group whose first of this kind has waited longest; NULL: none. */
static struct first *longest(struct calling *c, enum ticket_pick pick)
{
    struct first *best = NULL;
    for (size_t i = 0; i < c->n_groups; i++)
        if (c->groups[i].key[pick] && (!best || strcmp(c->groups[i].key[pick], best->key[pick]) < 0))
            best = &c->groups[i];
    return best;
}

/* ---- taking it ------------------------------------------------------------------------------- */

/* By the index, in order, one row: a locked one is passed over, and no other stays locked on the way. */
#define TAKE(condition)                                                                                     \
    "select t.id from ticket t force index (ticket_queue) where t.group_id = ? and t.service_date = ?"     \
    " and t.state = 'waiting' and t.for_counter_id is null and " condition                                   \
    " order by t.rank_at, t.id limit 1 for update skip locked"

static enum db_result take_in(struct calling *c, enum ticket_pick pick, uint64_t group)
{
    struct db *db = c->act.db;
    struct arena *arena = c->act.arena;
    struct db_value of = db_id(group), day = db_text(row_day(arena, &c->act.actor->now));
    struct db_value now = db_text(row_time(arena, &c->act.actor->now));
    struct db_row row;
    enum db_result result;
    if (pick == TICKET_PICK_AHEAD)
        result = db_one(db, arena, TAKE("t.is_ahead = 1 and (t.rank_at <= ? or t.class <> 'appointment')"),
                        DB_ARGS(of, day, now), &row);
    else if (pick == TICKET_PICK_ORDINARY)
        result = db_one(db, arena, TAKE("t.is_ahead = 0"), DB_ARGS(of, day), &row);
    else
        result = db_one(db, arena, TAKE("t.is_ahead = 1 and t.rank_at > ? and t.class = 'appointment'"),
                        DB_ARGS(of, day, now), &row);
    c->taken = result == DB_OK ? row_id(row.text[0]) : 0;
    return result;
}

/* The first that no other counter is just taking, group by group. */
static enum db_result take(struct calling *c, enum ticket_pick pick)
{
    for (struct first *first = longest(c, pick); first; first = longest(c, pick)) {
        enum db_result result = take_in(c, pick, first->group);
        if (result != DB_NONE)
            return result;
        first->key[pick] = NULL;
    }
    return DB_NONE;
}

static enum db_result pick_and_take(struct calling *c, enum ticket_pick *pick, bool *ahead_waits)
{
    for (;;) {
        struct ticket_choice choice = {.ahead = longest(c, TICKET_PICK_AHEAD),
                                       .ordinary = longest(c, TICKET_PICK_ORDINARY),
                                       .early = longest(c, TICKET_PICK_EARLY)};
        *pick = ticket_pick(choice, c->act.desk.session.priority_run, c->act.desk.priority_run);
        *ahead_waits = choice.ahead;
        if (*pick == TICKET_PICK_NOBODY)
            return DB_NONE;
        enum db_result result = take(c, *pick);
        if (result != DB_NONE)
            return result; /* else none of that kind is left */
    }
}

/* ---- calling it ------------------------------------------------------------------------------ */

static enum ticket_reason reason_of(const struct ticket *ticket, enum ticket_pick pick, bool ahead_waits)
{
    if (pick == TICKET_PICK_EARLY)
        return TICKET_EARLY;
    if (pick == TICKET_PICK_AHEAD)
        return ticket->class == TICKET_APPOINTMENT ? TICKET_BOOKED : TICKET_PRIORITY;
    if (ahead_waits)
        return TICKET_RATIO;
    if (ticket->is_requeued)
        return TICKET_REQUEUED;
    return ticket->group != ticket->letter_group ? TICKET_TRANSFERRED : TICKET_TURN;
}

static enum db_result run_write(struct calling *c, enum ticket_pick pick)
{
    unsigned before = c->act.desk.session.priority_run, after = ticket_run_after(pick, before);
    if (before == after)
        return DB_OK;
    return db_exec(c->act.db, "update counter_session set priority_run = ? where id = ?",
                   DB_ARGS(db_number(after), db_id(c->act.desk.session.id)));
}

static enum ticket_did call(struct calling *c, enum ticket_reason reason)
{
    struct ticket_acting *a = &c->act;
    a->after = a->before;
    ticket_at_desk(a, TICKET_CALLED);
    a->after.calls += a->after.calls < UINT8_MAX;
    a->after.called_at = a->actor->now;
    a->kind = "called";
    a->reason = (int)reason;
    return ticket_change(a);
}

static enum ticket_did call_picked(struct calling *c, enum ticket_pick pick, bool ahead_waits)
{
    struct ticket_acting *a = &c->act;
    if (ticket_read(a->db, a->arena, c->taken, &a->before) != DB_OK ||
        ticket_passed(a, true, &a->passed) == DB_FAIL || run_write(c, pick) == DB_FAIL)
        return TICKET_FAIL;
    return call(c, reason_of(&a->before, pick, ahead_waits));
}

/* ---- sent to this counter -------------------------------------------------------------------- */

/* No other counter calls it; who cancels it at this moment is waited for. TICKET_NOBODY: it is gone. */
static enum ticket_did call_sent(struct calling *c)
{
    struct ticket_acting *a = &c->act;
    struct db_row row;
    enum db_result result = db_one(a->db, a->arena,
                                   "select id from ticket where for_counter_id = ? and service_date = ?"
                                   " and state = 'waiting' order by rank_at, id limit 1 for update",
                                   DB_ARGS(db_id(a->desk.session.counter), db_text(row_day(a->arena, &a->actor->now))),
                                   &row);
    if (result != DB_OK)
        return result == DB_NONE ? TICKET_NOBODY : TICKET_FAIL;
    if (ticket_read(a->db, a->arena, row_id(row.text[0]), &a->before) != DB_OK ||
        ticket_passed(a, false, &a->passed) == DB_FAIL)
        return TICKET_FAIL;
    return call(c, TICKET_TRANSFERRED);
}

enum ticket_did ticket_call_next(struct db *db, struct arena *arena, const struct ticket_actor *actor,
                                 struct ticket_outcome *outcome)
{
    static const struct ticket_input nothing = {.ticket = 0};
    struct calling c = {
        .act = {.db = db, .arena = arena, .actor = actor, .in = &nothing, .out = outcome, .reason = -1}};
    enum ticket_pick pick;
    bool ahead_waits;
    *outcome = (struct ticket_outcome){.by = "", .what = ""};
    enum ticket_did did = ticket_desk_read(&c.act);
    if (did == TICKET_DID)
        did = ticket_desk_free(&c.act);
    if (did == TICKET_DID)
        did = c.act.desk.expects ? call_sent(&c) : TICKET_NOBODY;
    if (did != TICKET_NOBODY)
        return did;
    if (waiting_read(&c) == DB_FAIL)
        return TICKET_FAIL;
    enum db_result result = pick_and_take(&c, &pick, &ahead_waits);
    if (result != DB_OK)
        return result == DB_NONE ? TICKET_NOBODY : TICKET_FAIL;
    return call_picked(&c, pick, ahead_waits);
}
