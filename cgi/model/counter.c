/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/counter.h"

#include "model/row.h"

const char *const counter_state_names[COUNTER_STATES] = {
    [COUNTER_OPEN] = "open",
    [COUNTER_PAUSED] = "paused",
    [COUNTER_CLOSED] = "closed",
};
const char *const counter_pause_names[COUNTER_PAUSES] = {
    [COUNTER_BREAK] = "break",     [COUNTER_MEETING] = "meeting", [COUNTER_PAPERS] = "papers",
    [COUNTER_TROUBLE] = "trouble", [COUNTER_OTHER] = "other",
};
const char *const counter_did_names[COUNTER_DIDS] = {
    [COUNTER_DID] = "did",     [COUNTER_UNKNOWN] = "unknown", [COUNTER_TAKEN] = "taken",
    [COUNTER_ELSEWHERE] = "elsewhere", [COUNTER_OVER] = "over", [COUNTER_MOVED] = "moved",
    [COUNTER_BUSY] = "busy",   [COUNTER_STATE] = "state",     [COUNTER_FAIL] = "fail",
};

/* What is left from an earlier day does not count: neither a session nor a ticket. */
#define COUNTER_SELECT                                                                                               \
    "select c.id, c.hall_id, c.number, c.name, c.zone, c.is_active, s.id, s.state, s.pause_reason, s.user_id,"        \
    " u.name, s.opened_at, s.changed_at, s.version,"                                                                  \
    " (select group_concat(g.letter order by g.position, g.letter separator '') from counter_group x"                 \
    " join service_group g on g.id = x.group_id where x.counter_id = c.id),"                                          \
    " (select concat('[', group_concat(x.group_id order by x.group_id), ']') from counter_group x"                    \
    " where x.counter_id = c.id), t.id, l.letter, t.number"                                                           \
    " from counter c left join counter_session s on s.open_counter = c.id and s.opened_at >= ?"                       \
    " left join user u on u.id = s.user_id left join ticket t on t.busy_counter = c.id and t.service_date = ?"        \
    " left join service_group l on l.id = t.letter_group_id "

enum {
    ID, HALL, NUMBER, NAME, ZONE, ACTIVE, SESSION, STATE, PAUSE, USER, USER_NAME, OPENED, CHANGED, EDITION,
    LETTERS, GROUPS, TICKET, TICKET_LETTER, TICKET_NUMBER
};

static void counter_of_row(struct arena *arena, const struct db_row *row, struct counter *counter)
{
    const char *const *text = row->text;
    *counter = (struct counter){
        .id = row_id(text[ID]),
        .hall = row_id(text[HALL]),
        .number = row_count(text[NUMBER]),
        .name = arena_copy(arena, text[NAME]),
        .zone = arena_copy(arena, text[ZONE]),
        .is_active = row_flag(text[ACTIVE]),
        .session = row_id(text[SESSION]),
        .state = COUNTER_CLOSED,
        .pause = ticket_word(counter_pause_names, COUNTER_PAUSES, text[PAUSE]),
        .user = row_id(text[USER]),
        .user_name = arena_copy(arena, text[USER_NAME]),
        .opened_at = row_moment(text[OPENED]),
        .changed_at = row_moment(text[CHANGED]),
        .version = row_count(text[EDITION]),
        .letters = arena_copy(arena, text[LETTERS]),
        .groups = arena_copy(arena, text[GROUPS] ? text[GROUPS] : "[]"),
        .ticket = row_id(text[TICKET]),
    };
    if (counter->session)
        counter->state = (enum counter_state)ticket_word(counter_state_names, COUNTER_STATES, text[STATE]);
    if (counter->ticket)
        ticket_label(counter->label, text[TICKET_LETTER][0], row_count(text[TICKET_NUMBER]));
}

struct listing {
    struct arena *arena;
    void *list;
    size_t n;
};

static bool list_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    counter_of_row(listing->arena, row,
                   row_place(listing->arena, &listing->list, &listing->n, sizeof(struct counter)));
    return true;
}

enum db_result counter_list(struct db *db, struct arena *arena, uint64_t hall, const struct civil *now,
                            bool everything, struct counter **counters, size_t *n)
{
    struct listing listing = {.arena = arena};
    struct db_value day = db_text(row_day(arena, now));
    enum db_result result =
        db_each(db, COUNTER_SELECT "where c.hall_id = ? and (c.is_active or ?) order by c.number",
                DB_ARGS(day, day, db_number((int64_t)hall), db_number(everything)), list_row, &listing);
    *counters = listing.list;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

static enum db_result counter_one(struct db *db, struct arena *arena, const char *sql, const struct civil *now,
                                  uint64_t key, struct counter *out)
{
    struct db_row row;
    struct db_value day = db_text(row_day(arena, now));
    enum db_result result = db_one(db, arena, sql, DB_ARGS(day, day, db_number((int64_t)key)), &row);
    if (result == DB_OK)
        counter_of_row(arena, &row, out);
    return result;
}

enum db_result counter_read(struct db *db, struct arena *arena, uint64_t counter, const struct civil *now,
                            struct counter *out)
{
    return counter_one(db, arena, COUNTER_SELECT "where c.id = ?", now, counter, out);
}

enum db_result counter_of_user(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                               struct counter *out)
{
    return counter_one(db, arena, COUNTER_SELECT "where s.open_user = ?", now, user, out);
}
