/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/multipart_head.h"

#include "lib/text.h"

#define TOKEN "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static bool is_name(const char *line, size_t n, const char *name)
{
    return n == strlen(name) && strncasecmp(line, name, n) == 0;
}

/* token "=" (token | quoted), with *at behind it. Quoted text has no escapes but the %22 %0D %0A of
 * browsers, and those are data: a file name is never used as a path. */
static bool parameter_take(struct arena *arena, const char **at, const char **name,
                           const char **value)
{
    size_t n = strspn(*at, TOKEN);
    if (n == 0 || (*at)[n] != '=')
        return false;
    *name = arena_copy_bytes(arena, *at, n);
    *at += n + 1;
    if (**at != '"') {
        n = strspn(*at, TOKEN);
        *value = arena_copy_bytes(arena, *at, n);
        *at += n;
        return n > 0;
    }
    (*at)++;
    n = strcspn(*at, "\"");
    if ((*at)[n] != '"')
        return false;
    *value = arena_copy_bytes(arena, *at, n);
    *at += n + 1;
    return true;
}

static bool disposition_parse(struct arena *arena, const char *text, struct multipart_part *part)
{
    if (strncasecmp(text, "form-data", 9) != 0)
        return false;
    text += 9;
    for (;;) {
        text += strspn(text, " \t");
        if (!*text)
            return part->name != NULL && *part->name;
        if (*text++ != ';')
            return false;
        text += strspn(text, " \t");
        const char *name, *value;
        if (!parameter_take(arena, &text, &name, &value))
            return false;
        const char **into = strcasecmp(name, "name") == 0       ? &part->name
                            : strcasecmp(name, "filename") == 0 ? &part->file_name
                                                                : NULL;
        if (into && *into)
            return false;
        if (into)
            *into = value;
    }
}

static bool line_take(struct arena *arena, const char *line, size_t n,
                      struct multipart_part *part)
{
    const char *colon = memchr(line, ':', n);
    size_t name = colon ? (size_t)(colon - line) : 0;
    if (name == 0 || strspn(line, TOKEN) != name)
        return false;
    const char *value = colon + 1;
    size_t rest = n - name - 1;
    while (rest > 0 && (*value == ' ' || *value == '\t')) {
        value++;
        rest--;
    }
    const char *text = arena_copy_bytes(arena, value, rest);
    if (is_name(line, name, "Content-Disposition"))
        return !part->name && disposition_parse(arena, text, part);
    if (is_name(line, name, "Content-Type")) {
        if (part->type || strncasecmp(text, "multipart/", 10) == 0)
            return false;
        part->type = text;
    }
    if (is_name(line, name, "Content-Transfer-Encoding"))
        return strcasecmp(text, "binary") == 0 || strcasecmp(text, "8bit") == 0 ||
               strcasecmp(text, "7bit") == 0;
    return true;
}

bool multipart_head_parse(struct arena *arena, const char *head, size_t n,
                          struct multipart_part *part)
{
    *part = (struct multipart_part){.name = NULL};
    if (!text_is_utf8(head, n))
        return false;
    const char *end = head + n;
    while (head < end) {
        const char *stop = memchr(head, '\r', (size_t)(end - head));
        if (!stop || stop + 1 >= end || stop[1] != '\n')
            return false;
        for (const char *c = head; c < stop; c++)
            if ((unsigned char)*c < 0x20 && *c != '\t')
                return false;
        if (!line_take(arena, head, (size_t)(stop - head), part))
            return false;
        head = stop + 2;
    }
    if (!part->type)
        part->type = "";
    return part->name != NULL;
}
