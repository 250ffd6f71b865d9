/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_AGENCY_TREE_H
#define MOTCUA_MODEL_AGENCY_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"

enum { AGENCY_DEPTH_MAX = 20 };

/* A body or a unit. Texts are never NULL. */
struct agency_node {
    uint64_t id, parent; /* parent 0: the top */
    const struct agency_node *up; /* the parent; NULL: the top */
    const char *code, *name, *name_en, *kind, *level, *area;
    bool unit;    /* a unit inside a body */
    bool generic; /* stands for all bodies of its kind */
    bool ended;   /* it exists no more */
};

struct agency_tree {
    const struct agency_node *nodes; /* by id */
    size_t n;
};

/*
 * The whole tree from the worker's memory, read once for each published state of the catalogue (`version`, see
 * catalogue.h: whoever changes agencies raises it). What one request has in hand outlives the arrival of the next
 * state. NULL: the database failed.
 */
const struct agency_tree *agency_tree(struct db *db, uint64_t version);
void agency_tree_forget(void); /* for tests and a clean end */

/* NULL: no such agency. */
const struct agency_node *agency_node(const struct agency_tree *tree, uint64_t id);

/* The body a unit belongs to; a body itself. 0: unknown. */
uint64_t agency_body(const struct agency_tree *tree, uint64_t id);

/* Is `id` this unit or body, or a unit inside it? Bodies below a body are not inside it. */
bool agency_inside(const struct agency_tree *tree, uint64_t id, uint64_t body);

/* Is `id` this agency or anywhere below it? */
bool agency_below(const struct agency_tree *tree, uint64_t id, uint64_t above);

/* The body and all its units as a JSON array, for a statement (see scope_agencies). */
const char *agency_units_json(const struct agency_tree *tree, struct arena *arena, uint64_t body);

#endif
