/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "search/index.h"
#include "search/memory.h"

/* The rarest word weighs this much at most: a phrase should not hang on one strange word. */
#define MASS_MAX 4.5F

bool search_phrase_kind_parse(const char *name, enum search_phrase_kind *kind)
{
    static const char *const names[] = {
        [SEARCH_PHRASE_ABBREVIATION] = "abbreviation",
        [SEARCH_PHRASE_COLLOQUIAL] = "colloquial",
        [SEARCH_PHRASE_DIALECT] = "dialect",
        [SEARCH_PHRASE_OLD_NAME] = "old-name",
        [SEARCH_PHRASE_INTENT] = "intent",
        [SEARCH_PHRASE_ENGLISH] = "english",
        [SEARCH_PHRASE_FORM] = "form",
        [SEARCH_PHRASE_SAME] = "same",
        [SEARCH_PHRASE_OUTSIDE] = "outside",
    };

    for (size_t i = 0; name && i < sizeof(names) / sizeof(names[0]); i++) {
        if (strcmp(names[i], name) == 0) {
            *kind = (enum search_phrase_kind)i;
            return true;
        }
    }
    return false;
}

static void wording_init(struct wording *wording, struct search_index *index, const char *text)
{
    struct syllable found[WORDING_WORDS];

    wording->text = fold_nfc(text, 1000);
    wording->n = fold_syllables(wording->text, found, WORDING_WORDS);
    wording->syllable = memory_get(wording->n, sizeof(*wording->syllable));
    memcpy(wording->syllable, found, wording->n * sizeof(*found));
    for (size_t i = 0; i < wording->n; i++)
        vocabulary_add(&index->words, found[i].fold);
}

void token_set_key(struct token *token, const struct syllable *syllable)
{
    uint16_t key = index_key(syllable->key);

    token->key = key ? key : 1;
    token->bare = strcmp(syllable->key, syllable->fold) == 0;
}

static void phrase_codes(struct phrase *phrase, const struct search_index *index,
                         const struct search_phrase *from)
{
    for (size_t i = 0; i < from->n_codes && phrase->n_codes < PHRASE_CODES; i++) {
        uint32_t document = index_code(index, from->codes[i]);

        if (document != UINT32_MAX)
            phrase->document[phrase->n_codes++] = document;
    }
}

static void phrase_init(struct phrase *phrase, struct search_index *index,
                        const struct search_phrase *from)
{
    struct syllable found[PHRASE_WORDS];
    char fold[PHRASE_WORDS * (FOLD_MAX + 1)];

    phrase->text = fold_nfc(from->phrase, 1000);
    search_fold(phrase->text, fold, sizeof(fold));
    phrase->fold = memory_text(fold, strlen(fold));
    phrase->kind = from->kind;
    phrase->n = (uint8_t)fold_syllables(phrase->text, found, PHRASE_WORDS);
    phrase->token = memory_get(phrase->n, sizeof(*phrase->token));
    phrase->concept = memory_get(phrase->n, sizeof(*phrase->concept));
    for (size_t i = 0; i < phrase->n; i++) {
        phrase->token[i].word = vocabulary_add(&index->words, found[i].fold);
        token_set_key(&phrase->token[i], &found[i]);
        phrase->token[i].mass = phrase->kind == SEARCH_PHRASE_ENGLISH
                                    ? 2 * word_weight_english(found[i].fold)
                                    : word_weight(&index->table, &found[i], true);
    }
    phrase_codes(phrase, index, from);
    phrase->n_wordings = from->n_wordings;
    phrase->wording = memory_get(from->n_wordings, sizeof(*phrase->wording));
    for (size_t i = 0; i < from->n_wordings; i++)
        wording_init(&phrase->wording[i], index, from->wordings[i]);
}

/* A class of equal words is named by a word that no text contains: "=" and the head. */
static void class_init(struct phrase *phrase, struct search_index *index, const char *head)
{
    char name[FOLD_MAX + 1] = "=";
    char fold[256];
    size_t n = 1;

    search_fold(head, fold, sizeof(fold));
    for (const char *p = fold; *p && n < FOLD_MAX; p++)
        if (*p != ' ')
            name[n++] = *p;
    name[n] = '\0';
    phrase->class_word = vocabulary_add(&index->words, name);
}

