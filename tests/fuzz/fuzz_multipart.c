/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: a multipart body, fed whole and in pieces: both ways give the same parts and the same
 * verdict. The first byte chooses the size of the pieces, the next line is the Content-Type.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"
#include "lib/limits.h"
#include "lib/multipart.h"
#include "lib/text.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

struct heard {
    struct buffer text;
    int open;
    int parts;
};

static bool on_begin(void *context, const struct multipart_part *part)
{
    struct heard *heard = context;
    MUST(heard->open == 0 && part->name && *part->name && part->type);
    MUST(text_is_utf8(part->name, strlen(part->name)));
    heard->open = 1;
    heard->parts++;
    buffer_format(&heard->text, "{%s|%s|%s:", part->name, part->file_name ? part->file_name : "-",
                  part->type);
    return true;
}

static bool on_bytes(void *context, const char *bytes, size_t n)
{
    struct heard *heard = context;
    MUST(heard->open == 1 && n > 0);
    buffer_add(&heard->text, bytes, n);
    return true;
}

static bool on_end(void *context)
{
    struct heard *heard = context;
    MUST(heard->open == 1);
    heard->open = 0;
    buffer_text(&heard->text, "}");
    return true;
}

static enum multipart_verdict run(struct arena *arena, const char *boundary, const char *bytes,
                                  size_t n, size_t piece, struct heard *heard)
{
    struct multipart_sink sink = {on_begin, on_bytes, on_end, heard};
    struct multipart *multipart = multipart_open(arena, boundary, &sink);
    enum multipart_verdict verdict = MULTIPART_MORE;
    for (size_t at = 0; at < n && verdict == MULTIPART_MORE; at += piece)
        verdict = multipart_feed(multipart, bytes + at, n - at < piece ? n - at : piece);
    if (multipart_complete(multipart))
        MUST(heard->open == 0 && heard->parts > 0);
    MUST(heard->parts <= LIMIT_PARTS);
    return verdict;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 2)
        return 0;
    struct arena *arena = arena_open(0);
    size_t piece = bytes[0] ? bytes[0] : 1;
    const uint8_t *line = memchr(bytes + 1, '\n', size - 1);
    size_t type_length = line ? (size_t)(line - bytes) - 1 : size - 1;
    const char *boundary =
        multipart_boundary(arena, arena_copy_bytes(arena, bytes + 1, type_length));
    if (line && boundary) {
        MUST(*boundary && strlen(boundary) <= 70);
        const char *body = (const char *)line + 1;
        size_t n = size - type_length - 2;
        struct heard whole = {.open = 0}, pieces = {.open = 0};
        buffer_init(&whole.text, 1 << 24);
        buffer_init(&pieces.text, 1 << 24);
        enum multipart_verdict verdict = run(arena, boundary, body, n, n ? n : 1, &whole);
        MUST(run(arena, boundary, body, n, piece, &pieces) == verdict);
        MUST(whole.text.length == pieces.text.length);
        MUST(whole.text.length == 0 ||
             memcmp(whole.text.bytes, pieces.text.bytes, whole.text.length) == 0);
        buffer_release(&whole.text);
        buffer_release(&pieces.text);
    }
    arena_close(arena);
    return 0;
}
