/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Text at the border and on the way out. Inside the programs every text is valid UTF-8, NFC,
 * without NUL and without invisible characters: text_clean makes it so, everything else here may
 * rely on it. Results live in the caller's arena. "Characters" are Unicode code points.
 */
#ifndef MOTCUA_LIB_TEXT_H
#define MOTCUA_LIB_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

enum text_verdict {
    TEXT_GOOD,
    TEXT_BAD_UTF8, /* not UTF-8: overlong, cut, surrogate, above U+10FFFF; or a NUL byte */
    TEXT_CONTROL   /* a control character or a code point that is no character */
};

enum text_option {
    TEXT_ONE_LINE = 0,
    TEXT_MANY_LINES = 1, /* line feeds and tabs stay; CR LF and CR become LF */
    TEXT_REPAIR = 2      /* letters mixed up by old encodings: U+01A3 for ư, eth for đ */
};

/* Strict: what RFC 3629 allows and nothing else; NUL is refused. */
bool text_is_utf8(const char *bytes, size_t length);

/*
 * The text as it may enter the programs: checked, NFC, without invisible characters (byte order
 * mark, zero-width, soft hyphen, direction marks, tags), no space at its ends. On one line every
 * run of white space becomes one space. `options` are enum text_option added up. Refused text gives
 * NULL with the reason in *verdict (may be NULL).
 */
char *text_clean(struct arena *arena, const char *bytes, size_t length, int options,
                 enum text_verdict *verdict);

char *text_nfc(struct arena *arena, const char *text);
char *text_upper(struct arena *arena, const char *text); /* Unicode rules: ấn → ẤN, đ → Đ */
char *text_lower(struct arena *arena, const char *text);

size_t text_count(const char *text);

/* Is it one of a list that ends with NULL? */
bool text_among(const char *text, const char *const *list);

/*
 * At most `max` characters, the last of them "…" when something was left off; cut between words if
 * that keeps at least half, else between letters, never inside one. max 0 gives "".
 */
char *text_shorten(struct arena *arena, const char *text, size_t max);

/* Without marks, đ as d: "Nguyễn Văn Đức" → "Nguyen Van Duc". Other scripts stay as they are. */
char *text_plain(struct arena *arena, const char *text);

/* For addresses: "Đăng ký kết hôn (lại)" → "dang-ky-ket-hon-lai"; at most `max` bytes, cut at a
 * word. */
char *text_slug(struct arena *arena, const char *text, size_t max);

/*
 * Vietnamese order: a ă â b c d đ e ê … o ô ơ … u ư …; then tones (none, huyền, hỏi, ngã, sắc,
 * nặng); then small before capital. Keys compare with strcmp or a binary collation, hold no NUL
 * inside, and are at most about five times as long as the text.
 */
char *text_sort_key(struct arena *arena, const char *text);
/* For names of people: by the given name, which is the last word, then by the rest. */
char *text_name_key(struct arena *arena, const char *name);
int text_compare(struct arena *arena, const char *left, const char *right);

/* ASCII only, whatever the locale. */
bool text_same(const char *left, const char *right);   /* case does not count */
bool text_starts(const char *text, const char *start); /* case counts */
bool text_is_digits(const char *text);                 /* one or more of 0-9 */
void text_ascii_lower(char *text);                     /* in place */

/*
 * %XX decoded, and + as space when `plus`. Strict: a % without two hex digits, or %00, gives NULL.
 * The result may still be bad UTF-8; *decoded (may be NULL) is its length, which equals strlen.
 */
char *text_percent_decode(struct arena *arena, const char *bytes, size_t length, bool plus,
                          size_t *decoded);
/* Everything but A-Z a-z 0-9 - . _ ~ as %XX. */
char *text_url_encode(struct arena *arena, const char *text);

/* Spaces between groups: text_group(arena, "1234567890123456", "4444") → "1234 5678 9012 3456";
 * what is left after the last size is one more group. */
char *text_group(struct arena *arena, const char *digits, const char *sizes);

/* What may be shown in public: "NGUYỄN VĂN AN" → "NGUYỄN V** A**"; a single word → "A**". */
char *text_mask_name(struct arena *arena, const char *name);
/* All but the last `keep` characters as •: "0912345678", 4 → "••••••5678"; shorter texts hide
 * wholly. */
char *text_mask_start(struct arena *arena, const char *text, size_t keep);

#endif