void dictionary_init(struct search_index *index, const struct search_phrase *phrases, size_t n)
{
    struct dictionary *d = &index->dictionary;

    d->given = n > 65535 ? 65535 : n;
    d->phrase = memory_get(d->given * 2, sizeof(*d->phrase));
    for (size_t i = 0; i < d->given; i++)
        phrase_init(&d->phrase[i], index, &phrases[i]);
    d->n = d->given;
    for (size_t i = 0; i < d->given; i++) {
        if (phrases[i].kind != SEARCH_PHRASE_SAME || phrases[i].n_wordings == 0)
            continue;
        const struct search_phrase head = { .phrase = phrases[i].wordings[0],
                                            .kind = SEARCH_PHRASE_SAME };

        phrase_init(&d->phrase[d->n], index, &head);
        class_init(&d->phrase[i], index, head.phrase);
        class_init(&d->phrase[d->n++], index, head.phrase);
    }
}

float index_mass(const struct search_index *index, uint32_t word)
{
    if (!index_knows(index, word))
        return MASS_MAX;
    float idf = index->idf[word];

    return idf > MASS_MAX ? MASS_MAX : idf < 1.0F ? 1.0F : idf;
}

/* Lists of phrases by word; words[] and count come from one of the two spellings. */
static void lists_build(struct phrase_lists *lists, const struct dictionary *d, int which)
{
    lists->start = memory_get(d->words + 1, sizeof(*lists->start));
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < d->n; i++) {
            const struct phrase *p = &d->phrase[i];
            const struct token *token = which == 2 ? p->concept : p->token;
            size_t n = which == 2 ? p->n_concepts : which == 1 ? p->n : p->n > 0;

            for (size_t k = 0; k < n; k++) {
                if (pass == 0)
                    lists->start[token[k].word + 1]++;
                else
                    lists->phrase[lists->start[token[k].word]++] = (uint32_t)i;
            }
        }
        if (pass == 0) {
            for (size_t w = 0; w < d->words; w++)
                lists->start[w + 1] += lists->start[w];
            lists->phrase = memory_get(lists->start[d->words], sizeof(*lists->phrase));
        }
    }
    memmove(lists->start + 1, lists->start, d->words * sizeof(*lists->start));
    lists->start[0] = 0;
}

static void phrase_weigh(struct phrase *p, const struct search_index *index)
{
    bool english = p->kind == SEARCH_PHRASE_ENGLISH;

    for (size_t k = 0; k < p->n; k++) {
        p->token[k].mass *= english ? MASS_MAX : index_mass(index, p->token[k].word);
        p->total += p->token[k].mass;
    }
    memcpy(p->concept, p->token, p->n * sizeof(*p->token));
    p->n_concepts = p->n;
    if (!english)
        p->n_concepts = (uint8_t)dictionary_concepts(index, p->concept, p->n, true);
}

