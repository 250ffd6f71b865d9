/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/fold.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "search/memory.h"
#include "search/search.h"

/* One character: 0 at the end; bad bytes come as U+FFFD, one at a time. */
static int fold_character(const char *text, size_t length, ucs4_t *c)
{
    unsigned char first = (unsigned char)text[0];

    if (first < 0x80) {
        *c = first;
        return 1;
    }
    int n = u8_mbtouc(c, (const uint8_t *)text, length);

    if (*c == 0xfffd)
        return n > 0 ? n : 1;
    return n;
}

char *fold_nfc(const char *text, size_t max)
{
    size_t length = text ? strnlen(text, max) : 0;
    uint8_t *clean = memory_get(length + 1, 1);
    size_t n = 0;
    bool composed = true;

    for (size_t at = 0; at < length;) {
        ucs4_t c;
        int step = fold_character(text + at, length - at, &c);

        if (c != 0xfffd && (c >= ' ' || c == '\n' || c == '\t') && c != 0x7f) {
            memcpy(clean + n, text + at, (size_t)step);
            n += (size_t)step;
            if (c >= 0x300 && !(c >= 0x1ea0 && c <= 0x1ef9) && !(c >= 0x2010 && c <= 0x2027))
                composed = false;
        }
        at += (size_t)step;
    }
    if (composed)
        return (char *)clean;
    size_t size = 0;
    uint8_t *nfc = u8_normalize(UNINORM_NFC, clean, n, NULL, &size);

    if (!nfc)
        return (char *)clean;
    char *copy = memory_text((char *)nfc, size);

    free(nfc);
    free(clean);
    return copy;
}

/* Letters, digits and marks that belong to a syllable. */
static bool fold_is_part(ucs4_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == 0xfffd)
        return false;
    if (c >= 0x300 && c <= 0x36f)
        return true;
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nd);
}

struct fold_state {
    size_t key, fold;
    char tone;
};

static void fold_letter(struct syllable *s, struct fold_state *at, char c)
{
    if (at->fold < FOLD_MAX && at->key + 3 < KEY_MAX) {
        s->fold[at->fold++] = c;
        s->key[at->key++] = c;
    }
}

/* A modifier follows the letter it belongs to; a second one on the same letter is dropped. */
static void fold_modifier(struct syllable *s, struct fold_state *at, char c)
{
    if (at->key > 0 && at->key + 2 < KEY_MAX && s->key[at->key - 1] >= '0')
        s->key[at->key++] = c;
}

static void fold_part(struct syllable *s, struct fold_state *at, ucs4_t c)
{
    switch (c) {
    case 0x300:
        at->tone = TONE_GRAVE;
        return;
    case 0x301:
        at->tone = TONE_ACUTE;
        return;
    case 0x303:
        at->tone = TONE_TILDE;
        return;
    case 0x309:
        at->tone = TONE_HOOK;
        return;
    case 0x323:
        at->tone = TONE_DOT;
        return;
    case 0x302:
        fold_modifier(s, at, '*');
        return;
    case 0x306:
        fold_modifier(s, at, '(');
        return;
    case 0x31b:
        fold_modifier(s, at, '+');
        return;
    case 0x110:
    case 0x111:
    case 0xf0: /* Icelandic eth, a common slip for đ */
        fold_letter(s, at, 'd');
        fold_modifier(s, at, '-');
        return;
    case 0x1a2: /* gha: typed for ư by some old fonts */
    case 0x1a3:
        fold_letter(s, at, 'u');
        fold_modifier(s, at, '+');
        return;
    default:
        break;
    }
    if (c < 0x80) {
        fold_letter(s, at, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
        return;
    }
    if (c >= 0x300 && c <= 0x36f)
        return;
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int n = uc_canonical_decomposition(c, parts);

    if (n > 0) {
        for (int i = 0; i < n; i++)
            fold_part(s, at, parts[i]);
        return;
    }
    /* A letter of another script: keep its bytes, so that it can at least match itself. */
    uint8_t bytes[6];
    int k = u8_uctomb(bytes, uc_tolower(c), sizeof(bytes));

    for (int i = 0; i < k && at->fold + (size_t)k < FOLD_MAX + 1; i++)
        fold_letter(s, at, (char)bytes[i]);
}

/* "ký" and "kí", "quý" and "quí": final y after these consonants is written as i. */
static void fold_final_y(char *letters, size_t length)
{
    bool single = length == 2 && strchr("klmhstv", letters[0]);
    bool qu = length == 3 && letters[0] == 'q' && letters[1] == 'u';

    if ((single || qu) && letters[length - 1] == 'y')
        letters[length - 1] = 'i';
}

size_t key_base(const char *key)
{
    size_t length = strlen(key);

    return length > 0 && key[length - 1] <= TONE_DOT ? length - 1 : length;
}

void fold_from_key(struct syllable *s)
{
    size_t n = 0;

    fold_final_y(s->key, key_base(s->key));
    for (const char *p = s->key; *p && n < FOLD_MAX; p++) {
        if ((unsigned char)*p >= '0')
            s->fold[n++] = *p;
    }
    s->fold[n] = '\0';
}

bool fold_next(const char *text, size_t length, size_t *at, struct syllable *s)
{
    struct fold_state state = { 0 };
    size_t i = *at;
    ucs4_t c = 0;
    int step = 0;

    for (; i < length; i += (size_t)step) {
        step = fold_character(text + i, length - i, &c);
        if (fold_is_part(c) && !(c >= 0x300 && c <= 0x36f))
            break;
    }
    *at = i;
    if (i >= length)
        return false;
    s->start = (uint32_t)i;
    for (; i < length; i += (size_t)step) {
        step = fold_character(text + i, length - i, &c);
        if (!fold_is_part(c))
            break;
        fold_part(s, &state, c);
    }
    s->end = (uint32_t)i;
    *at = i;
    s->fold[state.fold] = '\0';
    fold_final_y(s->fold, state.fold);
    fold_final_y(s->key, state.key);
    if (state.tone)
        s->key[state.key++] = state.tone;
    s->key[state.key] = '\0';
    return true;
}

size_t fold_syllables(const char *text, struct syllable *out, size_t max)
{
    size_t length = strlen(text);
    size_t at = 0;
    size_t n = 0;

    while (n < max && fold_next(text, length, &at, &out[n]))
        n++;
    return n;
}

size_t search_fold(const char *text, char *out, size_t size)
{
    if (size == 0)
        return 0;
    char *nfc = fold_nfc(text, SIZE_MAX);
    size_t length = strlen(nfc);
    size_t at = 0;
    size_t n = 0;
    struct syllable s;

    while (fold_next(nfc, length, &at, &s)) {
        size_t bytes = strlen(s.fold);

        if (n + bytes + 2 > size)
            break;
        if (n > 0)
            out[n++] = ' ';
        memcpy(out + n, s.fold, bytes);
        n += bytes;
    }
    out[n] = '\0';
    free(nfc);
    return n;
}
