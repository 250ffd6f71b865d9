/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/seal.h"

#include <stdlib.h>
#include <string.h>

#include "model/seal_rows.h"

#define ARENA_CEILING (256 * 1024)

static uint64_t id_of(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

/* ---- sealing ----------------------------------------------------------------------------- */

/* Where a book stands before the next seal. */
struct standing {
    uint64_t n;     /* of the last seal; 0 for none */
    uint64_t from;  /* behind it; 0 for none, so that no id is below the first */
    uint64_t until;      /* how far the look of SEAL_AGE_S ago reached; 0: there was none */
    uint8_t before[TOKEN_HASH_BYTES];
    const char *now; /* of the database */
};

static enum db_result standing_read(struct db *db, struct arena *arena, enum seal_book book, struct standing *s)
{
    struct db_row last, mark;
    *s = (struct standing){0};
    const struct db_value name = db_text(seal_book_name(book));
    enum db_result sealed = db_one(
        db, arena, "select n, last_id, hash from seal where book = ? order by n desc limit 1 for update",
        DB_ARGS(name), &last);
    if (sealed == DB_FAIL ||
        db_one(db, arena,
               "select now(), (select last_id from seal_mark where book = ?"
               " and seen_at <= now() - interval ? second)",
               DB_ARGS(name, db_number(SEAL_AGE_S)), &mark) != DB_OK)
        return DB_FAIL;
    if (sealed == DB_OK) {
        s->n = id_of(last.text[0]);
        s->from = id_of(last.text[1]) + 1;
        memcpy(s->before, last.text[2], sizeof s->before);
    }
    s->now = mark.text[0];
    s->until = id_of(mark.text[1]);
    return DB_OK;
}

static enum db_result seal_write(struct db *db, const struct standing *s, const struct seal_rows *rows)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    const struct seal_frame frame = {s->before, s->n + 1, rows->last_id, s->now};
    seal_rows_hash(rows, &frame, hash);
    return db_exec(db,
                   "insert into seal (book, n, last_id, row_count, sealed_at, hash, marks)"
                   " values (?, ?, ?, ?, ?, ?, ?)",
                   DB_ARGS(db_text(seal_book_name(rows->book)), db_number((int64_t)frame.n),
                           db_number((int64_t)frame.last_id), db_number((int64_t)rows->count),
                           db_text(s->now), db_bytes(hash, sizeof hash),
                           db_bytes(rows->marks.bytes, rows->marks.length)));
}

/* The look the seals of two minutes from now will go by; one that is still waiting for its time stays. */
static enum db_result look_again(struct db *db, enum seal_book book)
{
    const struct db_value name = db_text(seal_book_name(book));
    enum db_result result = db_exec(
        db,
        book == SEAL_EVENT ? "update seal_mark set last_id = ifnull((select max(id) from event), 0), seen_at = now()"
                             " where book = ? and seen_at <= now() - interval ? second"
                           : "update seal_mark set last_id = ifnull((select max(id) from audit), 0), seen_at = now()"
                             " where book = ? and seen_at <= now() - interval ? second",
        DB_ARGS(name, db_number(SEAL_AGE_S)));
    if (result != DB_NONE)
        return result;
    result = db_exec(db,
                     book == SEAL_EVENT
                         ? "insert ignore into seal_mark select ?, ifnull(max(id), 0), now() from event"
                         : "insert ignore into seal_mark select ?, ifnull(max(id), 0), now() from audit",
                     DB_ARGS(name));
    return result == DB_FAIL ? DB_FAIL : DB_NONE;
}

static enum db_result batch(struct db *db, struct arena *arena, struct seal_rows *rows)
{
    struct standing s;
    if (standing_read(db, arena, rows->book, &s) == DB_FAIL)
        return DB_FAIL;
    enum db_result found = s.until >= s.from ? seal_rows_lock(db, rows, s.from, s.until) : DB_NONE;
    if (found == DB_FAIL)
        return DB_FAIL;
    if (found == DB_NONE)
        return look_again(db, rows->book) == DB_FAIL ? DB_FAIL : DB_NONE;
    return seal_write(db, &s, rows) == DB_OK ? DB_OK : DB_FAIL;
}

enum db_result seal_next(struct db *db, enum seal_book book, uint64_t *count)
{
    struct arena *arena = arena_open(ARENA_CEILING);
    struct seal_rows rows;
    seal_rows_init(&rows, book);
    /* READ COMMITTED: the lock takes rows, not the gap behind the last one, where history goes on. */
    enum db_result result = db_begin_numbering(db) == DB_OK ? batch(db, arena, &rows) : DB_FAIL;
    if (result != DB_FAIL && db_commit(db) != DB_OK)
        result = DB_FAIL;
    if (result == DB_FAIL)
        db_rollback(db);
    else
        *count += rows.count;
    seal_rows_release(&rows);
    arena_close(arena);
    return result;
}

/* ---- the last seal ------------------------------------------------------------------------ */

enum db_result seal_head(struct db *db, struct arena *arena, enum seal_book book, struct seal_head *head)
{
    struct db_row row, newer;
    *head = (struct seal_head){.sealed_at = "", .hash = ""};
    enum db_result result = db_one(
        db, arena,
        "select n, last_id, sealed_at, lower(hex(hash)) from seal where book = ? order by n desc limit 1",
        DB_ARGS(db_text(seal_book_name(book))), &row);
    if (result == DB_FAIL)
        return DB_FAIL;
    if (result == DB_OK)
        *head = (struct seal_head){id_of(row.text[0]), id_of(row.text[1]), row.text[2], row.text[3], 0};
    if (db_one(db, arena,
               book == SEAL_EVENT ? "select count(*) from event where id > ?"
                                  : "select count(*) from audit where id > ?",
               DB_ARGS(db_number((int64_t)head->last_id)), &newer) != DB_OK)
        return DB_FAIL;
    head->newer = id_of(newer.text[0]);
    return result;
}

enum db_result seal_find(struct db *db, struct arena *arena, const char *hash, uint64_t last_id)
{
    struct db_row row;
    return db_one(db, arena, "select n from seal where last_id = ? and hash = unhex(?) limit 1",
                  DB_ARGS(db_number((int64_t)last_id), db_text(hash)), &row);
}
