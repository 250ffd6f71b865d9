/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* What dispensers hold and have not told of. */
#include "model/number_lease.h"
#include "model/row.h"

struct listing {
    struct arena *arena;
    void *list;
    size_t n;
};

static bool held_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct lease_held *held = row_place(listing->arena, &listing->list, &listing->n, sizeof *held);
    *held = (struct lease_held){
        .letter = row->text[0][0], .first = row_count(row->text[1]), .last = row_count(row->text[2])};
    return listing->n < LEASE_HELD_MAX;
}

enum db_result number_lease_held(struct db *db, struct arena *arena, uint64_t device, const struct civil *now,
                                 struct lease_held **held, size_t *n)
{
    struct listing listing = {.arena = arena};
    enum db_result result =
        db_each(db,
                "select g.letter, ifnull(l.used_to + 1, l.first_number), l.last_number from number_lease l"
                " join service_group g on g.id = l.group_id where l.device_id = ? and l.service_date = ?"
                " and ifnull(l.used_to, 0) < l.last_number order by g.letter, l.first_number",
                DB_ARGS(db_id(device), db_text(row_day(arena, now))), held_row, &listing);
    *held = listing.list;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result number_lease_find(struct db *db, struct arena *arena, uint64_t hall, const struct civil *now,
                                 char letter, unsigned number, struct lease_number *out)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena,
               "select l.id, g.name, g.name_en, d.name, d.state <> 'approved' or d.kind not in ('dispenser', 'kiosk')"
               " from service_group g join number_lease l on l.group_id = g.id and l.service_date = ?"
               " join device d on d.id = l.device_id"
               " where g.hall_id = ? and g.letter = ? and ? between l.first_number and l.last_number",
               DB_ARGS(db_text(row_day(arena, now)), db_id(hall), db_text(arena_format(arena, "%c", letter)),
                       db_number(number)),
               &row);
    if (result == DB_OK)
        *out = (struct lease_number){
            .lease = row_id(row.text[0]),
            .letter = letter,
            .number = number,
            .group_name = row.text[1],
            .group_name_en = row.text[2],
            .device_name = row.text[3],
            .device_ended = row_flag(row.text[4]),
        };
    return result;
}
