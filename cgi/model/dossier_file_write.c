/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "model/dossier_file.h"
#include "model/dossier_write.h"

/* ---- the content --------------------------------------------------------------------------------------- */

/* DB_NONE: it is known to be bad. */
static enum db_result content_known(const struct db_row *row, uint64_t *id)
{
    *id = strtoull(row->text[0], NULL, 10);
    bool good = strcmp(row->text[1], "clean") == 0 || strcmp(row->text[1], "waiting") == 0;
    return good ? DB_OK : DB_NONE;
}

/* The row of a content: the one that is there, or a new one. Two people may bring the same at once. */
static enum db_result content_row(struct db *db, struct arena *arena, const char *now,
                                  const struct dossier_file_new *item, uint64_t *id)
{
    struct db_row row;
    struct db_value digest = db_bytes(item->digest, TOKEN_DIGEST_BYTES);
    enum db_result result =
        db_one(db, arena, "select id, scan_state from file where sha256 = ?", DB_ARGS(digest), &row);
    if (result != DB_NONE)
        return result == DB_OK ? content_known(&row, id) : DB_FAIL;
    result = db_exec(db,
                     "insert into file (sha256, size, type, scan_state, scanned_at, stored_at)"
                     " values (?, ?, ?, ?, ?, ?)",
                     DB_ARGS(digest, db_number((int64_t)item->size),
                             db_text(file_type_names[item->type]),
                             db_text(item->clean ? "clean" : "waiting"),
                             item->clean ? db_text(now) : db_null(), db_text(now)));
    *id = db_inserted(db);
    if (result == DB_OK || db_last_error(db) != DB_ERROR_DUPLICATE)
        return result;
    /* Committed after this transaction's first look: reading the latest row says so, and all starts again. */
    result = db_one(db, arena, "select id, scan_state from file where sha256 = ? lock in share mode",
                    DB_ARGS(digest), &row);
    return result == DB_OK ? content_known(&row, id) : DB_FAIL;
}

/* ---- the dossier's side -------------------------------------------------------------------------------- */

/* DB_NONE: it was closed meanwhile. */
static enum db_result dossier_touch(struct db *db, uint64_t dossier)
{
    return db_exec(db, "update dossier set version = version + 1 where id = ? and closed_at is null",
                   DB_ARGS(db_number((int64_t)dossier)));
}

static enum db_result event_add(struct db *db, const struct dossier_file_change *change,
                                const char *type, const char *note, json_t *data)
{
    char *text = json_dumps(data, JSON_COMPACT);
    json_decref(data);
    const struct event_row event = {
        .dossier = change->dossier,
        .at = change->now,
        .type = type,
        .actor = change->user,
        .behalf = change->right->behalf,
        .unit = change->right->unit,
        .note = note,
        .data = text,
    };
    enum db_result result = event_write(db, &event);
    free(text);
    return result;
}

/* What is the same for all files of one change. */
struct placing {
    enum dossier_file_kind kind;
    unsigned position;
    const char *paper;
    unsigned version;
    uint64_t replaces;
};

static enum db_result row_add(struct db *db, const struct dossier_file_change *change,
                              const struct placing *placing, uint64_t content, const char *name,
                              uint64_t *id)
{
    char at[DATE_TEXT_MAX];
    enum db_result result = db_exec(
        db,
        "insert into dossier_file (dossier_id, file_id, kind, position, paper, name, version,"
        " replaces_id, added_by, added_at) values (?, ?, ?, ?, left(?, 2000), left(?, 200), ?, ?, ?, ?)",
        DB_ARGS(db_id(change->dossier), db_id(content), db_text(dossier_file_kinds[placing->kind]),
                db_id(placing->position), db_text(placing->paper), db_text(name),
                db_number(placing->version), db_id(placing->replaces), db_id(change->user),
                db_text(date_format_iso_time(at, &change->now))));
    *id = db_inserted(db);
    return result;
}

