/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <errno.h>
#include <unistd.h>

#include "lib/text.h"
#include "model/catalogue_write.h"
#include "motcua/import.h"
#include "motcua/procedure_json.h"

#define FILE_CEILING (256 * 1024 * 1024)

/* One item: what came of it goes into the report. */
static bool item_import(struct import *import, struct catalogue_writer *writer, struct map *seen,
                        json_t *item, size_t place)
{
    struct arena *arena = import->tool->arena;
    struct record json;
    struct procedure_record procedure;
    struct import_line line = {.number = place};
    record_open(&json, arena, item, arena_format(arena, "item %zu", place));
    bool good = procedure_json_read(&json, &procedure);
    line.code = procedure.code;
    if (good && map_get(seen, procedure.code))
        record_wrong(&json, "the code stands in the file twice"), good = false;
    map_put(seen, procedure.code, item);
    char *raw = json_dumps(item, JSON_COMPACT);
    line.raw = procedure.raw = arena_copy(arena, raw);
    free(raw);

    enum store_result result = STORE_REFUSED;
    line.reason = json.wrong;
    if (good) {
        if (*procedure.field_name &&
            catalogue_writer_field(writer, procedure.field, procedure.field_name,
                                   procedure.field_name_en) == DB_FAIL)
            return false;
        result = catalogue_store(writer, &procedure, &line.reason);
    }
    return import_line_done(import, &line, result);
}

static bool items_import(struct import *import, json_t *items)
{
    struct catalogue_writer *writer = catalogue_writer_open(import->tool->db, import->tool->arena);
    if (!writer)
        return false;
    struct map *seen = map_open(import->tool->arena);
    for (size_t i = 0; i < json_array_size(items); i++)
        if (!item_import(import, writer, seen, json_array_get(items, i), i + 1))
            return false;
    return catalogue_writer_finish(writer) != DB_FAIL;
}

int command_import_procedures(struct tool *tool, int argc, char **argv)
{
    if (argc != 1)
        return 2;
    size_t length;
    char *text = tool_read_file(tool, argv[0], FILE_CEILING, &length);
    if (!text)
        return 1;
    json_t *root;
    const char *wrong;
    json_t *items = record_file(tool->arena, text, length, argv[0], PROCEDURES_FORMAT, &root, &wrong);
    if (!items)
        return tool_fail(tool, "%s. Nothing was changed.", wrong);

    struct import import;
    int status = import_begin(&import, tool, "procedures", argv[0], text, length);
    if (status == 0)
        status = import_end(&import, items_import(&import, items));
    json_decref(root);
    return status;
}

/* ---- the other way round ----------------------------------------------------------------------- */

static bool catalogue_print(const struct stored_catalogue *catalogue, FILE *out)
{
    fputs("{\"format\": \"" PROCEDURES_FORMAT "\",\n \"items\": [", out);
    const char *between = "\n  ";
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct stored *stored = &catalogue->items[i];
        if (!stored->rev_id || stored->withdrawn)
            continue;
        json_t *json = procedure_json_write(&stored->record);
        fputs(between, out);
        json_dumpf(json, out, 0);
        json_decref(json);
        between = ",\n  ";
    }
    fputs("\n ]}\n", out);
    return fflush(out) == 0 && !ferror(out);
}

int command_export_procedures(struct tool *tool, int argc, char **argv)
{
    if (argc > 1)
        return 2;
    struct stored_catalogue catalogue;
    if (db_begin_snapshot(tool->db) == DB_FAIL ||
        catalogue_stored_load(tool->db, tool->arena, &catalogue) == DB_FAIL) {
        db_rollback(tool->db);
        return tool_fail_db(tool, "the catalogue cannot be read");
    }
    db_rollback(tool->db); /* it only read */
    FILE *out = argc ? fopen(argv[0], "w") : stdout;
    if (!out)
        return tool_fail(tool, "%s: %s.", argv[0], strerror(errno));
    bool good = catalogue_print(&catalogue, out);
    if (argc)
        good = fclose(out) == 0 && good;
    return good ? 0 : tool_fail(tool, "the file cannot be written: %s.", strerror(errno));
}
