/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_news.h"

#include <stdio.h>

#include "lib/buffer.h"

enum { NEWS_BYTES = 300 };

/* Labels, kinds, codes and zones hold nothing that JSON would have to escape but perhaps a zone a person typed. */
static void text_put(struct buffer *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buffer_add(out, "\\", 1);
        if ((unsigned char)*text >= 0x20)
            buffer_add(out, text, 1);
    }
}

static void member(struct buffer *out, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    buffer_format(out, ",\"%s\":\"", name);
    text_put(out, text);
    buffer_text(out, "\"");
}

const char *hall_news_format(struct arena *arena, const struct hall_news *news)
{
    char counter[12] = "";
    struct buffer out;
    buffer_init(&out, NEWS_BYTES);
    if (news->counter)
        snprintf(counter, sizeof counter, "%u", news->counter);
    buffer_format(&out, "{\"e\":%llu", (unsigned long long)news->event);
    member(&out, "t", news->label);
    member(&out, "c", counter);
    member(&out, "k", news->kind);
    if (news->group)
        buffer_format(&out, ",\"g\":%llu", (unsigned long long)news->group);
    member(&out, "z", news->zone);
    buffer_text(&out, "}");
    const char *text = arena_copy(arena, out.bytes);
    buffer_release(&out);
    return text;
}

const char *hall_news_channel(struct arena *arena, const char *hall)
{
    return arena_format(arena, "hall-%s", hall);
}

const char *hall_news_counter_channel(struct arena *arena, const char *hall, unsigned counter)
{
    return counter ? arena_format(arena, "counter-%s-%u", hall, counter) : NULL;
}
