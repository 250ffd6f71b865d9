/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/token.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/damm.h"
#include "lib/log.h"
#include "lib/settings.h"

#define KEY_BYTES 32
#define FORM_SECONDS (24 * 60 * 60)
#define NONCE_BYTES 24                                    /* time of issue (8), random (16) */
#define NONCE_CHARS (NONCE_BYTES / 3 * 4)                 /* 32 */
#define MAC_CHARS 43                                      /* 32 bytes of base64url */
#define SEAL_NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define SEAL_MAC crypto_aead_xchacha20poly1305_ietf_ABYTES
#define SEAL_TIME 4 /* seconds since 1970, good until 2106; keeps a sealed look-up code at 80 characters */
#define SEALED_CEILING 8192 /* characters; more is not ours */

static const char *const key_files[KEY_COUNT] = {
    [KEY_LOOKUP] = "lookup.key",
    [KEY_COOKIE] = "cookie.key",
    [KEY_FORM] = "form.key",
    [KEY_TICKET] = "ticket.key",
};

/* Guarded pages that core dumps and swap do not get, read only after start. */
static uint8_t (*keys)[KEY_BYTES];

/* ---- keys ------------------------------------------------------------------------ */

static bool key_read(const char *name, uint8_t key[KEY_BYTES])
{
    char path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/%s", settings.keys ? settings.keys : "", name);
    if (n < 0 || (size_t)n >= sizeof path)
        return false;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat status;
    if (fd < 0 || fstat(fd, &status)) {
        log_error("key file %s: %s", path, strerror(errno));
        if (fd >= 0)
            close(fd);
        return false;
    }

    bool good = false;
    if (!S_ISREG(status.st_mode) || status.st_size != KEY_BYTES)
        log_error("key file %s does not hold %d bytes", path, KEY_BYTES);
    else if (status.st_mode & (S_IRWXG | S_IRWXO))
        log_error("key file %s can be read by others: its mode must be 0600 or 0400", path);
    else if (read(fd, key, KEY_BYTES) != KEY_BYTES)
        log_error("key file %s cannot be read", path);
    else
        good = true;
    close(fd);
    return good;
}

bool token_init(void)
{
    if (sodium_init() < 0) {
        log_error("the cryptographic library does not start");
        return false;
    }
    if (keys)
        sodium_free(keys);
    keys = sodium_allocarray(KEY_COUNT, KEY_BYTES);
    if (!keys)
        log_fatal("out of memory: keys");
    for (int i = 0; i < KEY_COUNT; i++) {
        if (!key_read(key_files[i], keys[i])) {
            sodium_free(keys);
            keys = NULL;
            return false;
        }
    }
    sodium_mprotect_readonly(keys);
    return true;
}

bool token_ready(void)
{
    return keys != NULL;
}

static const uint8_t *key_of(enum token_key key)
{
    if (!keys)
        log_fatal("a key is used before token_init");
    return keys[key];
}

/* ---- text form -------------------------------------------------------------------- */

static char *base64(struct arena *arena, const uint8_t *bytes, size_t n)
{
    const int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    size_t room = sodium_base64_encoded_len(n, variant);
    return sodium_bin2base64(arena_take(arena, room), room, bytes, n, variant);
}

/* False unless the whole text is canonical base64url of at most `room` bytes. */
static bool unbase64(const char *text, size_t length, uint8_t *bytes, size_t room, size_t *n)
{
    const char *end;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80) /* libsodium takes some of them for letters */
            return false;
    return sodium_base642bin(bytes, room, text, length, NULL, n, &end,
                             sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
           end == text + length;
}

static void put_number(uint8_t *bytes, size_t n, uint64_t number)
{
    for (; n > 0; n--, number >>= 8)
        bytes[n - 1] = (uint8_t)number;
}

static int64_t get_number(const uint8_t *bytes, size_t n)
{
    uint64_t number = 0;
    for (size_t i = 0; i < n; i++)
        number = number << 8 | bytes[i];
    return (int64_t)number;
}

/* ---- random texts and hashes ------------------------------------------------------- */

char *token_random(struct arena *arena)
{
    uint8_t bytes[32];
    randombytes_buf(bytes, sizeof bytes);
    return base64(arena, bytes, sizeof bytes);
}

void token_hash(const char *text, uint8_t hash[TOKEN_HASH_BYTES])
{
    token_hash_bytes(text, strlen(text), hash);
}

void token_hash_bytes(const void *bytes, size_t n, uint8_t hash[TOKEN_HASH_BYTES])
{
    crypto_generichash(hash, TOKEN_HASH_BYTES, bytes, n, NULL, 0);
}

void token_random_bytes(void *bytes, size_t n)
{
    randombytes_buf(bytes, n);
}

void token_digest(const void *bytes, size_t n, uint8_t digest[TOKEN_DIGEST_BYTES])
{
    crypto_hash_sha256(digest, bytes, n);
}

