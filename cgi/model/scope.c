/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/scope.h"

#include <stdlib.h>

#include "lib/buffer.h"

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
};

static bool reach_row(void *context, const struct db_row *row)
{
    struct loading *loading = context;
    if (loading->n == loading->room) {
        size_t room = loading->room ? loading->room * 2 : 32;
        struct reach *more = arena_take_array(loading->arena, room, sizeof *more);
        if (loading->n)
            memcpy(more, loading->reach, loading->n * sizeof *more);
        loading->reach = more;
        loading->room = room;
    }
    struct reach *reach = &loading->reach[loading->n++];
    reach->role = (enum role)strtol(row->text[0], NULL, 10);
    reach->agency = strtoull(row->text[1], NULL, 10);
    reach->behalf = strtoull(row->text[2], NULL, 10);
    loading->roles |= ROLE_BIT(reach->role);
    return true;
}

enum db_result scope_load(struct db *db, struct arena *arena, uint64_t user,
                          const struct civil *today, struct scope *scope)
{
    char day[DATE_TEXT_MAX];
    date_format_iso(day, today);
    struct loading loading = {.arena = arena};
    struct db_value who = db_number((int64_t)user), when = db_text(day);
    enum db_result result =
        db_each(db,
                "with recursive granted (role, agency_id, behalf) as ("
                " select g.role + 0, g.agency_id, 0 from role_grant g where g.user_id = ?"
                "  and g.from_date <= ? and (g.to_date is null or g.to_date >= ?)"
                "  and g.withdrawn_at is null"
                " union select g.role + 0, g.agency_id, g.user_id from substitution v"
                "  join user o on o.id = v.absent_id and o.disabled_at is null"
                "  join role_grant g on g.user_id = v.absent_id and g.role <> 'admin'"
                "  where v.substitute_id = ? and v.from_date <= ? and v.to_date >= ?"
                "  and v.withdrawn_at is null and g.from_date <= ?"
                "  and (g.to_date is null or g.to_date >= ?) and g.withdrawn_at is null"
                "), reached (role, agency_id, behalf) as ("
                " select role, agency_id, behalf from granted"
                " union select r.role, a.id, r.behalf from reached r"
                "  join agency a on a.parent_id = r.agency_id"
                ") select role, ifnull(agency_id, 0), behalf from reached"
                " order by behalf, role, agency_id",
                DB_ARGS(who, when, when, who, when, when, when, when), reach_row, &loading);
    if (result == DB_FAIL)
        return DB_FAIL;
    *scope = (struct scope){.reach = loading.reach, .n = loading.n, .roles = loading.roles};
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
