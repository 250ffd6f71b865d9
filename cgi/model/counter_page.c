/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/counter_page.h"

#include "model/row.h"
#include "model/ticket_call.h"

struct listing {
    struct arena *arena;
    void *list;
    size_t n;
    const struct civil *now;
    uint64_t session;
};

/* ---- queues ---------------------------------------------------------------------------------- */

static bool queue_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct counter_queue *queue = row_place(listing->arena, &listing->list, &listing->n, sizeof *queue);
    *queue = (struct counter_queue){
        .group = row_id(row->text[0]),
        .letter = row->text[1][0],
        .name = arena_copy(listing->arena, row->text[2]),
        .name_en = arena_copy(listing->arena, row->text[3]),
        .waiting = row_count(row->text[4]),
        .ahead = row_count(row->text[5]),
        .longest = row_moment(row->text[6]),
    };
    return true;
}

static enum db_result queues_read(struct db *db, struct arena *arena, const struct civil *now,
                                  struct counter_page *page)
{
    struct listing listing = {.arena = arena};
    enum db_result result = db_each(
        db,
        "select g.id, g.letter, g.name, g.name_en, count(t.id),"
        " ifnull(sum(t.is_ahead and (t.rank_at <= ? or t.class <> 'appointment')), 0), min(t.arrival_at)"
        " from counter_group c join service_group g on g.id = c.group_id left join ticket t on t.group_id = g.id"
        " and t.service_date = ? and t.state = 'waiting'"
        " and (t.for_counter_id is null or t.for_counter_id = c.counter_id) where c.counter_id = ? group by g.id"
        " order by g.position, g.letter",
        DB_ARGS(db_text(row_time(arena, now)), db_text(row_day(arena, now)), db_id(page->counter.id)), queue_row,
        &listing);
    page->queues = listing.list;
    page->n_queues = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- tickets in lists ------------------------------------------------------------------------ */

static bool ticket_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    const char *const *text = row->text;
    struct counter_ticket *ticket = row_place(listing->arena, &listing->list, &listing->n, sizeof *ticket);
    *ticket = (struct counter_ticket){
        .id = row_id(text[0]),
        .version = row_count(text[1]),
        .state = (enum ticket_state)ticket_word(ticket_state_names, TICKET_STATES, text[4]),
        .class = (enum ticket_class)ticket_word(ticket_class_names, TICKET_CLASSES, text[5]),
        .is_ahead = row_flag(text[6]),
        .is_requeued = row_flag(text[7]),
        .group = row_id(text[8]),
        .rank_at = row_moment(text[9]),
        .arrival_at = row_moment(text[10]),
        .counter = row_count(text[11]),
        .service = arena_copy(listing->arena, text[13]),
        .service_en = arena_copy(listing->arena, text[14]),
        .since = row_moment(text[15]),
        .note = arena_copy(listing->arena, text[16]),
        .is_sent = row_flag(text[17]),
    };
    ticket_label(ticket->label, text[2][0], row_count(text[3]));
    ticket->is_mine = row_id(text[12]) == listing->session;
    ticket->is_early = ticket->class == TICKET_APPOINTMENT && civil_compare(&ticket->rank_at, listing->now) > 0;
    return true;
}

#define LIST_SELECT                                                                                              \
    "select t.id, t.version, l.letter, t.number, t.state, t.class, t.is_ahead, t.is_requeued, t.group_id,"        \
    " t.rank_at, t.arrival_at, k.number, t.session_id, s.name, s.name_en, "
#define LIST_GROUPS " from counter_group c join ticket t on t.group_id = c.group_id and t.service_date = ?"
#define LIST_FROM                                                                                                \
    " join service_group l on l.id = t.letter_group_id left join counter k on k.id = t.counter_id"                \
    " left join service s on s.id = (select i.service_id from ticket_item i where i.ticket_id = t.id"             \
    " order by i.done_at is not null, i.position limit 1) "

/* So many of each kind, by rank, that the first COUNTER_NEXT_MAX calls are among them. */
#define WAITING_OF(condition)                                                                                    \
    "(" LIST_SELECT "null, '', false" LIST_GROUPS LIST_FROM "where c.counter_id = ? and t.state = 'waiting'"       \
    " and t.for_counter_id is null and " condition " order by t.rank_at, t.id limit 12)"
#define SENT                                                                                                     \
    "(" LIST_SELECT "null, '', true from ticket t" LIST_FROM "where t.for_counter_id = ? and t.service_date = ?"   \
    " and t.state = 'waiting' order by t.rank_at, t.id limit 12)"

