/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TOTP_H
#define MOTCUA_MODEL_TOTP_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"

/*
 * One-time codes of an authenticator app: RFC 6238 with SHA-1, six digits, steps of 30 seconds (liboath). A
 * seed is 20 random bytes as 32 letters and digits of base32.
 */
#define TOTP_STEP_S 30
#define TOTP_DIGITS 6

char *totp_invent(struct arena *arena);

/* What the app scans: otpauth://totp/ISSUER:LOGIN?secret=…; also without a camera, "abcd efgh …". */
const char *totp_uri(struct arena *arena, const char *issuer, const char *login, const char *seed);
const char *totp_readable(struct arena *arena, const char *seed);

/* The code of a step (Unix time / 30) with 6 to 8 digits; false when the seed is none. */
bool totp_code(const char *seed, uint64_t step, int digits, char code[9]);

/*
 * Is it the code of now, of the step before or of the one after (people are slow, clocks are wrong)? Steps up
 * to `last` are used up. Then *step is the one it belongs to.
 */
bool totp_ok(const char *seed, const char *code, int64_t unix_s, uint64_t last, uint64_t *step);

/* For storing: sealed with a key outside the database, bound to its user. NULL when it cannot be opened. */
char *totp_seal(struct arena *arena, uint64_t user, const char *seed);
char *totp_open(struct arena *arena, uint64_t user, const char *sealed);

#endif
