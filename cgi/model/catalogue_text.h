/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_CATALOGUE_TEXT_H
#define MOTCUA_MODEL_CATALOGUE_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"

/*
 * Texts of a snapshot, each kept once: the same papers, laws and remarks come back in hundreds of
 * procedures. The texts live in the arena, in large pieces; the table that finds them again is
 * released as soon as the snapshot is read.
 */
struct catalogue_texts {
    struct arena *arena;
    const char **slots; /* open addressing; n_slots is a power of two */
    size_t n_slots, used;
    char *piece;
    size_t left;
};

void catalogue_texts_init(struct catalogue_texts *texts, struct arena *arena);
void catalogue_texts_release(struct catalogue_texts *texts);

/* The kept copy; NULL gives "". */
const char *catalogue_text(struct catalogue_texts *texts, const char *text);

/*
 * A list whose length is not known beforehand. Grows on the heap, ends as an array of exactly its
 * size in an arena; running out of memory aborts, as in arena.h.
 */
struct catalogue_rows {
    char *items;
    size_t n, room, size;
};

void catalogue_rows_init(struct catalogue_rows *rows, size_t size); /* bytes of one item */
void catalogue_rows_release(struct catalogue_rows *rows);
void *catalogue_rows_add(struct catalogue_rows *rows); /* zeroed; valid until the next addition */
/* Copies the items into the arena and empties the list; NULL when there are none. */
void *catalogue_rows_take(struct catalogue_rows *rows, struct arena *arena, uint32_t *n);

#endif
