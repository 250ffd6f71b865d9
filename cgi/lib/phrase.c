/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/phrase.h"

#include <string.h>

#include "lib/buffer.h"

enum { FILLED_MAX = 4096, DATED_MAX = 160 };

static const char *pair_value(const struct phrase_pair *pairs, size_t n, const char *name, size_t length)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(pairs[i].name) == length && !memcmp(pairs[i].name, name, length))
            return pairs[i].value;
    return NULL;
}

const char *phrase_fill(struct arena *arena, const char *pattern, const struct phrase_pair *pairs, size_t n)
{
    struct buffer out;
    buffer_init(&out, FILLED_MAX);
    while (*pattern) {
        const char *end = *pattern == '{' ? strchr(pattern, '}') : NULL;
        const char *value = end ? pair_value(pairs, n, pattern + 1, (size_t)(end - pattern - 1)) : NULL;
        if (value) {
            buffer_text(&out, value);
            pattern = end + 1;
        } else {
            buffer_add(&out, pattern++, 1);
        }
    }
    const char *filled = arena_copy(arena, out.bytes ? out.bytes : "");
    buffer_release(&out);
    return filled;
}

const char *phrase_dated(struct arena *arena, struct data *words, const char *key, const struct civil *at)
{
    struct date_words names;
    char text[DATED_MAX];
    if (!at->year)
        return "";
    for (int i = 0; i < 7; i++)
        names.weekday[i] = data_get(words, arena_format(arena, "T.date.weekday.%d", i));
    for (int i = 0; i < 12; i++)
        names.month[i] = data_get(words, arena_format(arena, "T.date.month.%d", i + 1));
    const char *pattern = data_get(words, arena_format(arena, "T.%s", key));
    return date_fill(text, sizeof text, pattern, &names, at) ? arena_copy(arena, text) : "";
}
