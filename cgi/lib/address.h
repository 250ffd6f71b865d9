/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_ADDRESS_H
#define MOTCUA_LIB_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/request.h"

#define ADDRESS_CAPTURES 4 /* {name} segments of one pattern */

/* The path of an address, checked. Every page has one address a language. */
struct address {
    const char *path;     /* decoded, without the language prefix, "/" at least */
    const char *link;     /* the same, percent-encoded */
    const char *language; /* "vi" or "en" */
    const char *base;     /* "" or "/en" */
};

/*
 * `decoded` is what the server in front made of the path (DOCUMENT_URI), `raw` what the visitor sent
 * (REQUEST_URI, "" when unknown): an encoded slash, a dot segment or a double slash shows only there.
 * Returns 0, or 301 (trailing slash; the address without it is in *address), 400, 404, 414.
 * *address is always filled. "/en" and "/en/" (a page's base and "/") are both the English home.
 */
int address_read(struct arena *arena, const char *decoded, const char *raw,
                 struct address *address);

/* Is `path` of the pattern "/thu-tuc/{code}"? Captures have names of the pattern. */
bool address_match(struct arena *arena, const char *pattern, const char *path,
                   struct parameter captures[ADDRESS_CAPTURES], size_t *n);

/* Percent-encodes everything but unreserved characters and "/". */
const char *address_encode(struct arena *arena, const char *path);

/* A Host header: a name or address and perhaps a port. */
bool address_host_is_plain(const char *host);

#endif
