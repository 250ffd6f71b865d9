/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/slot.h"

#include <string.h>

#include "search/distance.h"

enum {
    COMMON_WORD = 50, /* documents that make a word worth trying at a larger distance */
    COMMON_PAIR = 3,  /* documents that make a pair of words believable */
    COMMON_PIECE = 5, /* documents that make a word believable as a piece of two written as one */
    CANDIDATES = 64,
    CORRECTIONS = 8,
};

static const float typo_weight[] = { 1.0F, 0.80F, 0.60F };
static const float real_word_weight = 0.55F;
static const float real_word_bare_weight = 0.75F; /* in a query without marks */

/* Marks typed with a word say which word it is; a bare word may be any. */
bool has_marks(const struct syllable *s)
{
    return strcmp(s->fold, s->key) != 0;
}

void slot_add(struct slot *slot, uint32_t word, float weight)
{
    for (size_t i = 0; i < slot->n; i++) {
        if (slot->alternative[i].word == word) {
            if (weight > slot->alternative[i].weight)
                slot->alternative[i].weight = weight;
            return;
        }
    }
    if (slot->n < ALTERNATIVES_MAX)
        slot->alternative[slot->n++] = (struct alternative){ word, weight };
}

uint32_t word_frequency(const struct search_index *index, uint32_t word)
{
    return index_knows(index, word) ? index->outside_body[word] : 0;
}

bool is_word(const struct search_index *index, uint32_t word)
{
    return word != TERM_NONE && (word_frequency(index, word) > 0 || index->dictionary.known[word]);
}

/* A word of the English glossary that Vietnamese names do not have. */
bool is_english_only(const struct search_index *index, uint32_t word)
{
    return index->dictionary.english[word] && word_frequency(index, word) == 0;
}

/* In how many documents the two words stand together. */
static uint32_t together_in_names(const struct search_index *index, uint32_t first, uint32_t second)
{
    struct pair_list list;

    if (first == TERM_NONE || second == TERM_NONE || !index_pair(index, first, second, &list))
        return 0;
    return list.n;
}

/* Everyday words stand together in the dictionary; that they were listed makes them believable. */
static uint32_t together(const struct search_index *index, uint32_t first, uint32_t second)
{
    uint32_t n = together_in_names(index, first, second);

    return n < COMMON_PAIR && dictionary_pair(&index->dictionary, first, second) ? COMMON_PAIR : n;
}

struct candidate {
    uint32_t word;
    int distance;
    bool attested; /* stands beside a neighbour of the slot in some name */
};

static bool candidate_before(const struct search_index *index, const struct candidate *a,
                             const struct candidate *b)
{
    if (a->attested != b->attested)
        return a->attested;
    if (a->distance != b->distance)
        return a->distance < b->distance;
    return word_frequency(index, a->word) > word_frequency(index, b->word);
}

/* Words within a distance of a word, the best CANDIDATES first in order. */
static size_t candidates_find(const struct search_index *index, const char *fold, int max,
                              uint32_t before, uint32_t after, struct candidate *out)
{
    const struct vocabulary *v = &index->words;
    size_t length = strlen(fold);
    uint32_t mask = distance_mask(fold);
    size_t shortest = length > (size_t)max ? length - (size_t)max : 1;
    size_t longest = length + (size_t)max < FOLD_MAX ? length + (size_t)max : FOLD_MAX;
    size_t n = 0;

    for (uint32_t i = v->length_start[shortest]; i < v->length_start[longest + 1]; i++) {
        uint32_t word = v->by_length[i];

        if (__builtin_popcount(mask ^ v->mask[word]) > 2 * max || !is_word(index, word))
            continue;
        if (is_english_only(index, word) && length < 6)
            continue;
        int d = distance_osa(fold, length, v->word[word], v->length[word], max);

        if (d > max || d == 0)
            continue;
        struct candidate c = {
            word, d, together(index, before, word) > 0 || together(index, word, after) > 0
        };
        if (n == CANDIDATES && !candidate_before(index, &c, &out[n - 1]))
            continue;
        size_t k = n < CANDIDATES ? n++ : n - 1;

        while (k > 0 && candidate_before(index, &c, &out[k - 1])) {
            out[k] = out[k - 1];
            k--;
        }
        out[k] = c;
    }
    return n;
}

