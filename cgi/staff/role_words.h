/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_ROLE_WORDS_H
#define MOTCUA_STAFF_ROLE_WORDS_H

#include "lib/request.h"

/* Puts the word for .Role of each item of `list` beside it, as .RoleText, and for an item without .Agency the words
 * for the whole province. */
void role_words(struct request *rq, const char *list);

/* All roles to choose from, as `list`: Value, Text, Hint. */
void role_choices(struct request *rq, const char *list);

#endif
