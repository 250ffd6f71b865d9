/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/map.h"

#include <stdint.h>

#define FIRST_SLOTS 64 /* a power of two */

struct slot {
    const char *key; /* NULL: free */
    uint64_t hash;
    void *value;
};

struct map {
    struct arena *arena;
    struct slot *slots;
    size_t n_slots;
    size_t count;
};

struct map *map_open(struct arena *arena)
{
    struct map *map = arena_take(arena, sizeof *map);
    map->arena = arena;
    map->n_slots = FIRST_SLOTS;
    map->slots = arena_take_array(arena, FIRST_SLOTS, sizeof *map->slots);
    return map;
}

static uint64_t hash_of(const char *key)
{
    uint64_t hash = 14695981039346656037u;
    for (; *key; key++)
        hash = (hash ^ (unsigned char)*key) * 1099511628211u;
    return hash;
}

/* The slot that holds the key, or the free one where it belongs. */
static struct slot *slot_of(const struct map *map, const char *key, uint64_t hash)
{
    for (size_t i = hash & (map->n_slots - 1);; i = (i + 1) & (map->n_slots - 1)) {
        struct slot *slot = &map->slots[i];
        if (!slot->key || (slot->hash == hash && strcmp(slot->key, key) == 0))
            return slot;
    }
}

static void grow(struct map *map)
{
    struct slot *old = map->slots;
    size_t n_old = map->n_slots;
    map->n_slots *= 2;
    map->slots = arena_take_array(map->arena, map->n_slots, sizeof *map->slots);
    for (size_t i = 0; i < n_old; i++)
        if (old[i].key)
            *slot_of(map, old[i].key, old[i].hash) = old[i];
}

void map_put(struct map *map, const char *key, void *value)
{
    if (map->count * 4 >= map->n_slots * 3)
        grow(map);
    uint64_t hash = hash_of(key);
    struct slot *slot = slot_of(map, key, hash);
    if (!slot->key)
        map->count++;
    *slot = (struct slot){key, hash, value};
}

void *map_get(const struct map *map, const char *key)
{
    return slot_of(map, key, hash_of(key))->value;
}

size_t map_count(const struct map *map)
{
    return map->count;
}
