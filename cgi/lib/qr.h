/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_QR_H
#define MOTCUA_LIB_QR_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/buffer.h"

/*
 * A QR code (ISO/IEC 18004) at level M, which still reads when 15 % is worn.
 * `dark` holds size × size bytes, row by row, 1 for a dark module; it lives in
 * the arena. The quiet zone of four modules is not part of it.
 */
struct qr {
    int size;
    const unsigned char *dark;
};

enum { QR_QUIET = 4, QR_TEXT_MAX = 1000 };

/* False when the text is empty or longer than QR_TEXT_MAX bytes. */
bool qr_make(struct arena *arena, const char *text, struct qr *qr);

/* The dark modules as a path of SVG, one unit a module, moved by the quiet zone: for a square viewBox
 * of size + 2 × QR_QUIET. */
void qr_path(const struct qr *qr, struct buffer *out);
/* The modules without their quiet zone, row by row, eight to a byte, the first in the highest bit, as base64: for a
 * script that draws them. Lives in the arena. */
const char *qr_base64(struct arena *arena, const struct qr *qr);
/* As SVG with its quiet zone, one unit a module, black on white, by presentation
 * attributes only (no style). `name` is what a screen reader says. */
void qr_svg(const struct qr *qr, const char *name, struct buffer *out);

#endif
