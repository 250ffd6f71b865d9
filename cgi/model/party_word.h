/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_PARTY_WORD_H
#define MOTCUA_MODEL_PARTY_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"
#include "search/fold.h"

/*
 * The words of names as they are searched (table party_word): without marks and capitals, each once. Folding is
 * that of the procedure search (search/fold.h), the same for what is stored and for what is typed.
 */
enum { PARTY_WORDS_MAX = 12 }; /* further words of a name are not indexed */

struct party_words {
    char word[PARTY_WORDS_MAX][FOLD_MAX + 1];
    size_t n;
};

/* Of a name, or of what somebody types to find one. None: no word in it. */
void party_words(const char *name, struct party_words *words);

/* For a dossier that is being received, which only these two have, who may be one: the agency in charge and the body
 * of the first task. `role` as in the table. */
enum db_result party_words_begin(struct db *db, struct arena *arena, uint64_t dossier, const uint64_t bodies[2],
                                 const char *role, const char *name);

/* For whatever agencies have the dossier. `again`: there may be words of a former name. */
enum db_result party_words_write(struct db *db, uint64_t dossier, const char *role,
                                 const char *name, bool again);

/*
 * Writes the words of parties of a role that have none, at most a thousand, of dossiers after *last; raises *last
 * and *count. DB_NONE: there are no more. In the caller's transaction.
 */
enum db_result party_words_fill(struct db *db, const char *role, uint64_t *last, uint64_t *count);

#endif
