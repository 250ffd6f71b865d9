/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* What dispensers gave out by themselves comes in. */
#include "lib/buffer.h"
#include "model/number_lease.h"
#include "model/row.h"
#include "model/ticket_write.h"

const char *const lease_verdict_names[LEASE_VERDICTS] = {
    [LEASE_TAKEN] = "taken",     [LEASE_KNOWN] = "known",   [LEASE_LATE] = "late",
    [LEASE_FOREIGN] = "foreign", [LEASE_BEYOND] = "beyond",
};

/* A block, locked until the commit, so that the same report twice at once follows itself. */
struct block {
    uint64_t id, device, group;
    struct hall hall; /* it was lent in: the device may have been moved since */
    char letter;
    struct civil day, lent_at;
    unsigned first, last;
    struct civil closed_at; /* the day of the hall was; year 0: it is open */
};

struct reporting {
    struct db *db;
    struct arena *arena;
    const struct civil *now;
    uint64_t device;
    uint64_t user;      /* who reads it off the paper; 0: the dispenser tells */
    struct block block; /* the one read last */
    const struct lease_ticket *in;
    struct lease_answer *out;
    struct civil at, ended_at; /* of the ticket; it ended when it was late */
};

/* ---- the block ------------------------------------------------------------------------------- */

static enum db_result block_read(struct reporting *r, uint64_t lease)
{
    struct db_row row;
    if (r->block.id == lease && lease)
        return DB_OK;
    r->block = (struct block){.id = 0};
    enum db_result result = db_one(r->db, r->arena,
                                   "select device_id, group_id, service_date, first_number, last_number, lent_at"
                                   " from number_lease where id = ? for update",
                                   DB_ARGS(db_number((int64_t)lease)), &row);
    if (result != DB_OK)
        return result;
    struct block block = {
        .id = lease,
        .device = row_id(row.text[0]),
        .group = row_id(row.text[1]),
        .day = row_moment(row.text[2]),
        .first = row_count(row.text[3]),
        .last = row_count(row.text[4]),
        .lent_at = row_moment(row.text[5]),
    };
    result = db_one(r->db, r->arena,
                    "select g.hall_id, g.letter, (select d.closed_at from hall_day d where d.hall_id = g.hall_id"
                    " and d.service_date = ?) from service_group g where g.id = ?",
                    DB_ARGS(db_text(row_day(r->arena, &block.day)), db_id(block.group)), &row);
    if (result != DB_OK)
        return DB_FAIL;
    if (hall_load(r->db, r->arena, row_id(row.text[0]), &block.hall) != DB_OK)
        return DB_FAIL;
    block.letter = row.text[1][0];
    block.closed_at = row_moment(row.text[2]);
    r->block = block;
    return DB_OK;
}

/* Its own clock plays no part: so long ago, but not before the block was lent, not later than now, and on its day. */
static struct civil arrival_of(const struct reporting *r)
{
    int64_t now = civil_second(r->now), at = now - r->in->at_ms_ago / 1000;
    int64_t begin = (int64_t)civil_day(&r->block.day) * 86400, lent = civil_second(&r->block.lent_at);
    int64_t earliest = lent > begin ? lent : begin, latest = begin + 86399 < now ? begin + 86399 : now;
    if (r->in->at_ms_ago < 0 || at > latest)
        at = latest;
    if (at < earliest)
        at = earliest;
    return civil_from_second(at);
}

/* With the others of its day, where that was closed already. */
static struct civil end_of(const struct reporting *r)
{
    if (!r->block.closed_at.year)
        return *r->now;
    return civil_compare(&r->at, &r->block.closed_at) > 0 ? r->at : r->block.closed_at;
}

/* ---- a ticket -------------------------------------------------------------------------------- */

static enum ticket_class class_of(const struct reporting *r)
{
    bool known = r->in->class > TICKET_ORDINARY && r->in->class < TICKET_APPOINTMENT &&
                 r->block.hall.classes >> r->in->class & 1;
    return known ? r->in->class : TICKET_ORDINARY;
}

static enum db_result row_put(struct reporting *r, bool late)
{
    struct db_value at = db_text(row_time(r->arena, &r->at)), end = db_text(row_time(r->arena, &r->ended_at));
    struct db_value group = db_id(r->block.group);
    enum db_result result = db_exec(
        r->db,
        "insert into ticket (hall_id, service_date, letter_group_id, number, group_id, class, rank_at, arrival_at,"
        " state, ended_at, is_exact, channel, device_id, lease_id)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'dispenser', ?, ?)",
        DB_ARGS(db_id(r->block.hall.id), db_text(row_day(r->arena, &r->block.day)), group,
                db_number(r->in->number), group, db_text(ticket_class_names[class_of(r)]), at, at,
                db_text(ticket_state_names[late ? TICKET_CLOSED : TICKET_WAITING]), late ? end : db_null(),
                db_number(!late), db_id(r->device), db_id(r->block.id)));
    r->out->ticket = db_inserted(r->db);
    return result;
}

/* What is not of this hall, or not in use, was never on its screen: it is left out. */
static enum db_result items_put(struct reporting *r)
{
    struct buffer out;
    buffer_init(&out, 400);
    for (size_t i = 0; i < r->in->n_services && i < TICKET_ITEMS_MAX; i++)
        buffer_format(&out, "%s%llu", i ? "," : "", (unsigned long long)r->in->services[i]);
    const char *json = arena_format(r->arena, "[%s]", out.length ? out.bytes : "");
    buffer_release(&out);
    return db_exec(r->db,
                   "insert into ticket_item (ticket_id, service_id, position) select ?, s.id, min(w.place)"
                   " from json_table(?, '$[*]' columns (place for ordinality, id int unsigned path '$')) w"
                   " join service s on s.id = w.id and s.is_active join service_group g on g.id = s.group_id"
                   " and g.hall_id = ? group by s.id",
                   DB_ARGS(db_id(r->out->ticket), db_text(json), db_id(r->block.hall.id)));
}

