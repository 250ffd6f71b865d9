/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/step_unit.h"

#include <stdlib.h>
#include <string.h>

enum { HOLDERS_MAX = 400, DEPTH_MAX = 20 };

/* ---- who holds a role -------------------------------------------------------------------------------- */

struct reading {
    struct arena *arena;
    struct role_holders *out;
    size_t room;
};

static uint64_t id_of(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

static bool holder_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct role_holders *out = reading->out;
    if (out->n == reading->room) {
        size_t room = reading->room ? reading->room * 2 : 8;
        struct role_holder *more = arena_take_array(reading->arena, room, sizeof *more);
        if (out->n)
            memcpy(more, out->people, out->n * sizeof *more);
        out->people = more;
        reading->room = room;
    }
    out->people[out->n++] = (struct role_holder){
        .id = id_of(row->text[0]),
        .name = arena_copy(reading->arena, row->text[1]),
        .title = arena_copy(reading->arena, row->text[2]),
        .seat = id_of(row->text[3]),
        .seat_name = arena_copy(reading->arena, row->text[4]),
        .grant = id_of(row->text[5]),
        .open_tasks = (unsigned)id_of(row->text[6]),
        .away = id_of(row->text[7]) != 0,
    };
    return out->n < HOLDERS_MAX;
}

enum db_result role_holders_read(struct db *db, struct arena *arena, const struct civil *today,
                                 enum role role, const char *agencies, struct role_holders *out)
{
    char day[DATE_TEXT_MAX];
    struct db_value when = db_text(date_format_iso(day, today));
    struct reading reading = {.arena = arena, .out = out};
    *out = (struct role_holders){.n = 0};
    return db_each(
               db,
               "select u.id, u.name, u.title, u.agency_id, s.name, g.agency_id,"
               " (select count(*) from task t where t.assignee_id = u.id and t.closed_at is null) n,"
               " exists (select 1 from substitution v where v.absent_id = u.id"
               " and v.from_date <= ? and v.to_date >= ? and v.withdrawn_at is null)"
               " from json_table(?, '$[*]' columns (id int unsigned path '$')) x"
               " straight_join role_grant g on g.agency_id = x.id and g.role = ?"
               " and g.from_date <= ? and (g.to_date is null or g.to_date >= ?)"
               " and g.withdrawn_at is null"
               " join user u on u.id = g.user_id and u.disabled_at is null"
               " join agency s on s.id = u.agency_id order by n, u.name, u.id",
               DB_ARGS(when, when, db_text(agencies), db_text(role_names[role]), when, when),
               holder_row, &reading) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}

bool role_holder_fits(const struct agency_tree *tree, const struct role_holder *who, uint64_t unit)
{
    return agency_below(tree, unit, who->grant) || agency_inside(tree, who->grant, unit);
}

/* ---- the body ------------------------------------------------------------------------------------------ */

/* "Công an" of "Công an cấp xã" and of "Công an phường Phú Thọ". */
static bool same_beginning(const char *name, const char *other)
{
    size_t n = strcspn(name, " ");
    n += name[n] ? 1 + strcspn(name + n + 1, " ") : 0;
    return strncmp(name, other, n) == 0 && (other[n] == ' ' || !other[n]);
}

static bool is_one_of(const struct agency_node *node, const struct agency_node *generic)
{
    return !node->unit && !node->generic && !node->ended &&
           strcmp(node->level, generic->level) == 0 && same_beginning(generic->name, node->name);
}

/* Of the place itself, of the places it lies in, or a body beside them for the same place. */
static uint64_t of_place(const struct agency_tree *tree, const struct agency_node *generic,
                         uint64_t place)
{
    const struct agency_node *node = agency_node(tree, place);
    for (int depth = 0; node && depth < DEPTH_MAX; depth++) {
        if (is_one_of(node, generic))
            return node->id;
        for (size_t i = 0; i < tree->n; i++)
            if (tree->nodes[i].parent == node->id && is_one_of(&tree->nodes[i], generic) &&
                strcmp(tree->nodes[i].area, node->area) == 0)
                return tree->nodes[i].id;
        node = agency_node(tree, node->parent);
    }
    return 0;
}

