/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* Which groups a counter serves. */
#include "lib/buffer.h"
#include "model/counter_lock.h"
#include "model/row.h"

enum { GROUPS_BYTES = 800 };

struct setting {
    struct db *db;
    struct arena *arena;
    const struct counter_actor *actor;
    uint64_t hall, counter;
    const char *groups; /* as JSON */
    size_t n;           /* how many different ones */
};

static const char *groups_json(struct arena *arena, const uint64_t *groups, size_t n, size_t *different)
{
    struct buffer out;
    buffer_init(&out, GROUPS_BYTES);
    *different = 0;
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;
        while (k < i && groups[k] != groups[i])
            k++;
        if (k == i)
            buffer_format(&out, "%s%llu", (*different)++ ? "," : "", (unsigned long long)groups[i]);
    }
    const char *json = arena_format(arena, "[%s]", out.length ? out.bytes : "");
    buffer_release(&out);
    return json;
}

#define NAMED "json_table(?, '$[*]' columns (id int unsigned path '$')) j"

/* Every group named is one of the hall. */
static enum counter_did groups_check(struct setting *s)
{
    struct db_row row;
    enum db_result result = db_one(
        s->db, s->arena,
        "select count(*) from " NAMED " join service_group g on g.id = j.id and g.hall_id = ?",
        DB_ARGS(db_text(s->groups), db_number((int64_t)s->hall)), &row);
    if (result != DB_OK)
        return COUNTER_FAIL;
    return row_id(row.text[0]) == s->n ? COUNTER_DID : COUNTER_STATE;
}

static enum db_result groups_write(struct setting *s)
{
    struct db_value counter = db_id(s->counter), groups = db_text(s->groups);
    if (db_exec(s->db,
                "delete from counter_group where counter_id = ? and group_id not in (select j.id from " NAMED ")",
                DB_ARGS(counter, groups)) == DB_FAIL)
        return DB_FAIL;
    return db_exec(s->db,
                   "insert into counter_group (counter_id, group_id) select ?, j.id from " NAMED
                   " where not exists (select 1 from counter_group c where c.counter_id = ? and c.group_id = j.id)",
                   DB_ARGS(counter, groups, counter));
}

/* The counter is locked; the officer in whose session it is done sits there. */
static enum counter_did counter_check(struct setting *s)
{
    struct db_row row;
    struct counter_session session;
    enum db_result result = DB_OK;
    if (s->actor->session) {
        result = counter_session_lock(s->db, s->arena, s->actor->session, &session);
        if (result == DB_FAIL)
            return COUNTER_FAIL;
        if (result == DB_NONE || !counter_session_holds(&session, s->actor->user, &s->actor->now) ||
            session.counter != s->counter)
            return COUNTER_OVER;
    }
    result = db_one(s->db, s->arena, "select id from counter where id = ? and hall_id = ? for update",
                    DB_ARGS(db_number((int64_t)s->counter), db_number((int64_t)s->hall)), &row);
    if (result == DB_OK)
        return COUNTER_DID;
    return result == DB_NONE ? COUNTER_UNKNOWN : COUNTER_FAIL;
}

static enum counter_did event_put(struct setting *s, struct counter_outcome *outcome)
{
    struct db_row row;
    if (counter_read(s->db, s->arena, s->counter, &s->actor->now, &outcome->counter) != DB_OK ||
        db_one(s->db, s->arena, "select code from hall where id = ?", DB_ARGS(db_id(s->hall)), &row) != DB_OK)
        return COUNTER_FAIL;
    const struct counter_event_new event = {.hall = s->hall,
                                            .counter = s->counter,
                                            .session = outcome->counter.session,
                                            .user = s->actor->user,
                                            .at = s->actor->now,
                                            .kind = "groups",
                                            .detail = outcome->counter.letters};
    outcome->news = (struct hall_news){.kind = "counter",
                                       .hall = row.text[0],
                                       .counter = outcome->counter.number,
                                       .zone = outcome->counter.zone};
    return counter_event_put(s->db, s->arena, &event) == DB_FAIL ? COUNTER_FAIL : COUNTER_DID;
}

enum counter_did counter_groups_set(struct db *db, struct arena *arena, const struct counter_actor *actor,
                                    uint64_t hall, uint64_t counter, const uint64_t *groups, size_t n,
                                    struct counter_outcome *outcome)
{
    struct setting s = {.db = db, .arena = arena, .actor = actor, .hall = hall, .counter = counter};
    *outcome = (struct counter_outcome){.by = ""};
    s.groups = groups_json(arena, groups, n, &s.n);
    enum counter_did did = counter_check(&s);
    if (did == COUNTER_DID)
        did = groups_check(&s);
    if (did != COUNTER_DID)
        return did;
    return groups_write(&s) == DB_FAIL ? COUNTER_FAIL : event_put(&s, outcome);
}
