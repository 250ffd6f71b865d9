/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/urlencoded.h"

#include "lib/text.h"

const char *urlencoded_clean(struct arena *arena, const char *bytes, size_t n)
{
    return text_clean(arena, bytes, n, TEXT_MANY_LINES, NULL);
}

static const char *part(struct arena *arena, const char *bytes, size_t n)
{
    size_t decoded;
    const char *text = text_percent_decode(arena, bytes, n, true, &decoded);
    return text ? urlencoded_clean(arena, text, decoded) : NULL;
}

bool urlencoded_parse(struct arena *arena, const char *bytes, size_t n, struct parameter *into,
                      size_t room, size_t *count)
{
    const char *end = bytes + n;
    while (bytes < end) {
        const char *next = memchr(bytes, '&', (size_t)(end - bytes));
        const char *stop = next ? next : end;
        if (stop > bytes) {
            const char *equals = memchr(bytes, '=', (size_t)(stop - bytes));
            const char *value = equals ? equals + 1 : stop;
            if (*count == room)
                return false;
            struct parameter *parameter = &into[*count];
            parameter->name = part(arena, bytes, (size_t)((equals ? equals : stop) - bytes));
            parameter->value = part(arena, value, (size_t)(stop - value));
            if (!parameter->name || !parameter->value)
                return false;
            (*count)++;
        }
        bytes = stop + 1;
    }
    return true;
}
