/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * One reading of a query against all documents: words weighted by rarity, pairs of neighbours,
 * agreement of marks, and how much of the document's name the query explains.
 */
#include "search/score.h"

#include <math.h>
#include <string.h>

static const float in_field = 0.55F;
static const float in_agency = 0.50F;
static const float in_body = 0.15F;
static const float marks_other_tone = 0.82F;
static const float marks_other_letter = 0.62F;
static const float marks_missing = 0.92F;
static const float pair_share = 0.55F;
static const float pair_unknown = 1.2F;
static const float pair_rare = 3.6F; /* idf from which a pair is strong evidence */
static const float coverage_share = 0.40F;
static const float share_least = 0.25F;
static const float share_without_pairs = 0.60F;
static const float contained_base = 0.45F;
static const float contained_mass = 12.0F;
static const float idf_least = 0.4F;
static const float unknown_share = 0.75F;

static float place_weight(unsigned places)
{
    if (places & IN_NAME)
        return 1.0F;
    if (places & IN_FIELD)
        return in_field;
    return places & IN_AGENCY ? in_agency : in_body;
}

static float idf_of(const struct search_index *index, float documents)
{
    return logf(1.0F + ((float)index->n - documents + 0.5F) / (documents + 0.5F));
}

/* How a document writes the word against how it was typed, for one posting. */
static float agreement(const struct posting *posting, uint16_t key, uint16_t base, bool bare)
{
    if (!(posting->places & IN_NAME) || (posting->places & IN_MANY) || posting->key == key)
        return 1.0F;
    if (bare)
        return marks_missing;
    return posting->base == base ? marks_other_tone : marks_other_letter;
}

static void touch(struct scratch *s, uint32_t document, float value, bool head)
{
    if (s->best[document] == 0) {
        s->slot_touched[s->n_slot_touched++] = document;
        s->best_in_head[document] = false;
    }
    if (value > s->best[document])
        s->best[document] = value;
    s->best_in_head[document] |= head;
}

static void forget(struct scratch *s)
{
    for (size_t i = 0; i < s->n_slot_touched; i++)
        s->best[s->slot_touched[i]] = 0;
    s->n_slot_touched = 0;
}

/* Adds what the current slot or pair found to the documents, and forgets it. */
static void settle(struct scratch *s, float value, float head_value, bool evidence)
{
    for (size_t i = 0; i < s->n_slot_touched; i++) {
        uint32_t d = s->slot_touched[i];

        if (s->sum[d] == 0)
            s->touched[s->n_touched++] = d;
        s->sum[d] += value * s->best[d];
        if (s->best_in_head[d])
            s->head[d] += head_value * s->best[d];
        if (evidence)
            s->evidence[d] = true;
        s->best[d] = 0;
    }
    s->n_slot_touched = 0;
}

/* The idf of a slot: of the set of documents that any of its best alternatives reaches. */
static float slot_idf(const struct search_index *index, const struct slot *slot)
{
    struct scratch *s = index->scratch;
    float best = 0;

    for (size_t i = 0; i < slot->n; i++) {
        const struct alternative *a = &slot->alternative[i];

        if (index_postings(index, a->word).outside_body > 0 && a->weight > best)
            best = a->weight;
    }
    if (best == 0)
        return unknown_share * idf_of(index, 0);
    if (slot->n == 1)
        return fmaxf(index->idf[slot->alternative[0].word], idf_least);
    for (size_t i = 0; i < slot->n; i++) {
        const struct alternative *a = &slot->alternative[i];
        struct posting_list list = index_postings(index, a->word);

        for (uint32_t k = 0; k < list.n && a->weight >= best - 0.05F; k++)
            if (list.at[k].places & ~IN_BODY)
                touch(s, list.at[k].document, 1.0F, false);
    }
    float idf = idf_of(index, (float)s->n_slot_touched);

    forget(s);
    return fmaxf(idf, idf_least);
}

/* If closed, only documents found before are looked at: others cannot reach a sufficient share. */
static void score_slot(const struct search_index *index, const struct query *reading,
                       const struct slot *slot, bool closed)
{
    struct scratch *s = index->scratch;
    uint16_t key = index_key(slot->syllable.key);
    uint16_t base = index_base(slot->syllable.key);
    bool bare = strcmp(slot->syllable.key, slot->syllable.fold) == 0;
    bool marks = reading->marked && slot->source != SLOT_SPLIT;

    if (slot->weight <= 0)
        return;
    for (size_t i = 0; i < slot->n; i++) {
        const struct alternative *a = &slot->alternative[i];
        struct posting_list list = index_postings(index, a->word);

        for (uint32_t k = 0; k < list.n; k++) {
            const struct posting *p = &list.at[k];

            if (closed && s->sum[p->document] == 0)
                continue;
            float value = a->weight * place_weight(p->places);
            float agreed = marks && a->weight == 1.0F ? agreement(p, key, base, bare) : 1.0F;

            if (slot->weight >= 0.3F && agreed >= marks_missing &&
                (a->weight == 1.0F || !marks || bare))
                s->agreed[p->document] = true;
            touch(s, p->document, value * agreed, p->places & IN_HEAD);
        }
    }
    settle(s, slot->weight * slot->idf, slot->idf, false);
}