void token_keyed_hash(enum token_key key, const char *text, uint8_t hash[TOKEN_HASH_BYTES])
{
    crypto_generichash(hash, TOKEN_HASH_BYTES, (const uint8_t *)text, strlen(text), key_of(key),
                       KEY_BYTES);
}

void token_lookup_code(char code[17])
{
    for (int i = 0; i < 15; i++)
        code[i] = (char)('0' + randombytes_uniform(10));
    code[15] = damm_digit(code, 15);
    code[16] = '\0';
}

/* ---- sealed texts -------------------------------------------------------------------- */

char *token_seal(struct arena *arena, enum token_key key, const char *purpose, const char *text,
                 int64_t expires)
{
    size_t length = strlen(text);
    size_t plain_bytes = SEAL_TIME + length;
    uint8_t *plain = arena_take(arena, plain_bytes);
    put_number(plain, SEAL_TIME, expires > UINT32_MAX ? UINT32_MAX : (uint64_t)expires);
    memcpy(plain + SEAL_TIME, text, length);

    uint8_t *sealed = arena_take(arena, SEAL_NONCE + plain_bytes + SEAL_MAC);
    randombytes_buf(sealed, SEAL_NONCE);
    unsigned long long cipher_bytes;
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed + SEAL_NONCE, &cipher_bytes, plain,
                                               plain_bytes, (const uint8_t *)purpose,
                                               strlen(purpose), NULL, sealed, key_of(key));
    sodium_memzero(plain, plain_bytes);
    return base64(arena, sealed, SEAL_NONCE + cipher_bytes);
}

char *token_open(struct arena *arena, enum token_key key, const char *purpose, const char *sealed)
{
    size_t characters = sealed ? strlen(sealed) : 0;
    if (characters == 0 || characters > SEALED_CEILING)
        return NULL;
    size_t room = characters / 4 * 3 + 3, n;
    uint8_t *bytes = arena_take(arena, room);
    if (!unbase64(sealed, characters, bytes, room, &n) || n < SEAL_NONCE + SEAL_TIME + SEAL_MAC)
        return NULL;

    uint8_t *plain = arena_take(arena, n - SEAL_NONCE - SEAL_MAC + 1);
    unsigned long long plain_bytes;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            plain, &plain_bytes, NULL, bytes + SEAL_NONCE, n - SEAL_NONCE,
            (const uint8_t *)purpose, strlen(purpose), bytes, key_of(key)))
        return NULL;
    int64_t expires = get_number(plain, SEAL_TIME);
    if (expires && clock_unix() >= expires)
        return NULL;
    plain[plain_bytes] = '\0';
    return (char *)plain + SEAL_TIME;
}

/* ---- form tokens ------------------------------------------------------------------------ */

static void part(crypto_generichash_state *state, const char *text)
{
    /* with its NUL, so that two parts cannot pass for two others */
    crypto_generichash_update(state, (const uint8_t *)text, strlen(text) + 1);
}

static void form_mac(uint8_t mac[TOKEN_HASH_BYTES], const char *nonce, size_t length,
                     const char *action, const char *session)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key_of(KEY_FORM), KEY_BYTES, TOKEN_HASH_BYTES);
    part(&state, "form");
    part(&state, action);
    part(&state, session ? session : "");
    crypto_generichash_update(&state, (const uint8_t *)nonce, length);
    crypto_generichash_final(&state, mac, TOKEN_HASH_BYTES);
}

char *token_form(struct arena *arena, const char *action, const char *session)
{
    uint8_t nonce[NONCE_BYTES], mac[TOKEN_HASH_BYTES];
    put_number(nonce, 8, (uint64_t)clock_unix());
    randombytes_buf(nonce + 8, sizeof nonce - 8);
    const char *text = base64(arena, nonce, sizeof nonce);
    form_mac(mac, text, strlen(text), action, session);
    return arena_format(arena, "%s.%s", text, base64(arena, mac, sizeof mac));
}

bool token_form_ok(const char *token, const char *action, const char *session)
{
    if (!token || strlen(token) != NONCE_CHARS + 1 + MAC_CHARS || token[NONCE_CHARS] != '.')
        return false;
    uint8_t nonce[NONCE_BYTES], mac[TOKEN_HASH_BYTES], right[TOKEN_HASH_BYTES];
    size_t n;
    if (!unbase64(token, NONCE_CHARS, nonce, sizeof nonce, &n) || n != sizeof nonce ||
        !unbase64(token + NONCE_CHARS + 1, MAC_CHARS, mac, sizeof mac, &n) || n != sizeof mac)
        return false;
    form_mac(right, token, NONCE_CHARS, action, session);
    if (sodium_memcmp(mac, right, sizeof mac))
        return false;
    int64_t age = clock_unix() - get_number(nonce, 8);
    return age >= -60 && age < FORM_SECONDS;
}
