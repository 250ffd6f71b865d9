/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/query.h"

#include <string.h>

#include "search/distance.h"
#include "search/ime.h"

enum {
    COMMON_WORD = 50,  /* documents that make a word worth trying at a larger distance */
    COMMON_PAIR = 3,   /* documents that make a pair of words believable */
    CANDIDATES = 64,
    CORRECTIONS = 8,
    COMPLETIONS = 40,
};

static const float prefix_weight = 0.90F;
static const float prefix_known_weight = 0.675F;
static const float typo_weight[] = {1.0F, 0.80F, 0.60F};
static const float real_word_weight = 0.55F;
static const float real_word_bare_weight = 0.75F; /* in a query without marks */

/* Marks typed with a word say which word it is; a bare word may be any. */
static bool has_marks(const struct syllable *s)
{
    return strcmp(s->fold, s->key) != 0;
}

static void slot_add(struct slot *slot, uint32_t word, float weight)
{
    for (size_t i = 0; i < slot->n; i++) {
        if (slot->alternative[i].word == word) {
            if (weight > slot->alternative[i].weight)
                slot->alternative[i].weight = weight;
            return;
        }
    }
    if (slot->n < ALTERNATIVES_MAX)
        slot->alternative[slot->n++] = (struct alternative){word, weight};
}

static uint32_t frequency(const struct search_index *index, uint32_t word)
{
    return index_knows(index, word) ? index->outside_body[word] : 0;
}

static bool is_word(const struct search_index *index, uint32_t word)
{
    return word != TERM_NONE &&
           (frequency(index, word) > 0 || index->dictionary.known[word]);
}

/* A word of the English glossary that Vietnamese names do not have. */
static bool is_english_only(const struct search_index *index, uint32_t word)
{
    return index->dictionary.english[word] && frequency(index, word) == 0;
}

/* Documents in which the two words stand together. */
static uint32_t together(const struct search_index *index, uint32_t first, uint32_t second)
{
    struct pair_list list;

    if (first == TERM_NONE || second == TERM_NONE || !index_pair(index, first, second, &list))
        return 0;
    return list.n;
}

/* Keystrokes that make a known word, where those typed make none. */
static bool slot_decode(const struct search_index *index, struct slot *slot)
{
    bool (*const decoders[])(struct syllable *) = {ime_vni, ime_telex, ime_composed};

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
        if (n == COMPLETIONS && frequency(index, best[n - 1]) >= frequency(index, word))
            continue;
        size_t k = n < COMPLETIONS ? n++ : n - 1;

        while (k > 0 && frequency(index, best[k - 1]) < frequency(index, word)) {
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
    return frequency(index, a->word) > frequency(index, b->word);
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
        struct candidate c = {word, d, together(index, before, word) > 0 ||
                                           together(index, word, after) > 0};
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
static bool slot_correct(const struct search_index *index, struct slot *slot, uint32_t before,
                         uint32_t after)
{
    struct candidate found[CANDIDATES] = {{0, 0, false}};
    size_t length = strlen(slot->syllable.fold);
    int max = length < 6 ? 1 : 2;

    if (length < 3 || strcspn(slot->syllable.fold, "0123456789") < length)
        return false;
    size_t n = candidates_find(index, slot->syllable.fold, max, before, after, found);

    if (n == 0 || (length <= 3 && !found[0].attested))
        return false;
    int nearest = found[0].distance;
    bool only_attested = found[0].attested;

    for (size_t i = 0, added = 0; i < n && added < CORRECTIONS; i++) {
        if (only_attested && !found[i].attested)
            break;
        if (found[i].distance > nearest && frequency(index, found[i].word) <= COMMON_WORD)
            continue;
        slot_add(slot, found[i].word, typo_weight[found[i].distance]);
        added++;
    }
    slot->source = SLOT_TYPO;
    slot->corrected = true;
    return true;
}

/* "dangky": two known words that often stand together. */
static size_t slot_split(const struct search_index *index, const char *fold)
{
    size_t length = strlen(fold);
    size_t best = 0;
    uint32_t most = COMMON_PAIR;

    for (size_t k = 2; k + 2 <= length; k++) {
        struct syllable left = {.fold = ""};
        struct syllable right = {.fold = ""};

        memcpy(left.key, fold, k);
        memcpy(right.key, fold + k, length - k);
        fold_from_key(&left);
        fold_from_key(&right);
        uint32_t n = together(index, vocabulary_find(&index->words, left.fold),
                              vocabulary_find(&index->words, right.fold));

        if (n > most) {
            most = n;
            best = k;
        }
    }
    return best;
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
        struct syllable s = {.start = whole.start, .end = whole.end};

        memcpy(s.key, part ? whole.fold + at : whole.fold, part ? strlen(whole.fold) - at : at);
        fold_from_key(&s);
        slot_set(index, &slot[part], &s);
        slot[part].source = SLOT_SPLIT;
    }
}

/* A known word that never stands beside its neighbours may be a slip for one that does. */
static void slot_doubt(const struct search_index *index, struct query *query, size_t i)
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
        if (together(index, left->alternative[k].word, slot->word))
            return;
    for (size_t k = 0; right && k < right->n; k++)
        if (together(index, slot->word, right->alternative[k].word))
            return;
    struct candidate found[CANDIDATES] = {{0, 0, false}};
    size_t n = candidates_find(index, slot->syllable.fold, 1, before, after, found);

    for (size_t k = 0; k < n; k++) {
        uint32_t word = found[k].word;

        if (!found[k].attested)
            break;
        if (together(index, before, word) >= COMMON_PAIR ||
            together(index, word, after) >= COMMON_PAIR) {
            slot_add(slot, word, query->marked ? real_word_weight : real_word_bare_weight);
            slot->corrected = true;
        }
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
        uint32_t before = i > 0 && query->slot[i - 1].n ? query->slot[i - 1].alternative[0].word
                                                        : TERM_NONE;
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
        size_t at = slot_split(index, slot->syllable.fold);

        if (at > 0)
            slots_split(index, query, i, at);
        else
            slot_correct(index, slot, before, after);
    }
    for (size_t i = 0; i < query->n; i++)
        slot_doubt(index, query, i);
}

void query_read(const struct search_index *index, struct query *query, const char *text,
                bool prefix)
{
    size_t length = strlen(text);
    size_t at = 0;
    struct syllable s;

    query->n = 0;
    query->marked = false;
    while (query->n < SEARCH_QUERY_SYLLABLES && fold_next(text, length, &at, &s))
        slot_set(index, &query->slot[query->n++], &s);
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
