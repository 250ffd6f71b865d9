/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_KEPT_H
#define MOTCUA_LIB_KEPT_H

#include <stddef.h>

/*
 * Finished answers by key, so many bytes of them at most: when there is no room for another, those go that
 * were asked for longest ago. Keys come from visitors and are hashed with a secret, so that nobody can make
 * one list of them all. One owner, no threads.
 */
struct kept;

/* Texts end with NUL; the body need not be a text. */
struct kept_answer {
    const char *type;     /* Content-Type */
    const char *encoding; /* Content-Encoding; "" for none */
    const char *etag;
    const char *headers;  /* further header lines, CRLF ended */
    const char *body;
    size_t length;        /* of the body */
};

/* `limit`: bytes of all answers with their keys and all that holds them. `single`: of one, at most. */
struct kept *kept_open(size_t limit, size_t single);
void kept_close(struct kept *kept); /* NULL is allowed */

/* The answer stays valid until the next add or forget; NULL: there is none. */
const struct kept_answer *kept_find(struct kept *kept, const char *key);

/* Copies the answer, in place of one of the same key. One that is too large, or that there is no memory for,
 * is not kept. */
void kept_add(struct kept *kept, const char *key, const struct kept_answer *answer);

void kept_forget(struct kept *kept); /* all of them */

size_t kept_bytes(const struct kept *kept);

#endif
