/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: an address as the visitor sent it (up to the first line feed) and as the server in front decoded
 * it (the rest). What is let through has no dot segment, no empty segment and no control byte, and its link
 * leads to the same path.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/address.h"
#include "lib/limits.h"
#include "lib/text.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_good(struct arena *arena, const struct address *address)
{
    const char *path = address->path;
    size_t n = strlen(path);
    MUST(path[0] == '/' && n <= LIMIT_PATH && text_is_utf8(path, n));
    MUST(!strstr(path, "//") && !strstr(path, "/../") && !strstr(path, "/./"));
    for (size_t i = 0; i < n; i++)
        MUST((unsigned char)path[i] >= 0x20 && path[i] != 0x7f);
    for (const char *c = address->link; *c; c++)
        MUST(strchr("-._~/%0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", *c));
    MUST(address->link[0] == '/' && address->link[1] != '/');

    struct address again;
    const char *sent = arena_format(arena, "%s%s", address->base, address->link);
    MUST(address_read(arena, "", sent, &again) == 0);
    MUST(strcmp(again.path, path) == 0 && strcmp(again.language, address->language) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_open(0);
    const uint8_t *split = memchr(bytes, '\n', size);
    size_t first = split ? (size_t)(split - bytes) : size;
    const char *raw = arena_copy_bytes(arena, bytes, first);
    const char *decoded = split ? arena_copy_bytes(arena, split + 1, size - first - 1) : "";

    struct address address;
    struct parameter captures[ADDRESS_CAPTURES];
    size_t n;
    int status = address_read(arena, decoded, raw, &address);
    MUST(status == 0 || status == 301 || status == 400 || status == 404 || status == 414);
    /* "/%" and "/en/…" of English may grow past the limit once encoded: only short ones go round. */
    if (status == 0 && strlen(address.path) < LIMIT_PATH / 4 && strncmp(address.path, "/en", 3) != 0)
        check_good(arena, &address);
    if (address_match(arena, "/thu-tuc/{code}/{part}", address.path, captures, &n))
        MUST(n == 2 && *captures[0].value && !strchr(captures[0].value, '/'));
    (void)address_host_is_plain(raw);
    arena_close(arena);
    return 0;
}
