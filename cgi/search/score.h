/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_SEARCH_SCORE_H
#define MOTCUA_SEARCH_SCORE_H

#include "search/scratch.h"

/* Scores all documents against one reading of the query and keeps the best standing of each.
 * weight is what the reading is worth; phrase is the dictionary entry behind it, or -1. */
void score_reading(struct search_index *index, struct query *reading, float weight, int32_t phrase);

#endif
