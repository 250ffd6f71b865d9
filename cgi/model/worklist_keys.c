/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/worklist_keys.h"

#include "lib/buffer.h"

enum { JSON_BYTES = 256 * 1024 };

/* Whoever leads or watches sees the work of others; who serves the counter sees its shelf. */
#define LEADING (ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_APPROVER) | WATCHING)
#define WATCHING (ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_MANAGER))
#define SHELVING (ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_RETURNER) | WATCHING)
#define WORKING                                                                                     \
    (ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_HANDLER) | ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_APPROVER) | \
     ROLE_BIT(ROLE_SEALER) | ROLE_BIT(ROLE_RETURNER))

bool worklist_leads(const struct scope *scope)
{
    return scope->roles & LEADING;
}

static unsigned roles_of(const struct scope *scope, enum worklist_tab tab)
{
    switch (tab) {
    case TAB_MINE:
    case TAB_FREE:
        return WORKING;
    case TAB_UNIT:
        return LEADING;
    case TAB_SHELF:
        return SHELVING;
    case TAB_DUE:
        return worklist_leads(scope) ? LEADING : WORKING;
    case TAB_DONE:
        return scope->roles & WORKING ? WORKING : WATCHING;
    default:
        return ROLES_OF_DOSSIERS;
    }
}

bool worklist_has_tab(const struct scope *scope, enum worklist_tab tab)
{
    return scope->roles & roles_of(scope, tab);
}

const char *worklist_lane(enum worklist_tab tab)
{
    return tab == TAB_WAIT ? "wait" : tab == TAB_SHELF ? "shelf" : tab == TAB_DONE ? "" : "work";
}

static enum worklist_by by_of(const struct scope *scope, enum worklist_tab tab)
{
    if (tab == TAB_FREE)
        return BY_DESK_AND_ROLE;
    if (tab == TAB_MINE || (tab == TAB_DUE && !worklist_leads(scope)) ||
        (tab == TAB_DONE && scope->roles & WORKING))
        return BY_PERSON;
    return BY_DESK;
}

static void key_add(struct worklist_keys *keys, uint64_t id, enum role role)
{
    for (size_t i = 0; i < keys->n; i++)
        if (keys->keys[i].id == id && keys->keys[i].role == role)
            return;
    keys->keys[keys->n++] = (struct worklist_key){id, role};
}

/* What one did stays one's own; the work of the absent is to be seen. */
static void persons(const struct scope *scope, uint64_t user, enum worklist_tab tab,
                    struct worklist_keys *keys)
{
    key_add(keys, user, 0);
    for (size_t i = 0; i < scope->n && tab != TAB_DONE; i++)
        if (scope->reach[i].behalf && WORKING & ROLE_BIT(scope->reach[i].role))
            key_add(keys, scope->reach[i].behalf, 0);
}

static void desks(const struct scope *scope, unsigned roles, struct worklist_keys *keys)
{
    for (size_t i = 0; i < scope->n && !keys->everywhere; i++) {
        const struct reach *reach = &scope->reach[i];
        if (!(roles & ROLE_BIT(reach->role)))
            continue;
        keys->everywhere = reach->agency == 0;
        key_add(keys, reach->agency, keys->by == BY_DESK_AND_ROLE ? reach->role : 0);
    }
    if (keys->everywhere)
        keys->n = 0;
}

void worklist_keys(struct arena *arena, const struct scope *scope, uint64_t user,
                   enum worklist_tab tab, struct worklist_keys *keys)
{
    *keys = (struct worklist_keys){
        .by = by_of(scope, tab),
        .keys = arena_take_array(arena, scope->n + 1, sizeof *keys->keys),
    };
    if (keys->by == BY_PERSON)
        persons(scope, user, tab, keys);
    else
        desks(scope, roles_of(scope, tab), keys);
    struct buffer out;
    buffer_init(&out, JSON_BYTES);
    buffer_text(&out, "[");
    for (size_t i = 0; i < keys->n; i++)
        buffer_format(&out, "%s{\"k\":%llu,\"r\":\"%s\"}", i ? "," : "",
                      (unsigned long long)keys->keys[i].id,
                      keys->keys[i].role ? role_names[keys->keys[i].role] : "");
    buffer_text(&out, "]");
    keys->json = arena_copy_bytes(arena, out.bytes, out.length);
    buffer_release(&out);
}
