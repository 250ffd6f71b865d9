/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Allocation that never returns NULL: running out of memory aborts.
 */
#ifndef MOTCUA_SEARCH_MEMORY_H
#define MOTCUA_SEARCH_MEMORY_H

#include <stddef.h>

void *memory_get(size_t count, size_t size);               /* zeroed; count 0 is allowed */
void *memory_resize(void *old, size_t count, size_t size); /* new part is not zeroed */
char *memory_text(const char *bytes, size_t length);       /* copy with a NUL */

/* Room for one more element: doubles *capacity when count has reached it. */
void *memory_grow(void *old, size_t count, size_t *capacity, size_t size);

#endif