static int pair_compare(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

static void pairs_collect(struct dictionary *d)
{
    size_t most = 0;

    for (size_t i = 0; i < d->given; i++)
        most += d->phrase[i].n;
    d->pair = memory_get(most + 1, sizeof(*d->pair));
    for (size_t i = 0; i < d->given; i++) {
        const struct phrase *p = &d->phrase[i];

        for (size_t k = 1; k < p->n && p->kind != SEARCH_PHRASE_ENGLISH; k++)
            d->pair[d->n_pairs++] = (uint64_t)p->token[k - 1].word << 32 | p->token[k].word;
    }
    qsort(d->pair, d->n_pairs, sizeof(*d->pair), pair_compare);
}

bool dictionary_pair(const struct dictionary *d, uint32_t first, uint32_t second)
{
    uint64_t pair = (uint64_t)first << 32 | second;

    return bsearch(&pair, d->pair, d->n_pairs, sizeof(*d->pair), pair_compare) != NULL;
}

void dictionary_weigh(struct search_index *index)
{
    struct dictionary *d = &index->dictionary;

    d->words = index->words.n;
    d->english = memory_get(d->words, 1);
    d->known = memory_get(d->words, 1);
    lists_build(&d->first, d, 0);
    for (size_t i = 0; i < d->n; i++) {
        const struct phrase *p = &d->phrase[i];

        for (size_t k = 0; k < p->n; k++) {
            d->known[p->token[k].word] = 1;
            if (p->kind == SEARCH_PHRASE_ENGLISH)
                d->english[p->token[k].word] = 1;
        }
    }
    for (size_t i = 0; i < d->n; i++)
        phrase_weigh(&d->phrase[i], index);
    lists_build(&d->any, d, 1);
    lists_build(&d->any_concept, d, 2);
    pairs_collect(d);
}

bool token_agrees(const struct search_index *index, const struct token *asked,
                  const struct token *phrase, bool marked)
{
    if (asked->begun && phrase->key)
        return strncmp(index->words.word[phrase->word], asked->begun, strlen(asked->begun)) == 0;
    if (asked->word != phrase->word)
        return false;
    if (!marked || !asked->key || !phrase->key)
        return true;
    return asked->bare || asked->key == phrase->key;
}

/* The longest phrase of a class of equal words that stands at the beginning of tokens. */
static const struct phrase *concept_at(const struct dictionary *d, const struct token *tokens,
                                       size_t n, bool marked)
{
    const struct phrase *best = NULL;

    if (tokens[0].word >= d->words)
        return NULL;
    for (uint32_t i = d->first.start[tokens[0].word]; i < d->first.start[tokens[0].word + 1]; i++) {
        const struct phrase *p = &d->phrase[d->first.phrase[i]];

        if (!p->class_word || p->n > n || (best && p->n <= best->n))
            continue;
        bool equal = true;

        for (size_t k = 0; k < p->n && equal; k++) {
            equal = tokens[k].word == p->token[k].word;
            if (equal && marked && (p->n == 1 || !tokens[k].bare))
                equal = tokens[k].key == p->token[k].key;
        }
        if (equal)
            best = p;
    }
    return best;
}

size_t dictionary_class_length(const struct search_index *index, const struct token *tokens,
                               size_t n, bool marked)
{
    const struct phrase *p = concept_at(&index->dictionary, tokens, n, marked);

    return p ? p->n : 0;
}

size_t dictionary_concepts(const struct search_index *index, struct token *tokens, size_t n,
                           bool marked)
{
    const struct dictionary *d = &index->dictionary;
    size_t out = 0;

    for (size_t i = 0; i < n;) {
        const struct phrase *p = concept_at(d, tokens + i, n - i, marked);

        if (!p) {
            tokens[out++] = tokens[i++];
            continue;
        }
        struct token whole = { .word = p->class_word, .mass = CONCEPT_MASS };

        for (size_t k = 0; k < p->n; k++)
            if (tokens[i + k].mass > whole.mass)
                whole.mass = tokens[i + k].mass;
        tokens[out++] = whole;
        i += p->n;
    }
    return out;
}

static void lists_release(struct phrase_lists *lists)
{
    free(lists->start);
    free(lists->phrase);
}

void dictionary_release(struct dictionary *d)
{
    for (size_t i = 0; i < d->n; i++) {
        struct phrase *p = &d->phrase[i];

        for (size_t k = 0; k < p->n_wordings; k++) {
            free(p->wording[k].text);
            free(p->wording[k].syllable);
        }
        free(p->wording);
        free(p->token);
        free(p->concept);
        free(p->text);
        free(p->fold);
    }
    free(d->phrase);
    free(d->english);
    free(d->known);
    free(d->pair);
    lists_release(&d->first);
    lists_release(&d->any);
    lists_release(&d->any_concept);
    memset(d, 0, sizeof(*d));
}

size_t dictionary_size(const struct dictionary *d)
{
    size_t bytes = d->n * sizeof(*d->phrase) + d->words * 14 + d->n_pairs * sizeof(*d->pair);

    for (size_t i = 0; i < d->n; i++) {
        bytes += 2 * d->phrase[i].n * sizeof(struct token) + 2 * strlen(d->phrase[i].fold);
        for (size_t k = 0; k < d->phrase[i].n_wordings; k++)
            bytes += d->phrase[i].wording[k].n * sizeof(struct syllable) + sizeof(struct wording);
    }
    return bytes;
}

const char *search_phrase_text(const struct search_index *index, int32_t phrase)
{
    if (phrase < 0 || (size_t)phrase >= index->dictionary.given)
        return NULL;
    return index->dictionary.phrase[phrase].text;
}

const char *search_phrase_wording(const struct search_index *index, int32_t phrase)
{
    if (phrase < 0 || (size_t)phrase >= index->dictionary.given)
        return NULL;
    const struct phrase *p = &index->dictionary.phrase[phrase];

    return p->n_wordings > 0 ? p->wording[0].text : NULL;
}
