/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_SECRET_H
#define MOTCUA_LIB_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The first line of a file that holds a password. Read anew each time, so that it can be changed under running
 * programs; the caller wipes `secret` with explicit_bzero. False and an empty text, logged: it cannot be
 * read. What does not fit is cut off.
 */
bool secret_read(const char *path, char *secret, size_t room);

#endif