static bool in_head(const struct search_index *index, uint32_t document, uint32_t word)
{
    struct posting_list list = index_postings(index, word);
    uint32_t low = 0;
    uint32_t high = list.n;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (list.at[middle].document < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list.n && list.at[low].document == document && (list.at[low].places & IN_HEAD);
}

/* The documents of a rare pair as typed may be shown even when nothing else matches. */
static void note_strong(struct search_index *index, const struct slot *a, const struct slot *b)
{
    struct pair_list list;

    if (!index_pair(index, a->word, b->word, &list) || list.in_head == 0)
        return;
    for (uint32_t i = 0; i < list.n; i++) {
        uint32_t d = list.document[i];

        if (!in_head(index, d, a->word) || !in_head(index, d, b->word))
            continue;
        struct standing *standing = scratch_stand(index, d);

        if (standing)
            standing->strong = true;
    }
}

/* Neighbours in the query that are neighbours in the name.  Returns their share of the mass. */
static float score_pair(struct search_index *index, const struct slot *a, const struct slot *b)
{
    struct scratch *s = index->scratch;
    float weight = sqrtf(a->weight * b->weight);
    float limit = (a->idf + b->idf) / 2 + 1.5F;
    float rarity = -1;

    if (weight <= 0 || strcmp(a->syllable.fold, b->syllable.fold) == 0)
        return 0;
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            float g = a->alternative[i].weight * b->alternative[k].weight;
            struct pair_list list;

            if (!index_pair(index, a->alternative[i].word, b->alternative[k].word, &list))
                continue;
            float idf = fminf(index_pair_idf(index, &list), limit);

            rarity = rarity < 0 ? idf : fminf(rarity, idf);
            for (uint32_t j = 0; j < list.n; j++)
                touch(s, list.document[j], g, false);
        }
    }
    if (rarity < 0)
        return pair_share * weight * pair_unknown;
    settle(s, pair_share * weight * rarity, 0, weight >= 0.35F);
    if (weight >= 0.55F && rarity >= pair_rare && a->word != TERM_NONE && b->word != TERM_NONE)
        note_strong(index, a, b);
    return pair_share * weight * rarity;
}

/* The words of a reading, to mark them in names later. */
static uint8_t note_variant(struct scratch *s, const struct query *reading, int32_t phrase)
{
    if (s->n_variants == SEARCH_VARIANTS)
        s->n_variants--;
    struct variant *v = &s->variant[s->n_variants];

    v->n = 0;
    v->phrase = phrase;
    for (size_t i = 0; i < reading->n; i++)
        for (size_t k = 0; k < reading->slot[i].n && v->n < VARIANT_WORDS; k++)
            if (reading->slot[i].weight >= 0.3F)
                v->word[v->n++] = reading->slot[i].alternative[k].word;
    return (uint8_t)s->n_variants++;
}

static void keep_best(struct search_index *index, uint32_t d, const struct standing *offer)
{
    struct standing *standing = scratch_stand(index, d);

    if (!standing || offer->score <= standing->score)
        return;
    standing->score = offer->score;
    standing->share = offer->share;
    standing->coverage = offer->coverage;
    standing->variant = offer->variant;
    standing->phrase = offer->phrase;
}

/* Scores words in order of their mass, the pairs before them.  Returns the mass of all. */
static float score_words(struct search_index *index, struct query *reading)
{
    uint8_t order[SLOTS_MAX];
    float mass = 0;
    float rest = 0; /* of slots not scored yet */

    for (size_t i = 0; i < reading->n; i++) {
        struct slot *slot = &reading->slot[i];
        size_t k = i;

        slot->idf = slot_idf(index, slot);
        rest += slot->weight * slot->idf;
        for (; k > 0; k--) {
            const struct slot *before = &reading->slot[order[k - 1]];

            if (before->weight * before->idf >= slot->weight * slot->idf)
                break;
            order[k] = order[k - 1];
        }
        order[k] = (uint8_t)i;
    }
    for (size_t i = 0; i + 1 < reading->n; i++)
        mass += score_pair(index, &reading->slot[i], &reading->slot[i + 1]);
    mass += rest;
    for (size_t i = 0; i < reading->n; i++) {
        const struct slot *slot = &reading->slot[order[i]];

        score_slot(index, reading, slot, reading->n > 1 && rest < share_without_pairs * mass);
        rest -= slot->weight * slot->idf;
    }
    return mass;
}

/* Mostly the share of the query that the name explains. */
static float usual_score(float share, float coverage)
{
    return share * (1 - coverage_share + coverage_share * coverage);
}

/* A name that stands in the query whole is
 * what is meant even if much is told besides, provided that it is a weighty name. */
static float offer_score(float share, float coverage, float head_mass)
{
    float contained = coverage * coverage * (contained_base + (1 - contained_base) * share);

    contained *= fminf(1, coverage * head_mass / contained_mass);
    return fmaxf(usual_score(share, coverage), contained);
}

void score_reading(struct search_index *index, struct query *reading, float weight, int32_t phrase)
{
    struct scratch *s = index->scratch;
    float mass = score_words(index, reading);
    uint8_t variant = note_variant(s, reading, phrase);

    for (size_t i = 0; i < s->n_touched; i++) {
        uint32_t d = s->touched[i];
        float share = mass > 0 ? s->sum[d] / mass : 0;
        bool enough = share >= share_without_pairs || s->evidence[d] || reading->n == 1;

        if (share >= share_least && enough && s->agreed[d]) {
            float coverage = fminf(1.0F, s->head[d] / index->document[d].head_mass);
            struct standing offer = { .share = share, .coverage = coverage, .phrase = phrase };

            offer.variant = variant;
            offer.score = weight * (phrase < 0 && !reading->english
                                        ? offer_score(share, coverage, index->document[d].head_mass)
                                        : usual_score(share, coverage));
            keep_best(index, d, &offer);
        }
        s->sum[d] = 0;
        s->head[d] = 0;
        s->evidence[d] = false;
        s->agreed[d] = false;
    }
    s->n_touched = 0;
}
