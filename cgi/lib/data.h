/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_DATA_H
#define MOTCUA_LIB_DATA_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The tree of texts a page is filled with. A `struct data *` is any node of
 * it. Names are dotted paths written in the C code ("Procedure.Name"), never
 * taken from a client. Values are copied; NULL sets an empty text. Numbers and
 * money are formatted in C: templates do no arithmetic. Flags are "1" or
 * absent. Out of memory aborts, as in arena.h.
 */
struct data;

struct data *data_open(void);
void data_close(struct data *root); /* the root only; NULL is allowed */

void data_set(struct data *node, const char *name, const char *value);
void data_set_bytes(struct data *node, const char *name, const char *value, size_t n);
void data_set_number(struct data *node, const char *name, long long value); /* plain digits */
void data_set_flag(struct data *node, const char *name, bool value);
void data_format(struct data *node, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The next item (0, 1, 2…) of a list: data_add(page, "Procedures") */
struct data *data_add(struct data *node, const char *list);
/* The child of that name, made when it is not there yet. */
struct data *data_at(struct data *node, const char *name);

const char *data_get(const struct data *node, const char *name); /* "" when absent */
bool data_has(const struct data *node, const char *name);

/* Reads a .hdf file (languages, asset names, settings of a test) into a new
 * tree. NULL and a log line when it cannot be read or parsed. */
struct data *data_read_file(const char *path);
/* The same on top of what the tree holds already; false and a log line. */
bool data_read_more(struct data *root, const char *path);

#endif
