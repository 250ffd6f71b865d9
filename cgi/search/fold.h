/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * From text to syllables.  Each syllable has two ASCII spellings:
 *   fold   without any mark: "đường" → "duong", "ký" → "ki"
 *   key    letters with their modifiers, then the tone: "đường" → "d-u+o+ng\2" (modifiers are * ( +
 * -) Keys of "hòa" and "hoà" are equal: the place of the tone does not count.
 */
#ifndef MOTCUA_SEARCH_FOLD_H
#define MOTCUA_SEARCH_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    FOLD_MAX = 23, /* bytes of a fold; longer words are cut */
    KEY_MAX = 39,
};

/* Tones as the last byte of a key; none is not written. */
enum fold_tone {
    TONE_NONE,
    TONE_ACUTE,
    TONE_GRAVE,
    TONE_HOOK,
    TONE_TILDE,
    TONE_DOT,
};

struct syllable {
    char fold[FOLD_MAX + 1];
    char key[KEY_MAX + 1];
    uint32_t start, end; /* bytes in the text */
};

/* Copies text as NFC without bad UTF-8 and control characters; ends of lines stay.  At most
 * max bytes of the text are read, cut at a character.  The caller frees. */
char *fold_nfc(const char *text, size_t max);

/* Reads the next syllable (a run of letters and digits) from *at.  False at the end. */
bool fold_next(const char *text, size_t length, size_t *at, struct syllable *syllable);

/* At most max syllables of a text; returns how many. */
size_t fold_syllables(const char *text, struct syllable *out, size_t max);

/* Sets the fold from the key, and writes final y as i where Vietnamese writes both. */
void fold_from_key(struct syllable *syllable);

/* Letters of a key without its tone: length. */
size_t key_base(const char *key);

#endif
