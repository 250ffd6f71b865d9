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

struct wording {
    char *text; /* NFC */
    struct syllable *syllable;
    size_t n;
};

struct phrase {
    char *text; /* NFC */
    char *fold;
    enum search_phrase_kind kind;
    uint32_t word[PHRASE_WORDS];
    char key[PHRASE_WORDS][KEY_MAX + 1];
    float mass[PHRASE_WORDS]; /* what each word weighs when situations are compared */
    float total;              /* sum of mass */
    uint8_t n;
    uint8_t n_codes;
    uint32_t document[PHRASE_CODES];
    struct wording *wording;
    size_t n_wordings;
    /* the same with words of equal meaning made one */
    uint32_t concept[PHRASE_WORDS];
    float concept_mass[PHRASE_WORDS];
    float concept_total;
    uint8_t n_concepts;
    uint32_t class_word; /* of a SAME phrase: stands for all words of the class */
};

/* A list of phrases for each word: those that begin with it, or those that contain it. */
struct phrase_lists {
    uint32_t *start; /* one more than words */
    uint32_t *phrase;
};

struct dictionary {
    struct phrase *phrase;
    size_t n;     /* as given, then one more for each head of a class of equal words */
    size_t given;
    size_t words; /* the vocabulary's size when the lists were built */
    struct phrase_lists first, any, any_concept;
    uint8_t *english; /* per word: occurs in English phrases */
    uint8_t *known;   /* per word: occurs in any phrase */
};

struct search_index;

void dictionary_init(struct search_index *index, const struct search_phrase *phrases, size_t n);
/* Second step, when the weights of words are known. */
void dictionary_weigh(struct search_index *index);
void dictionary_release(struct dictionary *dictionary);
size_t dictionary_size(const struct dictionary *dictionary);

/* Replaces words by the first word of their class of equal meaning ("tiệm" → "cửa hàng"), the
 * longest match first.  words and masses are rewritten in place, keys are used if marked.
 * Returns the new number. */
size_t dictionary_concepts(const struct search_index *index, uint32_t *words, float *masses,
                           const char (*keys)[KEY_MAX + 1], size_t n, bool marked);

#endif
