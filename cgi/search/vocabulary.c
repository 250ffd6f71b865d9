/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "search/distance.h"
#include "search/memory.h"

static size_t word_hash(const char *word)
{
    uint64_t h = UINT64_C(14695981039346656037);

    for (; *word; word++)
        h = (h ^ (unsigned char)*word) * UINT64_C(1099511628211);
    return (size_t)(h ^ h >> 29);
}

static void slots_clear(struct vocabulary *v, size_t slots)
{
    v->slots = slots;
    v->slot = memory_resize(v->slot, slots, sizeof(*v->slot));
    memset(v->slot, 0xff, slots * sizeof(*v->slot));
}

void vocabulary_init(struct vocabulary *v)
{
    memset(v, 0, sizeof(*v));
    slots_clear(v, 4096);
}

void vocabulary_release(struct vocabulary *v)
{
    free(v->word);
    free(v->length);
    free(v->mask);
    free(v->slot);
    free(v->sorted);
    free(v->by_length);
    memset(v, 0, sizeof(*v));
}

static size_t slot_of(const struct vocabulary *v, const char *word)
{
    size_t i = word_hash(word) & (v->slots - 1);

    while (v->slot[i] != TERM_NONE && strcmp(v->word[v->slot[i]], word) != 0)
        i = (i + 1) & (v->slots - 1);
    return i;
}

uint32_t vocabulary_find(const struct vocabulary *v, const char *word)
{
    return v->slot[slot_of(v, word)];
}

static void slots_double(struct vocabulary *v)
{
    slots_clear(v, v->slots * 2);
    for (size_t t = 0; t < v->n; t++)
        v->slot[slot_of(v, v->word[t])] = (uint32_t)t;
}

uint32_t vocabulary_add(struct vocabulary *v, const char *word)
{
    size_t i = slot_of(v, word);

    if (v->slot[i] != TERM_NONE)
        return v->slot[i];
    if (v->n * 2 >= v->slots) {
        slots_double(v);
        i = slot_of(v, word);
    }
    if (v->n == v->capacity) {
        v->word = memory_grow(v->word, v->n, &v->capacity, sizeof(*v->word));
        v->length = memory_resize(v->length, v->capacity, sizeof(*v->length));
    }
    size_t length = strlen(word);

    memcpy(v->word[v->n], word, length + 1);
    v->length[v->n] = (uint8_t)length;
    v->slot[i] = (uint32_t)v->n;
    return (uint32_t)v->n++;
}

static int word_compare(const void *a, const void *b, void *context)
{
    const struct vocabulary *v = context;

    return strcmp(v->word[*(const uint32_t *)a], v->word[*(const uint32_t *)b]);
}

void vocabulary_seal(struct vocabulary *v)
{
    v->sorted = memory_get(v->n, sizeof(*v->sorted));
    v->by_length = memory_get(v->n, sizeof(*v->by_length));
    v->mask = memory_get(v->n, sizeof(*v->mask));
    for (size_t t = 0; t < v->n; t++) {
        v->sorted[t] = (uint32_t)t;
        v->mask[t] = distance_mask(v->word[t]);
        v->length_start[v->length[t] + 1]++;
    }
    qsort_r(v->sorted, v->n, sizeof(*v->sorted), word_compare, v);
    for (size_t l = 1; l < FOLD_MAX + 2; l++)
        v->length_start[l] += v->length_start[l - 1];
    uint32_t next[FOLD_MAX + 2];

    memcpy(next, v->length_start, sizeof(next));
    for (size_t t = 0; t < v->n; t++)
        v->by_length[next[v->length[t]]++] = (uint32_t)t;
}

size_t vocabulary_lower(const struct vocabulary *v, const char *prefix)
{
    size_t low = 0;
    size_t high = v->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(v->word[v->sorted[middle]], prefix) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t vocabulary_size(const struct vocabulary *v)
{
    return v->capacity * (sizeof(*v->word) + 1) + v->slots * 4 + v->n * 12;
}
