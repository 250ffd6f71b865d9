/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Queries that are codes of procedures: "1.001193", "1001193", "2-000815", "014748", "1.O04222",
 * "mã thủ tục 2.000815", "1.001193.000.00.00.H08".
 */
#ifndef MOTCUA_SEARCH_CODE_H
#define MOTCUA_SEARCH_CODE_H

#include "search/index.h"

enum { CODE_HITS = 20 };

/* Fills at most CODE_HITS documents.  True if the query is to be answered by them alone, even if
 * there are none: a number that is no code is not worth a fuzzy search. */
bool code_find(const struct search_index *index, const char *query, uint32_t documents[CODE_HITS],
               size_t *n);

#endif
