/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_SEARCH_DISTANCE_H
#define MOTCUA_SEARCH_DISTANCE_H

#include <stddef.h>
#include <stdint.h>

/* Letters that occur, as bits: words whose masks differ in more than 2*d bits are further than d
 * apart, so most comparisons need no more than this. */
uint32_t distance_mask(const char *word);

/* Insertions, deletions, replacements and swaps of neighbours between two words of at most
 * FOLD_MAX bytes; max + 1 if there are more than max. */
int distance_osa(const char *a, size_t a_length, const char *b, size_t b_length, int max);

#endif
