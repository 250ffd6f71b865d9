/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_RATING_PUBLIC_H
#define MOTCUA_MODEL_RATING_PUBLIC_H

#include <stddef.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/rating_words.h"

/*
 * What is published of the votes: for each agency the last twelve whole months, less those
 * with fewer than ten votes, which the database itself leaves out (public_satisfaction). The most votes first.
 */
struct satisfaction {
    const char *agency, *agency_en;
    struct rating_sum sum; /* sum.sum is 0: scores are not published */
};
enum db_result satisfaction_list(struct db *db, struct arena *arena, const struct civil *today,
                                 struct satisfaction **rows, size_t *n);

#endif
