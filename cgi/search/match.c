/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Two ways: word by word (the phrase stands in the query), and as a whole (query and situation
 * share most of their weighty words, in any order, with words of equal meaning made one).
 */
#include "search/match.h"

#include <math.h>
#include <string.h>

enum { CONCEPTS = SLOTS_MAX };

static const float least_likeness = 0.50F;
static const float least_phrase_share = 0.60F;

/* The weight with which a slot may stand for a word; 0 if it may not. */
static float slot_stands(const struct slot *slot, uint32_t word)
{
    for (size_t i = 0; i < slot->n; i++) {
        if (slot->alternative[i].word != word)
            continue;
        return slot->alternative[i].weight;
    }
    return 0;
}

/* Marks of more than half of the words say that other words are meant. */
static bool marks_agree(const struct query *query, const struct phrase *p, size_t start)
{
    size_t bad = 0;

    if (!query->marked)
        return true;
    for (size_t k = 0; k < p->n; k++) {
        const struct syllable *s = &query->slot[start + k].syllable;
        bool bare = strcmp(s->key, s->fold) == 0;

        if (query->slot[start + k].word == p->word[k] && !bare && strcmp(s->key, p->key[k]) != 0)
            bad++;
    }
    return bad * 2 <= p->n && bad < p->n;
}

static void insert(struct phrase_match *matches, size_t *n, const struct phrase_match *fresh)
{
    for (size_t i = 0; i < *n; i++) {
        if (matches[i].phrase == fresh->phrase && matches[i].likeness >= fresh->likeness)
            return;
    }
    if (*n == PHRASE_MATCHES && matches[*n - 1].likeness >= fresh->likeness)
        return;
    size_t k = *n < PHRASE_MATCHES ? (*n)++ : *n - 1;

    while (k > 0 && matches[k - 1].likeness < fresh->likeness) {
        matches[k] = matches[k - 1];
        k--;
    }
    matches[k] = *fresh;
}

static float slot_mass(const struct search_index *index, const struct slot *slot)
{
    uint32_t word = slot->n > 0 ? slot->alternative[0].word : TERM_NONE;

    return slot->weight * index_mass(index, word);
}

static float query_mass(const struct search_index *index, const struct query *query)
{
    float mass = 0;

    for (size_t i = 0; i < query->n; i++)
        mass += slot_mass(index, &query->slot[i]);
    return mass;
}

/* Likeness of two wholes from the shares of both that are common. */
static float likeness_of(float query_share, float phrase_share)
{
    return query_share * sqrtf(phrase_share) * 0.5F + phrase_share * sqrtf(query_share) * 0.5F;
}

static void match_at(struct search_index *index, const struct query *query, size_t start,
                     float total, struct phrase_match *matches, size_t *n)
{
    const struct dictionary *d = &index->dictionary;
    const struct slot *slot = &query->slot[start];

    for (size_t a = 0; a < slot->n; a++) {
        uint32_t word = slot->alternative[a].word;

        if (word >= d->words)
            continue;
        for (uint32_t i = d->first.start[word]; i < d->first.start[word + 1]; i++) {
            const struct phrase *p = &d->phrase[d->first.phrase[i]];
            float weight = 1;
            float mass = 0;

            if (p->kind == SEARCH_PHRASE_SAME || start + p->n > query->n || p->n == 0)
                continue;
            for (size_t k = 0; k < p->n && weight > 0; k++) {
                weight *= slot_stands(&query->slot[start + k], p->word[k]);
                mass += slot_mass(index, &query->slot[start + k]);
            }
            if (weight < 0.3F || !marks_agree(query, p, start))
                continue;
            struct phrase_match m = {.phrase = d->first.phrase[i], .start = (uint8_t)start};

            m.n = p->n;
            m.weight = weight;
            m.share = total > 0 ? fminf(1, mass / total) : 0;
            m.likeness = weight * likeness_of(m.share, 1.0F);
            insert(matches, n, &m);
        }
    }
}

