/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_BARCODE_H
#define MOTCUA_LIB_BARCODE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/buffer.h"

/*
 * A bar code (Code 128, ISO/IEC 15417), whose even number of digits are packed two a sign.
 * `dark` holds `width` bytes, one a module, 1 for a dark one; it lives in the arena. The quiet zones of
 * ten modules on either side are not part of it.
 */
struct barcode {
    int width;
    const unsigned char *dark;
};

enum { BARCODE_QUIET = 10, BARCODE_TEXT_MAX = 40 };

/* False when the text is empty, longer than BARCODE_TEXT_MAX bytes or not printable ASCII. */
bool barcode_make(struct arena *arena, const char *text, struct barcode *code);

/* The bars as a path of SVG, one unit a module, one unit high, quiet zones included in the offset: for
 * a viewBox of barcode_whole() × 1 that is stretched as high as the bars shall be. */
void barcode_path(const struct barcode *code, struct buffer *out);
int barcode_whole(const struct barcode *code); /* modules with both quiet zones */

#endif
