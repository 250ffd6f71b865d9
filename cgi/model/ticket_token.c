/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/ticket_token.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "lib/token.h"
#include "model/ticket.h"

/* The first part says which ticket: group 24 bits, day 16, number 10; the second is 60 bits of the hash. */
enum { WHAT_CHARS = 11, SEAL_CHARS = TICKET_TOKEN_CHARS - WHAT_CHARS, BASE = 26, INPUT_MAX = 80 };
static const char alphabet[BASE + 1] = "0123456789bcfghjkmnpqrstvx";

#define GROUP_MAX 0xffffffu
#define DAY_MAX 0xffffu
#define SEAL_BITS 60

static uint64_t seal_of(uint64_t what)
{
    char text[40];
    uint8_t hash[TOKEN_HASH_BYTES];
    uint64_t seal = 0;
    snprintf(text, sizeof text, "ticket %llu", (unsigned long long)what);
    token_keyed_hash(KEY_TICKET, text, hash);
    for (int i = 0; i < 8; i++)
        seal = seal << 8 | hash[i];
    return seal >> (64 - SEAL_BITS);
}

static void put(char *out, int chars, uint64_t value)
{
    for (int i = chars - 1; i >= 0; i--, value /= BASE)
        out[i] = alphabet[value % BASE];
}

static bool get(const char *text, int chars, uint64_t *value)
{
    *value = 0;
    for (int i = 0; i < chars; i++) {
        const char *at = strchr(alphabet, text[i]);
        if (!at || !text[i])
            return false;
        *value = *value * BASE + (uint64_t)(at - alphabet);
    }
    return true;
}

char *ticket_token(char out[TICKET_TOKEN_CHARS + 1], uint64_t letter_group, const struct civil *day, unsigned number)
{
    uint64_t what = (letter_group & GROUP_MAX) << 26 | ((uint64_t)civil_day(day) & DAY_MAX) << 10 | number;
    put(out, WHAT_CHARS, what);
    put(out + WHAT_CHARS, SEAL_CHARS, seal_of(what));
    out[TICKET_TOKEN_CHARS] = '\0';
    return out;
}

/* Without spaces, in small letters; false: too long or too short. */
static bool bare(const char *text, char out[TICKET_TOKEN_CHARS + 1])
{
    size_t n = 0;
    for (size_t i = 0; text[i]; i++) {
        if (text[i] == ' ')
            continue;
        if (n == TICKET_TOKEN_CHARS || i > INPUT_MAX)
            return false;
        out[n++] = (char)tolower((unsigned char)text[i]);
    }
    out[n] = '\0';
    return n == TICKET_TOKEN_CHARS;
}

bool ticket_token_parse(const char *text, uint64_t *letter_group, struct civil *day, unsigned *number)
{
    char token[TICKET_TOKEN_CHARS + 1];
    uint64_t what, seal;
    if (!text || !bare(text, token) || !get(token, WHAT_CHARS, &what) ||
        !get(token + WHAT_CHARS, SEAL_CHARS, &seal) || what >> 50 != 0 || seal != seal_of(what))
        return false;
    *letter_group = what >> 26;
    *day = civil_from_day((int)(what >> 10 & DAY_MAX));
    *number = (unsigned)(what & 0x3ff);
    return true;
}
