/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_WRITE_ALL_H
#define MOTCUA_LIB_WRITE_ALL_H

#include <stdbool.h>
#include <stddef.h>

/* Writes every byte to a file; false with errno. `fault`: the fault point (fault.h) at which a test has it fail as on a
 * full disk. */
bool write_all(int fd, const void *bytes, size_t n, const char *fault);

#endif
