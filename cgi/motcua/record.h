/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_RECORD_H
#define MOTCUA_MOTCUA_RECORD_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"

/*
 * Strict reading of one JSON object of our own formats. Members that nobody
 * asked for are an error, so that a typing slip does not pass; so is a member
 * of the wrong kind or a text that is not clean. The first thing found wrong
 * is kept in `wrong` as a sentence; asking on is harmless.
 */
#define RECORD_MEMBERS 64

struct record {
    struct arena *arena;
    json_t *object;
    const char *where; /* "dossiers.json, item 12" */
    const char *wrong; /* NULL while all is well */
    const char *asked[RECORD_MEMBERS];
    size_t n_asked;
};

void record_open(struct record *record, struct arena *arena, json_t *object, const char *where);
/* Ends the reading: false when something was wrong or not asked for. */
bool record_close(struct record *record);
/* Notes what is wrong with the content. */
void record_wrong(struct record *record, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Absent, null: "" / NULL for _or_null / `absent` / false / NULL. */
const char *record_text(struct record *record, const char *name);
const char *record_text_or_null(struct record *record, const char *name);
const char *record_need(struct record *record, const char *name); /* absent or "" is wrong */
int64_t record_number(struct record *record, const char *name, int64_t absent);
bool record_flag(struct record *record, const char *name, bool absent);
/* A list of texts as one text, a line each. */
const char *record_lines(struct record *record, const char *name);
/* A list or an object, or NULL. */
json_t *record_list(struct record *record, const char *name);
json_t *record_object(struct record *record, const char *name);
/* One of the words; the place in `words`, or -1 when absent. */
int record_word(struct record *record, const char *name, const char *const *words, size_t n);

/* Item i of a list as text; "" and wrong when it is none. */
const char *record_item(struct record *record, json_t *list, size_t i);

/* The items of {"format": format, "items": […]}. NULL and a sentence in *wrong.
 * The result borrows from *root, which the caller gives back with json_decref. */
json_t *record_file(struct arena *arena, const char *text, size_t length, const char *file,
                    const char *format, json_t **root, const char **wrong);

#endif
