/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* Opening, pausing, closing a counter, and handing it over. */
#include "model/counter_lock.h"
#include "model/day_close.h"
#include "model/row.h"

struct sitting {
    struct db *db;
    struct arena *arena;
    const struct counter_actor *actor;
    struct counter_outcome *out;
    struct counter_session session;
    const char *hall; /* its code */
    uint64_t hall_id, counter;
};

/* ---- shared ---------------------------------------------------------------------------------- */

static enum db_result place_read(struct sitting *s, uint64_t counter, bool *is_active)
{
    struct db_row row;
    enum db_result result =
        db_one(s->db, s->arena,
               "select c.hall_id, h.code, c.is_active and h.is_active from counter c join hall h on h.id = c.hall_id"
               " where c.id = ?",
               DB_ARGS(db_number((int64_t)counter)), &row);
    if (result != DB_OK)
        return result;
    s->counter = counter;
    s->hall_id = row_id(row.text[0]);
    s->hall = row.text[1];
    *is_active = row_flag(row.text[2]);
    return DB_OK;
}

/* The counter stays locked, so that of two who sit down at once one finds the other there. */
static enum db_result counter_lock(struct sitting *s)
{
    struct db_row row;
    return db_one(s->db, s->arena, "select id from counter where id = ? for update",
                  DB_ARGS(db_number((int64_t)s->counter)), &row);
}

static enum counter_did as_it_is(struct sitting *s, enum counter_did did)
{
    enum db_result result = counter_read(s->db, s->arena, s->counter, &s->actor->now, &s->out->counter);
    return result == DB_OK ? did : COUNTER_FAIL;
}

/* Done: what is there now, and what is said to the screens. */
static enum counter_did done(struct sitting *s, uint64_t session, const char *kind, const char *detail)
{
    const struct counter_event_new event = {.hall = s->hall_id,
                                            .counter = s->counter,
                                            .session = session,
                                            .user = s->actor->user,
                                            .at = s->actor->now,
                                            .kind = kind,
                                            .detail = detail};
    if (counter_event_put(s->db, s->arena, &event) == DB_FAIL)
        return COUNTER_FAIL;
    enum counter_did did = as_it_is(s, COUNTER_DID);
    s->out->session = session;
    s->out->news = (struct hall_news){.kind = "counter",
                                      .hall = s->hall,
                                      .counter = s->out->counter.number,
                                      .zone = s->out->counter.zone};
    return did;
}

/* Nobody is at two counters: where the officer sits today, if not here. */
static enum counter_did free_of_others(struct sitting *s, uint64_t user)
{
    struct counter there;
    enum db_result result = counter_of_user(s->db, s->arena, user, &s->actor->now, &there);
    if (result == DB_FAIL)
        return COUNTER_FAIL;
    if (result == DB_NONE)
        return COUNTER_DID;
    s->out->counter = there;
    return there.id == s->counter ? COUNTER_STATE : COUNTER_ELSEWHERE;
}

/* DUPLICATE: the officer sat down at two counters in the same moment, and the other one was faster. */
static enum counter_did session_add(struct sitting *s, uint64_t user, unsigned run, uint64_t *session)
{
    struct db_value now = db_text(row_time(s->arena, &s->actor->now));
    enum db_result result = db_exec(s->db,
                                    "insert into counter_session (counter_id, user_id, priority_run, opened_at,"
                                    " changed_at) values (?, ?, ?, ?, ?)",
                                    DB_ARGS(db_id(s->counter), db_id(user), db_number(run), now, now));
    *session = db_inserted(s->db);
    if (result != DB_FAIL)
        return COUNTER_DID;
    if (db_last_error(s->db) != DB_ERROR_DUPLICATE)
        return COUNTER_FAIL;
    enum counter_did did = free_of_others(s, user);
    return did == COUNTER_DID ? COUNTER_FAIL : did;
}

/* ---- open ------------------------------------------------------------------------------------ */

enum counter_did counter_open(struct db *db, struct arena *arena, const struct counter_actor *actor,
                              uint64_t hall, uint64_t counter, struct counter_outcome *outcome)
{
    struct sitting s = {.db = db, .arena = arena, .actor = actor, .out = outcome};
    bool is_active;
    uint64_t session;
    *outcome = (struct counter_outcome){.by = ""};
    enum db_result result = place_read(&s, counter, &is_active);
    if (result == DB_FAIL)
        return COUNTER_FAIL;
    if (result == DB_NONE || s.hall_id != hall || !is_active)
        return COUNTER_UNKNOWN;
    if (counter_lock(&s) != DB_OK || day_close_leftover(db, arena, counter, actor->user, &actor->now) == DB_FAIL)
        return COUNTER_FAIL;
    enum counter_did did = free_of_others(&s, actor->user);
    if (did != COUNTER_DID)
        return did;
    if (as_it_is(&s, COUNTER_DID) != COUNTER_DID)
        return COUNTER_FAIL;
    if (outcome->counter.session) {
        outcome->by = outcome->counter.user_name;
        return COUNTER_TAKEN;
    }
    did = session_add(&s, actor->user, 0, &session);
    return did == COUNTER_DID ? done(&s, session, "open", outcome->counter.letters) : did;
}

/* ---- an open session ------------------------------------------------------------------------- */

