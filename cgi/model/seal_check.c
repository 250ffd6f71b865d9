/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "model/seal_rows.h"

#define ARENA_CEILING (32 * 1024 * 1024)

/* One seal as it is stored. */
struct stored {
    uint64_t n, last_id, row_count;
    const char *sealed_at, *marks;
    size_t marks_length;
    uint8_t hash[TOKEN_HASH_BYTES];
};

struct checking {
    struct db *db;
    struct arena *arena; /* of the caller: what is found */
    struct seal_finding *finding;
    struct seal_rows rows;
    uint64_t n;    /* of the seal before */
    uint64_t from; /* behind its last row */
    uint8_t before[TOKEN_HASH_BYTES];
};

static void found(struct checking *c, uint64_t *count, uint64_t id, const char *what)
{
    if ((*count)++ == 0 && !*c->finding->first)
        c->finding->first = arena_format(c->arena, "row %llu of %s %s", (unsigned long long)id,
                                         seal_book_name(c->rows.book), what);
}

static void broken(struct checking *c, uint64_t n, const char *what)
{
    if (c->finding->broken++ == 0 && !*c->finding->first)
        c->finding->first = arena_format(c->arena, "seal %llu of %s %s", (unsigned long long)n,
                                         seal_book_name(c->rows.book), what);
}

static enum db_result stored_read(struct checking *c, struct arena *arena, struct stored *s)
{
    struct db_row row;
    enum db_result result = db_one(c->db, arena,
                                   "select n, last_id, row_count, sealed_at, hash, marks from seal"
                                   " where book = ? and n > ? order by n limit 1",
                                   DB_ARGS(db_text(seal_book_name(c->rows.book)), db_number((int64_t)c->n)), &row);
    if (result != DB_OK)
        return result;
    *s = (struct stored){
        .n = strtoull(row.text[0], NULL, 10),
        .last_id = strtoull(row.text[1], NULL, 10),
        .row_count = strtoull(row.text[2], NULL, 10),
        .sealed_at = row.text[3],
        .marks = row.text[5],
        .marks_length = row.length[5],
    };
    memcpy(s->hash, row.text[4], sizeof s->hash);
    return DB_OK;
}

/* Rows and marks side by side, both in the order of ids: which row is not what it was. */
static uint64_t compare(struct checking *c, const struct stored *s)
{
    const char *now = c->rows.marks.bytes, *then = s->marks;
    const char *now_end = now + c->rows.marks.length;
    const char *then_end = then + s->marks_length / SEAL_MARK_BYTES * SEAL_MARK_BYTES;
    uint64_t before = c->finding->altered + c->finding->missing + c->finding->inserted;
    while (now < now_end || then < then_end) {
        uint64_t now_id = now < now_end ? seal_mark_id(now) : UINT64_MAX;
        uint64_t then_id = then < then_end ? seal_mark_id(then) : UINT64_MAX;
        if (now_id < then_id)
            found(c, &c->finding->inserted, now_id, "was not there when it was sealed");
        else if (then_id < now_id)
            found(c, &c->finding->missing, then_id, "is missing");
        else if (memcmp(now, then, SEAL_MARK_BYTES) != 0)
            found(c, &c->finding->altered, now_id, "was altered");
        now += now_id <= then_id ? SEAL_MARK_BYTES : 0;
        then += then_id <= now_id ? SEAL_MARK_BYTES : 0;
    }
    return c->finding->altered + c->finding->missing + c->finding->inserted - before;
}

static enum db_result one_check(struct checking *c, const struct stored *s)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    if (seal_rows_read(c->db, &c->rows, c->from, s->last_id) == DB_FAIL)
        return DB_FAIL;
    const struct seal_frame frame = {c->before, s->n, s->last_id, s->sealed_at};
    seal_rows_hash(&c->rows, &frame, hash);
    uint64_t wrong = compare(c, s);
    if (s->n != c->n + 1)
        broken(c, s->n, "does not follow the one before");
    else if (wrong == 0 && memcmp(hash, s->hash, sizeof hash) != 0)
        broken(c, s->n, "is not the one of its rows");
    else if (wrong == 0) {
        c->finding->seals++;
        c->finding->rows += c->rows.count;
    }
    c->n = s->n;
    c->from = s->last_id + 1;
    memcpy(c->before, s->hash, sizeof c->before);
    return DB_OK;
}

enum db_result seal_check(struct db *db, struct arena *arena, enum seal_book book, struct seal_finding *finding)
{
    *finding = (struct seal_finding){.first = ""};
    struct checking c = {.db = db, .arena = arena, .finding = finding};
    struct arena *passing = arena_open(ARENA_CEILING);
    seal_rows_init(&c.rows, book);
    enum db_result result;
    struct stored stored;
    while ((result = stored_read(&c, passing, &stored)) == DB_OK) {
        if (one_check(&c, &stored) == DB_FAIL) {
            result = DB_FAIL;
            break;
        }
        arena_clear(passing);
    }
    seal_rows_release(&c.rows);
    arena_close(passing);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}
