/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void memory_exhausted(void)
{
    fputs("search: out of memory\n", stderr);
    abort();
}

void *memory_get(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);

    if (!p)
        memory_exhausted();
    return p;
}

void *memory_resize(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    void *p = realloc(old, count && size ? count * size : 1);

    if (!p)
        memory_exhausted();
    return p;
}

char *memory_text(const char *bytes, size_t length)
{
    char *p = memory_get(length + 1, 1);

    memcpy(p, bytes, length);
    return p;
}

void *memory_grow(void *old, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return old;
    *capacity = *capacity ? *capacity * 2 : 16;
    return memory_resize(old, *capacity, size);
}