static enum db_result one_add(struct db *db, struct arena *arena,
                              const struct dossier_file_change *change, const struct placing *placing,
                              const struct dossier_file_new *item, json_t *list)
{
    char now[DATE_TEXT_MAX];
    uint64_t content, id;
    date_format_iso_time(now, &change->now);
    enum db_result result = content_row(db, arena, now, item, &content);
    if (result != DB_OK)
        return result;
    if (row_add(db, change, placing, content, item->name, &id) != DB_OK)
        return DB_FAIL;
    json_array_append_new(list, json_pack("{s:I, s:s, s:s}", "id", (json_int_t)id, "kind",
                                          dossier_file_kinds[placing->kind], "name", item->name));
    return DB_OK;
}

static const char *names_of(struct arena *arena, const struct dossier_file_new *items, size_t n)
{
    const char *out = "";
    for (size_t i = 0; i < n; i++)
        out = arena_format(arena, "%s%s%s", out, i ? ", " : "", items[i].name);
    return out;
}

enum db_result dossier_files_add(struct db *db, struct arena *arena, const struct dossier_file_change *change,
                                 enum dossier_file_kind kind, const struct dossier_file_paper *paper,
                                 const struct dossier_file_new *items, size_t n, size_t *bad)
{
    const struct placing placing = {
        .kind = kind,
        .position = paper ? paper->position : 0,
        .paper = paper ? paper->name : "",
        .version = 1,
    };
    *bad = n;
    enum db_result result = dossier_touch(db, change->dossier);
    json_t *list = json_array();
    for (size_t i = 0; i < n && result == DB_OK; i++) {
        result = one_add(db, arena, change, &placing, &items[i], list);
        if (result == DB_NONE)
            *bad = i;
    }
    if (result != DB_OK) {
        json_decref(list);
        return result;
    }
    return event_add(db, change, "file_added", names_of(arena, items, n),
                     json_pack("{s:o}", "files", list));
}

enum db_result dossier_file_replace(struct db *db, struct arena *arena, const struct dossier_file_change *change,
                                    const struct dossier_file *old, const struct dossier_file_new *item)
{
    char at[DATE_TEXT_MAX];
    const struct placing placing = {
        .kind = old->kind,
        .position = old->position,
        .paper = old->paper,
        .version = old->version + 1,
        .replaces = old->id,
    };
    enum db_result result = dossier_touch(db, change->dossier);
    if (result == DB_OK)
        result = db_exec(db,
                         "update dossier_file set replaced_at = ? where id = ? and replaced_at is null"
                         " and released_at is null and removed_at is null",
                         DB_ARGS(db_text(date_format_iso_time(at, &change->now)), db_id(old->id)));
    if (result != DB_OK)
        return result;
    json_t *list = json_array();
    result = one_add(db, arena, change, &placing, item, list);
    if (result != DB_OK) {
        json_decref(list);
        return result;
    }
    return event_add(db, change, "file_replaced", item->name,
                     json_pack("{s:o, s:I}", "files", list, "replaces", (json_int_t)old->id));
}

enum db_result dossier_file_remove(struct db *db, struct arena *arena, const struct dossier_file_change *change,
                                   const struct dossier_file *file, const char *reason)
{
    char at[DATE_TEXT_MAX];
    enum db_result result = dossier_touch(db, change->dossier);
    if (result == DB_OK)
        result = db_exec(db,
                         "update dossier_file set removed_at = ?, removed_by = ?,"
                         " removed_reason = left(?, 500) where id = ? and removed_at is null",
                         DB_ARGS(db_text(date_format_iso_time(at, &change->now)), db_id(change->user),
                                 db_text(reason), db_id(file->id)));
    if (result != DB_OK)
        return result;
    return event_add(db, change, "file_removed", arena_format(arena, "%s: %s", file->name, reason),
                     json_pack("{s:I, s:s, s:s}", "id", (json_int_t)file->id, "kind",
                               dossier_file_kinds[file->kind], "name", file->name));
}
