/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/import.h"
#include "motcua/import_clean.h"
#include "motcua/national.h"

#define FILE_CEILING (256 * 1024 * 1024)

static struct national_line *lines_read(struct arena *arena, const char *text, size_t length,
                                        size_t *count)
{
    size_t n = 1;
    for (const char *at = text; (at = memchr(at, '\n', length - (size_t)(at - text))) != NULL; at++)
        n++;
    struct national_line *lines = arena_take_array(arena, n, sizeof *lines);
    *count = 0;
    for (size_t from = 0, number = 1; from < length; number++) {
        const char *end = memchr(text + from, '\n', length - from);
        size_t bytes = end ? (size_t)(end - text) - from : length - from;
        size_t trimmed = bytes && text[from + bytes - 1] == '\r' ? bytes - 1 : bytes;
        if (trimmed)
            national_read(arena, text + from, trimmed, number, &lines[(*count)++]);
        from += bytes + 1;
    }
    return lines;
}

/* Of lines with the same code the one that says most stays; of equals, the first. */
static void doubles_refuse(struct arena *arena, struct national_line *lines, size_t count)
{
    struct map *best = map_open(arena);
    for (size_t i = 0; i < count; i++) {
        struct national_line *line = &lines[i], *other;
        if (line->reason)
            continue;
        other = map_get(best, line->record.code);
        if (!other) {
            map_put(best, line->record.code, line);
            continue;
        }
        struct national_line *loser = line->weight > other->weight ? other : line;
        struct national_line *winner = loser == line ? other : line;
        loser->reason = arena_format(arena, "line %zu has the same code and is kept", winner->number);
        map_put(best, winner->record.code, winner);
    }
}

static bool line_import(struct import *import, struct catalogue_writer *writer,
                        const struct national_places *places, struct national_line *line)
{
    struct arena *arena = import->tool->arena;
    struct import_line done = {
        .number = line->number,
        .code = line->record.code,
        .changes = clean_changes_text(arena, line->changes),
        .reason = line->reason,
        .raw = line->raw,
    };
    if (line->reason)
        return import_line_done(import, &done, STORE_REFUSED);

    struct procedure_record merged;
    national_place(arena, places, line);
    national_merge(arena, catalogue_writer_find(writer, line->record.code), line, &merged);
    if (catalogue_writer_field(writer, merged.field, merged.field_name, "") == DB_FAIL)
        return false;
    return import_line_done(import, &done, catalogue_store(writer, &merged, &done.reason));
}

static bool lines_import(struct import *import, struct national_line *lines, size_t count)
{
    struct tool *tool = import->tool;
    struct catalogue_writer *writer = catalogue_writer_open(tool->db, tool->arena);
    struct national_places places;
    if (!writer || !national_places_read(tool->db, tool->arena, &places))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!line_import(import, writer, &places, &lines[i]))
            return false;
    return catalogue_writer_finish(writer) != DB_FAIL;
}

int command_import_national(struct tool *tool, int argc, char **argv)
{
    if (argc != 1)
        return 2;
    size_t length, count;
    char *text = tool_read_file(tool, argv[0], FILE_CEILING, &length);
    if (!text)
        return 1;
    struct national_line *lines = lines_read(tool->arena, text, length, &count);
    if (count == 0)
        return tool_fail(tool, "%s is empty. Nothing was changed.", argv[0]);
    doubles_refuse(tool->arena, lines, count);

    struct import import;
    if (import_begin(&import, tool, "national", argv[0], text, length))
        return 1;
    return import_end(&import, lines_import(&import, lines, count));
}
