/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_ACCESS_WORDS_H
#define MOTCUA_MODEL_ACCESS_WORDS_H

#include "lib/request.h"

/*
 * What somebody looked at a dossier for, as access_log.purpose has it: "view", "files", "file 12" (its number),
 * "print_receipt", "print_receipt_2" (its issue). One place, so that the officer's page and the citizen's say the
 * same.
 */

/* The key below T.access_purpose: without the number. Lives in the arena. */
const char *access_purpose_key(struct arena *arena, const char *purpose);

/* In the words of the request's language; a purpose without words of its own is "other". Never empty. */
const char *access_purpose_words(struct request *rq, const char *purpose);

#endif
