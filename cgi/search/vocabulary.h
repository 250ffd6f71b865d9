/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The set of words an index knows, numbered from 0 in order of arrival.
 */
#ifndef MOTCUA_SEARCH_VOCABULARY_H
#define MOTCUA_SEARCH_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/fold.h"

#define TERM_NONE UINT32_MAX

struct vocabulary {
    char (*word)[FOLD_MAX + 1];
    uint8_t *length;
    uint32_t *mask; /* distance_mask, after vocabulary_seal */
    size_t n, capacity;
    uint32_t *slot; /* open hashing, TERM_NONE if free */
    size_t slots;
    uint32_t *sorted; /* after vocabulary_seal: terms in order of their bytes */
    uint32_t *by_length;
    uint32_t length_start[FOLD_MAX + 2];
};

void vocabulary_init(struct vocabulary *v);
void vocabulary_release(struct vocabulary *v);
uint32_t vocabulary_add(struct vocabulary *v, const char *word);
uint32_t vocabulary_find(const struct vocabulary *v, const char *word); /* or TERM_NONE */

/* Prepares searches by prefix and by distance; no word may be added afterwards. */
void vocabulary_seal(struct vocabulary *v);

/* Position in sorted of the first word that does not come before prefix. */
size_t vocabulary_lower(const struct vocabulary *v, const char *prefix);

size_t vocabulary_size(const struct vocabulary *v);

#endif
