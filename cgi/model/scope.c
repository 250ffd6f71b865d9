/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/scope.h"

#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"
#include "model/agency_tree.h"

#define JSON_CEILING (256 * 1024)

const char *const role_names[ROLE_END] = {
    [ROLE_CLERK] = "clerk",           [ROLE_HANDLER] = "handler", [ROLE_HEAD] = "head",
    [ROLE_APPROVER] = "approver",     [ROLE_SEALER] = "sealer",   [ROLE_RETURNER] = "returner",
    [ROLE_SUPERVISOR] = "supervisor", [ROLE_MANAGER] = "manager", [ROLE_ADMIN] = "admin",
};

/* ---- loading ----------------------------------------------------------------------------- */

struct loading {
    struct arena *arena;
    struct reach *reach;
    size_t n, room;
    unsigned roles;
    uint64_t catalogue; /* version */
};

static void reach_add(struct loading *loading, struct reach reach)
{
    if (loading->n == loading->room) {
        size_t room = loading->room ? loading->room * 2 : 32;
        struct reach *more = arena_take_array(loading->arena, room, sizeof *more);
        if (loading->n)
            memcpy(more, loading->reach, loading->n * sizeof *more);
        loading->reach = more;
        loading->room = room;
    }
    loading->reach[loading->n++] = reach;
}

static bool grant_row(void *context, const struct db_row *row)
{
    struct loading *loading = context;
    struct reach reach = {
        .role = (enum role)strtol(row->text[0], NULL, 10),
        .agency = strtoull(row->text[1], NULL, 10),
        .behalf = strtoull(row->text[2], NULL, 10),
    };
    loading->catalogue = strtoull(row->text[3], NULL, 10);
    loading->roles |= ROLE_BIT(reach.role);
    reach_add(loading, reach);
    return true;
}

/* Own rights first; equal ones stand side by side. */
static int by_reach(const void *left, const void *right)
{
    const struct reach *a = left, *b = right;
    if (a->behalf != b->behalf)
        return a->behalf < b->behalf ? -1 : 1;
    if (a->role != b->role)
        return a->role < b->role ? -1 : 1;
    return a->agency < b->agency ? -1 : a->agency > b->agency;
}

/* Grants for what is above an agency hold for it too; two may meet there. */
static void grants_spread(struct loading *loading, const struct agency_tree *tree)
{
    size_t granted = loading->n, kept = 0;
    for (size_t k = 0; k < tree->n; k++) {
        const struct agency_node *up = tree->nodes[k].up;
        for (int depth = 0; up && depth < AGENCY_DEPTH_MAX; depth++, up = up->up)
            for (size_t i = 0; i < granted; i++) {
                struct reach reach = loading->reach[i];
                if (reach.agency != up->id)
                    continue;
                reach.agency = tree->nodes[k].id;
                reach_add(loading, reach);
            }
    }
    qsort(loading->reach, loading->n, sizeof *loading->reach, by_reach);
    for (size_t i = 0; i < loading->n; i++)
        if (kept == 0 || by_reach(&loading->reach[kept - 1], &loading->reach[i]) != 0)
            loading->reach[kept++] = loading->reach[i];
    loading->n = kept;
}

#define GRANTED(behalf)                                                                            \
    "select g.role + 0, ifnull(g.agency_id, 0), " behalf                                            \
    ", (select version from catalogue_version where id = 1) from role_grant g"
#define VALID_GRANT                                                                                \
    " and g.withdrawn_at is null and g.from_date <= ? and (g.to_date is null or g.to_date >= ?)"

enum db_result scope_load(struct db *db, struct arena *arena, uint64_t user,
                          const struct civil *today, struct scope *scope)
{
    char day[DATE_TEXT_MAX];
    date_format_iso(day, today);
    struct loading loading = {.arena = arena};
    struct db_value who = db_number((int64_t)user), when = db_text(day);
    enum db_result result =
        db_each(db,
                GRANTED("0") " where g.user_id = ?" VALID_GRANT " union all " GRANTED("g.user_id")
                " join substitution v on v.absent_id = g.user_id"
                " join user o on o.id = v.absent_id and o.disabled_at is null"
                " where v.substitute_id = ? and v.from_date <= ? and v.to_date >= ?"
                " and v.withdrawn_at is null and g.role <> 'admin'" VALID_GRANT,
                DB_ARGS(who, when, when, who, when, when, when, when), grant_row, &loading);
    if (result == DB_FAIL)
        return DB_FAIL;
    if (loading.n) {
        const struct agency_tree *tree = agency_tree(db, loading.catalogue);
        if (!tree)
            return DB_FAIL;
        grants_spread(&loading, tree);
    }
    *scope = (struct scope){.user = user, .reach = loading.reach, .n = loading.n, .roles = loading.roles};
    return DB_OK;
}

/* ---- asking ------------------------------------------------------------------------------- */

/* Own rights come first, so the first that fits is the best. */
static const struct reach *find(const struct scope *scope, unsigned roles, uint64_t agency)
{
    for (size_t i = 0; i < scope->n; i++) {
        const struct reach *reach = &scope->reach[i];
        if (roles & ROLE_BIT(reach->role) && (reach->agency == 0 || reach->agency == agency))
            return reach;
    }
    return NULL;
}

bool scope_allows(const struct scope *scope, unsigned roles, uint64_t agency)
{
    return find(scope, roles, agency) != NULL;
}

uint64_t scope_behalf(const struct scope *scope, unsigned roles, uint64_t agency)
{
    const struct reach *reach = find(scope, roles, agency);
    return reach ? reach->behalf : 0;
}

struct scope scope_part(const struct scope *scope, struct arena *arena, unsigned roles)
{
    struct reach *part = arena_take_array(arena, scope->n + 1, sizeof *part);
    size_t n = 0;
    for (size_t i = 0; i < scope->n; i++)
        if (roles & ROLE_BIT(scope->reach[i].role))
            part[n++] = scope->reach[i];
    return (struct scope){.reach = part, .n = n, .roles = scope->roles & roles};
}

static int by_number(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

const char *scope_agencies(const struct scope *scope, struct arena *arena, unsigned roles)
{
    uint64_t *ids = arena_take_array(arena, scope->n + 1, sizeof *ids);
    size_t n = 0;
    for (size_t i = 0; i < scope->n; i++) {
        if (!(roles & ROLE_BIT(scope->reach[i].role)))
            continue;
        if (scope->reach[i].agency == 0)
            return NULL;
        ids[n++] = scope->reach[i].agency;
    }
    qsort(ids, n, sizeof *ids, by_number);
    struct buffer out;
    buffer_init(&out, JSON_CEILING);
    buffer_text(&out, "[");
    for (size_t i = 0; i < n; i++)
        if (i == 0 || ids[i] != ids[i - 1])
            buffer_format(&out, "%s%llu", i ? "," : "", (unsigned long long)ids[i]);
    buffer_text(&out, "]");
    const char *json = arena_copy_bytes(arena, out.bytes, out.length);
    buffer_release(&out);
    return json;
}
