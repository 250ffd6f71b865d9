/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The way of a query: code? → slots → phrases → readings → standings → cut and order.
 */
#include "search/search.h"

#include <stdlib.h>
#include <string.h>

#include "search/code.h"
#include "search/run.h"
#include "search/score.h"

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
            (struct search_hit){ .document = documents[i], .score = 1, .phrase = -1 };
    }
    return true;
}

/* Fills the answer to a query that is no code. */
static void answer_words(struct run *run, const char *text, struct search_answer *answer)
{
    query_read(run->index, run->query, text, true);
    if (run->query->n == 0)
        return;
    names_read(run->index, run->query, &run->places);
    score_reading(run->index, run->query, 1.0F, -1);
    run->n_matches = match_phrases(run->index, run->query, run->match);
    run_score_phrases(run);
    if (run_is_outside(run)) {
        answer->outside = true;
        return;
    }
    answer->field_query = names_raise_fields(run->index, &run->places);
    names_raise_provinces(run->index, &run->places);
    run_rank(run, answer);
    answer->did_you_mean = run_correction(run, text, answer);
}

void search_run(struct search_index *index, const char *query, const struct search_filter *filter,
                struct search_answer *answer)
{
    struct run run = { .index = index, .query = &index->scratch->query };
    char *text = fold_nfc(query, SEARCH_QUERY_BYTES);

    memset(answer, 0, sizeof(*answer));
    scratch_reset(index);
    index->scratch->filter = filter;
    answer->hits = index->scratch->hit;
    if (!answer_code(index, text, filter, answer))
        answer_words(&run, text, answer);
    free(text);
}
