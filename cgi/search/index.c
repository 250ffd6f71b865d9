/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Building the index: two passes of "collect, count, place" give each word and each pair of
 * neighbouring words its documents in rising order.
 */
#include "search/collect.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/memory.h"
#include "search/scratch.h"

#define DOCUMENTS_MAX ((size_t)1 << 22)
#define PAIR_IDF_MAX 6.5F

static uint16_t hash16(const char *bytes, size_t length)
{
    uint32_t h = 2166136261U;

    for (size_t i = 0; i < length; i++)
        h = (h ^ (unsigned char)bytes[i]) * 16777619U;
    return (uint16_t)(h ^ h >> 16);
}

uint16_t index_key(const char *key)
{
    return hash16(key, strlen(key));
}

uint16_t index_base(const char *key)
{
    return hash16(key, key_base(key));
}

static size_t pair_slot_of(const struct search_index *index, uint64_t key)
{
    uint64_t h = key * UINT64_C(0x9e3779b97f4a7c15);
    size_t i = (size_t)(h >> 32) & (index->pair_slots - 1);

    while (index->pair_slot[i].pair != TERM_NONE && index->pair_slot[i].key != key)
        i = (i + 1) & (index->pair_slots - 1);
    return i;
}

static void pair_slots_resize(struct search_index *index, size_t slots)
{
    struct pair_slot *old = index->pair_slot;
    size_t old_slots = index->pair_slots;

    index->pair_slot = memory_get(slots, sizeof(*index->pair_slot));
    index->pair_slots = slots;
    for (size_t i = 0; i < slots; i++)
        index->pair_slot[i].pair = TERM_NONE;
    for (size_t i = 0; i < old_slots; i++)
        if (old[i].pair != TERM_NONE)
            index->pair_slot[pair_slot_of(index, old[i].key)] = old[i];
    free(old);
}

uint32_t index_pair_make(struct search_index *index, uint32_t first, uint32_t second)
{
    uint64_t key = (uint64_t)first << 32 | second;

    if ((index->n_pairs + 1) * 2 > index->pair_slots)
        pair_slots_resize(index, index->pair_slots * 2);
    struct pair_slot *slot = &index->pair_slot[pair_slot_of(index, key)];

    if (slot->pair == TERM_NONE) {
        slot->key = key;
        slot->pair = (uint32_t)index->n_pairs++;
    }
    return slot->pair;
}

static void place_words(struct search_index *index, struct collection *c)
{
    size_t words = index->document_words = index->words.n;

    index->posting_start = memory_get(words + 2, sizeof(*index->posting_start));
    index->outside_body = memory_get(words, sizeof(*index->outside_body));
    index->postings = memory_get(c->n_words, sizeof(*index->postings));
    for (size_t i = 0; i < c->n_words; i++)
        index->posting_start[c->word[i].word + 2]++;
    for (size_t w = 2; w < words + 2; w++)
        index->posting_start[w] += index->posting_start[w - 1];
    for (size_t i = 0; i < c->n_words; i++) {
        const struct found_word *entry = &c->word[i];

        index->postings[index->posting_start[entry->word + 1]++] = entry->posting;
        if (entry->posting.places & ~IN_BODY)
            index->outside_body[entry->word]++;
    }
}

static void place_pairs(struct search_index *index, struct collection *c)
{
    index->pair_start = memory_get(index->n_pairs + 2, sizeof(*index->pair_start));
    index->pair_head = memory_get(index->n_pairs, sizeof(*index->pair_head));
    index->pair_documents = memory_get(c->n_pairs, sizeof(*index->pair_documents));
    for (size_t i = 0; i < c->n_pairs; i++)
        index->pair_start[c->pair[i].pair + 2]++;
    for (size_t p = 2; p < index->n_pairs + 2; p++)
        index->pair_start[p] += index->pair_start[p - 1];
    for (size_t i = 0; i < c->n_pairs; i++) {
        const struct found_pair *entry = &c->pair[i];

        index->pair_documents[index->pair_start[entry->pair + 1]++] = entry->document;
        index->pair_head[entry->pair] += entry->head;
    }
}

static void weigh_words(struct search_index *index)
{
    float n = (float)index->n;

    index->idf = memory_get(index->document_words, sizeof(*index->idf));
    for (size_t w = 0; w < index->document_words; w++) {
        float df = (float)index->outside_body[w];

        index->idf[w] = logf(1.0F + (n - df + 0.5F) / (df + 0.5F));
    }
}

static void weigh_heads(struct search_index *index)
{
    for (size_t w = 0; w < index->document_words; w++) {
        struct posting_list list = index_postings(index, (uint32_t)w);

        for (uint32_t i = 0; i < list.n; i++)
            if (list.at[i].places & IN_HEAD)
                index->document[list.at[i].document].head_mass += index->idf[w];
    }
    for (size_t d = 0; d < index->n; d++)
        if (index->document[d].head_mass <= 0)
            index->document[d].head_mass = 1;
}

struct posting_list index_postings(const struct search_index *index, uint32_t word)
{
    struct posting_list list = { NULL, 0, 0 };

    if (word < index->document_words) {
        uint32_t start = index->posting_start[word];

        list.at = index->postings + start;
        list.n = index->posting_start[word + 1] - start;
        list.outside_body = index->outside_body[word];
    }
    return list;
}

