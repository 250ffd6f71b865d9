/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_token.h"

#include <stdio.h>
#include <string.h>

#include "lib/settings.h"

/* First a check over kind and number (80 bits), then both, hidden by a pad that follows from the check. */
enum { CHECK = 10, BODY = 7, WHOLE = CHECK + BODY };

static void keyed(const char *purpose, const uint8_t *bytes, size_t n, uint8_t hash[TOKEN_HASH_BYTES])
{
    char text[80];
    int at = snprintf(text, sizeof text, "rating %s|", purpose);
    for (size_t i = 0; i < n && at + 2 < (int)sizeof text; i++)
        at += snprintf(text + at, sizeof text - (size_t)at, "%02x", bytes[i]);
    token_keyed_hash(KEY_LOOKUP, text, hash);
}

static void pad(uint8_t bytes[WHOLE])
{
    uint8_t hash[TOKEN_HASH_BYTES];
    keyed("pad", bytes, CHECK, hash);
    for (size_t i = 0; i < BODY; i++)
        bytes[CHECK + i] ^= hash[i];
}

const char *rating_token(struct arena *arena, struct rated what)
{
    uint8_t bytes[WHOLE], hash[TOKEN_HASH_BYTES];
    char text[RATING_TOKEN_CHARS + 1];
    bytes[CHECK] = (uint8_t)what.kind;
    for (size_t i = 1; i < BODY; i++)
        bytes[CHECK + i] = (uint8_t)(what.id >> 8 * (BODY - 1 - i));
    keyed("check", bytes + CHECK, BODY, hash);
    memcpy(bytes, hash, CHECK);
    pad(bytes);
    for (size_t i = 0; i < WHOLE; i++)
        snprintf(text + 2 * i, 3, "%02x", bytes[i]);
    return arena_copy(arena, text);
}

static int digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool rating_token_read(const char *token, struct rated *what)
{
    uint8_t bytes[WHOLE], hash[TOKEN_HASH_BYTES], differs = 0;
    if (strlen(token) != RATING_TOKEN_CHARS)
        return false;
    for (size_t i = 0; i < WHOLE; i++) {
        int high = digit(token[2 * i]), low = digit(token[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        bytes[i] = (uint8_t)(high << 4 | low);
    }
    pad(bytes);
    keyed("check", bytes + CHECK, BODY, hash);
    for (size_t i = 0; i < CHECK; i++)
        differs |= bytes[i] ^ hash[i];
    if (differs || bytes[CHECK] == RATED_NOTHING || bytes[CHECK] >= RATED_KINDS)
        return false;
    *what = (struct rated){.kind = bytes[CHECK]};
    for (size_t i = 1; i < BODY; i++)
        what->id = what->id << 8 | bytes[CHECK + i];
    return true;
}

const char *rating_address(struct arena *arena, struct rated what)
{
    return settings.site && *settings.site
               ? arena_format(arena, "%s/danh-gia/%s", settings.site, rating_token(arena, what))
               : "";
}

void rating_mark(const char *use, uint8_t mark[TOKEN_HASH_BYTES])
{
    char text[120];
    snprintf(text, sizeof text, "rating mark|%s", use);
    token_keyed_hash(KEY_LOOKUP, text, mark);
}
