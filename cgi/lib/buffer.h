/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_BUFFER_H
#define MOTCUA_LIB_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Growing bytes with a ceiling given at birth. After any addition `bytes` is
 * NUL terminated (the NUL is not counted). Going past the ceiling empties the
 * buffer and sets `full`: later additions do nothing, so that a caller may
 * check once, at the end.
 */
struct buffer {
    char *bytes;
    size_t length;
    size_t room;
    size_t ceiling;
    bool full;
};

void buffer_init(struct buffer *buffer, size_t ceiling);
void buffer_release(struct buffer *buffer);
void buffer_clear(struct buffer *buffer); /* keeps the memory, resets `full` */
void buffer_add(struct buffer *buffer, const void *bytes, size_t n);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
