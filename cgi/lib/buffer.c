/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include "lib/fault.h"
#include "lib/log.h"

#define FIRST_ROOM 1024

void buffer_init(struct buffer *buffer, size_t ceiling)
{
    *buffer = (struct buffer){.ceiling = ceiling < SIZE_MAX / 2 ? ceiling : SIZE_MAX / 2};
}

void buffer_release(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){.ceiling = buffer->ceiling};
}

void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    buffer->full = false;
    if (buffer->bytes)
        buffer->bytes[0] = '\0';
}

static void buffer_overflow(struct buffer *buffer)
{
    buffer_clear(buffer);
    buffer->full = true;
}

/* Makes room for n more bytes and a NUL; false when the ceiling says no. */
static bool buffer_reserve(struct buffer *buffer, size_t n)
{
    if (buffer->full)
        return false;
    if (n > buffer->ceiling - buffer->length) {
        buffer_overflow(buffer);
        return false;
    }
    size_t needed = buffer->length + n + 1;
    if (needed <= buffer->room)
        return true;

    size_t room = buffer->room ? buffer->room : FIRST_ROOM;
    while (room < needed)
        room = room > SIZE_MAX / 2 ? needed : room * 2;
    char *bytes = fault_point("alloc") ? NULL : realloc(buffer->bytes, room);
    if (!bytes)
        log_fatal("out of memory: a buffer of %zu bytes", room);
    buffer->bytes = bytes;
    buffer->room = room;
    return true;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t n)
{
    if (!buffer_reserve(buffer, n))
        return;
    if (n)
        memcpy(buffer->bytes + buffer->length, bytes, n);
    buffer->length += n;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int n = vsnprintf(NULL, 0, format, values);
    va_end(values);
    if (n < 0)
        log_fatal("a text cannot be formatted: %s", format);
    if (!buffer_reserve(buffer, (size_t)n))
        return;

    va_start(values, format);
    vsnprintf(buffer->bytes + buffer->length, (size_t)n + 1, format, values);
    va_end(values);
    buffer->length += (size_t)n;
}
