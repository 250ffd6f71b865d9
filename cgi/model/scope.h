/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SCOPE_H
#define MOTCUA_MODEL_SCOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/* As role_grant.role numbers them. */
enum role {
    ROLE_CLERK = 1, /* receives */
    ROLE_HANDLER,   /* handles */
    ROLE_HEAD,      /* assigns */
    ROLE_APPROVER,  /* decides */
    ROLE_SEALER,    /* numbers and stamps */
    ROLE_RETURNER,  /* returns results */
    ROLE_SUPERVISOR,
    ROLE_MANAGER,   /* of the centre */
    ROLE_ADMIN,
    ROLE_END
};
#define ROLE_BIT(role) (1u << (role))
/* Every role that works with dossiers: all but the administrator. */
#define ROLES_OF_DOSSIERS (ROLE_BIT(ROLE_END) - 2u - ROLE_BIT(ROLE_ADMIN))

extern const char *const role_names[ROLE_END]; /* "clerk" …, [0] is NULL */

/* One role in one agency or unit. A grant for an agency holds for all below it; each of those is here too. */
struct reach {
    enum role role;
    uint64_t agency; /* 0: the whole province */
    uint64_t behalf; /* 0: one's own right; else the absent person one stands in for */
};

/* Where a user may do what on a day. */
struct scope {
    const struct reach *reach; /* n of them, own rights first */
    size_t n;
    unsigned roles; /* ROLE_BIT of each role in it */
    uint64_t user;
};

/*
 * The grants valid today with everything below them, own ones and those of people one stands in for.
 * What lies below what is as of the published state of the catalogue (agency_tree.h). One query once
 * the worker knows the agencies. Lives in the arena. A user without grants has an empty scope (DB_OK).
 */
enum db_result scope_load(struct db *db, struct arena *arena, uint64_t user,
                          const struct civil *today, struct scope *scope);

/* May one of these roles (ROLE_BIT(a) | ROLE_BIT(b)) be used for this agency? agency 0: for the whole
 * province alone. */
bool scope_allows(const struct scope *scope, unsigned roles, uint64_t agency);

/* Whose right that is: 0 one's own (or nobody's), else the absent person. Goes into event.on_behalf and the like. */
uint64_t scope_behalf(const struct scope *scope, unsigned roles, uint64_t agency);

/* The part of it that comes from these roles. */
struct scope scope_part(const struct scope *scope, struct arena *arena, unsigned roles);

/*
 * The agencies these roles reach, for a statement: a JSON array such as "[3,17,18]", sorted, "[]" when
 * there is none, NULL when it is the whole province. To be joined, so that the index of the agency is used:
 *
 *   from json_table(?, '$[*]' columns (id int unsigned path '$')) s
 *   straight_join dossier d on d.agency_id = s.id …
 *
 * and for NULL a statement without that join.
 */
const char *scope_agencies(const struct scope *scope, struct arena *arena, unsigned roles);

#endif
