/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SEAL_H
#define MOTCUA_MODEL_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"
#include "lib/token.h"

/*
 * The seal of history. Rows of `event` and `audit` are hashed in batches in the order of their ids, each
 * hash over the one before, so that whoever changes, removes or slips in a row would have to
 * make all later seals anew; the last hash, noted elsewhere, shows that too.
 *
 * Ids are given in order but rows appear in the order of commits: a lower id may come later. A seal
 * therefore goes only as far as the highest id of a look SEAL_AGE_S ago, by when every statement that
 * was given such an id has ended (statements of the programs run 15 s at most; the owner's commands
 * write history row by row), and reads with a lock, which waits for transactions that are still open.
 */
enum seal_book { SEAL_EVENT, SEAL_AUDIT, SEAL_BOOKS };

enum { SEAL_AGE_S = 120, SEAL_BATCH = 1000 };

const char *seal_book_name(enum seal_book book); /* "event", "audit" */

/* One batch of one book in transactions of its own, the rows added to *count: DB_OK when there may be more, DB_NONE
 * when what is old enough is sealed, DB_FAIL. */
enum db_result seal_next(struct db *db, enum seal_book book, uint64_t *count);

/* The last seal of a book. */
struct seal_head {
    uint64_t n, last_id;
    const char *sealed_at; /* "2026-03-23 16:30:00" */
    const char *hash;      /* 64 hexadecimal digits */
    uint64_t newer;        /* rows that are not sealed yet */
};
/* DB_NONE: nothing is sealed yet, only `newer` is set. */
enum db_result seal_head(struct db *db, struct arena *arena, enum seal_book book, struct seal_head *head);
/* DB_OK: there was a seal with this hash and this last id, in either book, and still is. */
enum db_result seal_find(struct db *db, struct arena *arena, const char *hash, uint64_t last_id);

/* What a recomputation found. */
struct seal_finding {
    uint64_t seals, rows;                 /* that are as they were sealed */
    uint64_t altered, missing, inserted;  /* rows */
    uint64_t broken;                      /* seals that do not fit their own rows or the seal before */
    const char *first;                    /* the first of these in words; "" for none */
};
enum db_result seal_check(struct db *db, struct arena *arena, enum seal_book book, struct seal_finding *finding);

#endif
