/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_WORDS_H
#define MOTCUA_LIB_WORDS_H

#include <stdbool.h>

#include "lib/data.h"

/*
 * What every page may say: T.* of every .hdf file in templates/lang/<language>, one a subject, and Asset.* of
 * settings.assets, one read-only tree a language for the whole life of a worker. With settings.watch files that
 * changed are read anew; a file that is broken then leaves the last good words in force.
 */
bool words_init(void); /* false, logged: a file is missing or broken */
void words_release(void);

/* The tree of "vi" or "en"; anything else is "vi". Never NULL after words_init. */
struct data *words_of(const char *language);

#endif