static enum db_result waiting_read(struct db *db, struct arena *arena, const struct civil *now,
                                   const struct counter_page *page, struct listing *listing)
{
    struct db_value day = db_text(row_day(arena, now)), counter = db_id(page->counter.id);
    enum db_result result =
        db_each(db, SENT " union all " WAITING_OF("t.is_ahead = 1") " union all " WAITING_OF("t.is_ahead = 0"),
                DB_ARGS(counter, day, day, counter, day, counter), ticket_row, listing);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- the next ones --------------------------------------------------------------------------- */

/* The first of `n` that is of this kind and not taken yet; NULL: none. They stand by rank within a kind. */
static struct counter_ticket *first_of(struct counter_ticket *tickets, const bool *taken, size_t n,
                                       enum ticket_pick pick)
{
    for (size_t i = 0; i < n; i++) {
        enum ticket_pick kind = tickets[i].is_sent    ? TICKET_PICK_NOBODY
                                : tickets[i].is_early   ? TICKET_PICK_EARLY
                                : tickets[i].is_ahead ? TICKET_PICK_AHEAD
                                                      : TICKET_PICK_ORDINARY;
        if (kind == pick && !taken[i])
            return &tickets[i];
    }
    return NULL;
}

/* As ticket_call_next would call them, one after the other. */
static void next_order(struct arena *arena, struct counter_ticket *tickets, size_t n, unsigned run, unsigned most,
                       struct counter_page *page)
{
    bool *taken = arena_take_array(arena, n + 1, sizeof *taken);
    page->next = arena_take_array(arena, COUNTER_NEXT_MAX, sizeof *page->next);
    page->n_next = 0;
    for (size_t i = 0; i < n && page->n_next < COUNTER_NEXT_MAX; i++)
        if (tickets[i].is_sent)
            page->next[page->n_next++] = tickets[i];
    while (page->n_next < COUNTER_NEXT_MAX) {
        struct counter_ticket *first[TICKET_PICK_EARLY + 1] = {NULL};
        for (int pick = TICKET_PICK_AHEAD; pick <= TICKET_PICK_EARLY; pick++)
            first[pick] = first_of(tickets, taken, n, (enum ticket_pick)pick);
        struct ticket_choice choice = {.ahead = first[TICKET_PICK_AHEAD],
                                       .ordinary = first[TICKET_PICK_ORDINARY],
                                       .early = first[TICKET_PICK_EARLY]};
        enum ticket_pick pick = ticket_pick(choice, run, most);
        if (pick == TICKET_PICK_NOBODY)
            return;
        run = ticket_run_after(pick, run);
        taken[first[pick] - tickets] = true;
        page->next[page->n_next++] = *first[pick];
    }
}

static enum db_result next_read(struct db *db, struct arena *arena, const struct civil *now,
                                struct counter_page *page)
{
    struct listing waiting = {.arena = arena, .now = now, .session = page->counter.session};
    struct db_row row;
    if (waiting_read(db, arena, now, page, &waiting) != DB_OK ||
        db_one(db, arena,
               "select s.priority_run, h.priority_run, (select count(*) from ticket t where t.session_id = s.id"
               " and t.state = 'done') from counter_session s join counter c on c.id = s.counter_id"
               " join hall h on h.id = c.hall_id where s.id = ?",
               DB_ARGS(db_id(page->counter.session)), &row) != DB_OK)
        return DB_FAIL;
    next_order(arena, waiting.list, waiting.n, row_count(row.text[0]), row_count(row.text[1]), page);
    page->served = row_count(row.text[2]);
    return DB_OK;
}

/* ---- parked and missed ----------------------------------------------------------------------- */

static enum db_result aside_read(struct db *db, struct arena *arena, const struct civil *now,
                                 struct counter_page *page)
{
    struct listing aside = {.arena = arena, .now = now, .session = page->counter.session};
    enum db_result result =
        db_each(db,
                LIST_SELECT "e.at, e.note, false" LIST_GROUPS LIST_FROM
                            "left join ticket_event e on e.id = (select max(x.id) from ticket_event x"
                            " where x.ticket_id = t.id and x.kind in ('parked', 'missed'))"
                            " where c.counter_id = ? and t.state in ('parked', 'missed')"
                            " order by t.session_id <=> ? desc, e.id desc limit 60",
                DB_ARGS(db_text(row_day(arena, now)), db_id(page->counter.id), db_id(page->counter.session)),
                ticket_row, &aside);
    page->aside = aside.list;
    page->n_aside = aside.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- all ------------------------------------------------------------------------------------- */

static enum db_result present_read(struct db *db, struct arena *arena, struct counter_page *page)
{
    page->has_ticket = page->counter.ticket != 0;
    if (!page->has_ticket)
        return DB_OK;
    uint64_t id = page->counter.ticket;
    if (ticket_read(db, arena, id, &page->ticket) != DB_OK ||
        ticket_items(db, arena, id, &page->items, &page->n_items) != DB_OK)
        return DB_FAIL;
    return ticket_history(db, arena, id, &page->history, &page->n_history);
}

enum db_result counter_page_load(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                                 struct counter_page *page)
{
    *page = (struct counter_page){.has_ticket = false};
    enum db_result result = counter_of_user(db, arena, user, now, &page->counter);
    if (result != DB_OK)
        return result;
    if (queues_read(db, arena, now, page) != DB_OK || next_read(db, arena, now, page) != DB_OK ||
        aside_read(db, arena, now, page) != DB_OK)
        return DB_FAIL;
    return present_read(db, arena, page);
}