static enum db_result event_put(struct reporting *r, const char *kind, int from, enum ticket_state to,
                                const struct civil *at, uint64_t *event)
{
    const struct ticket_event_new row = {.ticket = r->out->ticket,
                                         .hall = r->block.hall.id,
                                         .at = *at,
                                         .kind = kind,
                                         .from = from,
                                         .to = to,
                                         .group = r->block.group,
                                         .user = r->user,
                                         .device = r->device,
                                         .reason = -1};
    return ticket_event_put(r->db, r->arena, &row, event);
}

/* What is read off one paper says nothing of the numbers before it. */
static enum db_result used_put(struct reporting *r)
{
    if (r->user)
        return DB_OK;
    return db_exec(r->db,
                   "update number_lease set used_to = greatest(ifnull(used_to, first_number), ?), reported_at = ?"
                   " where id = ?",
                   DB_ARGS(db_number(r->in->number), db_text(row_time(r->arena, r->now)), db_id(r->block.id)));
}

/* The record of a closed day stays true. DB_NONE: it will be counted when the day is closed. */
static enum db_result day_put(struct reporting *r)
{
    return db_exec(r->db,
                   "update hall_day set tickets = tickets + 1, left_over = left_over + 1"
                   " where hall_id = ? and service_date = ?",
                   DB_ARGS(db_id(r->block.hall.id), db_text(row_day(r->arena, &r->block.day))));
}

static enum db_result ticket_put(struct reporting *r)
{
    uint64_t event;
    bool late = r->block.closed_at.year || civil_day(&r->block.day) < civil_day(r->now);
    r->at = arrival_of(r);
    r->ended_at = end_of(r);
    r->out->verdict = late ? LEASE_LATE : LEASE_TAKEN;
    if (row_put(r, late) == DB_FAIL || items_put(r) == DB_FAIL || used_put(r) == DB_FAIL ||
        event_put(r, "issued", -1, TICKET_WAITING, &r->at, &event) == DB_FAIL)
        return DB_FAIL;
    if (late && day_put(r) == DB_FAIL)
        return DB_FAIL;
    if (late)
        return event_put(r, "closed", TICKET_WAITING, TICKET_CLOSED, &r->ended_at, &event);
    r->out->news = (struct hall_news){
        .event = event, .kind = "issued", .hall = r->block.hall.code, .group = r->block.group, .zone = ""};
    ticket_label(r->out->news.label, r->block.letter, r->in->number);
    return DB_OK;
}

/* ---- a report -------------------------------------------------------------------------------- */

/* The block is read. */
static enum db_result number_take(struct reporting *r)
{
    struct db_row row;
    r->out->verdict = LEASE_BEYOND;
    if (r->in->number < r->block.first || r->in->number > r->block.last ||
        civil_day(&r->block.day) > civil_day(r->now))
        return DB_OK;
    enum db_result result =
        db_one(r->db, r->arena, "select id from ticket where letter_group_id = ? and service_date = ? and number = ?",
               DB_ARGS(db_id(r->block.group), db_text(row_day(r->arena, &r->block.day)), db_number(r->in->number)),
               &row);
    if (result != DB_OK)
        return result == DB_NONE ? ticket_put(r) : DB_FAIL;
    r->out->verdict = LEASE_KNOWN;
    r->out->ticket = row_id(row.text[0]);
    return DB_OK;
}

static enum db_result one(struct reporting *r)
{
    *r->out = (struct lease_answer){.lease = r->in->lease, .number = r->in->number, .verdict = LEASE_FOREIGN};
    enum db_result result = block_read(r, r->in->lease);
    if (result == DB_FAIL)
        return DB_FAIL;
    return result == DB_OK && r->block.device == r->device ? number_take(r) : DB_OK;
}

enum db_result number_lease_report(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                                   const struct lease_ticket *tickets, size_t n, struct lease_answer *answers)
{
    struct reporting r = {.db = db, .arena = arena, .now = now, .device = device};
    for (size_t i = 0; i < n; i++) {
        r.in = &tickets[i];
        r.out = &answers[i];
        if (one(&r) == DB_FAIL)
            return DB_FAIL;
    }
    return DB_OK;
}

/* ---- read off the paper ---------------------------------------------------------------------- */

enum db_result number_lease_enter(struct db *db, struct arena *arena, const struct civil *now,
                                  const struct lease_paper *paper, struct lease_answer *answer)
{
    struct lease_number lent;
    enum db_result result = number_lease_find(db, arena, paper->hall, now, paper->letter, paper->number, &lent);
    if (result != DB_OK)
        return result;
    const struct lease_ticket ticket = {.lease = lent.lease,
                                        .number = paper->number,
                                        .class = paper->class,
                                        .at_ms_ago = (civil_second(now) - civil_second(&paper->at)) * 1000};
    struct reporting r = {
        .db = db, .arena = arena, .now = now, .user = paper->user, .in = &ticket, .out = answer};
    *answer = (struct lease_answer){.lease = lent.lease, .number = paper->number};
    result = block_read(&r, lent.lease);
    if (result != DB_OK)
        return result;
    r.device = r.block.device;
    answer->verdict = LEASE_LATE;
    return r.block.closed_at.year ? DB_OK : number_take(&r);
}
