/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Phrases of the dictionary in a query.
 */
#ifndef MOTCUA_SEARCH_MATCH_H
#define MOTCUA_SEARCH_MATCH_H

#include "search/scratch.h"

struct phrase_match {
    uint32_t phrase;
    uint8_t start, n; /* slots; n is 0 if the words stand apart */
    float likeness;   /* of query and phrase as wholes, 0..1 */
    float share;      /* of the query's mass that the phrase explains */
    float weight;     /* how surely the words are those of the phrase */
};

/* Finds at most PHRASE_MATCHES phrases, the best first. */
size_t match_phrases(struct search_index *index, const struct query *query,
                     struct phrase_match matches[PHRASE_MATCHES]);

#endif
