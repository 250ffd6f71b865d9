/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Two ways: word by word (the phrase stands in the query), and as a whole (query and situation
 * share most of their weighty words, in any order, with words of equal meaning made one).
 */
#include "search/match.h"

#include <math.h>
#include <string.h>

static const float least_likeness = 0.50F;       /* in a query of many words ... */
static const float least_likeness_short = 0.60F; /* ... and of few */
enum { LONG_QUERY = 6 };                         /* weighty words */

static const float least_phrase_share = 0.60F;
static const float contained_base = 0.52F;
static const float contained_mass = 8.0F;
static const float open_weight = 0.85F; /* of a word that is only begun */
static const float open_missed = 0.86F; /* of a phrase that says nothing of the begun word */
static const float whole_weight = 0.97F;
static const float weighty = 0.4F; /* mass of a word that makes a phrase worth comparing */

/* The weight with which a slot may stand for a word; 0 if it may not. */
static float slot_stands(const struct search_index *index, const struct slot *slot, uint32_t word)
{
    for (size_t i = 0; i < slot->n; i++)
        if (slot->alternative[i].word == word)
            return slot->alternative[i].weight;
    const char *fold = slot->syllable.fold;

    if (slot->open && strncmp(index->words.word[word], fold, strlen(fold)) == 0)
        return open_weight;
    return 0;
}

/* Marks of more than half of the words say that other words are meant. */
static bool marks_agree(const struct query *query, const struct token *asked,
                        const struct phrase *p)
{
    size_t bad = 0;

    if (!query->marked)
        return true;
    for (size_t k = 0; k < p->n; k++) {
        bool same = asked[k].key == 0 || asked[k].bare || asked[k].key == p->token[k].key;

        bad += asked[k].word == p->token[k].word && !same;
    }
    return bad * 2 <= p->n && bad < p->n;
}

