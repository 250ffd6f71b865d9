/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: sealed cookies and form tokens from strangers. Nothing that we did not seal opens, whatever its
 * form; what we sealed opens as long as not a character of it is changed.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../unit/keys.h"

#define TEXT "c1111222233334440"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    keys_make();
    return 0;
}

static void damaged(struct arena *arena, const char *sealed, const uint8_t *bytes, size_t size)
{
    char *copy = arena_copy(arena, sealed);
    size_t n = strlen(copy);
    MUST(strcmp(token_open(arena, KEY_COOKIE, "lookup", copy), TEXT) == 0);
    MUST(!token_open(arena, KEY_COOKIE, "other", copy) && !token_open(arena, KEY_FORM, "lookup", copy));
    if (size < 3 || bytes[2] == 0)
        return;
    copy[(size_t)(bytes[0] + 256 * bytes[1]) % n] = (char)bytes[2];
    const char *opened = token_open(arena, KEY_COOKIE, "lookup", copy);
    MUST(!opened || strcmp(copy, sealed) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static char *sealed;
    static struct arena *standing;
    if (!sealed)
        sealed = token_seal(standing = arena_open(0), KEY_COOKIE, "lookup", TEXT, 0);
    struct arena *arena = arena_open(0);
    const char *text = arena_copy_bytes(arena, size ? (const char *)bytes : "", size);
    MUST(!token_open(arena, KEY_COOKIE, "lookup", text));
    MUST(!token_form_ok(text, "/can-bo/vao", ""));
    damaged(arena, sealed, bytes, size);
    arena_close(arena);
    return 0;
}
