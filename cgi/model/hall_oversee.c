/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_oversee.h"

#include <string.h>

#include "model/row.h"

/* The list is by name already, but for the hall of a head that comes to the end. */
static void hall_add(struct arena *arena, struct hall_list *list, const struct hall *hall)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->halls[i].id == hall->id)
            return;
    void *halls = list->halls;
    struct hall *place = row_place(arena, &halls, &list->n, sizeof *place);
    *place = *hall;
    list->halls = halls;
}

static enum db_result heads_read(struct db *db, struct arena *arena, uint64_t version, uint64_t user,
                                 struct hall_list *list)
{
    struct db_row row;
    struct hall_list own;
    enum db_result result =
        db_one(db, arena, "select agency_id from user where id = ?", DB_ARGS(db_id(user)), &row);
    if (result != DB_OK)
        return result == DB_NONE ? DB_OK : DB_FAIL;
    if (hall_of_person(db, arena, version, row_id(row.text[0]), &own) != DB_OK)
        return DB_FAIL;
    for (size_t i = 0; i < own.n; i++)
        hall_add(arena, list, &own.halls[i]);
    return DB_OK;
}

enum db_result hall_oversee_list(struct db *db, struct arena *arena, uint64_t version, uint64_t user,
                                 const struct civil *today, struct hall_list *list)
{
    const unsigned wide = ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_MANAGER);
    struct scope scope;
    struct hall_list reached = {.n = 0};
    *list = (struct hall_list){.n = 0};
    if (scope_load(db, arena, user, today, &scope) != DB_OK)
        return DB_FAIL;
    if (scope.roles & wide && hall_list_for_scope(db, arena, &scope, wide, &reached) != DB_OK)
        return DB_FAIL;
    for (size_t i = 0; i < reached.n; i++)
        if (reached.halls[i].is_active)
            hall_add(arena, list, &reached.halls[i]);
    return scope.roles & ROLE_BIT(ROLE_HEAD) ? heads_read(db, arena, version, user, list) : DB_OK;
}
