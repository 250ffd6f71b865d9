/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "search/search.h"
#include "search/scratch.h"

enum {
    PHRASES_MOST = 3, /* of the suggestions; the rest are procedures */
    LETTERS_LEAST = 2,
};

/* A phrase worth offering: everyday words that begin with what is typed. */
static bool is_offered(const struct phrase *p, const char *fold, size_t length)
{
    bool kind = p->kind == SEARCH_PHRASE_COLLOQUIAL || p->kind == SEARCH_PHRASE_INTENT ||
                p->kind == SEARCH_PHRASE_DIALECT || p->kind == SEARCH_PHRASE_OLD_NAME ||
                p->kind == SEARCH_PHRASE_ENGLISH;

    return kind && p->n_codes > 0 && p->n >= 2 && strncmp(p->fold, fold, length) == 0 &&
           p->fold[length];
}

/* The shortest phrases that begin with the folded text. */
static size_t suggest_phrases(const struct search_index *index, const char *fold,
                              struct search_suggestion *out)
{
    const struct dictionary *d = &index->dictionary;
    size_t length = strlen(fold);
    size_t n = 0;

    for (size_t i = 0; i < d->given; i++) {
        const struct phrase *p = &d->phrase[i];

        if (!is_offered(p, fold, length))
            continue;
        if (n == PHRASES_MOST && strlen(p->fold) >= strlen(d->phrase[out[n - 1].phrase].fold))
            continue;
        size_t k = n < PHRASES_MOST ? n++ : n - 1;

        while (k > 0 && strlen(d->phrase[out[k - 1].phrase].fold) > strlen(p->fold)) {
            out[k] = out[k - 1];
            k--;
        }
        out[k] = (struct search_suggestion){ p->text, UINT32_MAX, (int32_t)i };
    }
    return n;
}

static bool is_repeated(const struct search_index *index, const struct search_suggestion *given,
                        size_t n, uint32_t document)
{
    for (size_t i = 0; i < n; i++)
        if (given[i].document != UINT32_MAX &&
            index->document[given[i].document].family == index->document[document].family)
            return true;
    return false;
}

size_t search_suggest(struct search_index *index, const char *typed,
                      const struct search_filter *filter,
                      struct search_suggestion suggestions[SEARCH_SUGGESTIONS])
{
    struct search_answer answer;
    char fold[SEARCH_QUERY_BYTES * 2];
    size_t n = 0;

    if (search_fold(typed, fold, sizeof(fold)) < LETTERS_LEAST)
        return 0;
    search_run(index, typed, filter, &answer);
    if (!answer.code_query && !answer.outside)
        n = suggest_phrases(index, fold, suggestions);
    for (size_t i = 0; i < answer.total && n < SEARCH_SUGGESTIONS; i++) {
        uint32_t document = answer.hits[i].document;

        if (is_repeated(index, suggestions, n, document))
            continue;
        suggestions[n++] =
            (struct search_suggestion){ index->document[document].name, document, -1 };
    }
    return n;
}
