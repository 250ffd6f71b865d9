/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What search_open builds and the other files of this folder read.
 */
#ifndef MOTCUA_SEARCH_INDEX_H
#define MOTCUA_SEARCH_INDEX_H

#include "search/dictionary.h"
#include "search/labels.h"
#include "search/search.h"
#include "search/vocabulary.h"

/* Where a word stands in a document. */
enum {
    IN_NAME = 1,
    IN_HEAD = 2, /* among the first words of the name, outside parentheses */
    IN_FIELD = 4,
    IN_AGENCY = 8,
    IN_BODY = 16, /* papers and description */
    IN_MANY = 32, /* in the name with different marks */
};

struct posting {
    uint32_t document : 24;
    uint32_t places : 8;
    uint16_t key;  /* of the word in the name: its marks ... */
    uint16_t base; /* ... and without the tone */
};

struct posting_list {
    const struct posting *at;
    uint32_t n;
    uint32_t outside_body; /* documents that have it elsewhere than in the body only */
};

/* Two neighbouring words of a name. */
struct pair_list {
    const uint32_t *document;
    uint32_t n;
    uint32_t in_head;
};

struct document {
    char *code;
    char *name; /* NFC */
    float prior;
    float head_mass;  /* sum of idf of the words of the head */
    uint32_t family;  /* the first document with the same folded name */
    int32_t province; /* label, or -1 */
    int16_t modifier; /* see words.h, or -1 */
    uint16_t length;  /* syllables of the name */
};

struct pair_slot {
    uint64_t key; /* first << 32 | second; 0 with pair TERM_NONE is free */
    uint32_t pair;
};

struct scratch;

struct search_index {
    size_t n;
    struct document *document;
    uint32_t *by_code; /* documents in order of code */

    struct vocabulary words; /* of documents, then of the dictionary */
    size_t document_words;   /* words below this number occur in documents */
    float *idf;
    struct posting *postings;
    uint32_t *posting_start; /* document_words + 1 */
    uint32_t *outside_body;  /* document_words */

    struct pair_slot *pair_slot;
    size_t pair_slots, n_pairs;
    uint32_t *pair_documents;
    uint32_t *pair_start; /* n_pairs + 1 */
    uint32_t *pair_head;

    struct labels labels;
    struct word_table table;
    struct dictionary dictionary;
    struct scratch *scratch;
};

struct posting_list index_postings(const struct search_index *index, uint32_t word);
bool index_pair(const struct search_index *index, uint32_t first, uint32_t second,
                struct pair_list *list);
float index_pair_idf(const struct search_index *index, const struct pair_list *list);

/* Document with exactly this code, or UINT32_MAX. */
uint32_t index_code(const struct search_index *index, const char *code);

/* Position in by_code of the first code that does not come before this one. */
size_t index_code_lower(const struct search_index *index, const char *code);

/* Short forms of keys, as kept in postings: with and without the tone. */
uint16_t index_key(const char *key);
uint16_t index_base(const char *key);

/* The idf of a word between 1 and a limit, the limit for words no document has. */
float index_mass(const struct search_index *index, uint32_t word);

/* Does the word stand in any name, field or agency? */
static inline bool index_knows(const struct search_index *index, uint32_t word)
{
    return word < index->document_words;
}

#endif
