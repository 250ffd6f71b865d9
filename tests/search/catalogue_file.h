/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Catalogues and dictionaries from files, for programs that test the search by itself.
 */
#ifndef MOTCUA_TESTS_SEARCH_CATALOGUE_FILE_H
#define MOTCUA_TESTS_SEARCH_CATALOGUE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "search/search.h"

struct catalogue_file {
    struct search_document *document;
    size_t n, capacity;
};

struct dictionary_file {
    struct search_phrase *phrase;
    size_t n, capacity;
};

/* Each prints what is wrong to stderr and returns false.  The catalogue is one JSON object a
 * line, in the form of the national catalogue; details (may be NULL) add papers and steps. */
bool catalogue_file_load(struct catalogue_file *file, const char *path, const char *details);
void catalogue_file_release(struct catalogue_file *file);

/* The form of sql/sample/synonyms.json: {"items": [{"phrase", "kind", "wordings", "pins"}]}. */
bool dictionary_file_load(struct dictionary_file *file, const char *path);
void dictionary_file_release(struct dictionary_file *file);

#endif
