/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/agency_tree.h"

#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"

enum { TREE_BYTES = 4 * 1024 * 1024, JSON_CEILING = 64 * 1024 };

/* Two generations, as for procedures at reception. */
static struct {
    struct arena *arena, *before;
    struct agency_tree tree;
    struct agency_node *nodes;
    size_t room;
    uint64_t version;
} memory;

void agency_tree_forget(void)
{
    arena_close(memory.arena);
    arena_close(memory.before);
    memory.arena = memory.before = NULL;
}

static uint64_t id_of(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

static bool node_row(void *context, const struct db_row *row)
{
    (void)context;
    if (memory.tree.n == memory.room) {
        size_t room = memory.room ? memory.room * 2 : 256;
        struct agency_node *more = arena_take_array(memory.arena, room, sizeof *more);
        if (memory.tree.n)
            memcpy(more, memory.nodes, memory.tree.n * sizeof *more);
        memory.nodes = more;
        memory.room = room;
    }
    memory.nodes[memory.tree.n++] = (struct agency_node){
        .id = id_of(row->text[0]),
        .parent = id_of(row->text[1]),
        .code = arena_copy(memory.arena, row->text[2]),
        .name = arena_copy(memory.arena, row->text[3]),
        .name_en = arena_copy(memory.arena, row->text[4]),
        .kind = arena_copy(memory.arena, row->text[5]),
        .level = arena_copy(memory.arena, row->text[6]),
        .area = arena_copy(memory.arena, row->text[7]),
        .unit = strcmp(row->text[5], "unit") == 0,
        .generic = strcmp(row->text[5], "generic") == 0,
        .ended = row->text[8] != NULL,
    };
    return true;
}

const struct agency_tree *agency_tree(struct db *db, uint64_t version)
{
    if (memory.arena && memory.version == version)
        return &memory.tree;
    arena_close(memory.before);
    memory.before = memory.arena;
    memory.arena = arena_open(TREE_BYTES);
    memory.version = version;
    memory.tree = (struct agency_tree){.n = 0};
    memory.nodes = NULL;
    memory.room = 0;
    if (db_each(db,
                "select id, parent_id, code, name, name_en, kind, level, area, valid_to"
                " from agency order by id",
                DB_ARGS(), node_row, NULL) == DB_FAIL) {
        arena_close(memory.arena);
        memory.arena = NULL;
        return NULL;
    }
    memory.tree.nodes = memory.nodes;
    for (size_t i = 0; i < memory.tree.n; i++)
        memory.nodes[i].up = agency_node(&memory.tree, memory.nodes[i].parent);
    return &memory.tree;
}

static int node_order(const void *key, const void *item)
{
    uint64_t id = *(const uint64_t *)key;
    const struct agency_node *node = item;
    return (id > node->id) - (id < node->id);
}

const struct agency_node *agency_node(const struct agency_tree *tree, uint64_t id)
{
    return tree->n ? bsearch(&id, tree->nodes, tree->n, sizeof *tree->nodes, node_order) : NULL;
}

uint64_t agency_body(const struct agency_tree *tree, uint64_t id)
{
    const struct agency_node *node = agency_node(tree, id);
    for (int depth = 0; node && node->unit && depth < AGENCY_DEPTH_MAX; depth++)
        node = node->up;
    return node ? node->id : 0;
}

bool agency_inside(const struct agency_tree *tree, uint64_t id, uint64_t body)
{
    const struct agency_node *node = agency_node(tree, id);
    for (int depth = 0; node && depth < AGENCY_DEPTH_MAX; depth++) {
        if (node->id == body)
            return true;
        if (!node->unit)
            return false;
        node = node->up;
    }
    return false;
}

bool agency_below(const struct agency_tree *tree, uint64_t id, uint64_t above)
{
    const struct agency_node *node = agency_node(tree, id);
    for (int depth = 0; node && depth < AGENCY_DEPTH_MAX; depth++) {
        if (node->id == above)
            return true;
        node = node->up;
    }
    return false;
}

const char *agency_units_json(const struct agency_tree *tree, struct arena *arena, uint64_t body)
{
    struct buffer out;
    buffer_init(&out, JSON_CEILING);
    buffer_format(&out, "[%llu", (unsigned long long)body);
    for (size_t i = 0; i < tree->n; i++)
        if (tree->nodes[i].id != body && tree->nodes[i].unit &&
            agency_inside(tree, tree->nodes[i].id, body))
            buffer_format(&out, ",%llu", (unsigned long long)tree->nodes[i].id);
    buffer_text(&out, "]");
    const char *json = arena_copy_bytes(arena, out.bytes, out.length);
    buffer_release(&out);
    return json;
}
