/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SEAL_ROWS_H
#define MOTCUA_MODEL_SEAL_ROWS_H

#include "lib/buffer.h"
#include "model/seal.h"

/*
 * The bytes that are sealed. A row is the name of its table with a NUL, then each column in the order of
 * seal_rows.c: one byte 0 for NULL, or one byte 1, the length in four bytes (high first) and the text
 * as the database writes it in UTF-8. Its hash is BLAKE2b-256. The hash of a seal is BLAKE2b-256
 * over the hash of the seal before (32 zero bytes for the first), the name of the table with a
 * NUL, `n`, `last_id` and `row_count` in eight bytes each (high first), `sealed_at` as
 * "YYYY-MM-DD HH:MM:SS", and the hashes of the rows in the order of their ids.
 */
enum { SEAL_MARK_BYTES = 16 }; /* id in eight bytes, high first; the first eight of the row's hash */

struct seal_rows {
    enum seal_book book;
    uint64_t count, last_id;
    struct buffer hashes; /* 32 bytes a row */
    struct buffer marks;
};

void seal_rows_init(struct seal_rows *rows, enum seal_book book);
void seal_rows_release(struct seal_rows *rows);

/* The next rows with from <= id <= until, SEAL_BATCH at most, under a lock that waits for whoever is writing
 * one. DB_NONE: there are none. */
enum db_result seal_rows_lock(struct db *db, struct seal_rows *rows, uint64_t from, uint64_t until);
/* All rows in the range as they are committed; 1,000,000 at most, more are a DB_FAIL. */
enum db_result seal_rows_read(struct db *db, struct seal_rows *rows, uint64_t from, uint64_t until);

/* What stands in a seal besides its rows. */
struct seal_frame {
    const uint8_t *before; /* TOKEN_HASH_BYTES */
    uint64_t n, last_id;
    const char *sealed_at;
};
void seal_rows_hash(const struct seal_rows *rows, const struct seal_frame *frame, uint8_t hash[TOKEN_HASH_BYTES]);

uint64_t seal_mark_id(const void *mark);

#endif
