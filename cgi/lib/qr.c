/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/qr.h"

#include <qrencode.h>
#include <sodium.h>
#include <string.h>

bool qr_make(struct arena *arena, const char *text, struct qr *qr)
{
    size_t length = strlen(text);
    if (!length || length > QR_TEXT_MAX)
        return false;
    QRcode *code = QRcode_encodeData((int)length, (const unsigned char *)text, 0, QR_ECLEVEL_M);
    if (!code)
        return false;
    size_t modules = (size_t)code->width * (size_t)code->width;
    unsigned char *dark = arena_take(arena, modules);
    for (size_t i = 0; i < modules; i++)
        dark[i] = code->data[i] & 1;
    *qr = (struct qr){.size = code->width, .dark = dark};
    QRcode_free(code);
    return true;
}

static void name_add(struct buffer *out, const char *name)
{
    for (; *name; name++) {
        if (*name == '<')
            buffer_text(out, "&lt;");
        else if (*name == '&')
            buffer_text(out, "&amp;");
        else
            buffer_add(out, name, 1);
    }
}

/* One path for all: each run of dark modules of a row is a flat box. */
void qr_path(const struct qr *qr, struct buffer *out)
{
    for (int y = 0; y < qr->size; y++)
        for (int x = 0; x < qr->size;) {
            int end = x;
            while (end < qr->size && qr->dark[y * qr->size + end])
                end++;
            if (end > x)
                buffer_format(out, "M%d %dh%dv1h-%dz", x + QR_QUIET, y + QR_QUIET, end - x, end - x);
            x = end > x ? end : x + 1;
        }
}

const char *qr_base64(struct arena *arena, const struct qr *qr)
{
    size_t modules = (size_t)qr->size * (size_t)qr->size, bytes = (modules + 7) / 8;
    unsigned char *bits = arena_take(arena, bytes);
    memset(bits, 0, bytes);
    for (size_t i = 0; i < modules; i++)
        if (qr->dark[i])
            bits[i / 8] |= (unsigned char)(0x80 >> i % 8);
    size_t room = sodium_base64_encoded_len(bytes, sodium_base64_VARIANT_ORIGINAL);
    char *text = arena_take(arena, room);
    return sodium_bin2base64(text, room, bits, bytes, sodium_base64_VARIANT_ORIGINAL);
}

void qr_svg(const struct qr *qr, const char *name, struct buffer *out)
{
    int whole = qr->size + 2 * QR_QUIET;
    buffer_format(out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" "
                  "shape-rendering=\"crispEdges\"><title>",
                  whole, whole);
    name_add(out, name);
    buffer_format(out, "</title><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"", whole, whole);
    qr_path(qr, out);
    buffer_text(out, "\"/></svg>\n");
}