static uint64_t local_arm(const struct agency_tree *tree, const struct agency_node *named,
                          uint64_t lead)
{
    const struct agency_node *place = agency_node(tree, lead);
    if (!place || !*place->area || strcmp(place->area, named->area) == 0)
        return named->id;
    for (size_t i = 0; i < tree->n; i++) {
        const struct agency_node *arm = &tree->nodes[i];
        if (arm->parent == named->id && !arm->ended && strcmp(arm->kind, "subordinate") == 0 &&
            strcmp(arm->area, place->area) == 0)
            return arm->id;
    }
    return named->id;
}

uint64_t step_body(const struct agency_tree *tree, const struct step_ask *ask)
{
    if (ask->place == PLACE_COUNTER)
        return ask->counter;
    if (ask->place == PLACE_LEAD)
        return ask->lead;
    const struct agency_node *named = agency_node(tree, ask->agency);
    if (!named)
        return 0;
    if (!named->generic)
        return local_arm(tree, named, ask->lead);
    uint64_t body = ask->area ? of_place(tree, named, ask->area) : 0;
    return body ? body : of_place(tree, named, ask->lead);
}

/* ---- the unit ------------------------------------------------------------------------------------------- */

static bool has_people(const struct agency_tree *tree, const struct role_holders *holders,
                       uint64_t unit)
{
    for (size_t i = 0; i < holders->n; i++)
        if (agency_below(tree, unit, holders->people[i].grant))
            return true;
    return false;
}

/* The one place all have in common (seat or grant), 0 when they differ or there is nobody. */
static uint64_t only_place(const struct role_holders *holders, bool by_seat)
{
    uint64_t place = 0;
    for (size_t i = 0; i < holders->n; i++) {
        const struct role_holder *who = &holders->people[i];
        uint64_t here = by_seat ? who->seat : who->grant;
        if (place && place != here)
            return 0;
        place = here;
    }
    return place;
}

static enum db_result field_unit(struct db *db, struct arena *arena, uint64_t field, uint64_t body,
                                 uint64_t *unit)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, "select unit_id from field_unit where field_id = ? and agency_id = ?",
               DB_ARGS(db_number((int64_t)field), db_number((int64_t)body)), &row);
    *unit = result == DB_OK ? id_of(row.text[0]) : 0;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

static enum db_result unit_choose(struct db *db, struct arena *arena,
                                  const struct agency_tree *tree, const struct step_ask *ask,
                                  uint64_t body, const struct role_holders *holders, uint64_t *unit)
{
    bool decides = ask->role == ROLE_APPROVER || ask->role == ROLE_SEALER;
    if (decides) {
        uint64_t seat = only_place(holders, true);
        *unit = seat && agency_inside(tree, seat, body) ? seat : body;
        return DB_OK;
    }
    for (size_t i = 0; i < ask->n_before; i++)
        if (ask->before[i] != body && agency_inside(tree, ask->before[i], body) &&
            has_people(tree, holders, ask->before[i])) {
            *unit = ask->before[i];
            return DB_OK;
        }
    if (field_unit(db, arena, ask->field, body, unit) == DB_FAIL)
        return DB_FAIL;
    if (*unit && agency_inside(tree, *unit, body))
        return DB_OK;
    uint64_t only = only_place(holders, false);
    *unit = only && agency_inside(tree, only, body) ? only : body;
    return DB_OK;
}

enum db_result step_unit(struct db *db, struct arena *arena, const struct agency_tree *tree,
                         const struct civil *today, const struct step_ask *ask, uint64_t body,
                         uint64_t *unit, struct role_holders *holders)
{
    *unit = body;
    *holders = (struct role_holders){.n = 0};
    if (!ask->role)
        return DB_OK;
    bool counter = ask->place == PLACE_COUNTER;
    const char *agencies = counter
                               ? arena_format(arena, "[%llu,%llu]", (unsigned long long)body,
                                              (unsigned long long)ask->lead)
                               : agency_units_json(tree, arena, body);
    if (role_holders_read(db, arena, today, ask->role, agencies, holders) == DB_FAIL)
        return DB_FAIL;
    return counter ? DB_OK : unit_choose(db, arena, tree, ask, body, holders, unit);
}
