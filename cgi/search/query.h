/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A query as a row of slots: each syllable with the words it may stand for.
 */
#ifndef MOTCUA_SEARCH_QUERY_H
#define MOTCUA_SEARCH_QUERY_H

#include "search/index.h"

enum {
    SLOTS_MAX = SEARCH_QUERY_SYLLABLES + 16, /* a variant may be longer than the query */
    ALTERNATIVES_MAX = 48,
};

enum slot_source {
    SLOT_TYPED,
    SLOT_DECODED, /* keystrokes of an input method */
    SLOT_PREFIX,  /* typed as a beginning only */
    SLOT_TYPO,
    SLOT_SPLIT, /* a missing blank was put in */
    SLOT_ENGLISH,
    SLOT_OFFICIAL, /* comes from the dictionary's wording */
};

struct alternative {
    uint32_t word;
    float weight;
};

struct slot {
    struct syllable syllable; /* as typed, decoded if need be */
    uint32_t word;            /* of the syllable itself; TERM_NONE if nobody knows it */
    struct alternative alternative[ALTERNATIVES_MAX];
    uint8_t n;
    enum slot_source source;
    bool open;           /* last and perhaps unfinished: any word that begins like it */
    bool corrected;      /* stands for a word that was not typed: offer "did you mean" */
    float weight;        /* of the word in the query, 0..1 */
    float idf;           /* filled while scoring */
    uint32_t start, end; /* bytes in the query, for the correction */
};

struct query {
    struct slot slot[SLOTS_MAX];
    size_t n;
    bool marked;  /* some word carries marks */
    bool english; /* to be taken as English: nothing is decoded or corrected */
};

/* Reads text (NFC) into slots.  The last syllable is taken as a beginning of a word as well, if
 * prefix is set and no blank follows it. */
void query_read(const struct search_index *index, struct query *query, const char *text,
                bool prefix);

/* Weights of words; frames of questions lose theirs. */
void query_weigh(const struct search_index *index, struct query *query);

/* A slot for a word of an official wording. */
void slot_official(const struct search_index *index, struct slot *slot,
                   const struct syllable *syllable);

#endif
