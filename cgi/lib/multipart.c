/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/multipart.h"

#include "lib/limits.h"
#include "lib/multipart_head.h"

#define BOUNDARY_MOST 70

enum state {
    START,     /* "--boundary" must be the first bytes */
    AFTER,     /* behind a boundary: CRLF, or "--" for the end */
    HEAD,      /* header lines of a part, up to an empty line */
    BODY,      /* until CRLF "--boundary" */
    EPILOGUE,  /* CRLF at most */
    BROKEN
};

struct multipart {
    struct arena *arena;
    struct multipart_sink sink;
    enum state state;
    enum multipart_verdict verdict; /* of BROKEN */
    char delimiter[BOUNDARY_MOST + 5];
    size_t delimiter_length;
    size_t matched;                 /* bytes of the delimiter (or of what follows it) seen */
    char after[2];
    char *head;
    size_t head_length;
    int parts;
};

static bool boundary_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c && strchr("'()+_,-./:=? ", c));
}

const char *multipart_boundary(struct arena *arena, const char *content_type)
{
    const char *at = strchr(content_type, ';');
    const char *found = NULL;
    while (at) {
        at++;
        at += strspn(at, " \t");
        if (strncasecmp(at, "boundary=", 9) == 0) {
            if (found) /* two of them: which one counts is what attackers play with */
                return NULL;
            found = at + 9;
        }
        at = strchr(at, ';');
    }
    if (!found)
        return NULL;
    bool quoted = *found == '"';
    found += quoted;
    size_t n = quoted ? strcspn(found, "\"") : strcspn(found, "; \t");
    if (n == 0 || n > BOUNDARY_MOST || (quoted && found[n] != '"') || found[n - 1] == ' ')
        return NULL;
    for (size_t i = 0; i < n; i++)
        if (!boundary_byte(found[i]))
            return NULL;
    return arena_copy_bytes(arena, found, n);
}

struct multipart *multipart_open(struct arena *arena, const char *boundary,
                                 const struct multipart_sink *sink)
{
    struct multipart *multipart = arena_take(arena, sizeof *multipart);
    multipart->arena = arena;
    multipart->sink = *sink;
    multipart->state = START;
    multipart->matched = 2; /* as if the CRLF in front had been there */
    multipart->head = arena_take(arena, LIMIT_PART_HEADERS + 1);
    int n = snprintf(multipart->delimiter, sizeof multipart->delimiter, "\r\n--%s", boundary);
    multipart->delimiter_length = (size_t)n;
    return multipart;
}

bool multipart_complete(const struct multipart *multipart)
{
    return multipart->state == EPILOGUE && (multipart->matched == 0 || multipart->matched == 2);
}

static void broken(struct multipart *multipart, enum multipart_verdict verdict)
{
    multipart->state = BROKEN;
    multipart->verdict = verdict;
}

static void emit(struct multipart *multipart, const char *bytes, size_t n)
{
    if (n > 0 && !multipart->sink.bytes(multipart->sink.context, bytes, n))
        broken(multipart, MULTIPART_STOPPED);
}

/* ---- one function a state; each returns how many bytes it took, ≥ 1 ---------------- */

static size_t take_start(struct multipart *multipart, const char *bytes)
{
    if (*bytes != multipart->delimiter[multipart->matched]) {
        broken(multipart, MULTIPART_MALFORMED);
    } else if (++multipart->matched == multipart->delimiter_length) {
        multipart->state = AFTER;
        multipart->matched = 0;
    }
    return 1;
}

static size_t take_after(struct multipart *multipart, const char *bytes)
{
    multipart->after[multipart->matched++] = *bytes;
    if (multipart->matched < 2)
        return 1;
    multipart->matched = 0;
    if (memcmp(multipart->after, "--", 2) == 0 && multipart->parts > 0) {
        multipart->state = EPILOGUE;
    } else if (memcmp(multipart->after, "\r\n", 2) == 0) {
        multipart->state = HEAD;
        multipart->head_length = 0;
        if (++multipart->parts > LIMIT_PARTS)
            broken(multipart, MULTIPART_TOO_MANY);
    } else {
        broken(multipart, MULTIPART_MALFORMED);
    }
    return 1;
}

static size_t take_head(struct multipart *multipart, const char *bytes)
{
    if (multipart->head_length == LIMIT_PART_HEADERS) {
        broken(multipart, MULTIPART_TOO_MANY);
        return 1;
    }
    char *head = multipart->head;
    head[multipart->head_length++] = *bytes;
    size_t n = multipart->head_length;
    if (n < 4 || memcmp(head + n - 4, "\r\n\r\n", 4) != 0)
        return 1;
    struct multipart_part part;
    if (!multipart_head_parse(multipart->arena, head, n - 2, &part)) {
        broken(multipart, MULTIPART_MALFORMED);
        return 1;
    }
    multipart->state = BODY;
    multipart->matched = 0;
    if (!multipart->sink.begin(multipart->sink.context, &part))
        broken(multipart, MULTIPART_STOPPED);
    return 1;
}

/*
 * CR stands only at the delimiter's first place, so after a mismatch nothing but a new CR can begin
 * another match: what had matched is data.
 */
static size_t take_body(struct multipart *multipart, const char *bytes, size_t n)
{
    if (multipart->matched == 0) {
        const char *cr = memchr(bytes, '\r', n);
        size_t plain = cr ? (size_t)(cr - bytes) : n;
        emit(multipart, bytes, plain);
        if (plain > 0)
            return plain;
        multipart->matched = 1;
        return 1;
    }
    if (*bytes != multipart->delimiter[multipart->matched]) {
        size_t held = multipart->matched;
        multipart->matched = 0;
        emit(multipart, multipart->delimiter, held);
        return 0; /* look at this byte again */
    }
    if (++multipart->matched == multipart->delimiter_length) {
        multipart->state = AFTER;
        multipart->matched = 0;
        if (!multipart->sink.end(multipart->sink.context))
            broken(multipart, MULTIPART_STOPPED);
    }
    return 1;
}

static size_t take_epilogue(struct multipart *multipart, const char *bytes)
{
    if (multipart->matched > 1 || *bytes != "\r\n"[multipart->matched])
        broken(multipart, MULTIPART_MALFORMED);
    multipart->matched++;
    return 1;
}

enum multipart_verdict multipart_feed(struct multipart *multipart, const char *bytes, size_t n)
{
    const char *end = bytes + n;
    while (bytes < end) {
        switch (multipart->state) {
        case START:
            bytes += take_start(multipart, bytes);
            break;
        case AFTER:
            bytes += take_after(multipart, bytes);
            break;
        case HEAD:
            bytes += take_head(multipart, bytes);
            break;
        case BODY:
            bytes += take_body(multipart, bytes, (size_t)(end - bytes));
            break;
        case EPILOGUE:
            bytes += take_epilogue(multipart, bytes);
            break;
        case BROKEN:
            return multipart->verdict;
        }
    }
    return multipart->state == BROKEN ? multipart->verdict : MULTIPART_MORE;
}
