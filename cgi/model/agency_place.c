/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/agency_place.h"

#include <stdio.h>
#include <stdlib.h>

#include "lib/arena.h"
#include "lib/map.h"

enum { MEMORY_BYTES = 1024 * 1024 };

static struct {
    struct arena *arena;
    uint64_t version;
    struct map *places; /* by "agency seat" */
} memory;

void agency_place_forget(void)
{
    arena_close(memory.arena);
    memory.arena = NULL;
}

static void memory_for(uint64_t version)
{
    if (memory.arena && memory.version == version)
        return;
    agency_place_forget();
    memory.arena = arena_open(MEMORY_BYTES);
    memory.version = version;
    memory.places = map_open(memory.arena);
}

static enum db_result place_read(struct db *db, uint64_t agency, uint64_t seat, struct agency_place *place)
{
    struct db_row row;
    enum db_result result = db_one(
        db, memory.arena,
        "with recursive above (prefix, parent_id, depth) as ("
        " select dossier_prefix, parent_id, 0 from agency where id = ?"
        " union all select a.dossier_prefix, a.parent_id, b.depth + 1"
        " from above b join agency a on a.id = b.parent_id where b.depth < 20),"
        " seat (id, has_counter, parent_id, depth) as ("
        " select id, has_counter, parent_id, 0 from agency where id = ?"
        " union all select a.id, a.has_counter, a.parent_id, s.depth + 1"
        " from seat s join agency a on a.id = s.parent_id where s.depth < 20)"
        " select (select prefix from above where prefix is not null order by depth limit 1),"
        " coalesce((select id from seat where has_counter order by depth limit 1),"
        " (select min(id) from agency where kind = 'centre' and has_counter))",
        DB_ARGS(db_number((int64_t)agency), db_number((int64_t)seat)), &row);
    if (result != DB_OK)
        return DB_FAIL;
    *place = (struct agency_place){row.text[0], row.text[1] ? strtoull(row.text[1], NULL, 10) : 0};
    return place->prefix ? DB_OK : DB_NONE;
}

enum db_result agency_place(struct db *db, uint64_t version, uint64_t agency, uint64_t seat,
                            struct agency_place *out)
{
    memory_for(version);
    char key[48];
    snprintf(key, sizeof key, "%llu %llu", (unsigned long long)agency, (unsigned long long)seat);
    const struct agency_place *held = map_get(memory.places, key);
    if (held) {
        *out = *held;
        return DB_OK;
    }
    enum db_result result = place_read(db, agency, seat, out);
    if (result == DB_OK) {
        struct agency_place *kept = arena_take(memory.arena, sizeof *kept);
        *kept = *out;
        map_put(memory.places, arena_copy(memory.arena, key), kept);
    }
    return result;
}
