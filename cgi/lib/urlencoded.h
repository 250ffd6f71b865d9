/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_URLENCODED_H
#define MOTCUA_LIB_URLENCODED_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/request.h"

/*
 * name=value&name=value, of a query or a form body. Strict: bad escapes, NUL, bad UTF-8, control
 * characters, or more than `room` names make the whole text malformed (false). Names and values come
 * out NFC, trimmed, without invisible characters; line ends are LF. Empty parts ("a=1&&b=2") do not count, a
 * name without "=" has the value "". Duplicates are kept in their order. Adds to *count.
 */
bool urlencoded_parse(struct arena *arena, const char *bytes, size_t n, struct parameter *into,
                      size_t room, size_t *count);

/* One value as it came from a form: cleaned as above, or NULL. */
const char *urlencoded_clean(struct arena *arena, const char *bytes, size_t n);

#endif
