/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/sequence.h"

#include <string.h>

#include "lib/buffer.h"
#include "lib/text.h"

enum { NUMBER_BYTES = 200 };

/*
 * Without a list of columns (they are scope, period, n): with one, MariaDB asks for the right to update
 * every column of the list, and the programs may update n alone.
 */
enum db_result sequence_next_from(struct db *db, const char *scope, const char *period, uint64_t first, uint64_t *n)
{
    enum db_result result = db_exec(db,
                                    "insert into sequence values (?, ?, last_insert_id(?))"
                                    " on duplicate key update n = last_insert_id(n + 1)",
                                    DB_ARGS(db_text(scope), db_text(period), db_number((int64_t)first)));
    *n = db_inserted(db);
    return result;
}

enum db_result sequence_next(struct db *db, const char *scope, const char *period, uint64_t *n)
{
    return sequence_next_from(db, scope, period, 1, n);
}

const char *sequence_dossier_scope(struct arena *arena, const char *prefix)
{
    return arena_format(arena, "dossier:%s", prefix);
}

const char *sequence_dossier_period(struct arena *arena, const struct civil *day)
{
    return arena_format(arena, "%02d%02d%02d", day->year % 100, day->month, day->day);
}

/* The place a pattern names at its beginning, as text; NULL: it names none here. */
static const char *filled(struct arena *arena, const char *at, const char *prefix,
                          const struct civil *day, uint64_t n)
{
    if (text_starts(at, "{prefix}") || text_starts(at, "{agency}"))
        return prefix;
    if (text_starts(at, "{yyyy}"))
        return arena_format(arena, "%04d", day->year);
    if (text_starts(at, "{yymmdd}"))
        return sequence_dossier_period(arena, day);
    if (text_starts(at, "{yyyymmdd}"))
        return arena_format(arena, "%04d%02d%02d", day->year, day->month, day->day);
    if (text_starts(at, "{n4}") || text_starts(at, "{n7}"))
        return arena_format(arena, "%0*llu", at[2] - '0', (unsigned long long)n);
    return NULL;
}

const char *sequence_number_format(struct arena *arena, const char *pattern, const char *prefix,
                                   const struct civil *day, uint64_t n)
{
    struct buffer out;
    buffer_init(&out, NUMBER_BYTES);
    for (const char *at = pattern; *at;) {
        const char *part = filled(arena, at, prefix, day, n);
        if (part)
            buffer_text(&out, part);
        else
            buffer_add(&out, at, 1);
        at += part ? strcspn(at, "}") + 1 : 1;
    }
    const char *number = arena_copy(arena, out.full ? "" : out.bytes);
    buffer_release(&out);
    return number;
}

bool sequence_pattern_ok(const char *pattern)
{
    return strstr(pattern, "{prefix}") && strstr(pattern, "mmdd}") &&
           (strstr(pattern, "{n4}") || strstr(pattern, "{n7}"));
}
