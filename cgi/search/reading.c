/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Readings of a query: with the dictionary's wordings in place of what was typed, and what the
 * dictionary pins.
 */
#include <math.h>
#include <string.h>

#include "search/run.h"
#include "search/score.h"

static const float original_rest = 0.80F; /* other words of a reading with a replaced phrase */
static const float english_rest = 0.55F;
static const float official_weight = 0.97F;
static const float apart_weight = 0.92F;
static const float apart_rest = 0.60F;
static const float pin_step = 0.06F; /* less for each further pin of a phrase */
static const float named_share = 0.50F;
static const float abbreviation_share = 0.88F;

enum { WORDINGS = 3, PINNING = 6 };

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

/* Chooses phrases that stand in the query without overlapping, the longest first. */
static bool choose_replacements(const struct run *run, int8_t chosen[SLOTS_MAX])
{
    bool any = false;

    memset(chosen, -1, SLOTS_MAX);
    for (size_t length = PHRASE_WORDS; length > 0; length--) {
        for (size_t i = 0; i < run->n_matches; i++) {
            const struct phrase_match *m = &run->match[i];
            bool free_place = m->n == length && run_phrase(run, i)->n_wordings > 0;

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
            const struct phrase *p = run_phrase(run, (size_t)chosen[i]);

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
    const struct phrase *p = run_phrase(run, i);
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
    const struct phrase *p = run_phrase(run, i);

    /* an abbreviation within a longer query only stands for its words */
    if (p->kind == SEARCH_PHRASE_ABBREVIATION && m->share < abbreviation_share)
        return;
    /* a phrase that explains less of the query than some name does yields to that name */
    float likeness = m->likeness * (1 - named_share * fmaxf(0, run->named - m->share));

    for (size_t k = 0; k < p->n_codes; k++) {
        struct standing *standing = scratch_stand(run->index, p->document[k]);

        if (!standing)
            continue;
        float grant = likeness * (1.0F - pin_step * (float)k);

        if (grant > standing->pin) {
            standing->pin = grant;
            standing->phrase = (int32_t)m->phrase;
            standing->pinned = true;
        }
    }
}

void run_score_phrases(struct run *run)
{
    const struct scratch *s = run->index->scratch;
    size_t pinned = 0;
    size_t apart = 0;

    for (size_t i = 0; i < s->n_found; i++) {
        run->named = fmaxf(run->named, s->standing[s->found[i]].share);
        run->named_score = fmaxf(run->named_score, s->standing[s->found[i]].score);
    }

    score_replaced(run);
    for (size_t i = 0; i < run->n_matches; i++) {
        const struct phrase *p = run_phrase(run, i);

        if (p->kind == SEARCH_PHRASE_OUTSIDE) {
            run->outside = fmaxf(run->outside, run->match[i].likeness);
            continue;
        }
        if (p->n_codes > 0 || (run->match[i].n > 0 && p->n_wordings > 0))
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
