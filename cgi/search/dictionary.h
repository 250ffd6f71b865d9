/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The clerks' dictionary inside the index: phrases found word by word in a query, and
 * situations compared with a query as a whole.
 */
#ifndef MOTCUA_SEARCH_DICTIONARY_H
#define MOTCUA_SEARCH_DICTIONARY_H

#include "search/fold.h"
#include "search/search.h"
#include "search/vocabulary.h"
#include "search/words.h"

enum {
    PHRASE_WORDS = 16, /* of a phrase; longer ones are cut */
    PHRASE_CODES = 12,
    WORDING_WORDS = 24,
};

/* A class of equal words weighs this at least: it was worth being listed. */
#define CONCEPT_MASS 2.5F

struct wording {
    char *text; /* NFC */
    struct syllable *syllable;
    size_t n;
};

/* A word with its marks and what it weighs when situations are compared. */
struct token {
    uint32_t word;
    float mass;
    uint16_t key;      /* of its marks, see index_key; 0 if the word is a class of equal words */
    bool bare;         /* without any mark */
    const char *begun; /* the word is being typed: its first letters; else NULL */
};

struct phrase {
    char *text; /* NFC */
    char *fold;
    enum search_phrase_kind kind;
    uint8_t n;
    uint8_t n_concepts;
    uint8_t n_codes;
    float total; /* sum of the masses of its words */
    struct token *token;
    struct token *concept; /* the same with words of equal meaning made one */
    uint32_t document[PHRASE_CODES];
    struct wording *wording;
    size_t n_wordings;
    uint32_t class_word; /* of a SAME phrase: stands for all words of the class; else 0 */
};

/* A list of phrases for each word: those that begin with it, or those that contain it. */
struct phrase_lists {
    uint32_t *start; /* one more than words */
    uint32_t *phrase;
};

struct dictionary {
    struct phrase *phrase;
    size_t n; /* as given, then one more for each head of a class of equal words */
    size_t given;
    size_t words; /* the vocabulary's size when the lists were built */
    struct phrase_lists first, any, any_concept;
    uint8_t *english; /* per word: occurs in English phrases */
    uint8_t *known;   /* per word: occurs in any phrase */
    uint64_t *pair;   /* neighbours in Vietnamese phrases, first << 32 | second, in order */
    size_t n_pairs;
};

struct search_index;

void dictionary_init(struct search_index *index, const struct search_phrase *phrases, size_t n);
/* Second step, when the weights of words are known. */
void dictionary_weigh(struct search_index *index);
/* Does a Vietnamese phrase have the two words side by side? */
bool dictionary_pair(const struct dictionary *dictionary, uint32_t first, uint32_t second);
void dictionary_release(struct dictionary *dictionary);
size_t dictionary_size(const struct dictionary *dictionary);

/* Replaces words of a class of equal meaning by the class ("tiệm" and "cửa hàng" become one), the
 * longest match first, in place.  If marked, marks must agree.  Returns the new number. */
size_t dictionary_concepts(const struct search_index *index, struct token *tokens, size_t n,
                           bool marked);

void token_set_key(struct token *token, const struct syllable *syllable);

/* How many tokens at the beginning are one word of a class; 0 if none are. */
size_t dictionary_class_length(const struct search_index *index, const struct token *tokens,
                               size_t n, bool marked);

/* May a word of a query stand for a word of a phrase?  A word typed without marks may. */
bool token_agrees(const struct search_index *index, const struct token *asked,
                  const struct token *phrase, bool marked);

#endif
