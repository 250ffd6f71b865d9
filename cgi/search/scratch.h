/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Working memory of one index: allocated once, used by each query, never by two at a time.
 */
#ifndef MOTCUA_SEARCH_SCRATCH_H
#define MOTCUA_SEARCH_SCRATCH_H

#include "search/query.h"

enum {
    VARIANT_WORDS = 192,
    PHRASE_MATCHES = 48,
    PROVINCES_MAX = 8,
};

/* The best reading of the query for one document. */
struct standing {
    float score;
    float share;    /* of the query that the document explains */
    float coverage; /* of the document's head that the query explains */
    float pin;      /* what the dictionary grants */
    int32_t phrase; /* entry that granted it or whose wording matched, or -1 */
    uint8_t variant;
    bool pinned;
    bool strong; /* a rare pair of words of the head was asked for */
    bool field;  /* belongs to the field or agency asked for */
    bool noted;  /* is in the list of found documents */
};

struct variant {
    uint32_t word[VARIANT_WORDS]; /* words to mark in a name */
    uint16_t n;
    int32_t phrase;
};

struct scratch {
    /* one reading: per document */
    float *sum;
    float *head;
    float *best; /* of the current slot or pair */
    bool *best_in_head;
    bool *agreed;   /* a weighty word of the query has the same marks in the document */
    bool *evidence; /* a pair of neighbours of the query is in the name */
    uint32_t *touched, *slot_touched;
    size_t n_touched, n_slot_touched;
    /* all readings */
    struct standing *standing;
    uint32_t *found;
    size_t n_found;
    struct query query, reading;
    struct variant variant[SEARCH_VARIANTS];
    size_t n_variants;
    struct search_hit *hit;
    char *correction;
    /* dictionary: per phrase */
    bool *is_candidate;
    uint32_t *candidate;
    size_t n_candidates;
    const struct search_filter *filter;
};

struct scratch *scratch_open(const struct search_index *index);
void scratch_close(struct scratch *scratch);
size_t scratch_size(const struct search_index *index);

/* Empties what the last query left. */
void scratch_reset(struct search_index *index);

/* The standing of a document, noted among the found ones; NULL if the filter leaves it out. */
struct standing *scratch_stand(struct search_index *index, uint32_t document);

#endif