static bool marks_equal(const struct query *query, const struct token *asked,
                        const struct phrase *p)
{
    for (size_t k = 0; query->marked && k < p->n; k++)
        if (asked[k].key != 0 && asked[k].key != p->token[k].key)
            return false;
    return true;
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

/* How many slots from here on are an opening that tells variants of a procedure apart. */
static size_t modifier_length(const struct query *query, size_t start)
{
    char fold[4 * (FOLD_MAX + 1)] = "";
    size_t n = 0;

    for (size_t i = start; i < query->n && i < start + 4; i++) {
        const char *word = query->slot[i].syllable.fold;
        size_t length = strlen(word);

        memcpy(fold + n, word, length);
        n += length;
        fold[n++] = ' ';
    }
    fold[n > 0 ? n - 1 : 0] = '\0';
    const char *text = word_modifier_text(word_modifier(fold));

    n = *text ? 1 : 0;
    for (; *text; text++)
        n += *text == ' ';
    return n;
}

/* The query as tokens.  A word of a class of equal words weighs no less than its class does. */
static void query_tokens(const struct search_index *index, const struct query *query,
                         struct token *tokens)
{
    for (size_t i = 0; i < query->n; i++) {
        const struct slot *slot = &query->slot[i];

        tokens[i].word = slot->n > 0 ? slot->alternative[0].word : TERM_NONE;
        tokens[i].mass = slot_mass(index, slot);
        token_set_key(&tokens[i], &slot->syllable);
        /* tones of undecoded keystrokes are often slips: read them as typed without */
        tokens[i].bare |= slot->source == SLOT_DECODED;
        tokens[i].begun = slot->open && slot->word == TERM_NONE ? slot->syllable.fold : NULL;
        if (slot->n > 0 && slot->alternative[0].word != slot->word)
            tokens[i].key = 0;
    }
    for (size_t i = 0; i < query->n && !query->english;) {
        size_t n = dictionary_class_length(index, tokens + i, query->n - i, query->marked);

        if (n == 0)
            n = modifier_length(query, i);

        for (size_t k = i; k < i + n; k++)
            tokens[k].mass = fmaxf(tokens[k].mass, CONCEPT_MASS / (float)n);
        i += n > 0 ? n : 1;
    }
}

/* Likeness of query and phrase from the shares of both that are common.  A phrase that stands in
 * the query whole says what is meant even if the query tells much besides, provided that it weighs
 * enough by itself. */
static float likeness_of(float query_share, float phrase_share, float mass)
{
    float both =
        query_share * sqrtf(phrase_share) * 0.5F + phrase_share * sqrtf(query_share) * 0.5F;
    float contained =
        phrase_share * phrase_share * (contained_base + (1 - contained_base) * query_share);

    contained *= fminf(1, mass / contained_mass);
    return fmaxf(both, contained);
}

static float tokens_mass(const struct token *tokens, size_t n)
{
    float mass = 0;

    for (size_t i = 0; i < n; i++)
        mass += tokens[i].mass;
    return mass;
}

static size_t weighty_tokens(const struct token *tokens, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += tokens[i].mass >= weighty;
    return count;
}

/* What is left of a phrase's likeness if of one of its words only the first letters are typed. */
static float begun_credit(const struct search_index *index, const struct phrase *p, size_t k,
                          const char *begun)
{
    float typed = (float)strlen(begun) / (float)index->words.length[p->token[k].word];
    float total = tokens_mass(p->token, p->n);

    return total > 0 ? 1 - (1 - fminf(typed, 1)) * p->token[k].mass / total : 1;
}

static void match_at(struct search_index *index, const struct query *query,
                     const struct token *tokens, size_t start, struct phrase_match *matches,
                     size_t *n)
{
    const struct dictionary *d = &index->dictionary;
    const struct slot *slot = &query->slot[start];
    float total = 0;

    for (size_t i = 0; i < query->n; i++)
        total += tokens[i].mass;
    for (size_t a = 0; a < slot->n; a++) {
        uint32_t word = slot->alternative[a].word;

        if (word >= d->words)
            continue;
        for (uint32_t i = d->first.start[word]; i < d->first.start[word + 1]; i++) {
            const struct phrase *p = &d->phrase[d->first.phrase[i]];
            float weight = 1;
            float mass = 0;
            float begun = 1;

            if (p->kind == SEARCH_PHRASE_SAME || start + p->n > query->n || p->n == 0)
                continue;
            for (size_t k = 0; k < p->n && weight > 0; k++) {
                weight *= slot_stands(index, &query->slot[start + k], p->token[k].word);
                mass += tokens[start + k].mass;
                if (tokens[start + k].begun)
                    begun = begun_credit(index, p, k, tokens[start + k].begun);
            }
            if (p->kind == SEARCH_PHRASE_ENGLISH && query->marked &&
                (weight < 1.0F || p->n_codes == 0))
                continue;
            if (weight < 0.3F || !marks_agree(query, tokens + start, p))
                continue;
            /* what is no procedure must be meant without doubt */
            if (p->kind == SEARCH_PHRASE_OUTSIDE &&
                (weight < 1.0F || begun < 1.0F || !marks_equal(query, tokens + start, p)))
                continue;
            struct phrase_match m = { .phrase = d->first.phrase[i], .start = (uint8_t)start };

            m.n = p->n;
            m.weight = weight;
            m.share = total > 0 ? fminf(1, mass / total) : 0;
            m.likeness = begun * (0.6F + 0.4F * weight) * likeness_of(m.share, 1.0F, mass);
            insert(matches, n, &m);
        }
    }
}

/* Notes the phrases that share a weighty word with the query. */
static void find_candidates(struct search_index *index, bool concepts, const struct token *tokens,
                            size_t n)
{
    const struct dictionary *d = &index->dictionary;
    const struct phrase_lists *lists = concepts ? &d->any_concept : &d->any;
    struct scratch *s = index->scratch;

    s->n_candidates = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t word = tokens[i].word;

        if (word >= d->words || tokens[i].mass < weighty)
            continue;
        for (uint32_t k = lists->start[word]; k < lists->start[word + 1]; k++) {
            uint32_t phrase = lists->phrase[k];

            if (!s->is_candidate[phrase])
                s->candidate[s->n_candidates++] = phrase;
            s->is_candidate[phrase] = true;
        }
    }
}

