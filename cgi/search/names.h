/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Queries that name a field, an agency or a province.
 */
#ifndef MOTCUA_SEARCH_NAMES_H
#define MOTCUA_SEARCH_NAMES_H

#include "search/scratch.h"

struct named_places {
    uint32_t province[PROVINCES_MAX]; /* labels named in the query */
    size_t n_provinces;
    char core[1024]; /* folded query without announcing words and provinces */
};

void names_read(const struct search_index *index, const struct query *query,
                struct named_places *places);
bool names_province(const struct named_places *places, int32_t label);

/* Raises the procedures of a field or agency whose name is the query.  True if there is one. */
bool names_raise_fields(struct search_index *index, const struct named_places *places);

/* Raises the procedures of provinces named in the query. */
void names_raise_provinces(struct search_index *index, const struct named_places *places);

#endif
