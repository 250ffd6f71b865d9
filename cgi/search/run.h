/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * One query on its way through search_run.
 */
#ifndef MOTCUA_SEARCH_RUN_H
#define MOTCUA_SEARCH_RUN_H

#include "search/match.h"
#include "search/names.h"

struct run {
    struct search_index *index;
    struct query *query;
    struct named_places places;
    struct phrase_match match[PHRASE_MATCHES];
    size_t n_matches;
    float named;       /* the largest share of the query that some name explains */
    float named_score; /* the best score of a name for the query as typed */
    float outside;     /* likeness of the best phrase that is no procedure ... */
    float inside;      /* ... and of the best one that is */
};

static inline const struct phrase *run_phrase(const struct run *run, size_t match)
{
    return &run->index->dictionary.phrase[run->match[match].phrase];
}

/* Scores what the dictionary makes of the query: its wordings and its pins. */
void run_score_phrases(struct run *run);

/* Is the query known to be about something else than a procedure? */
bool run_is_outside(const struct run *run);

/* Orders the documents found and fills the answer. */
void run_rank(struct run *run, struct search_answer *answer);

/* "Did you mean": the query with its corrected words, spelt as in the first hit; NULL if nothing
 * was corrected.  text is the query as NFC. */
const char *run_correction(const struct run *run, const char *text,
                           const struct search_answer *answer);

#endif
