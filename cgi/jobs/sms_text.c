/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "jobs/sms_text.h"

#include <string.h>

#include "lib/buffer.h"
#include "lib/text.h"

enum { PROCEDURE_LEAST = 12, PLAIN_CEILING = 4096 };

unsigned sms_text_count(const char *text, bool marks)
{
    unsigned count = (unsigned)text_count(text);
    for (const char *c = text; !marks && *c; c++)
        count += strchr("^{}\\[~]|", *c) != NULL;
    return count;
}

/* Signs beyond ASCII that texts have, and what stands for them. */
static const struct {
    const char *sign, *plain;
} signs[] = {
    {"\u2026", "..."}, {"\u2013", "-"}, {"\u2014", "-"}, {"\u201c", "\""}, {"\u201d", "\""},
    {"\u2018", "'"},   {"\u2019", "'"}, {"\u00a0", " "}, {"\u0111", "d"},  {"\u20ab", "d"}, {"`", "'"},
};

static const char *plain(struct arena *arena, const char *text)
{
    struct buffer out;
    buffer_init(&out, PLAIN_CEILING);
    for (const char *c = text_plain(arena, text); *c;) {
        size_t i = 0;
        while (i < sizeof signs / sizeof *signs && !text_starts(c, signs[i].sign))
            i++;
        if (i < sizeof signs / sizeof *signs) {
            buffer_text(&out, signs[i].plain);
            c += strlen(signs[i].sign);
        } else if ((unsigned char)*c < 0x80) {
            buffer_add(&out, c++, 1);
        } else {
            buffer_add(&out, "?", 1);
            for (c++; ((unsigned char)*c & 0xC0) == 0x80;)
                c++;
        }
    }
    const char *copy = arena_copy(arena, out.bytes ? out.bytes : "");
    buffer_release(&out);
    return copy;
}

static bool is_cut(const char *text)
{
    size_t n = strlen(text);
    return n >= strlen("\u2026") && strcmp(text + n - strlen("\u2026"), "\u2026") == 0;
}

static const char *join(struct arena *arena, const struct sms_parts *p, const char *procedure, bool marks)
{
    const char *text = arena_format(arena, "%s%s%s%s%s%s%s%s", p->what, *p->when ? " " : "", p->when,
                                    *procedure ? " " : "", procedure, *procedure && !is_cut(procedure) ? "." : "",
                                    *p->link ? " " : "", p->link);
    return marks ? text : plain(arena, text);
}

const char *sms_text_fit(struct arena *arena, const struct sms_parts *parts, bool marks)
{
    unsigned most = marks ? SMS_MARKS_MAX : SMS_PLAIN_MAX;
    size_t name = text_count(parts->procedure);
    for (size_t keep = name; keep >= PROCEDURE_LEAST || keep == name; keep--) {
        const char *text = join(arena, parts, text_shorten(arena, parts->procedure, keep), marks);
        if (sms_text_count(text, marks) <= most)
            return text;
        if (keep == 0)
            break;
    }
    const char *text = join(arena, parts, "", marks);
    if (sms_text_count(text, marks) <= most)
        return text;
    const struct sms_parts bare = {parts->what, parts->when, "", ""};
    return join(arena, &bare, "", marks);
}
