/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_ARENA_H
#define MOTCUA_LIB_ARENA_H

#include <stddef.h>

/*
 * An arena owns every small thing that lives as long as one request (or one
 * command). Callers take and never free; arena_clear() ends them all at once.
 * Memory is aligned for any type and zeroed. There is no failure to check:
 * out of memory, or past the arena's limit, logs one line and aborts; the
 * supervisor starts a fresh worker.
 */
struct arena;

struct arena *arena_open(size_t limit); /* limit in bytes, 0 = no limit */
void arena_close(struct arena *arena);  /* NULL is allowed */
void arena_clear(struct arena *arena);  /* keeps one block for the next user */

void *arena_take(struct arena *arena, size_t bytes);
void *arena_take_array(struct arena *arena, size_t count, size_t bytes); /* overflow aborts */
char *arena_copy(struct arena *arena, const char *text);                 /* NULL gives "" */
char *arena_copy_bytes(struct arena *arena, const void *bytes, size_t n); /* adds a NUL */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

size_t arena_used(const struct arena *arena); /* bytes given out since the last clear */

#endif
