/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_STORE_H
#define MOTCUA_LIB_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/token.h"

/*
 * Contents of files in a folder (settings.store), each under its SHA-256: "ab/ab3f…". A content is written beside it
 * first (arriving/), flushed, and then moved to its place: what has a place is whole, after a crash as well. The
 * same content is kept once. Nobody's name for a file is ever part of a path. Several programs and machines may
 * use the folder at once; a lock on .lock keeps the clean-up from taking what somebody is just about to use.
 */
enum { STORE_PATH_MAX = 3 + 2 * TOKEN_DIGEST_BYTES + 1, STORE_SHELVES = 256 };

enum store_result {
    STORE_OK,
    STORE_FULL, /* no room, or no more allowed */
    STORE_FAIL  /* no folder, or it cannot be written; logged */
};

/* Copies a file into the store, from its beginning to its end; its offset stays. Its hash and size. A content that is
 * there already is read again, and mended when it is not what it should be. */
enum store_result store_put(int fd, uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t *size);

/* The place of a content below the folder, which is also its address behind nginx's internal location. */
const char *store_path(char path[STORE_PATH_MAX], const uint8_t digest[TOKEN_DIGEST_BYTES]);

/* To read it; -1 with errno. The caller closes it. */
int store_open(const uint8_t digest[TOKEN_DIGEST_BYTES]);

enum store_state {
    STORE_GOOD,
    STORE_MISSING,
    STORE_DAMAGED, /* another size or hash */
    STORE_UNREAD   /* no folder, no right, a broken disk; logged */
};
/* Is it there with its size, and, where `whole`, with its hash? */
enum store_state store_check(const uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t size, bool whole);

/*
 * Takes away what nobody needs: of the contents whose hash begins with the byte `shelf` those older than `age_s`
 * that `known` says no to, and with shelf 0 also what arrived so long ago and was never moved. Ages go by the machine's
 * clock. False when the folder cannot be read or `known` fails (answer < 0); *count grows by what went.
 */
bool store_sweep(unsigned shelf, int64_t age_s,
                 int (*known)(void *context, const uint8_t digest[TOKEN_DIGEST_BYTES]), void *context,
                 uint64_t *count);

/* Removes one content. False: it could not be removed; what is not there is removed. */
bool store_remove(const uint8_t digest[TOKEN_DIGEST_BYTES]);

#endif
