/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* Lending numbers to dispensers. */
#include "model/number_lease.h"

#include "lib/buffer.h"
#include "model/row.h"
#include "model/sequence.h"

enum { GROUPS_MAX = 24, IDS_BYTES = 8 * 1024 };

/* ---- what a device has ----------------------------------------------------------------------- */

struct listing {
    struct arena *arena;
    void *list;
    size_t n;
};

static char (*tokens_of(struct arena *arena, const struct number_lease *lease))[TICKET_TOKEN_CHARS + 1]
{
    size_t n = lease->last - lease->first + 1;
    char (*tokens)[TICKET_TOKEN_CHARS + 1] = arena_take_array(arena, n, sizeof *tokens);
    for (size_t i = 0; i < n; i++)
        ticket_token(tokens[i], lease->group, &lease->day, lease->first + (unsigned)i);
    return tokens;
}

static bool lease_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct number_lease *lease = row_place(listing->arena, &listing->list, &listing->n, sizeof *lease);
    *lease = (struct number_lease){
        .id = row_id(row->text[0]),
        .group = row_id(row->text[1]),
        .letter = row->text[2][0],
        .day = row_moment(row->text[3]),
        .first = row_count(row->text[4]),
        .last = row_count(row->text[5]),
        .used_to = row_count(row->text[6]),
        .lent_at = row_moment(row->text[7]),
    };
    lease->tokens = tokens_of(listing->arena, lease);
    return true;
}

