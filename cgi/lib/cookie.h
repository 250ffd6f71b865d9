/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_COOKIE_H
#define MOTCUA_LIB_COOKIE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

/*
 * The value of one cookie of a Cookie header; NULL when it is not there. Browsers, proxies and other
 * software of the same host put anything into that header, so that nothing in it is an error: pairs that
 * do not parse are skipped, the first good one counts, only the first LIMIT_COOKIE bytes are looked
 * at. A value is printable ASCII without spaces, quotes, comma, semicolon, backslash.
 */
const char *cookie_find(struct arena *arena, const char *header, const char *name);

/* What cookie_find accepts as a value, and what page_cookie may send. */
bool cookie_value_is_plain(const char *value, size_t n);

/*
 * The name on the wire. Over https it has the prefix __Host-, which makes browsers insist on Secure, Path=/
 * and no Domain. A site address with http exists in development only; browsers would drop such a
 * cookie there.
 */
const char *cookie_wire_name(struct arena *arena, const char *name);
bool cookie_is_secure(void);

#endif
