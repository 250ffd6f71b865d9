/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/totp.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>

#include "lib/log.h"
#include "lib/text.h"
#include "lib/token.h"

#define SEED_BYTES 20
#define WINDOW 1 /* steps before and after */

static void start(void)
{
    if (oath_init() != OATH_OK)
        log_fatal("the library of one-time codes does not start");
}

char *totp_invent(struct arena *arena)
{
    char bytes[SEED_BYTES], *encoded;
    size_t length;
    start();
    randombytes_buf(bytes, sizeof bytes);
    if (oath_base32_encode(bytes, sizeof bytes, &encoded, &length) != OATH_OK)
        log_fatal("out of memory: a seed");
    char *seed = arena_copy_bytes(arena, encoded, length);
    sodium_memzero(bytes, sizeof bytes);
    free(encoded);
    return seed;
}

const char *totp_uri(struct arena *arena, const char *issuer, const char *login, const char *seed)
{
    const char *from = text_url_encode(arena, issuer);
    return arena_format(arena, "otpauth://totp/%s:%s?secret=%s&issuer=%s", from,
                        text_url_encode(arena, login), seed, from);
}

const char *totp_readable(struct arena *arena, const char *seed)
{
    return text_group(arena, seed, "4444444");
}

bool totp_code(const char *seed, uint64_t step, int digits, char code[9])
{
    char *secret;
    size_t length;
    start();
    if (oath_base32_decode(seed, strlen(seed), &secret, &length) != OATH_OK)
        return false;
    int result = oath_hotp_generate(secret, length, step, (unsigned)digits, false,
                                    OATH_HOTP_DYNAMIC_TRUNCATION, code);
    sodium_memzero(secret, length);
    free(secret);
    return result == OATH_OK;
}

bool totp_ok(const char *seed, const char *code, int64_t unix_s, uint64_t last, uint64_t *step)
{
    if (strlen(code) != TOTP_DIGITS || !text_is_digits(code))
        return false;
    uint64_t now = (uint64_t)unix_s / TOTP_STEP_S;
    for (uint64_t at = now - WINDOW; at <= now + WINDOW; at++) {
        char right[9];
        if (at > last && totp_code(seed, at, TOTP_DIGITS, right) &&
            sodium_memcmp(right, code, TOTP_DIGITS) == 0) {
            *step = at;
            return true;
        }
    }
    return false;
}

static const char *purpose_of(struct arena *arena, uint64_t user)
{
    return arena_format(arena, "totp %llu", (unsigned long long)user);
}

char *totp_seal(struct arena *arena, uint64_t user, const char *seed)
{
    return token_seal(arena, KEY_LOOKUP, purpose_of(arena, user), seed, 0);
}

char *totp_open(struct arena *arena, uint64_t user, const char *sealed)
{
    return sealed ? token_open(arena, KEY_LOOKUP, purpose_of(arena, user), sealed) : NULL;
}
