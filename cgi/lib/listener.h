/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_LISTENER_H
#define MOTCUA_LIB_LISTENER_H

#include <stdbool.h>

/*
 * The socket a program answers on: the unix socket `path` made here (0600, guarded by a lock on path + ".lock"
 * so that two instances never fight over it), or, without a path, what was inherited: descriptor 3 from
 * systemd, else 0. -1 and one sentence on stderr.
 */
struct listener {
    int fd;
    int lock;         /* -1: inherited socket. Workers close it, so that it ends with the parent */
    const char *path; /* NULL: inherited */
};

bool listener_open(struct listener *listener, const char *program, const char *path);
void listener_close(struct listener *listener); /* the parent, at its end: removes the path */

#endif