static enum counter_did session_begin(struct sitting *s)
{
    bool is_active;
    *s->out = (struct counter_outcome){.by = ""};
    enum db_result result = counter_session_lock(s->db, s->arena, s->actor->session, &s->session);
    if (result != DB_OK)
        return result == DB_NONE ? COUNTER_OVER : COUNTER_FAIL;
    if (!counter_session_holds(&s->session, s->actor->user, &s->actor->now))
        return COUNTER_OVER;
    if (place_read(s, s->session.counter, &is_active) != DB_OK || as_it_is(s, COUNTER_DID) != COUNTER_DID)
        return COUNTER_FAIL;
    return s->actor->version && s->actor->version != s->session.version ? COUNTER_MOVED : COUNTER_DID;
}

static enum db_result session_set(struct sitting *s, enum counter_state state, int pause)
{
    struct db_value now = db_text(row_time(s->arena, &s->actor->now));
    bool over = state == COUNTER_CLOSED;
    return db_exec(s->db,
                   "update counter_session set state = ?, pause_reason = ?, changed_at = ?, closed_at = ?,"
                   " version = version + 1 where id = ? and version = ?",
                   DB_ARGS(db_text(counter_state_names[state]),
                           db_text(pause < 0 ? NULL : counter_pause_names[pause]), now,
                           over ? now : db_null(), db_id(s->session.id), db_number(s->session.version)));
}

enum counter_did counter_pause(struct db *db, struct arena *arena, const struct counter_actor *actor,
                               enum counter_pause reason, struct counter_outcome *outcome)
{
    struct sitting s = {.db = db, .arena = arena, .actor = actor, .out = outcome};
    enum counter_did did = session_begin(&s);
    if (did != COUNTER_DID)
        return did;
    if (s.session.state != COUNTER_OPEN)
        return COUNTER_STATE;
    if (session_set(&s, COUNTER_PAUSED, (int)reason) != DB_OK)
        return COUNTER_FAIL;
    return done(&s, s.session.id, "pause", counter_pause_names[reason]);
}

enum counter_did counter_resume(struct db *db, struct arena *arena, const struct counter_actor *actor,
                                struct counter_outcome *outcome)
{
    struct sitting s = {.db = db, .arena = arena, .actor = actor, .out = outcome};
    enum counter_did did = session_begin(&s);
    if (did != COUNTER_DID)
        return did;
    if (s.session.state != COUNTER_PAUSED)
        return COUNTER_STATE;
    if (session_set(&s, COUNTER_OPEN, -1) != DB_OK)
        return COUNTER_FAIL;
    return done(&s, s.session.id, "resume", "");
}

/* Who waits for this counter alone goes back to the queue of the group, at the old place. */
static enum db_result sent_release(struct sitting *s)
{
    struct db_value now = db_text(row_time(s->arena, &s->actor->now)), counter = db_id(s->counter);
    enum db_result result =
        db_exec(s->db,
                "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id,"
                " session_id, user_id) select id, hall_id, ?, 'requeued', state, state, group_id, for_counter_id, ?, ?"
                " from ticket where for_counter_id = ? and service_date = ? and state = 'waiting' for update",
                DB_ARGS(now, db_id(s->session.id), db_id(s->actor->user), counter,
                        db_text(row_day(s->arena, &s->actor->now))));
    if (result != DB_OK)
        return result;
    return db_exec(s->db,
                   "update ticket set for_counter_id = null, version = version + 1"
                   " where for_counter_id = ? and state = 'waiting'",
                   DB_ARGS(counter));
}

enum counter_did counter_close(struct db *db, struct arena *arena, const struct counter_actor *actor,
                               struct counter_outcome *outcome)
{
    struct sitting s = {.db = db, .arena = arena, .actor = actor, .out = outcome};
    enum counter_did did = session_begin(&s);
    if (did != COUNTER_DID)
        return did;
    if (outcome->counter.ticket)
        return COUNTER_BUSY;
    if (session_set(&s, COUNTER_CLOSED, -1) != DB_OK || sent_release(&s) == DB_FAIL)
        return COUNTER_FAIL;
    return done(&s, s.session.id, "close", "");
}

/* ---- hand over ------------------------------------------------------------------------------- */

/* The run of priority goes on, and so does the ticket before the counter. */
static enum counter_did taken_over(struct sitting *s, uint64_t to)
{
    uint64_t session;
    enum counter_did did = session_add(s, to, s->session.priority_run, &session);
    if (did != COUNTER_DID)
        return did;
    if (db_exec(s->db, "update ticket set session_id = ?, version = version + 1 where busy_counter = ?",
                DB_ARGS(db_id(session), db_id(s->counter))) == DB_FAIL)
        return COUNTER_FAIL;
    return done(s, session, "open", s->out->counter.letters);
}

enum counter_did counter_hand_over(struct db *db, struct arena *arena, const struct counter_actor *actor,
                                   uint64_t to, struct counter_outcome *outcome)
{
    struct sitting s = {.db = db, .arena = arena, .actor = actor, .out = outcome};
    enum counter_did did = session_begin(&s);
    if (did != COUNTER_DID)
        return did;
    if (to == actor->user)
        return COUNTER_STATE;
    if (day_close_leftover(db, arena, s.counter, to, &actor->now) == DB_FAIL)
        return COUNTER_FAIL;
    did = free_of_others(&s, to);
    if (did != COUNTER_DID)
        return did;
    if (session_set(&s, COUNTER_CLOSED, -1) != DB_OK)
        return COUNTER_FAIL;
    did = done(&s, s.session.id, "handed_over", "");
    return did == COUNTER_DID ? taken_over(&s, to) : did;
}
