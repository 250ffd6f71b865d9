/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/number.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/* The ASCII letter or digit a decomposed character stands for; 0: skip it, -1: it has no place
 * here. */
static int key_char(ucs4_t c)
{
    if (c >= 'a' && c <= 'z')
        return (int)(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        return (int)c;
    if (c == 0x0110 || c == 0x0111) /* đ does not decompose */
        return 'D';
    return uc_is_property_alphabetic(c) || uc_is_property_numeric(c) ? -1 : 0;
}

static bool key_fill(const uint8_t *at, size_t left, char key[NUMBER_KEY_MAX + 1])
{
    size_t used = 0;

    while (left > 0) {
        ucs4_t c;
        int length = u8_mbtouc(&c, at, left);
        int ascii = uc_is_general_category(c, UC_MARK) ? 0 : key_char(c);
        if (ascii < 0 || (ascii > 0 && used == NUMBER_KEY_MAX))
            return false;
        if (ascii > 0)
            key[used++] = (char)ascii;
        at += length;
        left -= (size_t)length;
    }
    key[used] = '\0';
    return used > 0;
}

bool number_key(const char *text, char key[NUMBER_KEY_MAX + 1])
{
    /* Compatibility forms too, so that full-width letters from an input method are read. */
    uint8_t room[4 * NUMBER_INPUT_MAX];
    size_t size = sizeof room;
    size_t length = strlen(text);

    key[0] = '\0';
    if (length > NUMBER_INPUT_MAX || u8_check((const uint8_t *)text, length))
        return false;
    uint8_t *plain = u8_normalize(UNINORM_NFKD, (const uint8_t *)text, length, room, &size);
    if (!plain)
        return false;
    bool good = key_fill(plain, size, key);
    if (plain != room)
        free(plain);
    if (!good)
        key[0] = '\0';
    return good;
}
