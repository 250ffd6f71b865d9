/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_PHRASE_H
#define MOTCUA_LIB_PHRASE_H

#include <stddef.h>

#include "lib/arena.h"
#include "lib/data.h"
#include "lib/date.h"

/*
 * Sentences from a tree of words (words.h), where there is no request; with one, say.h. Results live in the
 * arena.
 */
struct phrase_pair {
    const char *name, *value;
};

/* {name} in the pattern becomes the value; what has no pair stays as it is. */
const char *phrase_fill(struct arena *arena, const char *pattern, const struct phrase_pair *pairs, size_t n);

/* A moment by the pattern T.<key> ("date.moment", "date.day"); "" for year 0. */
const char *phrase_dated(struct arena *arena, struct data *words, const char *key, const struct civil *at);

#endif