/* Adds up the mass each phrase shares with a row of words. */
static void count_common(struct search_index *index, int which, const uint32_t *words,
                         const float *masses, size_t n)
{
    const struct dictionary *d = &index->dictionary;
    const struct phrase_lists *lists = which ? &d->any_concept : &d->any;
    struct scratch *s = index->scratch;

    s->n_phrase_touched[which] = 0;
    for (size_t i = 0; i < n; i++) {
        bool again = false;

        for (size_t k = 0; k < i && !again; k++)
            again = words[k] == words[i];
        if (again || words[i] >= d->words || masses[i] <= 0.3F)
            continue;
        for (uint32_t k = lists->start[words[i]]; k < lists->start[words[i] + 1]; k++) {
            uint32_t phrase = lists->phrase[k];

            if (s->phrase_mass[which][phrase] == 0)
                s->phrase_touched[which][s->n_phrase_touched[which]++] = phrase;
            s->phrase_mass[which][phrase] += masses[i];
        }
    }
}

/* The phrase's side of what is common. */
static float phrase_share(const struct phrase *p, int which, const uint32_t *words, size_t n)
{
    const uint32_t *word = which ? p->concept : p->word;
    const float *mass = which ? p->concept_mass : p->mass;
    size_t count = which ? p->n_concepts : p->n;
    float total = which ? p->concept_total : p->total;
    float common = 0;

    for (size_t k = 0; k < count; k++) {
        for (size_t i = 0; i < n; i++) {
            if (words[i] == word[k]) {
                common += mass[k];
                break;
            }
        }
    }
    return total > 0 ? common / total : 0;
}

static void match_whole(struct search_index *index, const struct query *query, int which,
                        const uint32_t *words, const float *masses, size_t n,
                        struct phrase_match *matches, size_t *n_matches)
{
    struct scratch *s = index->scratch;
    float total = 0;

    for (size_t i = 0; i < n; i++)
        total += masses[i];
    count_common(index, which, words, masses, n);
    for (size_t i = 0; i < s->n_phrase_touched[which]; i++) {
        uint32_t number = s->phrase_touched[which][i];
        const struct phrase *p = &index->dictionary.phrase[number];
        float common = s->phrase_mass[which][number];

        s->phrase_mass[which][number] = 0;
        if (p->kind == SEARCH_PHRASE_SAME || p->n < 2 || common < 1.0F)
            continue;
        float theirs = phrase_share(p, which, words, n);
        float ours = fminf(1, common / total);
        float likeness = 0.97F * likeness_of(ours, theirs);

        if (theirs < least_phrase_share || likeness < least_likeness)
            continue;
        insert(matches, n_matches,
               &(struct phrase_match){.phrase = number, .likeness = likeness, .share = ours,
                                      .weight = theirs});
    }
    (void)query;
}

size_t match_phrases(struct search_index *index, const struct query *query,
                     struct phrase_match matches[PHRASE_MATCHES])
{
    uint32_t words[CONCEPTS];
    float masses[CONCEPTS];
    char keys[CONCEPTS][KEY_MAX + 1];
    size_t n_matches = 0;
    float total = query_mass(index, query);

    if (index->dictionary.n == 0)
        return 0;
    for (size_t i = 0; i < query->n; i++)
        match_at(index, query, i, total, matches, &n_matches);
    for (size_t i = 0; i < query->n; i++) {
        const struct slot *slot = &query->slot[i];

        words[i] = slot->n > 0 ? slot->alternative[0].word : TERM_NONE;
        masses[i] = slot_mass(index, slot);
        memcpy(keys[i], slot->syllable.key, sizeof(keys[i]));
    }
    match_whole(index, query, 0, words, masses, query->n, matches, &n_matches);
    size_t n = dictionary_concepts(index, words, masses, (const char(*)[KEY_MAX + 1])keys,
                                   query->n, query->marked);

    match_whole(index, query, 1, words, masses, n, matches, &n_matches);
    return n_matches;
}