bool index_pair(const struct search_index *index, uint32_t first, uint32_t second,
                struct pair_list *list)
{
    size_t slot = pair_slot_of(index, (uint64_t)first << 32 | second);
    uint32_t pair = index->pair_slot[slot].pair;

    if (pair == TERM_NONE)
        return false;
    list->document = index->pair_documents + index->pair_start[pair];
    list->n = index->pair_start[pair + 1] - index->pair_start[pair];
    list->in_head = index->pair_head[pair];
    return true;
}

float index_pair_idf(const struct search_index *index, const struct pair_list *list)
{
    float idf = logf(1.0F + (float)index->n / ((float)list->n + 0.5F));

    return idf < PAIR_IDF_MAX ? idf : PAIR_IDF_MAX;
}

static int code_compare(const void *a, const void *b, void *context)
{
    const struct search_index *index = context;

    return strcmp(index->document[*(const uint32_t *)a].code,
                  index->document[*(const uint32_t *)b].code);
}

static void sort_codes(struct search_index *index)
{
    index->by_code = memory_get(index->n, sizeof(*index->by_code));
    for (size_t i = 0; i < index->n; i++)
        index->by_code[i] = (uint32_t)i;
    qsort_r(index->by_code, index->n, sizeof(*index->by_code), code_compare, index);
}

uint32_t index_code(const struct search_index *index, const char *code)
{
    size_t low = index_code_lower(index, code);

    if (low < index->n && strcmp(index->document[index->by_code[low]].code, code) == 0)
        return index->by_code[low];
    return UINT32_MAX;
}

size_t index_code_lower(const struct search_index *index, const char *code)
{
    size_t low = 0;
    size_t high = index->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(index->document[index->by_code[middle]].code, code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int family_compare(const void *a, const void *b)
{
    const uint64_t *left = a;
    const uint64_t *right = b;

    return *left < *right ? -1 : *left > *right;
}

/* Documents whose folded names have the same hash are one family, named by its first member. */
static void find_families(struct search_index *index)
{
    uint64_t(*row)[2] = memory_get(index->n, sizeof(*row));
    char fold[4096];

    for (size_t i = 0; i < index->n; i++) {
        uint64_t h = UINT64_C(14695981039346656037);
        const char *p = fold;

        search_fold(index->document[i].name, fold, sizeof(fold));
        if (strncmp(fold, "thu tuc ", 8) == 0)
            p += 8;
        for (; *p; p++)
            h = (h ^ (unsigned char)*p) * UINT64_C(1099511628211);
        row[i][0] = h;
        row[i][1] = i;
    }
    qsort(row, index->n, sizeof(*row), family_compare);
    for (size_t i = 0; i < index->n; i++) {
        size_t first =
            i > 0 && row[i - 1][0] == row[i][0] ? index->document[row[i - 1][1]].family : row[i][1];

        index->document[row[i][1]].family = (uint32_t)first;
    }
    free(row);
}

struct search_index *search_open(const struct search_document *documents, size_t n,
                                 const struct search_phrase *phrases, size_t n_phrases)
{
    struct search_index *index = memory_get(1, sizeof(*index));
    struct collection c;

    index->n = n < DOCUMENTS_MAX ? n : DOCUMENTS_MAX;
    index->document = memory_get(index->n, sizeof(*index->document));
    vocabulary_init(&index->words);
    labels_init(&index->labels);
    word_table_init(&index->table);
    pair_slots_resize(index, 4096);
    collection_init(&c);
    for (size_t i = 0; i < index->n; i++)
        collect_document(index, &c, (uint32_t)i, &documents[i]);
    place_words(index, &c);
    place_pairs(index, &c);
    collection_release(&c);
    weigh_words(index);
    weigh_heads(index);
    sort_codes(index);
    find_families(index);
    dictionary_init(index, phrases, n_phrases);
    vocabulary_seal(&index->words);
    dictionary_weigh(index);
    index->scratch = scratch_open(index);
    return index;
}

void search_close(struct search_index *index)
{
    if (!index)
        return;
    for (size_t i = 0; i < index->n; i++) {
        free(index->document[i].code);
        free(index->document[i].name);
    }
    free(index->document);
    free(index->by_code);
    free(index->idf);
    free(index->postings);
    free(index->posting_start);
    free(index->outside_body);
    free(index->pair_slot);
    free(index->pair_documents);
    free(index->pair_start);
    free(index->pair_head);
    vocabulary_release(&index->words);
    labels_release(&index->labels);
    word_table_release(&index->table);
    dictionary_release(&index->dictionary);
    scratch_close(index->scratch);
    free(index);
}

size_t search_size(const struct search_index *index)
{
    size_t bytes = sizeof(*index) + index->n * (sizeof(*index->document) + 4);

    for (size_t i = 0; i < index->n; i++)
        bytes += strlen(index->document[i].code) + strlen(index->document[i].name) + 34;
    bytes += index->posting_start[index->document_words] * sizeof(struct posting);
    bytes += index->document_words * 12 + index->pair_slots * sizeof(struct pair_slot);
    bytes += index->pair_start[index->n_pairs] * 4 + index->n_pairs * 8;
    bytes += vocabulary_size(&index->words) + labels_size(&index->labels);
    return bytes + dictionary_size(&index->dictionary) + scratch_size(index);
}
