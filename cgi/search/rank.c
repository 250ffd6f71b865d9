/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * From standings to an ordered list.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/run.h"

static const float pin_bonus = 0.15F;
static const float pinned_name_share = 0.05F;
static const float modifier_loss = 0.05F;
static const float top_least = 0.54F;
static const float top_weak = 0.46F;
static const float list_share = 0.50F;
static const float copy_loss = 0.02F;
static const float copy_loss_most = 0.20F;
static const float outside_least = 0.60F;
static const float inside_certain = 0.80F;

/* A procedure that changes or ends something, which the query does not ask for. */
static bool modifier_unasked(const struct run *run, int modifier)
{
    const char *text = word_modifier_text(modifier);

    while (*text) {
        char word[FOLD_MAX + 1];
        size_t length = strcspn(text, " ");
        bool asked = false;

        memcpy(word, text, length);
        word[length] = '\0';
        uint32_t number = vocabulary_find(&run->index->words, word);
        const struct scratch *s = run->index->scratch;

        for (size_t v = 0; v < s->n_variants && !asked; v++)
            for (size_t k = 0; k < s->variant[v].n && !asked; k++)
                asked = s->variant[v].word[k] == number;
        if (!asked)
            return true;
        text += length + (text[length] == ' ');
    }
    return false;
}

static float final_score(const struct run *run, uint32_t d, struct standing *standing)
{
    const struct document *document = &run->index->document[d];
    float score = standing->score;

    if (standing->pin > 0) {
        float pinned = standing->pin + pinned_name_share * score;

        score = fmaxf(score + pin_bonus * standing->pin * standing->pin, pinned);
    } else if (document->modifier >= 0 && modifier_unasked(run, document->modifier)) {
        score -= modifier_loss;
    }
    if (!names_province(&run->places, document->province))
        score += document->prior;
    return score;
}

static int hit_compare(const void *a, const void *b, void *context)
{
    const struct search_index *index = context;
    const struct search_hit *left = a;
    const struct search_hit *right = b;

    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    const struct document *l = &index->document[left->document];
    const struct document *r = &index->document[right->document];

    if (l->length != r->length)
        return l->length < r->length ? -1 : 1;
    return strcmp(l->code, r->code);
}

/* The dictionary knows the query as something else than a procedure, and better so than as one. */
static bool is_known_outside(const struct run *run)
{
    if (run->outside < outside_least ||
        (run->outside < run->inside && run->inside >= inside_certain))
        return false;
    return run->outside > run->named_score;
}

/* An English query is answered if the glossary knows most of it: nothing else can match. */
static bool is_foreign(const struct run *run)
{
    bool known[SLOTS_MAX] = { false };
    size_t total = 0;
    size_t unknown = 0;

    if (!run->query->english)
        return false;
    for (size_t m = 0; m < run->n_matches; m++) {
        const struct phrase *p = run_phrase(run, m);

        for (size_t i = 0; i < run->query->n; i++)
            for (size_t k = 0; k < p->n; k++)
                known[i] |= run->query->slot[i].word == p->token[k].word;
    }
    for (size_t i = 0; i < run->query->n; i++) {
        if (run->query->slot[i].weight < 0.1F)
            continue;
        total++;
        unknown += !known[i];
    }
    return unknown * 2 >= total && unknown > 0;
}

bool run_is_outside(const struct run *run)
{
    return is_foreign(run) || is_known_outside(run);
}

/* Provinces publish the same procedure under their own codes.  The first of a family stays where
 * it is; each further one goes down a little more, so that copies do not fill the first page. */
static void demote_copies(struct search_index *index, size_t n)
{
    struct scratch *s = index->scratch;
    bool any = false;

    for (size_t i = 0; i < n; i++)
        s->slot_touched[index->document[s->hit[i].document].family] = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t *seen = &s->slot_touched[index->document[s->hit[i].document].family];

        if (*seen > 0) {
            s->hit[i].score -= fminf(copy_loss * (float)*seen, copy_loss_most);
            any = true;
        }
        ++*seen;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t *seen = &s->slot_touched[index->document[s->hit[i].document].family];

        s->hit[i].copies = *seen > 0 ? *seen - 1 : 0;
        *seen = 0;
    }
    if (any)
        qsort_r(s->hit, n, sizeof(*s->hit), hit_compare, index);
}

void run_rank(struct run *run, struct search_answer *answer)
{
    struct scratch *s = run->index->scratch;
    float top = 0;
    float top_strong = 0;
    size_t n = 0;

    for (size_t i = 0; i < s->n_found; i++) {
        struct standing *standing = &s->standing[s->found[i]];

        if (standing->score <= 0 && standing->pin <= 0)
            continue;
        standing->score = final_score(run, s->found[i], standing);
        top = fmaxf(top, standing->score);
        if (standing->strong)
            top_strong = fmaxf(top_strong, standing->score);
    }
    bool weak = top < top_least;

    if (weak && top_strong < top_weak)
        return;
    if (weak)
        top = top_strong;
    for (size_t i = 0; i < s->n_found; i++) {
        uint32_t d = s->found[i];
        const struct standing *standing = &s->standing[d];

        if (standing->score < top * list_share || standing->score <= 0 ||
            (weak && !standing->strong))
            continue;
        s->hit[n++] = (struct search_hit){ .document = d,
                                           .score = roundf(standing->score * 10000) / 10000,
                                           .variant = standing->variant,
                                           .pinned = standing->pinned,
                                           .phrase = standing->phrase };
    }
    qsort_r(s->hit, n, sizeof(*s->hit), hit_compare, run->index);
    demote_copies(run->index, n);
    answer->hits = s->hit;
    answer->total = n;
    answer->weak = weak;
}
