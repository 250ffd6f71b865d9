/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/query.h"

#include <string.h>

#include "search/ime.h"
#include "search/slot.h"

enum { COMPLETIONS = 40 }; /* words tried for one that is only begun */

static const float prefix_weight = 0.90F;
static const float prefix_known_weight = 0.675F;

/* Keystrokes that make a known word, where those typed make none. */
static bool slot_decode(const struct search_index *index, struct slot *slot)
{
    bool (*const decoders[])(struct syllable *) = { ime_vni, ime_telex, ime_composed };

    for (size_t i = 0; i < sizeof(decoders) / sizeof(decoders[0]); i++) {
        struct syllable decoded = slot->syllable;

        if (!decoders[i](&decoded))
            continue;
        uint32_t word = vocabulary_find(&index->words, decoded.fold);

        if (!is_word(index, word) || strcmp(decoded.fold, slot->syllable.fold) == 0)
            continue;
        slot->syllable = decoded;
        slot->word = word;
        slot->source = SLOT_DECODED;
        slot_add(slot, word, 1.0F);
        return true;
    }
    return false;
}

/* Words that begin like the slot, the most frequent ones if there are many. */
static void slot_complete(const struct search_index *index, struct slot *slot)
{
    const struct vocabulary *v = &index->words;
    size_t length = strlen(slot->syllable.fold);
    float weight = slot->n == 0 ? prefix_weight : prefix_known_weight;
    uint32_t best[COMPLETIONS];
    size_t n = 0;

    for (size_t i = vocabulary_lower(v, slot->syllable.fold); i < v->n; i++) {
        uint32_t word = v->sorted[i];

        if (strncmp(v->word[word], slot->syllable.fold, length) != 0)
            break;
        if (v->length[word] == length || v->length[word] > length + 4 || !is_word(index, word))
            continue;
        if (is_english_only(index, word) && (length < 4 || has_marks(&slot->syllable)))
            continue;
        if (n == COMPLETIONS && word_frequency(index, best[n - 1]) >= word_frequency(index, word))
            continue;
        size_t k = n < COMPLETIONS ? n++ : n - 1;

        while (k > 0 && word_frequency(index, best[k - 1]) < word_frequency(index, word)) {
            best[k] = best[k - 1];
            k--;
        }
        best[k] = word;
    }
    for (size_t i = 0; i < n; i++)
        slot_add(slot, best[i], weight);
    if (slot->source == SLOT_TYPED && n > 0 && slot->word == TERM_NONE)
        slot->source = SLOT_PREFIX;
}

static void slot_set(const struct search_index *index, struct slot *slot,
                     const struct syllable *syllable)
{
    memset(slot, 0, sizeof(*slot));
    slot->syllable = *syllable;
    slot->start = syllable->start;
    slot->end = syllable->end;
    slot->weight = 1.0F;
    slot->word = vocabulary_find(&index->words, syllable->fold);
    if (!is_word(index, slot->word))
        slot->word = TERM_NONE;
    else
        slot_add(slot, slot->word, 1.0F);
}

void slot_official(const struct search_index *index, struct slot *slot,
                   const struct syllable *syllable)
{
    slot_set(index, slot, syllable);
    slot->source = SLOT_OFFICIAL;
}

static void slots_split(const struct search_index *index, struct query *query, size_t i, size_t at)
{
    struct slot *slot = &query->slot[i];
    struct syllable whole = slot->syllable;

    if (query->n >= SEARCH_QUERY_SYLLABLES)
        return;
    memmove(slot + 2, slot + 1, (query->n - i - 1) * sizeof(*slot));
    query->n++;
    for (int part = 0; part < 2; part++) {
        struct syllable s = { .start = whole.start, .end = whole.end };

        memcpy(s.key, part ? whole.fold + at : whole.fold, part ? strlen(whole.fold) - at : at);
        fold_from_key(&s);
        slot_set(index, &slot[part], &s);
        slot[part].source = SLOT_SPLIT;
    }
}

