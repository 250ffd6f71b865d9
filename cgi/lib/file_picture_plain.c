/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Pictures without what cameras and programs write beside them. The structure has been checked (file_picture.c).
 */
#include <stdbool.h>
#include <string.h>

#include "lib/file_type.h"

#define PNG_HEAD 8
#define PNG_CHUNK 12 /* without its data */

struct shortening {
    unsigned char *bytes;
    size_t to;
};

static void keep(struct shortening *s, size_t from, size_t n)
{
    memmove(s->bytes + s->to, s->bytes + from, n);
    s->to += n;
}

/* Colours and size are told by these; EXIF, times, texts and foreign chunks by others. */
static bool png_needed(const unsigned char *name)
{
    static const char needed[] = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB";
    for (const char *at = needed; *at; at += at[4] ? 5 : 4)
        if (memcmp(name, at, 4) == 0)
            return true;
    return false;
}

static size_t png_plain(unsigned char *bytes, size_t n)
{
    struct shortening s = {bytes, PNG_HEAD};
    for (size_t at = PNG_HEAD; at + PNG_CHUNK <= n;) {
        size_t length = PNG_CHUNK + ((size_t)bytes[at] << 24 | (size_t)bytes[at + 1] << 16 |
                                     (size_t)bytes[at + 2] << 8 | bytes[at + 3]);
        if (length > n - at)
            break;
        if (png_needed(bytes + at + 4))
            keep(&s, at, length);
        at += length;
    }
    return s.to;
}

/* Application segments but JFIF (E0) and Adobe's colours (EE), and comments (FE). */
static bool jpeg_extra(unsigned char marker)
{
    return (marker >= 0xe1 && marker <= 0xef && marker != 0xee) || marker == 0xfe;
}

static size_t jpeg_plain(unsigned char *bytes, size_t n)
{
    struct shortening s = {bytes, 2};
    size_t at = 2;
    while (at + 4 <= n && bytes[at] == 0xff) {
        unsigned char marker = bytes[at + 1];
        if (marker == 0xff) {
            at++;
            continue;
        }
        size_t length = 2 + ((size_t)bytes[at + 2] << 8 | bytes[at + 3]);
        if (marker == 0xda || length > n - at)
            break;
        if (!jpeg_extra(marker))
            keep(&s, at, length);
        at += length;
    }
    keep(&s, at, n - at);
    return s.to;
}

size_t file_picture_plain(unsigned char *bytes, size_t n, enum file_type type)
{
    if (type == FILE_PNG && n > PNG_HEAD)
        return png_plain(bytes, n);
    return type == FILE_JPEG && n > 4 ? jpeg_plain(bytes, n) : n;
}
