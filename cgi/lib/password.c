/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/password.h"

#include <sodium.h>

#include "lib/log.h"

#define PASSES 3
#define MEMORY ((size_t)32 * 1024 * 1024)

static void start(void)
{
    if (sodium_init() < 0)
        log_fatal("the cryptographic library does not start");
}

char *password_hash(struct arena *arena, const char *password)
{
    start();
    char *hash = arena_take(arena, crypto_pwhash_STRBYTES);
    if (crypto_pwhash_str_alg(hash, password, strlen(password), PASSES, MEMORY,
                              crypto_pwhash_ALG_ARGON2ID13))
        log_fatal("out of memory: a password hash");
    return hash;
}

/* Of no password; made once, so that unknown names cost the same time. */
static const char *nobody(void)
{
    static char hash[crypto_pwhash_STRBYTES];
    if (!hash[0]) {
        char random[32];
        randombytes_buf(random, sizeof random);
        if (crypto_pwhash_str_alg(hash, random, sizeof random, PASSES, MEMORY,
                                  crypto_pwhash_ALG_ARGON2ID13))
            log_fatal("out of memory: a password hash");
    }
    return hash;
}

bool password_ok(const char *hash, const char *password)
{
    start();
    const char *against = hash && *hash ? hash : nobody();
    bool same = crypto_pwhash_str_verify(against, password, strlen(password)) == 0;
    return same && against == hash;
}

bool password_is_stale(const char *hash)
{
    start();
    return crypto_pwhash_str_needs_rehash(hash, PASSES, MEMORY) != 0;
}

char *password_invent(struct arena *arena)
{
    static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    start();
    char *password = arena_take(arena, 4 * 5 + 3 + 1);
    char *at = password;
    for (int i = 0; i < 20; i++) {
        if (i && i % 5 == 0)
            *at++ = '-';
        *at++ = letters[randombytes_uniform(sizeof letters - 1)];
    }
    return password;
}
