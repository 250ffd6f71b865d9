/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_MAP_H
#define MOTCUA_LIB_MAP_H

#include <stddef.h>

#include "lib/arena.h"

/*
 * Texts to pointers, for looking up records by code while a file is read.
 * Lives in an arena and only grows; keys are not copied and must live as long.
 */
struct map;

struct map *map_open(struct arena *arena);
void map_put(struct map *map, const char *key, void *value); /* replaces what was there */
void *map_get(const struct map *map, const char *key);       /* NULL when absent */
size_t map_count(const struct map *map);

#endif
