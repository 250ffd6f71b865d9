/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/seal_rows.h"

#include <stdlib.h>
#include <string.h>

enum { ROW_CEILING = 1024 * 1024, ROWS_MOST = 1000000 };

/* Every column of both tables, the id first. A new column is added at the end of a second kind of seal. */
#define EVENT_COLUMNS \
    "id, dossier_id, seq, at, type, actor_id, behalf_id, unit_id, branch_id, from_state, to_state," \
    " is_public, public_note, note, data"
#define AUDIT_COLUMNS "id, at, user_id, program, type, subject, note, data"

static const struct {
    const char *name, *lock, *read;
} books[SEAL_BOOKS] = {
    [SEAL_EVENT] = {"event",
                    "select " EVENT_COLUMNS " from event force index (event_id) where id >= ? and id <= ?"
                    " order by id limit ? lock in share mode",
                    "select " EVENT_COLUMNS " from event force index (event_id) where id >= ? and id <= ?"
                    " order by id limit ?"},
    [SEAL_AUDIT] = {"audit",
                    "select " AUDIT_COLUMNS " from audit where id >= ? and id <= ? order by id limit ?"
                    " lock in share mode",
                    "select " AUDIT_COLUMNS " from audit where id >= ? and id <= ? order by id limit ?"},
};

const char *seal_book_name(enum seal_book book)
{
    return books[book].name;
}

void seal_rows_init(struct seal_rows *rows, enum seal_book book)
{
    *rows = (struct seal_rows){.book = book};
    buffer_init(&rows->hashes, (size_t)ROWS_MOST * TOKEN_HASH_BYTES);
    buffer_init(&rows->marks, (size_t)ROWS_MOST * SEAL_MARK_BYTES);
}

void seal_rows_release(struct seal_rows *rows)
{
    buffer_release(&rows->hashes);
    buffer_release(&rows->marks);
}

static void add_number(struct buffer *out, uint64_t number, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        const uint8_t byte = (uint8_t)(number >> shift);
        buffer_add(out, &byte, 1);
    }
}

static void add_column(struct buffer *out, const char *text, size_t length)
{
    add_number(out, text != NULL, 1);
    if (text) {
        add_number(out, length, 4);
        buffer_add(out, text, length);
    }
}

static bool row_take(void *context, const struct db_row *row)
{
    struct seal_rows *rows = context;
    struct buffer bytes;
    uint8_t hash[TOKEN_HASH_BYTES];
    buffer_init(&bytes, ROW_CEILING);
    buffer_add(&bytes, books[rows->book].name, strlen(books[rows->book].name) + 1);
    for (size_t i = 0; i < row->columns; i++)
        add_column(&bytes, row->text[i], row->length[i]);
    token_hash_bytes(bytes.bytes, bytes.length, hash);
    bool whole = !bytes.full;
    buffer_release(&bytes);

    rows->count++;
    rows->last_id = strtoull(row->text[0], NULL, 10);
    buffer_add(&rows->hashes, hash, sizeof hash);
    add_number(&rows->marks, rows->last_id, 8);
    buffer_add(&rows->marks, hash, SEAL_MARK_BYTES - 8);
    return whole;
}

static enum db_result rows_ask(struct db *db, struct seal_rows *rows, const char *sql, uint64_t from,
                               uint64_t until, int64_t most)
{
    rows->count = rows->last_id = 0;
    buffer_clear(&rows->hashes);
    buffer_clear(&rows->marks);
    enum db_result result = db_each(
        db, sql, DB_ARGS(db_number((int64_t)from), db_number((int64_t)until), db_number(most)), row_take, rows);
    return rows->hashes.full || rows->count >= ROWS_MOST ? DB_FAIL : result;
}

enum db_result seal_rows_lock(struct db *db, struct seal_rows *rows, uint64_t from, uint64_t until)
{
    return rows_ask(db, rows, books[rows->book].lock, from, until, SEAL_BATCH);
}

enum db_result seal_rows_read(struct db *db, struct seal_rows *rows, uint64_t from, uint64_t until)
{
    return rows_ask(db, rows, books[rows->book].read, from, until, ROWS_MOST);
}

void seal_rows_hash(const struct seal_rows *rows, const struct seal_frame *frame, uint8_t hash[TOKEN_HASH_BYTES])
{
    struct buffer bytes;
    buffer_init(&bytes, (size_t)(ROWS_MOST + 8) * TOKEN_HASH_BYTES);
    buffer_add(&bytes, frame->before, TOKEN_HASH_BYTES);
    buffer_add(&bytes, books[rows->book].name, strlen(books[rows->book].name) + 1);
    add_number(&bytes, frame->n, 8);
    add_number(&bytes, frame->last_id, 8);
    add_number(&bytes, rows->count, 8);
    buffer_text(&bytes, frame->sealed_at);
    buffer_add(&bytes, rows->hashes.bytes, rows->hashes.length);
    token_hash_bytes(bytes.bytes, bytes.length, hash);
    buffer_release(&bytes);
}

uint64_t seal_mark_id(const void *mark)
{
    uint64_t id = 0;
    for (int i = 0; i < 8; i++)
        id = id << 8 | ((const uint8_t *)mark)[i];
    return id;
}
