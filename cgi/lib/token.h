/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_TOKEN_H
#define MOTCUA_LIB_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"

/*
 * Secrets and what is made from them (libsodium). Keys are 32 raw bytes in
 * files below settings.keys, read once, kept out of core dumps.
 */
enum token_key { KEY_LOOKUP, KEY_COOKIE, KEY_FORM, KEY_TICKET, KEY_COUNT };

#define TOKEN_HASH_BYTES 32
#define TOKEN_DIGEST_BYTES 32

bool token_init(void); /* false, logged: a key is missing, short or readable by others */
bool token_ready(void); /* it has been done, and well */

/* 32 random bytes as 43 characters of base64url. */
char *token_random(struct arena *arena);
/* Plain BLAKE2b-256, for session and device tokens that are random themselves. */
void token_hash(const char *text, uint8_t hash[TOKEN_HASH_BYTES]);
/* The same of bytes: for the seal of history. */
void token_hash_bytes(const void *bytes, size_t n, uint8_t hash[TOKEN_HASH_BYTES]);
/* Random bytes, for marks that only have to differ. */
void token_random_bytes(void *bytes, size_t n);
/* SHA-256 of bytes, as sha256sum prints it: for files. */
void token_digest(const void *bytes, size_t n, uint8_t digest[TOKEN_DIGEST_BYTES]);
/* Keyed BLAKE2b-256: look-up codes, last digits of phone or identity number. */
void token_keyed_hash(enum token_key key, const char *text, uint8_t hash[TOKEN_HASH_BYTES]);

/* Sealed text (XChaCha20-Poly1305 secretbox), base64url, bound to `purpose` and readable until
 * `expires` (Unix seconds; 0 = for ever). For cookies and for codes at rest: a look-up code gives 80
 * characters. */
char *token_seal(struct arena *arena, enum token_key key, const char *purpose, const char *text,
                 int64_t expires);
/* NULL when forged, damaged, of another purpose, or past its time. */
char *token_open(struct arena *arena, enum token_key key, const char *purpose, const char *sealed);

/* Form token: "nonce.mac" bound to action (route path) and session ("" for none), valid 24 h. The nonce is
 * the idempotency key of the form. */
char *token_form(struct arena *arena, const char *action, const char *session);
bool token_form_ok(const char *token, const char *action, const char *session);

/* 16 digits: 15 random and a Damm check digit. */
void token_lookup_code(char code[17]);

#endif
