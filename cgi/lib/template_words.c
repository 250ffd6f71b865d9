/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/template_words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"

#define BEFORE "<?cs var:"
#define AFTER " ?>"
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."

/* As ClearSilver writes a value into HTML. */
static void add_escaped(struct buffer *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&': buffer_text(out, "&amp;"); break;
        case '<': buffer_text(out, "&lt;"); break;
        case '>': buffer_text(out, "&gt;"); break;
        case '"': buffer_text(out, "&quot;"); break;
        case '\'': buffer_text(out, "&#39;"); break;
        case '\r': break;
        default: buffer_add(out, text, 1);
        }
    }
}

/* The command at the start of `text` names words: adds them and returns what follows. NULL: it does not. */
static const char *command_fill(struct buffer *out, const char *text, const struct data *words)
{
    char name[128];
    const char *from = text + strlen(BEFORE);
    size_t n = strspn(from, NAME_LETTERS);
    if (n >= sizeof name || strncmp(from + n, AFTER, strlen(AFTER)) != 0)
        return NULL;
    memcpy(name, from, n);
    name[n] = '\0';
    if (!data_has(words, name))
        return NULL;
    add_escaped(out, data_get(words, name));
    return from + n + strlen(AFTER);
}

char *template_words_fill(char *text, const struct data *words)
{
    struct buffer out;
    buffer_init(&out, SIZE_MAX);
    const char *from = text;
    for (const char *at; (at = strstr(from, BEFORE));) {
        buffer_add(&out, from, (size_t)(at - from));
        from = command_fill(&out, at, words);
        if (!from) {
            buffer_text(&out, BEFORE);
            from = at + strlen(BEFORE);
        }
    }
    buffer_text(&out, from);
    free(text);
    return out.bytes;
}
