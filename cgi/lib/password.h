/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_PASSWORD_H
#define MOTCUA_LIB_PASSWORD_H

#include <stdbool.h>

#include "lib/arena.h"

/*
 * Passwords of staff: argon2id with 3 passes over 32 MiB, about a tenth of a
 * second. Texts are what people typed, NFC, of any length.
 */

/* The text to store: "$argon2id$…", at most 127 characters. */
char *password_hash(struct arena *arena, const char *password);

/* True when it is the password of this hash. With NULL, for a name that does
 * not exist, it works as long and answers false. */
bool password_ok(const char *hash, const char *password);

/* True when the hash was made with other settings than today's. */
bool password_is_stale(const char *hash);

/* At most two passwords of a program are worked at at the same time, so that sign-ins never take the whole
 * machine: called once before the workers are made. Without it there is no such limit. */
void password_gate_open(void);
/* A worker waits for its turn up to so long; false: too many others. Each good turn ends with
 * password_gate_leave(), or with the worker. */
bool password_gate_enter(int wait_ms);
void password_gate_leave(void);

/* A first password to be told once: 20 letters and digits without those people mix up, in groups of five
 * ("k7m2p-…"), about 98 bits. */
char *password_invent(struct arena *arena);

#endif
