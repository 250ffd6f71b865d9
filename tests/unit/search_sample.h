/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A small catalogue and dictionary for tests of the search.
 */
#ifndef MOTCUA_TESTS_UNIT_SEARCH_SAMPLE_H
#define MOTCUA_TESTS_UNIT_SEARCH_SAMPLE_H

#include "search/search.h"

/* The index; the caller closes it. */
struct search_index *sample_open(void);

/* Code of the hit at a place of the answer, "" if there is none. */
const char *sample_code(const struct search_answer *answer, size_t place);
const char *sample_name(uint32_t document);
size_t sample_size(void);

/* Asks and returns the code of the first hit, "" if there is none. */
const char *sample_first(struct search_index *index, const char *query);

#endif
