/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "search/run.h"

/* Small letters, even if the name is in capitals.  A word that is only begun is not corrected. */
static bool spelling_copy(const struct slot *slot, const char *fold, const char *bytes,
                          size_t length, char *out, size_t size)
{
    size_t n = size - 1;

    if (slot->open && strncmp(fold, slot->syllable.fold, strlen(slot->syllable.fold)) == 0)
        return false;
    uint8_t *small =
        u8_tolower((const uint8_t *)bytes, length, NULL, UNINORM_NFC, (uint8_t *)out, &n);

    if (small != (uint8_t *)out) {
        free(small);
        return false;
    }
    out[n] = '\0';
    return true;
}

/* The word of the name that the slot stands for, as the name spells it. */
static bool spelling_of(const struct run *run, const struct slot *slot, const char *name, char *out,
                        size_t size)
{
    const struct vocabulary *words = &run->index->words;
    size_t length = strlen(name);
    size_t at = 0;
    struct syllable s;

    while (fold_next(name, length, &at, &s)) {
        uint32_t word = vocabulary_find(words, s.fold);

        if (word == slot->word)
            return false;
        for (size_t i = 0; i < slot->n; i++)
            if (slot->alternative[i].word == word)
                return spelling_copy(slot, s.fold, name + s.start, s.end - s.start, out, size);
    }
    return false;
}

static void append(char *out, size_t *n, size_t size, const char *bytes, size_t length)
{
    if (*n + length < size) {
        memcpy(out + *n, bytes, length);
        *n += length;
    }
}

const char *run_correction(const struct run *run, const char *text,
                           const struct search_answer *answer)
{
    struct scratch *s = run->index->scratch;
    size_t size = SEARCH_QUERY_BYTES * 4;
    size_t n = 0;
    size_t from = 0;
    bool corrected = false;

    if (answer->total == 0 || answer->field_query)
        return NULL;
    const char *name = run->index->document[answer->hits[0].document].name;

    for (size_t i = 0; i < run->query->n; i++) {
        const struct slot *slot = &run->query->slot[i];
        char word[FOLD_MAX * 4];

        if (!slot->corrected || slot->start < from)
            continue;
        if (!spelling_of(run, slot, name, word, sizeof(word)))
            continue;
        append(s->correction, &n, size, text + from, slot->start - from);
        append(s->correction, &n, size, word, strlen(word));
        from = slot->end;
        corrected = true;
    }
    if (!corrected)
        return NULL;
    append(s->correction, &n, size, text + from, strlen(text + from));
    s->correction[n] = '\0';
    return s->correction;
}