enum db_result number_lease_list(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                                 struct number_lease **leases, size_t *n)
{
    struct listing listing = {.arena = arena};
    enum db_result result =
        db_each(db,
                "select l.id, l.group_id, g.letter, l.service_date, l.first_number, l.last_number, l.used_to,"
                " l.lent_at from number_lease l join service_group g on g.id = l.group_id"
                " where l.device_id = ? and l.service_date >= ? order by l.id",
                DB_ARGS(db_number((int64_t)device), db_text(row_day(arena, now))), lease_row, &listing);
    *leases = listing.list;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- lending --------------------------------------------------------------------------------- */

struct lending {
    struct db *db;
    struct arena *arena;
    const struct hall *hall;
    const struct civil *now;
    uint64_t device;
    const char *held; /* as JSON */
    const char *day, *period;
    uint64_t low[GROUPS_MAX]; /* groups that have too few */
    size_t n_low;
};

static const char *ids_json(struct arena *arena, const uint64_t *ids, size_t n)
{
    struct buffer out;
    buffer_init(&out, IDS_BYTES);
    for (size_t i = 0; i < n; i++)
        buffer_format(&out, "%s%llu", i ? "," : "", (unsigned long long)ids[i]);
    const char *json = arena_format(arena, "[%s]", out.length && !out.full ? out.bytes : "");
    buffer_release(&out);
    return json;
}

/* For today as long as there are tickets today; later for the next working day. */
static enum db_result day_choose(struct lending *l)
{
    struct db_row row;
    struct hall_hours hours;
    enum db_result result =
        db_one(l->db, l->arena, "select version from catalogue_version where id = 1", DB_ARGS(), &row);
    if (result == DB_FAIL)
        return DB_FAIL;
    result = hall_hours_now(l->db, result == DB_OK ? row_id(row.text[0]) : 0, l->hall, l->now, &hours);
    if (result != DB_OK)
        return result;
    const struct civil *day = hours.tickets || hours.state == HALL_EARLY ? l->now : &hours.next;
    if (!day->year)
        return DB_NONE;
    l->day = row_day(l->arena, day);
    l->period = sequence_dossier_period(l->arena, day);
    return DB_OK;
}

static bool low_row(void *context, const struct db_row *row)
{
    struct lending *l = context;
    if (l->n_low < GROUPS_MAX)
        l->low[l->n_low++] = row_id(row->text[0]);
    return true;
}

/* Groups of which the device has few free numbers, and has not lost many, while there are still some to lend. */
static enum db_result low_find(struct lending *l)
{
    return db_each(
        l->db,
        "select g.id, g.last_number, g.lease_last from service_group g"
        " left join number_lease l on l.group_id = g.id and l.service_date = ?"
        " left join json_table(?, '$[*]' columns (id int unsigned path '$')) h on h.id = l.id"
        " where g.hall_id = ? and g.is_active group by g.id"
        " having ifnull(sum(if(l.device_id = ? and h.id is not null,"
        " l.last_number - ifnull(l.used_to, l.first_number - 1), 0)), 0) < ?"
        " and ifnull(sum(l.device_id = ? and h.id is null), 0) < ?"
        " and ifnull(max(l.last_number), g.last_number) < g.lease_last order by g.id",
        DB_ARGS(db_text(l->day), db_text(l->held), db_id(l->hall->id), db_id(l->device), db_number(LEASE_LOW),
                db_id(l->device), db_number(LEASE_LOST_MAX)),
        low_row, l);
}

/* The counter of blocks is taken for its lock: until the commit nobody else lends numbers of this group. */
static enum db_result block_lend(struct lending *l, uint64_t group)
{
    uint64_t n;
    struct db_row row;
    struct db_value of = db_id(group), day = db_text(l->day);
    const char *scope = arena_format(l->arena, "lease:%llu", (unsigned long long)group);
    if (sequence_next(l->db, scope, l->period, &n) == DB_FAIL ||
        db_one(l->db, l->arena,
               "select 1 + greatest(g.last_number, ifnull((select max(x.last_number) from number_lease x"
               " where x.group_id = g.id and x.service_date = ?), 0),"
               " ifnull((select q.n from sequence q where q.scope = concat('ticket:', g.id) and q.period = ?), 0)),"
               " g.lease_last from service_group g where g.id = ?",
               DB_ARGS(day, db_text(l->period), of), &row) != DB_OK)
        return DB_FAIL;
    unsigned first = row_count(row.text[0]), most = row_count(row.text[1]);
    unsigned last = first + LEASE_BLOCK - 1 < most ? first + LEASE_BLOCK - 1 : most;
    if (first > most)
        return DB_OK;
    return db_exec(l->db,
                   "insert into number_lease (device_id, group_id, service_date, first_number, last_number, lent_at)"
                   " values (?, ?, ?, ?, ?, ?)",
                   DB_ARGS(db_id(l->device), of, day, db_number(first), db_number(last),
                           db_text(row_time(l->arena, l->now))));
}

static enum db_result lend(struct lending *l)
{
    enum db_result result = day_choose(l);
    if (result != DB_OK)
        return result;
    result = low_find(l);
    for (size_t i = 0; result != DB_FAIL && i < l->n_low; i++)
        result = block_lend(l, l->low[i]);
    return result;
}

static bool among(const uint64_t *ids, size_t n, uint64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (ids[i] == id)
            return true;
    return false;
}

enum db_result number_lease_lend(struct db *db, struct arena *arena, const struct hall *hall, uint64_t device,
                                 const struct civil *now, const uint64_t *held, size_t n_held,
                                 struct number_lease **leases, size_t *n)
{
    struct lending l = {.db = db, .arena = arena, .hall = hall, .now = now, .device = device};
    struct number_lease *before;
    size_t n_before, n_all;
    l.held = ids_json(arena, held, n_held);
    if (number_lease_list(db, arena, device, now, &before, &n_before) != DB_OK || lend(&l) == DB_FAIL ||
        number_lease_list(db, arena, device, now, leases, &n_all) != DB_OK)
        return DB_FAIL;
    *n = 0;
    for (size_t i = 0; i < n_all; i++) {
        bool is_new = i >= n_before || (*leases)[i].id != before[i].id;
        if (is_new || among(held, n_held, (*leases)[i].id))
            (*leases)[(*n)++] = (*leases)[i];
    }
    return DB_OK;
}
