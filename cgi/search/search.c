/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The way of a query: code? → slots → phrases → readings → standings → cut and order.
 */
#include "search/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/code.h"
#include "search/match.h"
#include "search/memory.h"
#include "search/names.h"
#include "search/score.h"

static const float original_rest = 0.80F; /* other words of a reading with a replaced phrase */
static const float english_rest = 0.55F;
static const float official_weight = 0.97F;
static const float apart_weight = 0.92F;
static const float apart_rest = 0.60F;
static const float pin_bonus = 0.15F;
static const float pinned_name_share = 0.05F;
static const float modifier_loss = 0.05F;
static const float top_least = 0.54F;
static const float top_weak = 0.46F;
static const float list_share = 0.50F;

static const float abbreviation_share = 0.80F;
static const float outside_least = 0.60F;

enum { WORDINGS = 3, PINNING = 6 };

struct run {
    struct search_index *index;
    struct query *query;
    struct named_places places;
    struct phrase_match match[PHRASE_MATCHES];
    size_t n_matches;
    float outside; /* likeness of the best phrase that is no procedure ... */
    float inside;  /* ... and of the best one that is */
};

static void reading_add_wording(const struct search_index *index, struct query *reading,
                                const struct wording *wording)
{
    for (size_t i = 0; i < wording->n && reading->n < SLOTS_MAX; i++)
        slot_official(index, &reading->slot[reading->n++], &wording->syllable[i]);
}

static void reading_add_slot(struct query *reading, const struct slot *slot, float share)
{
    if (reading->n == SLOTS_MAX)
        return;
    reading->slot[reading->n] = *slot;
    reading->slot[reading->n++].weight *= share;
}

static void reading_start(struct query *reading, const struct query *query)
{
    reading->n = 0;
    reading->marked = query->marked;
    reading->english = query->english;
}

static const struct phrase *match_phrase(const struct run *run, size_t i)
{
    return &run->index->dictionary.phrase[run->match[i].phrase];
}

/* Chooses phrases that stand in the query without overlapping, the longest first. */
static bool choose_replacements(const struct run *run, int8_t chosen[SLOTS_MAX])
{
    bool any = false;

    memset(chosen, -1, SLOTS_MAX);
    for (size_t length = PHRASE_WORDS; length > 0; length--) {
        for (size_t i = 0; i < run->n_matches; i++) {
            const struct phrase_match *m = &run->match[i];
            bool free_place = m->n == length && match_phrase(run, i)->n_wordings > 0;

            for (size_t k = 0; k < m->n && free_place; k++)
                free_place = chosen[m->start + k] == -1;
            if (!free_place)
                continue;
            for (size_t k = 0; k < m->n; k++)
                chosen[m->start + k] = -2;
            chosen[m->start] = (int8_t)i;
            any = true;
        }
    }
    return any;
}

/* The query with all chosen phrases replaced by their wordings, once for each wording. */
static void score_replaced(struct run *run)
{
    int8_t chosen[SLOTS_MAX];
    struct query *reading = &run->index->scratch->reading;
    float rest = run->query->english ? english_rest : original_rest;

    if (!choose_replacements(run, chosen))
        return;
    for (size_t w = 0; w < WORDINGS; w++) {
        bool fresh = w == 0;
        int32_t phrase = -1;
        float weight = official_weight;

        reading_start(reading, run->query);
        for (size_t i = 0; i < run->query->n;) {
            if (chosen[i] < 0) {
                reading_add_slot(reading, &run->query->slot[i++], rest);
                continue;
            }
            const struct phrase *p = match_phrase(run, (size_t)chosen[i]);

            fresh |= w < p->n_wordings;
            reading_add_wording(run->index, reading,
                                &p->wording[w < p->n_wordings ? w : p->n_wordings - 1]);
            phrase = (int32_t)run->match[chosen[i]].phrase;
            weight *= 0.5F + 0.5F * run->match[chosen[i]].weight;
            i += p->n;
        }
        if (fresh)
            score_reading(run->index, reading, weight, phrase);
    }
}

/* The wording of a situation that is like the query, with the words it does not explain. */
static void score_apart(struct run *run, size_t i)
{
    const struct phrase *p = match_phrase(run, i);
    struct query *reading = &run->index->scratch->reading;

    for (size_t w = 0; w < p->n_wordings && w < 2; w++) {
        reading_start(reading, run->query);
        reading->marked = false;
        reading_add_wording(run->index, reading, &p->wording[w]);
        for (size_t k = 0; k < run->query->n; k++) {
            const struct slot *slot = &run->query->slot[k];
            bool explained = false;

            for (size_t j = 0; j < p->n && !explained; j++)
                explained = slot->n > 0 && slot->alternative[0].word == p->token[j].word;
            if (!explained)
                reading_add_slot(reading, slot, apart_rest * (1 - run->match[i].likeness));
        }
        score_reading(run->index, reading, apart_weight * (0.4F + 0.6F * run->match[i].likeness),
                      (int32_t)run->match[i].phrase);
    }
}

