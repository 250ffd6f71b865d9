/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/page_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lib/limits.h"
#include "lib/settings.h"
#include "lib/text.h"

bool in_english(const struct request *rq)
{
    return strcmp(rq->language, "en") == 0;
}

void put_text(struct request *rq, struct data *node, const char *name, const char *vietnamese,
              const char *english)
{
    bool translated = in_english(rq) && *english;
    data_set(node, name, translated ? english : vietnamese);
    if (in_english(rq) && !*english && *vietnamese)
        data_set(node, arena_format(rq->arena, "%s.Lang", name), "vi");
}

size_t put_lines(struct request *rq, struct data *node, const char *list, const char *text)
{
    size_t n = 0;
    while (*text) {
        size_t length = strcspn(text, "\n");
        if (length > 0) {
            put_text(rq, data_add(node, list), "Text", arena_copy_bytes(rq->arena, text, length),
                     "");
            n++;
        }
        text += length + (text[length] == '\n');
    }
    return n;
}

const char *name_size(const char *name)
{
    size_t length = text_count(name);
    return length > 250 ? "very-long" : length > 90 ? "long" : "";
}

void crumb(struct request *rq, const char *href, const char *vietnamese, const char *english)
{
    struct data *crumb = data_add(rq->data, "Crumbs");
    data_set(crumb, "Href", href);
    put_text(rq, crumb, "Text", vietnamese, english);
}

const char *link_to(struct request *rq, const char *format, ...)
{
    char path[LIMIT_PATH + LIMIT_QUERY];
    va_list values;
    va_start(values, format);
    vsnprintf(path, sizeof path, format, values);
    va_end(values);
    return arena_format(rq->arena, "%s%s", rq->base, path);
}

const char *full_address(struct request *rq, const char *path)
{
    return arena_format(rq->arena, "%s%s%s", settings.site ? settings.site : "", rq->base, path);
}
