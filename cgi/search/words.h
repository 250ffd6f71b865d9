/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What the language itself says about words: which carry little meaning in a question, which
 * phrases only frame it, which begin a procedure that changes or ends something.
 */
#ifndef MOTCUA_SEARCH_WORDS_H
#define MOTCUA_SEARCH_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "search/fold.h"

struct word_table {
    struct word_entry {
        struct syllable syllable;
        float weight;
    } * entry; /* in order of fold */
    size_t n;
};

void word_table_init(struct word_table *table);
void word_table_release(struct word_table *table);

/* Weight of a word in a query: 1, less for office words, little for function words.  In a query
 * that is written with marks, only words with the same marks count ("cần" but not "căn"); without
 * marks, the weightiest word of these letters. */
float word_weight(const struct word_table *table, const struct syllable *word, bool marked);

/* The same for a word of an English query. */
float word_weight_english(const char *fold);

/* A phrase that frames a question ("how does one", "where") and the weight its words keep. */
struct word_frame {
    const char *words; /* folded, blank between */
    float weight;
};

extern const struct word_frame word_frames[];
extern const size_t word_frames_count;

/* Openings of names of procedures that are not the first thing asked for ("cấp lại", "thu hồi"):
 * the longest that the folded name begins with, or -1. */
int word_modifier(const char *fold_name);
const char *word_modifier_text(int modifier);

#endif
