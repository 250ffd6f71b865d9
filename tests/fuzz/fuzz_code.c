/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: what people put into the look-up box, and text at the border. Whatever the bytes, the
 * result is a right code or none, and clean text or none.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/damm.h"
#include "lib/number.h"
#include "lib/text.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void fuzz_codes(const char *text)
{
    char code[LOOKUP_CODE_DIGITS + 1];
    char again[LOOKUP_CODE_DIGITS + 1];
    char key[NUMBER_KEY_MAX + 1];
    char key_again[NUMBER_KEY_MAX + 1];

    if (lookup_code_parse(text, code)) {
        MUST(text_is_digits(code) && strlen(code) == LOOKUP_CODE_DIGITS);
        MUST(damm_valid(code, LOOKUP_CODE_DIGITS) && lookup_code_like(text));
        MUST(lookup_code_parse(code, again) && strcmp(code, again) == 0);
    }
    if (number_key(text, key)) {
        MUST(*key && number_key(key, key_again) && strcmp(key, key_again) == 0);
    } else {
        MUST(*key == '\0');
    }
}

static void fuzz_clean(struct arena *arena, const char *clean, int options)
{
    size_t length = strlen(clean);

    MUST(text_is_utf8(clean, length));
    MUST(strcmp(text_nfc(arena, clean), clean) == 0);
    char *twice = text_clean(arena, clean, length, options, NULL);
    MUST(twice && strcmp(twice, clean) == 0);
    for (size_t max = 0; max < 12; max++) {
        char *cut = text_shorten(arena, clean, max);
        MUST(text_count(cut) <= max && text_is_utf8(cut, strlen(cut)));
    }
    char *slug = text_slug(arena, clean, 40);
    MUST(strlen(slug) <= 40 &&
         strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(slug));
    MUST(strcmp(text_slug(arena, slug, 40), slug) == 0);
    char *coded = text_url_encode(arena, clean);
    MUST(strcmp(text_percent_decode(arena, coded, strlen(coded), true, NULL), clean) == 0);
    MUST(text_compare(arena, clean, clean) == 0);
    char *plain = text_plain(arena, clean);
    MUST(text_is_utf8(plain, strlen(plain)));
    text_name_key(arena, clean);
    char *masked = text_mask_name(arena, clean);
    MUST(text_is_utf8(masked, strlen(masked)));
    masked = text_mask_start(arena, clean, 4);
    MUST(text_is_utf8(masked, strlen(masked)));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const int options[] = { TEXT_ONE_LINE, TEXT_MANY_LINES, TEXT_REPAIR };
    struct arena *arena = arena_open(0);
    char *text = arena_copy_bytes(arena, size ? (const char *)bytes : "", size);
    size_t decoded;

    fuzz_codes(text);
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        char *clean = text_clean(arena, size ? (const char *)bytes : "", size, options[i], NULL);
        if (clean)
            fuzz_clean(arena, clean, options[i]);
    }
    char *plain = text_percent_decode(arena, text, strlen(text), true, &decoded);
    if (plain)
        MUST(strlen(plain) == decoded);
    arena_close(arena);
    return 0;
}