static void pin(struct run *run, size_t i)
{
    const struct phrase_match *m = &run->match[i];
    const struct phrase *p = match_phrase(run, i);

    /* an abbreviation within a longer query only stands for its words */
    if (p->kind == SEARCH_PHRASE_ABBREVIATION && m->share < abbreviation_share)
        return;
    for (size_t k = 0; k < p->n_codes; k++) {
        struct standing *standing = scratch_stand(run->index, p->document[k]);

        if (!standing)
            continue;
        float grant = m->likeness * (1.0F - 0.06F * (float)k);

        if (grant > standing->pin) {
            standing->pin = grant;
            standing->phrase = (int32_t)m->phrase;
            standing->pinned = true;
        }
    }
}

static void score_phrases(struct run *run)
{
    size_t pinned = 0;
    size_t apart = 0;

    score_replaced(run);
    for (size_t i = 0; i < run->n_matches; i++) {
        const struct phrase *p = match_phrase(run, i);

        if (p->kind == SEARCH_PHRASE_OUTSIDE) {
            run->outside = fmaxf(run->outside, run->match[i].likeness);
            continue;
        }
        if (p->n_codes > 0)
            run->inside = fmaxf(run->inside, run->match[i].likeness);
        if (run->match[i].n == 0 && p->n_wordings > 0 && apart < 2) {
            score_apart(run, i);
            apart++;
        }
        if (pinned < PINNING) {
            pin(run, i);
            pinned++;
        }
    }
}

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

struct order {
    const struct search_index *index;
};

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
static bool is_outside(const struct run *run)
{
    const struct scratch *s = run->index->scratch;
    float named = 0;

    if (run->outside < outside_least || run->outside < run->inside)
        return false;
    for (size_t i = 0; i < s->n_found; i++)
        named = fmaxf(named, s->standing[s->found[i]].score);
    return run->outside > named;
}

/* An English query is answered if the glossary knows most of it: nothing else can match. */
static bool is_foreign(const struct run *run)
{
    bool known[SLOTS_MAX] = {false};
    size_t total = 0;
    size_t unknown = 0;

    if (!run->query->english)
        return false;
    for (size_t m = 0; m < run->n_matches; m++) {
        const struct phrase *p = match_phrase(run, m);

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

static void collect_hits(struct run *run, struct search_answer *answer)
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

        if (standing->score < top * list_share || standing->score <= 0 || (weak && !standing->strong))
            continue;
        s->hit[n++] = (struct search_hit){.document = d,
                                          .score = roundf(standing->score * 10000) / 10000,
                                          .variant = standing->variant,
                                          .pinned = standing->pinned,
                                          .phrase = standing->phrase};
    }
    qsort_r(s->hit, n, sizeof(*s->hit), hit_compare, run->index);
    answer->hits = s->hit;
    answer->total = n;
    answer->weak = weak;
}

static bool answer_code(struct search_index *index, const char *text,
                        const struct search_filter *filter, struct search_answer *answer)
{
    uint32_t documents[CODE_HITS];
    size_t n = 0;

    if (!code_find(index, text, documents, &n))
        return false;
    answer->code_query = true;
    answer->hits = index->scratch->hit;
    for (size_t i = 0; i < n; i++) {
        if (filter && !filter->keep(filter->context, documents[i]))
            continue;
        index->scratch->hit[answer->total++] =
            (struct search_hit){.document = documents[i], .score = 1, .phrase = -1};
    }
    return true;
}

void search_run(struct search_index *index, const char *query, const struct search_filter *filter,
                struct search_answer *answer)
{
    struct run run = {.index = index, .query = &index->scratch->query};
    char *text = fold_nfc(query, SEARCH_QUERY_BYTES);

    memset(answer, 0, sizeof(*answer));
    scratch_reset(index);
    index->scratch->filter = filter;
    answer->hits = index->scratch->hit;
    if (!answer_code(index, text, filter, answer)) {
        query_read(index, run.query, text, true);
        if (run.query->n > 0) {
            names_read(index, run.query, &run.places);
            score_reading(index, run.query, 1.0F, -1);
            run.n_matches = match_phrases(index, run.query, run.match);
            score_phrases(&run);
            if (is_foreign(&run) || is_outside(&run)) {
                answer->outside = true;
                free(text);
                return;
            }
            answer->field_query = names_raise_fields(index, &run.places);
            names_raise_provinces(index, &run.places);
            collect_hits(&run, answer);
        }
    }
    free(text);
}
