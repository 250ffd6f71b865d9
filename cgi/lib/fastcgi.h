/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_FASTCGI_H
#define MOTCUA_LIB_FASTCGI_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Writes a whole FastCGI answer (output, its end, the end of the request) to `fd` with one system call, as
 * long as it fits the socket's buffer (about 200 KB): a worker that is killed has then sent either nothing,
 * and the server in front asks another one, or everything. `head` is at most 64 KB with its
 * empty line. `body` may be NULL when n_body is 0. False: the peer is gone or takes nothing.
 */
bool fastcgi_answer(int fd, int request, const char *head, size_t n_head, const char *body,
                    size_t n_body);

#endif
