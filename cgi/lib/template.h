/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_TEMPLATE_H
#define MOTCUA_LIB_TEMPLATE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/buffer.h"
#include "lib/data.h"

/*
 * Renders data through a ClearSilver file, html escaping always on. Parsed
 * trees are kept per worker by file name (templates never `set` loop
 * variables: tests/lint/check_templates), and parsed anew when a file of the
 * folder changed if `watch` is set. data.c and template.c alone include
 * ClearSilver.
 */
bool template_init(const char *folder, bool watch); /* false, logged: no such folder */
void template_release(void);

/* Whoever changes or ends a tree of words says so: parses hold them. */
void template_forget(void);

/* Another number when a page may look different now: a file that was parsed has changed (with `watch`), or
 * the words have. */
uint64_t template_edition(void);

/*
 * Renders `file` (a path below the folder, a constant of the C code) with
 * `data`, falling back to `words` (language, assets) for names that `data`
 * does not hold. No handler sets a name that the words hold. False, logged, and an empty buffer when the file is
 * missing, does not parse, or the page is larger than the buffer's ceiling.
 * The template sees {date, money…} only as texts; it may call
 * url_query(x): percent-encodes for use in a query.
 */
bool template_render(const char *file, struct data *data, struct data *words, struct buffer *out);

/* The same for plain text that no browser ever sees (mail, short messages): files below mail/ only, nothing is
 * escaped, and empty lines of the file stay. */
bool template_render_text(const char *file, struct data *data, struct data *words, struct buffer *out);

#endif
