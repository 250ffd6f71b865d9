/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

enum { ELLIPSIS = 0x2026, ELLIPSIS_BYTES = 3 };

bool text_is_utf8(const char *bytes, size_t length)
{
    return !memchr(bytes, '\0', length) && !u8_check((const uint8_t *)bytes, length);
}

/* Code points that say nothing and only make equal texts differ, or turn the direction of a line.
 */
static bool is_invisible(ucs4_t c)
{
    return c == 0x00AD || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

static bool is_refused(ucs4_t c)
{
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
        return c != '\n' && c != '\t' && c != '\r' && c != 0x85;
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static bool is_line_end(ucs4_t c)
{
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static ucs4_t repaired(ucs4_t c)
{
    switch (c) {
    case 0x01A2:
        return 0x01AF; /* Ư */
    case 0x01A3:
        return 0x01B0; /* ư */
    case 0x00D0:
    case 0x0189:
        return 0x0110; /* Đ */
    case 0x00F0:
        return 0x0111; /* đ */
    default:
        return c;
    }
}

/* A cleaned text being written: white space is held back until something follows it. */
struct cleaner {
    uint8_t *out;
    size_t used;
    int options;
    size_t breaks; /* line ends held back */
    size_t spaces; /* bytes of `held` */
    uint8_t *held; /* white space of the present line, as it was */
};

static void cleaner_put(struct cleaner *cleaner, ucs4_t c)
{
    if (cleaner->used > 0) {
        if (cleaner->options & TEXT_MANY_LINES) {
            memset(cleaner->out + cleaner->used, '\n', cleaner->breaks);
            cleaner->used += cleaner->breaks;
            memcpy(cleaner->out + cleaner->used, cleaner->held, cleaner->spaces);
            cleaner->used += cleaner->spaces;
        } else if (cleaner->breaks || cleaner->spaces) {
            cleaner->out[cleaner->used++] = ' ';
        }
    }
    cleaner->breaks = 0;
    cleaner->spaces = 0;
    /* A code point never takes more bytes than it was read from, so that the room suffices. */
    cleaner->used += (size_t)u8_uctomb(cleaner->out + cleaner->used, c, 4);
}

static void cleaner_hold(struct cleaner *cleaner, ucs4_t c)
{
    if (is_line_end(c)) {
        cleaner->breaks++;
        cleaner->spaces = 0; /* at the end of a line */
        return;
    }
    cleaner->spaces += (size_t)u8_uctomb(cleaner->held + cleaner->spaces, c, 4);
}

static bool cleaner_run(struct cleaner *cleaner, const uint8_t *at, size_t left)
{
    ucs4_t before = 0;

    while (left > 0) {
        ucs4_t c;
        int length = u8_mbtouc(&c, at, left);
        at += length;
        left -= (size_t)length;
        if (is_refused(c))
            return false;
        if (is_line_end(c)) {
            if (c != '\n' || before != '\r')
                cleaner_hold(cleaner, c);
        } else if (uc_is_property_white_space(c)) {
            cleaner_hold(cleaner, c);
        } else if (!is_invisible(c)) {
            cleaner_put(cleaner, cleaner->options & TEXT_REPAIR ? repaired(c) : c);
        }
        before = c;
    }
    return true;
}

/* Takes over a result of libunistring, which is NULL only when memory is out. */
static char *adopt(struct arena *arena, uint8_t *bytes, const size_t *length)
{
    if (!bytes)
        abort();
    char *text = arena_copy_bytes(arena, bytes, *length);
    free(bytes);
    return text;
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

static char *nfc(struct arena *arena, const char *text, size_t length)
{
    size_t size = 0;

    if (is_ascii(text, length))
        return arena_copy_bytes(arena, text, length);
    return adopt(arena, u8_normalize(UNINORM_NFC, (const uint8_t *)text, length, NULL, &size),
                 &size);
}

char *text_clean(struct arena *arena, const char *bytes, size_t length, int options,
                 enum text_verdict *verdict)
{
    enum text_verdict unused;
    struct cleaner cleaner = { .options = options };

    if (!verdict)
        verdict = &unused;
    *verdict = TEXT_GOOD;
    if (!text_is_utf8(bytes, length)) {
        *verdict = TEXT_BAD_UTF8;
        return NULL;
    }
    cleaner.out = arena_take(arena, length + 1);
    cleaner.held = arena_take(arena, length + 1);
    if (!cleaner_run(&cleaner, (const uint8_t *)bytes, length)) {
        *verdict = TEXT_CONTROL;
        return NULL;
    }
    return nfc(arena, (const char *)cleaner.out, cleaner.used);
}

char *text_nfc(struct arena *arena, const char *text)
{
    return nfc(arena, text, strlen(text));
}

char *text_upper(struct arena *arena, const char *text)
{
    size_t size = 0;

    return adopt(arena,
                 u8_toupper((const uint8_t *)text, strlen(text), "vi", UNINORM_NFC, NULL, &size),
                 &size);
}

char *text_lower(struct arena *arena, const char *text)
{
    size_t size = 0;

    return adopt(arena,
                 u8_tolower((const uint8_t *)text, strlen(text), "vi", UNINORM_NFC, NULL, &size),
                 &size);
}

bool text_among(const char *text, const char *const *list)
{
    while (*list && strcmp(text, *list) != 0)
        list++;
    return *list != NULL;
}

size_t text_count(const char *text)
{
    size_t count = 0;

    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

/* Bytes of the first `count` characters. */
static size_t prefix_bytes(const char *text, size_t count)
{
    size_t at = 0;

    while (text[at] && count > 0) {
        at++;
        while (((unsigned char)text[at] & 0xC0) == 0x80)
            at++;
        count--;
    }
    return at;
}

static bool is_mark_at(const char *text)
{
    ucs4_t c;

    return *text && u8_mbtouc(&c, (const uint8_t *)text, strlen(text)) > 0 &&
           uc_is_general_category(c, UC_MARK);
}

/* Where to cut so that at most `max` characters stay, in bytes. */
static size_t shorten_at(const char *text, size_t max)
{
    size_t cut = prefix_bytes(text, max);
    size_t half = prefix_bytes(text, (max + 1) / 2);

    while (cut > 0 && is_mark_at(text + cut)) {
        do
            cut--;
        while (cut > 0 && ((unsigned char)text[cut] & 0xC0) == 0x80);
    }
    size_t word = cut;
    while (word > 0 && text[word] != ' ' && text[word] != '\n')
        word--;
    if (word >= half && word > 0)
        cut = word;
    while (cut > 0 && (text[cut - 1] == ' ' || text[cut - 1] == '\n' || text[cut - 1] == ','))
        cut--;
    return cut;
}

char *text_shorten(struct arena *arena, const char *text, size_t max)
{
    if (max == 0)
        return arena_copy(arena, "");
    if (text_count(text) <= max)
        return arena_copy(arena, text);

    size_t cut = shorten_at(text, max - 1);
    char *out = arena_take(arena, cut + ELLIPSIS_BYTES + 1);
    memcpy(out, text, cut);
    u8_uctomb((uint8_t *)out + cut, ELLIPSIS, ELLIPSIS_BYTES);
    return out;
}
