/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/barcode.h"

#include <string.h>
#include <zint.h>

#include "lib/log.h"

static bool printable(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

static void modules_take(struct arena *arena, const struct zint_symbol *symbol,
                         struct barcode *code)
{
    unsigned char *dark = arena_take(arena, (size_t)symbol->width);
    for (int i = 0; i < symbol->width; i++)
        dark[i] = symbol->encoded_data[0][i / 8] >> (i % 8) & 1;
    *code = (struct barcode){.width = symbol->width, .dark = dark};
}

bool barcode_make(struct arena *arena, const char *text, struct barcode *code)
{
    size_t length = strlen(text);
    if (!length || length > BARCODE_TEXT_MAX || !printable(text))
        return false;
    struct zint_symbol *symbol = ZBarcode_Create();
    if (!symbol)
        log_fatal("out of memory for a bar code");
    symbol->symbology = BARCODE_CODE128;
    int error = ZBarcode_Encode(symbol, (const unsigned char *)text, (int)length);
    bool good = error < ZINT_ERROR && symbol->rows == 1;
    if (good)
        modules_take(arena, symbol, code);
    else
        log_warn("no bar code: %s", symbol->errtxt);
    ZBarcode_Delete(symbol);
    return good;
}

int barcode_whole(const struct barcode *code)
{
    return code->width + 2 * BARCODE_QUIET;
}

void barcode_path(const struct barcode *code, struct buffer *out)
{
    for (int x = 0; x < code->width;) {
        int end = x;
        while (end < code->width && code->dark[end])
            end++;
        if (end > x)
            buffer_format(out, "M%d 0h%dv1h-%dz", x + BARCODE_QUIET, end - x, end - x);
        x = end > x ? end : x + 1;
    }
}
