/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_MULTIPART_H
#define MOTCUA_LIB_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

/*
 * Multipart forms (RFC 7578), as a stream: bytes are fed in pieces of any size, parts come out by
 * calls; nothing of a part's body is kept. Stricter than the RFCs where honest browsers allow it: no
 * preamble, CRLF only, each part has one Content-Disposition with one name, no nested multipart, no
 * folded lines, no encodings, nothing but CRLF after the last boundary. `filename*` is
 * not looked at.
 */
struct multipart;

struct multipart_part {
    const char *name;      /* UTF-8, not yet cleaned */
    const char *file_name; /* NULL: an ordinary field. "" : a file input left empty */
    const char *type;      /* "" when absent */
};

/* A false answer stops the parse: MULTIPART_STOPPED. */
struct multipart_sink {
    bool (*begin)(void *context, const struct multipart_part *part);
    bool (*bytes)(void *context, const char *bytes, size_t n);
    bool (*end)(void *context);
    void *context;
};

enum multipart_verdict {
    MULTIPART_MORE,      /* well so far */
    MULTIPART_MALFORMED,
    MULTIPART_TOO_MANY,  /* LIMIT_PARTS, or a header block over LIMIT_PART_HEADERS */
    MULTIPART_STOPPED    /* by the sink */
};

/* The boundary of a Content-Type header, NULL when there is none of 1–70 allowed characters. */
const char *multipart_boundary(struct arena *arena, const char *content_type);

struct multipart *multipart_open(struct arena *arena, const char *boundary,
                                 const struct multipart_sink *sink);
enum multipart_verdict multipart_feed(struct multipart *multipart, const char *bytes, size_t n);
/* Was the closing boundary seen? A body that ends before it is malformed. */
bool multipart_complete(const struct multipart *multipart);

#endif
