/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Finding the words a slot may stand for.
 */
#ifndef MOTCUA_SEARCH_SLOT_H
#define MOTCUA_SEARCH_SLOT_H

#include "search/query.h"

/* Adds a word, or raises its weight; the last places are left free when all are taken. */
void slot_add(struct slot *slot, uint32_t word, float weight);

bool has_marks(const struct syllable *s);

/* Documents that have the word in name, field or agency. */
uint32_t word_frequency(const struct search_index *index, uint32_t word);

/* Does a document or the dictionary know the word? */
bool is_word(const struct search_index *index, uint32_t word);

/* A word of the English glossary that Vietnamese names do not have. */
bool is_english_only(const struct search_index *index, uint32_t word);

/* Gives an unknown word the nearest words; short ones only if a neighbour agrees. */
bool slot_correct(const struct search_index *index, struct slot *slot, uint32_t before,
                  uint32_t after);

/* Where a blank is missing in "dangky": the length of the first word, 0 if it is none. The two words often
 * stand together in names; `unusual`: they need not, but both must be words in use. */
size_t slot_split(const struct search_index *index, const char *fold, bool unusual);

/* Gives a known word that never stands beside its neighbours the words near it that do. */
void slot_doubt(const struct search_index *index, struct query *query, size_t i);

#endif
