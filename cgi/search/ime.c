/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/ime.h"

#include <string.h>

/* Letters being composed: base letter and modifier apart. */
struct composition {
    char letter[FOLD_MAX + 1];
    char modifier[FOLD_MAX + 1]; /* 0 or one of * ( + - */
    size_t n;
    char tone;
};

static bool is_vowel(char c)
{
    return c && strchr("aeiouy", c) != NULL;
}

static bool has_vowel(const struct composition *c)
{
    for (size_t i = 0; i < c->n; i++)
        if (is_vowel(c->letter[i]))
            return true;
    return false;
}

/* Position of the last letter, unmodified, or -1. */
static int last_plain(const struct composition *c, char letter)
{
    for (size_t i = c->n; i-- > 0;)
        if (c->letter[i] == letter && !c->modifier[i])
            return (int)i;
    return -1;
}

static bool modify(struct composition *c, char letter, char modifier)
{
    int i = last_plain(c, letter);

    if (i < 0)
        return false;
    c->modifier[i] = modifier;
    return true;
}

/* "uo" takes the horn on both letters. */
static bool horn_pair(struct composition *c)
{
    for (size_t i = c->n; i-- > 1;) {
        bool pair = c->letter[i] == 'o' && c->letter[i - 1] == 'u' && !c->modifier[i];

        if (pair && (!c->modifier[i - 1] || c->modifier[i - 1] == '+')) {
            c->modifier[i] = '+';
            c->modifier[i - 1] = '+';
            return true;
        }
    }
    return false;
}

static void append(struct composition *c, char letter)
{
    if (c->n >= FOLD_MAX)
        return;
    c->letter[c->n] = letter;
    c->modifier[c->n++] = 0;
}

/* Telex doubles a, e, o for the circumflex, also after the letters that end a syllable. */
static bool telex_double(struct composition *c, char letter)
{
    int i = last_plain(c, letter);

    if (i < 0 || !strchr("aeo", letter))
        return false;
    for (size_t j = (size_t)i + 1; j < c->n; j++) {
        bool other_vowel = is_vowel(c->letter[j]);

        if (other_vowel && letter != 'a' && !strchr("iuy", c->letter[j]))
            return false;
    }
    c->modifier[i] = '*';
    return true;
}

static bool telex_horn(struct composition *c)
{
    if (horn_pair(c))
        return true;
    if (modify(c, 'u', '+') || modify(c, 'o', '+') || modify(c, 'a', '('))
        return true;
    append(c, 'u');
    c->modifier[c->n - 1] = '+';
    return true;
}

static char telex_tone(char key)
{
    switch (key) {
    case 's':
        return TONE_ACUTE;
    case 'f':
        return TONE_GRAVE;
    case 'r':
        return TONE_HOOK;
    case 'x':
        return TONE_TILDE;
    case 'j':
        return TONE_DOT;
    default:
        return TONE_NONE;
    }
}

static void telex_key(struct composition *c, char key)
{
    bool vowel = has_vowel(c);

    if (key == 'd' && c->n > 0 && c->letter[0] == 'd' && (c->n == 1 || vowel)) {
        c->modifier[0] = '-';
        return;
    }
    if (telex_double(c, key))
        return;
    if (key == 'w') {
        telex_horn(c);
        return;
    }
    if (vowel && telex_tone(key)) {
        c->tone = telex_tone(key);
        return;
    }
    if (vowel && key == 'z') {
        c->tone = TONE_NONE;
        return;
    }
    append(c, key);
}

static void vni_circumflex(struct composition *c)
{
    for (size_t i = c->n; i-- > 0;) {
        if (strchr("aeo", c->letter[i])) {
            c->modifier[i] = '*';
            return;
        }
    }
}

static void vni_horn(struct composition *c)
{
    if (horn_pair(c))
        return;
    for (size_t i = c->n; i-- > 0;) {
        if (c->letter[i] == 'u' || c->letter[i] == 'o') {
            c->modifier[i] = '+';
            return;
        }
    }
}

static void vni_key(struct composition *c, char key)
{
    static const char tones[] = { TONE_ACUTE, TONE_GRAVE, TONE_HOOK, TONE_TILDE, TONE_DOT };

    if (key >= '1' && key <= '5')
        c->tone = tones[key - '1'];
    else if (key == '6')
        vni_circumflex(c);
    else if (key == '7')
        vni_horn(c);
    else if (key == '8')
        modify(c, 'a', '(');
    else if (key == '9')
        modify(c, 'd', '-');
    else
        append(c, key);
}

/* Writes the composition as key and fold; false if nothing was decoded. */
static bool composition_finish(const struct composition *c, struct syllable *s)
{
    char key[KEY_MAX + 1];
    size_t n = 0;

    for (size_t i = 0; i < c->n && n + 4 < sizeof(key); i++) {
        key[n++] = c->letter[i];
        if (c->modifier[i])
            key[n++] = c->modifier[i];
    }
    if (c->tone)
        key[n++] = c->tone;
    key[n] = '\0';
    if (n == 0 || strcmp(key, s->key) == 0)
        return false;
    memcpy(s->key, key, n + 1);
    fold_from_key(s);
    return true;
}

bool ime_telex(struct syllable *s)
{
    struct composition c = { .n = 0 };

    for (const char *p = s->key; *p; p++) {
        if (*p < 'a' || *p > 'z')
            return false;
        telex_key(&c, *p);
    }
    return composition_finish(&c, s);
}

bool ime_vni(struct syllable *s)
{
    struct composition c = { .n = 0 };
    bool letters = false;
    bool digits = false;

    for (const char *p = s->key; *p; p++) {
        bool letter = *p >= 'a' && *p <= 'z';
        bool digit = *p >= '1' && *p <= '9';

        if (!letter && !digit)
            return false;
        letters |= letter;
        digits |= digit;
        vni_key(&c, *p);
    }
    return letters && digits && composition_finish(&c, s);
}

bool ime_composed(struct syllable *s)
{
    size_t base = key_base(s->key);
    char tone = base > 0 ? telex_tone(s->key[base - 1]) : TONE_NONE;
    bool vowel = false;

    for (size_t i = 0; i + 1 < base; i++)
        vowel |= is_vowel(s->key[i]);
    if (!vowel || (!tone && s->key[base - 1] != 'w'))
        return false;
    if (tone)
        s->key[base - 1] = tone;
    else
        base--;
    s->key[base] = '\0';
    fold_from_key(s);
    return true;
}
