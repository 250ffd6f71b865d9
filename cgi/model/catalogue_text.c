/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/catalogue_text.h"

#include <stdlib.h>
#include <string.h>

#include "lib/log.h"

/* Large enough that the C library gives the memory back to the system when a snapshot ends. */
#define PIECE_BYTES ((size_t)256 * 1024)
#define FIRST_SLOTS ((size_t)16 * 1024)

static void *need(void *memory)
{
    if (!memory)
        log_fatal("out of memory: reading the catalogue");
    return memory;
}

void catalogue_texts_init(struct catalogue_texts *texts, struct arena *arena)
{
    *texts = (struct catalogue_texts){ .arena = arena, .n_slots = FIRST_SLOTS };
    texts->slots = need(calloc(FIRST_SLOTS, sizeof *texts->slots));
}

void catalogue_texts_release(struct catalogue_texts *texts)
{
    free(texts->slots);
    texts->slots = NULL;
}

static uint64_t hash(const char *text, size_t *length)
{
    uint64_t h = 14695981039346656037u;
    const char *at = text;
    for (; *at; at++)
        h = (h ^ (unsigned char)*at) * 1099511628211u;
    *length = (size_t)(at - text);
    return h;
}

/* The slot that holds the text, or the free one where it belongs. */
static const char **slot_of(const char **slots, size_t n_slots, const char *text, uint64_t h)
{
    size_t at = h & (n_slots - 1);
    while (slots[at] && strcmp(slots[at], text) != 0)
        at = (at + 1) & (n_slots - 1);
    return &slots[at];
}

static void grow(struct catalogue_texts *texts)
{
    size_t n_slots = texts->n_slots * 2;
    const char **slots = need(calloc(n_slots, sizeof *slots));
    for (size_t i = 0; i < texts->n_slots; i++) {
        size_t length;
        if (texts->slots[i])
            *slot_of(slots, n_slots, texts->slots[i], hash(texts->slots[i], &length)) =
                texts->slots[i];
    }
    free(texts->slots);
    texts->slots = slots;
    texts->n_slots = n_slots;
}

static char *keep(struct catalogue_texts *texts, const char *text, size_t length)
{
    size_t bytes = length + 1;
    if (bytes > PIECE_BYTES / 8)
        return arena_copy_bytes(texts->arena, text, length);
    if (bytes > texts->left) {
        texts->piece = arena_take(texts->arena, PIECE_BYTES);
        texts->left = PIECE_BYTES;
    }
    char *copy = texts->piece;
    memcpy(copy, text, bytes);
    texts->piece += bytes;
    texts->left -= bytes;
    return copy;
}

const char *catalogue_text(struct catalogue_texts *texts, const char *text)
{
    if (!text || !*text)
        return "";
    size_t length;
    uint64_t h = hash(text, &length);
    const char **slot = slot_of(texts->slots, texts->n_slots, text, h);
    if (*slot)
        return *slot;

    const char *copy = *slot = keep(texts, text, length);
    if (++texts->used * 2 > texts->n_slots)
        grow(texts);
    return copy;
}

void catalogue_rows_init(struct catalogue_rows *rows, size_t size)
{
    *rows = (struct catalogue_rows){ .size = size };
}

void catalogue_rows_release(struct catalogue_rows *rows)
{
    free(rows->items);
    rows->items = NULL;
    rows->n = rows->room = 0;
}

void *catalogue_rows_add(struct catalogue_rows *rows)
{
    if (rows->n == rows->room) {
        rows->room = rows->room ? rows->room * 2 : 64;
        rows->items = need(reallocarray(rows->items, rows->room, rows->size));
    }
    return memset(rows->items + rows->n++ * rows->size, 0, rows->size);
}

void *catalogue_rows_take(struct catalogue_rows *rows, struct arena *arena, uint32_t *n)
{
    *n = (uint32_t)rows->n;
    if (rows->n == 0)
        return NULL;
    void *items = arena_take_array(arena, rows->n, rows->size);
    memcpy(items, rows->items, rows->n * rows->size);
    rows->n = 0;
    return items;
}