/* An unknown word is taken for the nearest words; short ones only if a neighbour agrees. */
bool slot_correct(const struct search_index *index, struct slot *slot, uint32_t before,
                  uint32_t after)
{
    struct candidate found[CANDIDATES] = { { 0, 0, false } };
    size_t length = strlen(slot->syllable.fold);
    int max = length < 6 ? 1 : 2;

    if (length < 3 || strcspn(slot->syllable.fold, "0123456789") < length)
        return false;
    size_t n = candidates_find(index, slot->syllable.fold, max, before, after, found);

    if (n == 0 && strchr(slot->syllable.fold, 'y')) {
        char spelt[FOLD_MAX + 1]; /* words ending in y are kept with i */

        memcpy(spelt, slot->syllable.fold, sizeof(spelt));
        for (char *p = spelt; (p = strchr(p, 'y')) != NULL;)
            *p = 'i';
        n = candidates_find(index, spelt, max, before, after, found);
    }
    if (n == 0 || (length <= 3 && !found[0].attested))
        return false;
    int nearest = found[0].distance;
    bool only_attested = found[0].attested;

    for (size_t i = 0, added = 0; i < n && added < CORRECTIONS; i++) {
        if (only_attested && !found[i].attested)
            break;
        if (found[i].distance > nearest && word_frequency(index, found[i].word) <= COMMON_WORD)
            continue;
        slot_add(slot, found[i].word, typo_weight[found[i].distance]);
        added++;
    }
    slot->source = SLOT_TYPO;
    slot->corrected = true;
    return true;
}

/* The number of a piece of a word that may be a word of its own. */
static uint32_t piece_word(const struct search_index *index, const char *fold, size_t length)
{
    struct syllable s = { .fold = "" };

    memcpy(s.key, fold, length);
    fold_from_key(&s);
    return vocabulary_find(&index->words, s.fold);
}

/* How usual a piece is as a word; 0 for none. Everyday words stand in the dictionary, not in names. */
static uint32_t piece_use(const struct search_index *index, uint32_t word)
{
    if (!is_word(index, word) || is_english_only(index, word))
        return 0;
    uint32_t use = word_frequency(index, word);

    return index->dictionary.known[word] && use < COMMON_PIECE ? COMMON_PIECE : use;
}

size_t slot_split(const struct search_index *index, const char *fold, bool unusual)
{
    size_t length = strlen(fold);
    size_t best = 0;
    uint32_t most = unusual ? COMMON_PIECE - 1 : COMMON_PAIR;

    for (size_t k = 2; k + 2 <= length; k++) {
        uint32_t left = piece_word(index, fold, k);
        uint32_t right = piece_word(index, fold + k, length - k);
        uint32_t n = together(index, left, right);

        if (unusual) {
            uint32_t left_use = piece_use(index, left), right_use = piece_use(index, right);
            n = left_use < right_use ? left_use : right_use;
        }
        if (n > most) {
            most = n;
            best = k;
        }
    }
    return best;
}

/* A known word that never stands beside its neighbours may be a slip for one that does. */
void slot_doubt(const struct search_index *index, struct query *query, size_t i)
{
    struct slot *slot = &query->slot[i];
    const struct slot *left = i > 0 ? slot - 1 : NULL;
    const struct slot *right = i + 1 < query->n ? slot + 1 : NULL;
    uint32_t before = left && left->n ? left->alternative[0].word : TERM_NONE;
    uint32_t after = right && right->n ? right->alternative[0].word : TERM_NONE;

    if (slot->source != SLOT_TYPED || slot->word == TERM_NONE || query->n < 2)
        return;
    if (strlen(slot->syllable.fold) < 2)
        return;
    for (size_t k = 0; left && k < left->n; k++)
        if (together(index, left->alternative[k].word, slot->word) >= COMMON_PAIR)
            return;
    for (size_t k = 0; right && k < right->n; k++)
        if (together(index, slot->word, right->alternative[k].word) >= COMMON_PAIR)
            return;
    struct candidate found[CANDIDATES] = { { 0, 0, false } };
    size_t n = candidates_find(index, slot->syllable.fold, 1, before, after, found);

    for (size_t k = 0; k < n; k++) {
        uint32_t word = found[k].word;

        if (!found[k].attested)
            break;
        if (together_in_names(index, before, word) >= COMMON_PAIR ||
            together_in_names(index, word, after) >= COMMON_PAIR) {
            slot_add(slot, word, query->marked ? real_word_weight : real_word_bare_weight);
            slot->corrected = true;
        }
    }
}
