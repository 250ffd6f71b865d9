/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/row.h"
#include "model/ticket.h"
#include "model/ticket_sent.h"

/* What belongs to a ticket: services of the visit, history, how many are before it. */
struct listing {
    struct arena *arena;
    void *list;
    size_t n;
};

/* ---- services -------------------------------------------------------------------------------- */

static bool item_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct ticket_item *item = row_place(listing->arena, &listing->list, &listing->n, sizeof *item);
    *item = (struct ticket_item){
        .service = row_id(row->text[0]),
        .group = row_id(row->text[1]),
        .name = arena_copy(listing->arena, row->text[2]),
        .name_en = arena_copy(listing->arena, row->text[3]),
        .done_at = row_moment(row->text[4]),
    };
    return true;
}

enum db_result ticket_items(struct db *db, struct arena *arena, uint64_t ticket, struct ticket_item **items,
                            size_t *n)
{
    struct listing listing = {.arena = arena};
    enum db_result result =
        db_each(db,
                "select s.id, s.group_id, s.name, s.name_en, i.done_at from ticket_item i"
                " join service s on s.id = i.service_id where i.ticket_id = ? order by i.position",
                DB_ARGS(db_number((int64_t)ticket)), item_row, &listing);
    *items = listing.list;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- history --------------------------------------------------------------------------------- */

static bool event_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct ticket_event *event = row_place(listing->arena, &listing->list, &listing->n, sizeof *event);
    const char *const *text = row->text;
    *event = (struct ticket_event){
        .id = row_id(text[0]),
        .at = row_moment(text[1]),
        .kind = arena_copy(listing->arena, text[2]),
        .from = ticket_word(ticket_state_names, TICKET_STATES, text[3]),
        .to = ticket_word(ticket_state_names, TICKET_STATES, text[4]),
        .counter = row_count(text[5]),
        .user_name = arena_copy(listing->arena, text[6]),
        .reason = ticket_word(ticket_reason_names, TICKET_REASONS, text[7]),
        .passed = row_count(text[8]),
        .note = arena_copy(listing->arena, text[9]),
    };
    return true;
}

enum db_result ticket_history(struct db *db, struct arena *arena, uint64_t ticket, struct ticket_event **events,
                              size_t *n)
{
    struct listing listing = {.arena = arena};
    enum db_result result =
        db_each(db,
                "select e.id, e.at, e.kind, e.from_state, e.to_state, c.number, u.name, e.reason, e.passed, e.note"
                " from ticket_event e left join counter c on c.id = e.counter_id left join user u on u.id = e.user_id"
                " where e.ticket_id = ? order by e.id",
                DB_ARGS(db_number((int64_t)ticket)), event_row, &listing);
    *events = listing.list;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- people before it ------------------------------------------------------------------------ */

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned ticket_ahead_count(bool is_ahead, unsigned ahead, unsigned ordinary, unsigned priority_run)
{
    unsigned run = priority_run ? priority_run : 1;
    if (is_ahead)
        return ahead + least(ordinary, ahead / run);
    return ordinary + least(ahead, (ordinary + 1) * run);
}

/* Of those that wait for one counter alone. */
static enum db_result ahead_there(struct db *db, struct arena *arena, const struct ticket *ticket, unsigned *ahead)
{
    struct db_row row;
    struct db_value rank = db_text(row_time(arena, &ticket->rank_at));
    enum db_result result =
        db_one(db, arena,
               "select count(*) from ticket where for_counter_id = ? and service_date = ? and state = 'waiting'"
               " and (rank_at < ? or (rank_at = ? and id < ?))",
               DB_ARGS(db_id(ticket->for_counter), db_text(row_day(arena, &ticket->day)), rank, rank,
                       db_id(ticket->id)),
               &row);
    if (result == DB_OK)
        *ahead = row_count(row.text[0]);
    return result == DB_OK ? DB_OK : DB_FAIL;
}

enum db_result ticket_ahead(struct db *db, struct arena *arena, const struct ticket *ticket,
                            const struct civil *now, unsigned *ahead)
{
    struct db_row row;
    struct db_value at = db_text(row_time(arena, now)), rank = db_text(row_time(arena, &ticket->rank_at));
    struct db_value mine = db_number(ticket->is_ahead), id = db_number((int64_t)ticket->id);
    struct db_value day = db_text(row_day(arena, &ticket->day)), group = db_id(ticket->group);
    *ahead = 0;
    if (ticket->state != TICKET_WAITING)
        return DB_OK;
    if (ticket->for_counter)
        return ahead_there(db, arena, ticket, ahead);
    enum db_result result =
        db_one(db, arena,
               "select ifnull(sum(t.is_ahead), 0), ifnull(sum(not t.is_ahead), 0), h.priority_run,"
               " " TICKET_SENT_AHEAD("?") " from hall h"
               " left join ticket t on t.group_id = ? and t.service_date = ? and t.state = 'waiting'"
               " and t.for_counter_id is null and if(t.is_ahead = ?, t.rank_at < ? or (t.rank_at = ? and t.id < ?),"
               " t.rank_at <= ? or t.class <> 'appointment') where h.id = ?",
               DB_ARGS(day, day, group, group, day, mine, rank, rank, id, at, db_number((int64_t)ticket->hall)),
               &row);
    if (result == DB_OK)
        *ahead = ticket_ahead_count(ticket->is_ahead, row_count(row.text[0]), row_count(row.text[1]),
                                    row_count(row.text[2])) +
                 row_count(row.text[3]);
    return result == DB_OK ? DB_OK : DB_FAIL;
}