/* The share of the mass of some tokens that other tokens have too. */
static float common_share(const struct search_index *index, const struct token *of, size_t n_of,
                          const struct token *in, size_t n_in, bool of_query, bool marked)
{
    float common = 0;
    float total = 0;

    for (size_t i = 0; i < n_of; i++) {
        bool again = false;

        for (size_t k = 0; k < i && !again; k++)
            again = of[k].word == of[i].word;
        if (again)
            continue;
        total += of[i].mass;
        for (size_t k = 0; k < n_in; k++) {
            const struct token *asked = of_query ? &of[i] : &in[k];

            const struct token *theirs = of_query ? &in[k] : &of[i];
            size_t asked_at = of_query ? i : k;
            size_t their_at = of_query ? k : i;

            if (asked->begun && asked_at > 0 &&
                (their_at == 0 || asked[-1].word != theirs[-1].word))
                continue;
            if (token_agrees(index, asked, theirs, marked)) {
                float typed = 1;

                if (asked->begun)
                    typed = (float)strlen(asked->begun) / (float)index->words.length[theirs->word];
                common += of[i].mass * fminf(typed, 1);
                break;
            }
        }
    }
    return total > 0 ? common / total : 0;
}

static void match_whole(struct search_index *index, bool concepts, bool marked,
                        const struct token *tokens, size_t n, struct phrase_match *matches,
                        size_t *n_matches)
{
    struct scratch *s = index->scratch;

    float least = weighty_tokens(tokens, n) < LONG_QUERY ? least_likeness_short : least_likeness;

    find_candidates(index, concepts, tokens, n);
    for (size_t i = 0; i < s->n_candidates; i++) {
        const struct phrase *p = &index->dictionary.phrase[s->candidate[i]];
        const struct token *theirs = concepts ? p->concept : p->token;
        size_t n_theirs = concepts ? p->n_concepts : p->n;

        s->is_candidate[s->candidate[i]] = false;
        if (p->kind == SEARCH_PHRASE_SAME || p->n < 2)
            continue;
        float phrase_share = common_share(index, theirs, n_theirs, tokens, n, false, marked);

        if (phrase_share < least_phrase_share)
            continue;
        float query_share = common_share(index, tokens, n, theirs, n_theirs, true, marked);
        float likeness = whole_weight * likeness_of(query_share, phrase_share,
                                                    phrase_share * tokens_mass(theirs, n_theirs));

        if (likeness < least)
            continue;
        insert(matches, n_matches,
               &(struct phrase_match){ .phrase = s->candidate[i],
                                       .likeness = likeness,
                                       .share = query_share,
                                       .weight = phrase_share });
    }
}

/* While the last word is being typed, phrases that go on with it come first. */
static void prefer_open(struct search_index *index, const struct query *query,
                        struct phrase_match *matches, size_t n)
{
    const struct slot *last = &query->slot[query->n - 1];

    if (!last->open || last->word != TERM_NONE)
        return;
    for (size_t i = 0; i < n; i++) {
        const struct phrase *p = &index->dictionary.phrase[matches[i].phrase];
        bool covered = false;

        for (size_t k = 0; k < p->n && !covered; k++)
            covered = slot_stands(index, last, p->token[k].word) > 0;
        if (!covered)
            matches[i].likeness *= open_missed;
    }
}

size_t match_phrases(struct search_index *index, const struct query *query,
                     struct phrase_match matches[PHRASE_MATCHES])
{
    struct token tokens[SLOTS_MAX];
    size_t n_matches = 0;

    if (index->dictionary.n == 0)
        return 0;
    query_tokens(index, query, tokens);
    for (size_t i = 0; i < query->n; i++)
        match_at(index, query, tokens, i, matches, &n_matches);
    match_whole(index, false, query->marked, tokens, query->n, matches, &n_matches);
    if (!query->english) {
        size_t n = dictionary_concepts(index, tokens, query->n, query->marked);

        match_whole(index, true, query->marked, tokens, n, matches, &n_matches);
    }
    prefer_open(index, query, matches, n_matches);
    return n_matches;
}
