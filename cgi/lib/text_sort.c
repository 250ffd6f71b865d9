/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Vietnamese order, and text without marks. Both read the decomposed form (NFD), in which a letter
 * stands before its marks and only đ is a letter of its own.
 */
#include "lib/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

enum { BREVE = 0x0306, CIRCUMFLEX = 0x0302, HORN = 0x031B };

/* The alphabet with its marks; f j w z stand where Latin has them. A letter's weight is its place.
 */
static const struct {
    char letter;
    ucs4_t mark;
} alphabet[] = {
    { 'a', 0 },   { 'a', BREVE },      { 'a', CIRCUMFLEX }, { 'b', 0 },    { 'c', 0 }, { 'd', 0 },
    { 'd', '-' }, { 'e', 0 },          { 'e', CIRCUMFLEX }, { 'f', 0 },    { 'g', 0 }, { 'h', 0 },
    { 'i', 0 },   { 'j', 0 },          { 'k', 0 },          { 'l', 0 },    { 'm', 0 }, { 'n', 0 },
    { 'o', 0 },   { 'o', CIRCUMFLEX }, { 'o', HORN },       { 'p', 0 },    { 'q', 0 }, { 'r', 0 },
    { 's', 0 },   { 't', 0 },          { 'u', 0 },          { 'u', HORN }, { 'v', 0 }, { 'w', 0 },
    { 'x', 0 },   { 'y', 0 },          { 'z', 0 },
};

/* First bytes of a sort key, in rising order. Nothing is 0, so that a key is a C string. */
enum {
    KEY_LEVEL = 1, /* ends the letters, and the tones */
    KEY_SPACE = 2, /* between words: "An Bình" before "Anh" */
    KEY_OTHER = 3, /* punctuation and signs, then their UTF-8 bytes */
    KEY_DIGIT = 4, /* to 13 */
    KEY_LETTER = 20,
    KEY_SCRIPT = 254 /* other scripts, then their UTF-8 bytes */
};

/* One letter of the decomposed text with what stands on it. */
struct letter {
    ucs4_t base; /* small when Latin */
    ucs4_t mark; /* breve, circumflex, horn, '-' for đ, or 0 */
    int tone;    /* 1 none, 2 huyền, 3 hỏi, 4 ngã, 5 sắc, 6 nặng, 7 a foreign mark */
    bool capital;
};

static uint8_t *decompose(const char *text, size_t *size)
{
    uint8_t *out = u8_normalize(UNINORM_NFD, (const uint8_t *)text, strlen(text), NULL, size);

    if (!out)
        abort(); /* only when memory is out */
    return out;
}

static int tone_of(ucs4_t mark)
{
    switch (mark) {
    case 0x0300:
        return 2;
    case 0x0309:
        return 3;
    case 0x0303:
        return 4;
    case 0x0301:
        return 5;
    case 0x0323:
        return 6;
    default:
        return 7;
    }
}

static void letter_set_base(struct letter *letter, ucs4_t c)
{
    *letter = (struct letter){ .base = c, .tone = 1 };
    if (c == 0x0110 || c == 0x0111) {
        letter->base = 'd';
        letter->mark = '-';
        letter->capital = c == 0x0110;
    } else if (c >= 'A' && c <= 'Z') {
        letter->base = c - 'A' + 'a';
        letter->capital = true;
    }
}

/* Reads a letter and its marks from decomposed text; false at its end. */
static bool letter_next(const uint8_t **at, size_t *left, struct letter *letter)
{
    ucs4_t c;

    if (*left == 0)
        return false;
    int length = u8_mbtouc(&c, *at, *left);
    letter_set_base(letter, c);
    *at += length;
    *left -= (size_t)length;
    while (*left > 0) {
        length = u8_mbtouc(&c, *at, *left);
        if (!uc_is_general_category(c, UC_MARK))
            break;
        if (c == BREVE || c == CIRCUMFLEX || c == HORN)
            letter->mark = c;
        else
            letter->tone = tone_of(c);
        *at += length;
        *left -= (size_t)length;
    }
    return true;
}

/* Place in the alphabet; -1: no letter of it. A mark the letter never takes is left out. */
static int letter_place(const struct letter *letter)
{
    int bare = -1;

    for (size_t i = 0; i < sizeof alphabet / sizeof alphabet[0]; i++) {
        if ((ucs4_t)alphabet[i].letter != letter->base)
            continue;
        if (alphabet[i].mark == letter->mark)
            return (int)i;
        if (bare < 0)
            bare = (int)i;
    }
    return bare;
}

