/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * First pass of building: what stands where, in order of documents.
 */
#ifndef MOTCUA_SEARCH_COLLECT_H
#define MOTCUA_SEARCH_COLLECT_H

#include "search/index.h"

struct found_word {
    uint32_t word;
    struct posting posting;
};

struct found_pair {
    uint32_t pair;
    uint32_t document;
    bool head;
};

/* Everything found so far, in order of documents. */
struct collection {
    struct found_word *word;
    size_t n_words, word_capacity;
    struct found_pair *pair;
    size_t n_pairs, pair_capacity;
    uint32_t *at;      /* per word: its entry in the current document ... */
    uint32_t *at_mark; /* ... if this is the current document + 1 */
    size_t at_capacity;
    struct syllable *syllable; /* NAME_WORDS or BODY_WORDS, whichever is more */
    uint32_t *number;
    bool *head;
};

void collection_init(struct collection *c);
void collection_release(struct collection *c);

/* Reads one document into the index and the collection; numbers come in rising order. */
void collect_document(struct search_index *index, struct collection *c, uint32_t number,
                      const struct search_document *from);

/* The pair of two words, made if it is not known yet. */
uint32_t index_pair_make(struct search_index *index, uint32_t first, uint32_t second);

#endif
