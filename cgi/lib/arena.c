/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include "lib/fault.h"
#include "lib/log.h"

/* Blocks are chained newest first. The oldest has this size and is the one
 * that stays after arena_clear(); an ordinary page needs no second one. */
#define BLOCK_BYTES ((size_t)32 * 1024)
#define ALIGNMENT _Alignof(max_align_t)

struct block {
    struct block *older;
    size_t size; /* bytes behind the header */
    size_t used;
    _Alignas(max_align_t) char bytes[];
};

struct arena {
    struct block *newest;
    size_t limit;
    size_t given;
};

static struct block *block_open(size_t size, struct block *older)
{
    struct block *block = fault_point("alloc") ? NULL : malloc(sizeof *block + size);
    if (!block)
        log_fatal("out of memory: an arena block of %zu bytes", size);
    block->older = older;
    block->size = size;
    block->used = 0;
    return block;
}

struct arena *arena_open(size_t limit)
{
    struct arena *arena = malloc(sizeof *arena);
    if (!arena)
        log_fatal("out of memory: an arena");
    arena->newest = block_open(BLOCK_BYTES, NULL);
    arena->limit = limit;
    arena->given = 0;
    return arena;
}

void arena_clear(struct arena *arena)
{
    while (arena->newest->older) {
        struct block *older = arena->newest->older;
        free(arena->newest);
        arena->newest = older;
    }
    arena->newest->used = 0;
    arena->given = 0;
}

void arena_close(struct arena *arena)
{
    if (!arena)
        return;
    arena_clear(arena);
    free(arena->newest);
    free(arena);
}

static void *block_take(struct arena *arena, size_t bytes)
{
    struct block *block = arena->newest;
    if (bytes > block->size - block->used) {
        size_t size = bytes > BLOCK_BYTES ? bytes : 2 * BLOCK_BYTES;
        block = arena->newest = block_open(size, block);
    }
    void *taken = block->bytes + block->used;
    block->used += bytes;
    return taken;
}

/* Bytes that are not zeroed yet. */
static void *take_raw(struct arena *arena, size_t bytes)
{
    if (bytes > SIZE_MAX / 2)
        log_fatal("an arena was asked for %zu bytes", bytes);
    size_t rounded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded == 0)
        rounded = ALIGNMENT;
    if (arena->limit && rounded > arena->limit - arena->given)
        log_fatal("an arena would pass its limit of %zu bytes", arena->limit);
    arena->given += rounded;
    return block_take(arena, rounded);
}

void *arena_take(struct arena *arena, size_t bytes)
{
    return memset(take_raw(arena, bytes), 0, bytes);
}

void *arena_take_array(struct arena *arena, size_t count, size_t bytes)
{
    size_t total;
    if (__builtin_mul_overflow(count, bytes, &total))
        log_fatal("an arena was asked for %zu times %zu bytes", count, bytes);
    return arena_take(arena, total);
}

char *arena_copy_bytes(struct arena *arena, const void *bytes, size_t n)
{
    if (n == SIZE_MAX)
        log_fatal("an arena was asked to copy %zu bytes", n);
    char *copy = take_raw(arena, n + 1);
    if (n)
        memcpy(copy, bytes, n);
    copy[n] = '\0';
    return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
    return text ? arena_copy_bytes(arena, text, strlen(text)) : arena_copy_bytes(arena, "", 0);
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    char small[256]; /* most texts need no second pass */
    va_list values;
    va_start(values, format);
    int n = vsnprintf(small, sizeof small, format, values);
    va_end(values);
    if (n < 0)
        log_fatal("a text cannot be formatted: %s", format);
    if ((size_t)n < sizeof small)
        return arena_copy_bytes(arena, small, (size_t)n);

    char *text = take_raw(arena, (size_t)n + 1);
    va_start(values, format);
    vsnprintf(text, (size_t)n + 1, format, values);
    va_end(values);
    return text;
}

size_t arena_used(const struct arena *arena)
{
    return arena->given;
}
