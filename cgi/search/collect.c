/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/collect.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/memory.h"

enum {
    NAME_WORDS = 250,
    BODY_WORDS = 600,
    HEAD_WORDS = 12,
    TEXT_MAX = 8000, /* bytes of a name, field or agency list; bodies may have four times as many */
};

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
        struct found_word *fresh = &c->word[c->n_words++];

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

static void collect_pair(struct search_index *index, struct collection *c, uint32_t document,
                         uint32_t first, uint32_t second, bool head)
{
    uint32_t pair = index_pair_make(index, first, second);

    c->pair = memory_grow(c->pair, c->n_pairs, &c->pair_capacity, sizeof(*c->pair));
    c->pair[c->n_pairs++] = (struct found_pair){ pair, document, head };
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

/* Whether one of the fields is the army's own branch of it: "Chính sách BQP" beside "Chính sách". */
static bool is_military(const char *fields)
{
    static const char mark[] = "BQP";

    for (const char *at = fields; at && (at = strstr(at, mark)); at += sizeof(mark) - 1) {
        char next = at[sizeof(mark) - 1];

        if (at > fields && at[-1] == ' ' && (next == '\0' || next == '\n' || next == ' '))
            return true;
    }
    return false;
}

/* What is put before other procedures that match as well: the procedure most people mean. */
static float document_prior(const struct search_document *from, const char *fold)
{
    float prior = 0;

    if (from->kind == SEARCH_SPECIFIC)
        prior -= 0.05F;
    else if (from->kind == SEARCH_INTERNAL)
        prior -= 0.12F;
    if (is_military(from->fields))
        prior -= 0.05F;
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

void collect_document(struct search_index *index, struct collection *c, uint32_t number,
                      const struct search_document *from)
{
    struct document *document = &index->document[number];
    char fold[4096];

    document->code = memory_text(from->code ? from->code : "", from->code ? strlen(from->code) : 0);
    document->name = name_clean(from->name ? from->name : "");
    search_fold(document->name, fold, sizeof(fold));
    document->modifier = (int16_t)word_modifier(fold);
    document->prior = document_prior(from, fold);
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
}

void collection_init(struct collection *c)
{
    memset(c, 0, sizeof(*c));
    c->syllable = memory_get(BODY_WORDS, sizeof(*c->syllable));
    c->number = memory_get(BODY_WORDS, sizeof(*c->number));
    c->head = memory_get(BODY_WORDS, sizeof(*c->head));
}

void collection_release(struct collection *c)
{
    free(c->word);
    free(c->pair);
    free(c->at);
    free(c->at_mark);
    free(c->syllable);
    free(c->number);
    free(c->head);
}