static size_t put_primary(uint8_t *out, const struct letter *letter)
{
    int place = letter_place(letter);

    if (place >= 0) {
        out[0] = (uint8_t)(KEY_LETTER + place);
        return 1;
    }
    if (letter->base >= '0' && letter->base <= '9') {
        out[0] = (uint8_t)(KEY_DIGIT + letter->base - '0');
        return 1;
    }
    if (uc_is_property_white_space(letter->base)) {
        out[0] = KEY_SPACE;
        return 1;
    }
    out[0] = uc_is_property_alphabetic(letter->base) ? KEY_SCRIPT : KEY_OTHER;
    return 1 + (size_t)u8_uctomb(out + 1, letter->base, 4);
}

/* A sort key being written: letters and tones of one or two parts, then the capitals of all. */
struct key {
    uint8_t *bytes;
    size_t used;
    uint8_t *capitals;
    size_t letters; /* so far */
};

static void key_init(struct key *key, struct arena *arena, const char *text)
{
    /* Decomposed, a text is at most three times as long. A byte of that gives at most two bytes of
     * the first level, one of the second and one of the last. */
    size_t size = 3 * strlen(text) + 1;

    *key = (struct key){ .bytes = arena_take_array(arena, size, 4),
                         .capitals = arena_take(arena, size) };
}

static void key_add(struct key *key, struct arena *arena, const char *text)
{
    size_t size = 0;
    uint8_t *plain = decompose(text, &size);
    uint8_t *tones = arena_take(arena, size + 1);
    const uint8_t *at = plain;
    size_t count = 0;
    struct letter letter;

    while (letter_next(&at, &size, &letter)) {
        key->used += put_primary(key->bytes + key->used, &letter);
        tones[count++] = (uint8_t)(letter.tone + 1);
        key->capitals[key->letters++] = letter.capital ? 3 : 2;
    }
    free(plain);
    key->bytes[key->used++] = KEY_LEVEL;
    memcpy(key->bytes + key->used, tones, count);
    key->used += count;
    key->bytes[key->used++] = KEY_LEVEL;
}

static char *key_end(struct key *key)
{
    memcpy(key->bytes + key->used, key->capitals, key->letters);
    return (char *)key->bytes;
}

char *text_sort_key(struct arena *arena, const char *text)
{
    struct key key;

    key_init(&key, arena, text);
    key_add(&key, arena, text);
    return key_end(&key);
}

char *text_name_key(struct arena *arena, const char *name)
{
    const char *given = strrchr(name, ' ');
    struct key key;

    if (!given)
        return text_sort_key(arena, name);
    key_init(&key, arena, name);
    key_add(&key, arena, given + 1);
    key_add(&key, arena, arena_copy_bytes(arena, name, (size_t)(given - name)));
    return key_end(&key);
}

int text_compare(struct arena *arena, const char *left, const char *right)
{
    int order = strcmp(text_sort_key(arena, left), text_sort_key(arena, right));

    /* Keys of different texts may be equal (foreign marks): an order must still be stable. */
    return order ? order : strcmp(left, right);
}

char *text_plain(struct arena *arena, const char *text)
{
    size_t left = 0;
    uint8_t *plain = decompose(text, &left);
    char *out = arena_take(arena, left + 1);
    const uint8_t *at = plain;
    size_t used = 0;

    while (left > 0) {
        ucs4_t c;
        int length = u8_mbtouc(&c, at, left);
        if (c == 0x0110 || c == 0x0111)
            out[used++] = c == 0x0110 ? 'D' : 'd';
        else if (c < 0x0300 || c > 0x036F) {
            memcpy(out + used, at, (size_t)length);
            used += (size_t)length;
        }
        at += length;
        left -= (size_t)length;
    }
    free(plain);
    return text_nfc(arena, out);
}

static bool is_slug_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char *text_slug(struct arena *arena, const char *text, size_t max)
{
    char *slug = text_plain(arena, text);
    size_t used = 0;

    text_ascii_lower(slug);
    for (const char *at = slug; *at; at++) {
        if (is_slug_char(*at))
            slug[used++] = *at;
        else if (used > 0 && slug[used - 1] != '-')
            slug[used++] = '-';
    }
    slug[used] = '\0';
    if (used > max) {
        size_t cut = max;
        while (cut > 0 && slug[cut] != '-')
            cut--;
        used = cut > 0 ? cut : max;
    }
    while (used > 0 && slug[used - 1] == '-')
        used--;
    slug[used] = '\0';
    return slug;
}
