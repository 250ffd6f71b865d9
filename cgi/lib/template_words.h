/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_TEMPLATE_WORDS_H
#define MOTCUA_LIB_TEMPLATE_WORDS_H

#include "lib/data.h"

/*
 * For template.c. A third of what a page shows are words that never change while a template is kept: they
 * are written into its text before it is parsed, instead of being looked up and escaped for each page.
 * Only "<?cs var:Name ?>" of a name that the words hold is replaced. Frees `text` and returns the new text,
 * which the caller frees.
 */
char *template_words_fill(char *text, const struct data *words);

#endif
