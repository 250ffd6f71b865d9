/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Dossier numbers ("H09.12-261123-0001", or any older pattern) as people type them. Two spellings
 * of one number have the same key: capitals, without marks (a Vietnamese keyboard turns DD into Đ),
 * without anything that is no letter or digit.
 */
#ifndef MOTCUA_LIB_NUMBER_H
#define MOTCUA_LIB_NUMBER_H

#include <stdbool.h>

enum { NUMBER_KEY_MAX = 40, NUMBER_INPUT_MAX = 160 };

/* False when nothing is left, a letter is of another script, or it is too long; *key is then "". */
bool number_key(const char *text, char key[NUMBER_KEY_MAX + 1]);

#endif
