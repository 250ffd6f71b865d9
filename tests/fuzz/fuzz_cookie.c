/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: a Cookie header and a name. Whatever the bytes, the answer is a plain value or none, and a cookie
 * of ours is found behind the rubbish of others.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/cookie.h"
#include "lib/limits.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_open(0);
    const char *header = arena_copy_bytes(arena, bytes, size);
    const char *value = cookie_find(arena, header, "phien");
    MUST(!value || cookie_value_is_plain(value, strlen(value)));
    MUST(!value || strlen(value) <= LIMIT_COOKIE);

    const char *ours = arena_format(arena, "%.1000s; __Host-ours=abc123", header);
    const char *found = cookie_find(arena, ours, "__Host-ours");
    MUST(found);
    if (!strstr(header, "__Host-ours"))
        MUST(strcmp(found, "abc123") == 0);
    arena_close(arena);
    return 0;
}
