/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Pictures: how many pixels they say they have, and whether they are whole. Nothing is decoded.
 */
#include <string.h>

#include "lib/file_type_inside.h"
#include "lib/limits.h"

static uint32_t big32(const uint8_t *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static uint32_t big16(const uint8_t *at)
{
    return (uint32_t)at[0] << 8 | at[1];
}

static enum file_verdict pixels_check(uint64_t width, uint64_t height)
{
    if (width == 0 || height == 0)
        return FILE_DAMAGED;
    return width * height > LIMIT_PIXELS ? FILE_TOO_LARGE : FILE_GOOD;
}

/* ---- PNG: signature, then chunks of length, name, data, checksum ------------------------------------------ */

#define PNG_HEAD 8
#define PNG_CHUNK 12 /* without its data */

enum file_verdict file_png_check(const uint8_t *bytes, size_t n)
{
    size_t at = PNG_HEAD;
    enum file_verdict verdict = FILE_DAMAGED;
    while (at + PNG_CHUNK <= n) {
        size_t length = big32(bytes + at);
        const uint8_t *name = bytes + at + 4;
        if (length > n - at - PNG_CHUNK)
            return FILE_DAMAGED;
        if (at == PNG_HEAD) {
            if (memcmp(name, "IHDR", 4) != 0 || length != 13)
                return FILE_DAMAGED;
            verdict = pixels_check(big32(name + 4), big32(name + 8));
        }
        at += PNG_CHUNK + length;
        if (memcmp(name, "IEND", 4) == 0)
            return at == n ? verdict : FILE_DOUBLE;
    }
    return FILE_DAMAGED;
}

/* ---- JPEG: marker segments up to the first scan ------------------------------------------------------------ */

/* Of a frame: baseline, progressive and so on; C4, C8 and CC are something else. */
static bool is_frame(uint8_t marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static bool ends(const uint8_t *bytes, size_t n)
{
    for (size_t i = n; i-- > 1;)
        if (bytes[i] == 0xd9 && bytes[i - 1] == 0xff)
            return true;
    return false;
}

enum file_verdict file_jpeg_check(const uint8_t *bytes, size_t n)
{
    size_t at = 2;
    enum file_verdict verdict = FILE_DAMAGED;
    while (at + 4 <= n && bytes[at] == 0xff) {
        uint8_t marker = bytes[at + 1];
        if (marker == 0xff) { /* filling */
            at++;
            continue;
        }
        size_t length = big16(bytes + at + 2);
        if (length < 2 || length > n - at - 2)
            return FILE_DAMAGED;
        if (marker == 0xda) /* what follows is data */
            return verdict != FILE_GOOD || ends(bytes + at, n - at) ? verdict : FILE_DAMAGED;
        if (is_frame(marker)) {
            if (length < 8)
                return FILE_DAMAGED;
            verdict = pixels_check(big16(bytes + at + 7), big16(bytes + at + 5));
            if (verdict != FILE_GOOD)
                return verdict;
        }
        at += 2 + length;
    }
    return FILE_DAMAGED;
}