/* A query of unmarked letters, half of whose words are in the English glossary. */
static bool query_is_english(const struct search_index *index, const struct query *query)
{
    size_t english = 0;

    for (size_t i = 0; i < query->n; i++) {
        const struct slot *slot = &query->slot[i];

        if (has_marks(&slot->syllable))
            return false;
        english += slot->word != TERM_NONE && index->dictionary.english[slot->word];
    }
    return english > 0 && english * 2 >= query->n;
}

static void query_solve(const struct search_index *index, struct query *query, bool prefix)
{
    for (size_t i = 0; i < query->n; i++) {
        struct slot *slot = &query->slot[i];
        bool last = i + 1 == query->n;
        uint32_t before =
            i > 0 && query->slot[i - 1].n ? query->slot[i - 1].alternative[0].word : TERM_NONE;
        uint32_t after = last ? TERM_NONE : query->slot[i + 1].word;

        if (slot->source == SLOT_SPLIT)
            continue;
        if (slot->word == TERM_NONE)
            slot_decode(index, slot);
        if (last && prefix) {
            slot->open = true;
            slot_complete(index, slot);
        }
        if (slot->word != TERM_NONE)
            continue;
        size_t at = slot_split(index, slot->syllable.fold, false);

        if (at == 0 && !slot_correct(index, slot, before, after))
            at = slot_split(index, slot->syllable.fold, true);
        if (at > 0)
            slots_split(index, query, i, at);
    }
    for (size_t i = 0; i < query->n; i++)
        slot_doubt(index, query, i);
}

/* "workers": the glossary may know the word without its s. */
static void slot_singular(const struct search_index *index, struct slot *slot)
{
    struct syllable s = slot->syllable;
    size_t length = strlen(s.fold);

    if (slot->word != TERM_NONE || length < 4 || s.fold[length - 1] != 's' || has_marks(&s))
        return;
    s.fold[length - 1] = s.key[length - 1] = '\0';
    uint32_t word = vocabulary_find(&index->words, s.fold);

    if (word != TERM_NONE && index->dictionary.english[word])
        slot_set(index, slot, &s);
}

void query_read(const struct search_index *index, struct query *query, const char *text,
                bool prefix)
{
    size_t length = strlen(text);
    size_t at = 0;
    struct syllable s;

    query->n = 0;
    query->marked = false;
    while (query->n < SEARCH_QUERY_SYLLABLES && fold_next(text, length, &at, &s)) {
        slot_set(index, &query->slot[query->n], &s);
        slot_singular(index, &query->slot[query->n++]);
    }
    for (size_t i = 0; i < query->n; i++)
        query->marked |= has_marks(&query->slot[i].syllable);
    query->english = query_is_english(index, query);
    if (length > 0 && text[length - 1] == ' ')
        prefix = false;
    if (!query->english)
        query_solve(index, query, prefix);
    for (size_t i = 0; i < query->n; i++) {
        struct slot *slot = &query->slot[i];

        if (query->english)
            slot->source = SLOT_ENGLISH;
        query->marked |= has_marks(&slot->syllable);
    }
    query_weigh(index, query);
}

static bool frame_at(const struct query *query, size_t i, const char *words, size_t *length)
{
    size_t n = 0;

    while (*words) {
        size_t bytes = strcspn(words, " ");

        if (i + n >= query->n)
            return false;
        const char *fold = query->slot[i + n].syllable.fold;

        if (strlen(fold) != bytes || memcmp(fold, words, bytes) != 0)
            return false;
        n++;
        words += bytes + (words[bytes] == ' ');
    }
    *length = n;
    return true;
}

void query_weigh(const struct search_index *index, struct query *query)
{
    for (size_t i = 0; i < query->n; i++) {
        struct slot *slot = &query->slot[i];

        if (query->english)
            slot->weight = word_weight_english(slot->syllable.fold);
        else
            slot->weight = word_weight(&index->table, &slot->syllable, query->marked);
    }
    if (query->english)
        return;
    for (size_t f = 0; f < word_frames_count; f++) {
        for (size_t i = 0; i < query->n; i++) {
            size_t n = 0;

            if (!frame_at(query, i, word_frames[f].words, &n) || n >= query->n)
                continue;
            for (size_t k = i; k < i + n; k++)
                if (word_frames[f].weight < query->slot[k].weight)
                    query->slot[k].weight = word_frames[f].weight;
        }
    }
}
