/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Building the index: two passes of "collect, count, place" give each word and each pair of
 * neighbouring words its documents in rising order.
 */
#include "search/index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/memory.h"
#include "search/scratch.h"

enum {
    NAME_WORDS = 250,
    BODY_WORDS = 600,
    HEAD_WORDS = 12,
    TEXT_MAX = 8000, /* bytes of a name, field or agency list; bodies may have four times as many */
};

#define DOCUMENTS_MAX ((size_t)1 << 22)
#define PAIR_IDF_MAX 6.5F

struct word_entry_raw {
    uint32_t word;
    struct posting posting;
};

struct pair_entry_raw {
    uint32_t pair;
    uint32_t document;
    bool head;
};

/* Everything found so far, in order of documents. */
struct collection {
    struct word_entry_raw *word;
    size_t n_words, word_capacity;
    struct pair_entry_raw *pair;
    size_t n_pairs, pair_capacity;
    uint32_t *at;      /* per word: its entry in the current document ... */
    uint32_t *at_mark; /* ... if this is the current document + 1 */
    size_t at_capacity;
    struct syllable *syllable; /* NAME_WORDS or BODY_WORDS, whichever is more */
    uint32_t *number;
    bool *head;
};

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

static void collect_word(struct collection *c, uint32_t document, uint32_t word, uint8_t places,
                         const struct syllable *s)
{
    if (word >= c->at_capacity) {
        size_t old = c->at_capacity;

        c->at_capacity = old ? old * 2 : 4096;
        while (c->at_capacity <= word)
            c->at_capacity *= 2;
        c->at = memory_resize(c->at, c->at_capacity, sizeof(*c->at));
        c->at_mark = memory_resize(c->at_mark, c->at_capacity, sizeof(*c->at_mark));
        memset(c->at_mark + old, 0, (c->at_capacity - old) * sizeof(*c->at_mark));
    }
    uint16_t key = index_key(s->key);

    if (c->at_mark[word] != document + 1) {
        c->word = memory_grow(c->word, c->n_words, &c->word_capacity, sizeof(*c->word));
        c->at_mark[word] = document + 1;
        c->at[word] = (uint32_t)c->n_words;
        struct word_entry_raw *fresh = &c->word[c->n_words++];

        memset(fresh, 0, sizeof(*fresh));
        fresh->word = word;
        fresh->posting.document = document & 0xffffff;
    }
    struct posting *posting = &c->word[c->at[word]].posting;

    if ((places & IN_NAME) && !(posting->places & IN_NAME)) {
        posting->key = key;
        posting->base = index_base(s->key);
    } else if ((places & IN_NAME) && posting->key != key) {
        places |= IN_MANY;
    }
    posting->places = (posting->places | places) & 0xff;
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

static void collect_pair(struct search_index *index, struct collection *c, uint32_t document,
                         uint32_t first, uint32_t second, bool head)
{
    uint64_t key = (uint64_t)first << 32 | second;

    if ((index->n_pairs + 1) * 2 > index->pair_slots)
        pair_slots_resize(index, index->pair_slots * 2);
    struct pair_slot *slot = &index->pair_slot[pair_slot_of(index, key)];

    if (slot->pair == TERM_NONE) {
        slot->key = key;
        slot->pair = (uint32_t)index->n_pairs++;
    }
    c->pair = memory_grow(c->pair, c->n_pairs, &c->pair_capacity, sizeof(*c->pair));
    c->pair[c->n_pairs++] = (struct pair_entry_raw){slot->pair, document, head};
}

/* Which syllables belong to the head: the first ones outside parentheses, after "thủ tục". */
static void head_find(const char *name, const struct syllable *s, size_t n, bool *head)
{
    size_t taken = 0;
    size_t i = 0;
    bool whole = name[strspn(name, " \t")] == '(';
    int depth = 0;
    size_t at = 0;

    if (n > 1 && strcmp(s[0].fold, "thu") == 0 && strcmp(s[1].fold, "tuc") == 0)
        i = 2;
    memset(head, 0, n * sizeof(*head));
    for (; i < n && taken < HEAD_WORDS; i++) {
        for (; at < s[i].start; at++) {
            if (name[at] == '(')
                depth++;
            else if (name[at] == ')' && depth > 0)
                depth--;
        }
        if (depth == 0 || whole) {
            head[i] = true;
            taken++;
        }
    }
}

static void collect_name(struct search_index *index, struct collection *c, uint32_t number)
{
    struct document *document = &index->document[number];
    size_t n = fold_syllables(document->name, c->syllable, NAME_WORDS);

    head_find(document->name, c->syllable, n, c->head);
    for (size_t i = 0; i < n; i++) {
        c->number[i] = vocabulary_add(&index->words, c->syllable[i].fold);
        collect_word(c, number, c->number[i], c->head[i] ? IN_NAME | IN_HEAD : IN_NAME,
                     &c->syllable[i]);
        if (i > 0)
            collect_pair(index, c, number, c->number[i - 1], c->number[i],
                         c->head[i - 1] && c->head[i]);
    }
    document->length = (uint16_t)n;
}

static void collect_text(struct search_index *index, struct collection *c, uint32_t number,
                         const char *text, uint8_t place, size_t max_words)
{
    char *nfc = fold_nfc(text, place == IN_BODY ? TEXT_MAX * 4 : TEXT_MAX);
    size_t n = fold_syllables(nfc, c->syllable, max_words);

    for (size_t i = 0; i < n; i++) {
        uint32_t word = vocabulary_add(&index->words, c->syllable[i].fold);

        collect_word(c, number, word, place, &c->syllable[i]);
    }
    free(nfc);
}

/* Each line of a list is one label. */
static void collect_labels(struct search_index *index, uint32_t number, const char *lines,
                           enum label_kind kind)
{
    char line[1024];
    char fold[1024];

    while (lines && *lines) {
        size_t length = strcspn(lines, "\n");
        size_t copied = length < sizeof(line) - 1 ? length : sizeof(line) - 1;

        memcpy(line, lines, copied);
        line[copied] = '\0';
        if (search_fold(line, fold, sizeof(fold)) > 0)
            labels_note(&index->labels, kind, fold, number);
        lines += length + (lines[length] == '\n');
    }
}

/* What is put before other procedures that match as well: the procedure most people mean. */
static float document_prior(const struct search_document *from, const char *fold, int modifier)
{
    float prior = 0;

    (void)modifier;
    if (from->kind == SEARCH_SPECIFIC)
        prior -= 0.05F;
    else if (from->kind == SEARCH_INTERNAL)
        prior -= 0.12F;
    if (from->audience & SEARCH_CITIZEN)
        prior += 0.02F;
    if (from->level & SEARCH_COMMUNE)
        prior += 0.015F;
    if (strstr(fold, " lan dau"))
        prior += 0.008F;
    if (from->yearly > 0)
        prior += 0.01F * log10f(1.0F + (float)from->yearly);
    return prior;
}

/* Trims blanks and ends of lines, which some published names carry. */
static char *name_clean(const char *name)
{
    char *nfc = fold_nfc(name, TEXT_MAX);
    size_t start = strspn(nfc, " \t\n");
    size_t end = strlen(nfc);

    while (end > start && strchr(" \t\n", nfc[end - 1]))
        end--;
    memmove(nfc, nfc + start, end - start);
    nfc[end - start] = '\0';
    for (char *p = nfc; *p; p++)
        if (*p == '\n' || *p == '\t')
            *p = ' ';
    return nfc;
}

static void collect_document(struct search_index *index, struct collection *c, uint32_t number,
                             const struct search_document *from, struct vocabulary *names)
{
    struct document *document = &index->document[number];
    char fold[4096];

    document->code = memory_text(from->code ? from->code : "", from->code ? strlen(from->code) : 0);
    document->name = name_clean(from->name ? from->name : "");
    search_fold(document->name, fold, sizeof(fold));
    document->modifier = (int16_t)word_modifier(fold);
    document->prior = document_prior(from, fold, document->modifier);
    document->province = -1;
    collect_name(index, c, number);
    collect_text(index, c, number, from->fields, IN_FIELD, NAME_WORDS);
    collect_text(index, c, number, from->agencies, IN_AGENCY, NAME_WORDS);
    collect_text(index, c, number, from->papers, IN_BODY, BODY_WORDS);
    collect_text(index, c, number, from->description, IN_BODY, BODY_WORDS);
    collect_labels(index, number, from->fields, LABEL_FIELD);
    collect_labels(index, number, from->agencies, LABEL_AGENCY);
    if (from->province && search_fold(from->province, fold, sizeof(fold)) > 0)
        document->province = (int32_t)labels_note(&index->labels, LABEL_PROVINCE, fold, number);
    (void)names;
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
        const struct word_entry_raw *entry = &c->word[i];

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
        const struct pair_entry_raw *entry = &c->pair[i];

        index->pair_documents[index->pair_start[entry->pair + 1]++] = entry->document;
        index->pair_head[entry->pair] += entry->head;
    }
}

/* A word that only papers and descriptions have counts as if it were in every tenth name. */
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
    struct posting_list list = {NULL, 0, 0};

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
        size_t first = i > 0 && row[i - 1][0] == row[i][0]
                           ? index->document[row[i - 1][1]].family
                           : row[i][1];

        index->document[row[i][1]].family = (uint32_t)first;
    }
    free(row);
}

static void collection_init(struct collection *c)
{
    memset(c, 0, sizeof(*c));
    c->syllable = memory_get(BODY_WORDS, sizeof(*c->syllable));
    c->number = memory_get(BODY_WORDS, sizeof(*c->number));
    c->head = memory_get(BODY_WORDS, sizeof(*c->head));
}

static void collection_release(struct collection *c)
{
    free(c->word);
    free(c->pair);
    free(c->at);
    free(c->at_mark);
    free(c->syllable);
    free(c->number);
    free(c->head);
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
        collect_document(index, &c, (uint32_t)i, &documents[i], NULL);
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
