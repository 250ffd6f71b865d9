/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/damm.h"

#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* The totally anti-symmetric quasigroup of order 10 published in Damm's thesis (2004). */
static const unsigned char damm_table[10][10] = {
    { 0, 3, 1, 7, 5, 9, 8, 6, 4, 2 }, { 7, 0, 9, 2, 1, 5, 4, 8, 6, 3 },
    { 4, 2, 0, 6, 8, 7, 1, 3, 5, 9 }, { 1, 7, 5, 0, 9, 8, 3, 4, 2, 6 },
    { 6, 1, 2, 3, 0, 4, 5, 9, 7, 8 }, { 3, 6, 7, 4, 2, 0, 9, 5, 8, 1 },
    { 5, 8, 6, 9, 7, 2, 0, 1, 3, 4 }, { 8, 9, 4, 5, 3, 6, 2, 0, 1, 7 },
    { 9, 4, 3, 8, 6, 1, 7, 2, 0, 5 }, { 2, 5, 8, 1, 4, 3, 6, 7, 9, 0 },
};

char damm_digit(const char *digits, size_t count)
{
    unsigned char state = 0;

    for (size_t i = 0; i < count; i++) {
        if (digits[i] < '0' || digits[i] > '9')
            return '\0';
        state = damm_table[state][digits[i] - '0'];
    }
    return (char)('0' + state);
}

bool damm_valid(const char *digits, size_t count)
{
    return count > 0 && damm_digit(digits, count) == '0';
}

/* Spaces, dashes, dots and what cannot be seen: they may stand anywhere in a code. */
static bool is_separator(ucs4_t c)
{
    static const ucs4_t dashes[] = { '-',    '_',    '.',    0x00AD, 0x00B7, 0x2212,
                                     0x30FB, 0xFE63, 0xFF0D, 0xFF0E, 0xFF3F };

    if (uc_is_property_white_space(c) || (c >= 0x200B && c <= 0x200F) ||
        (c >= 0x2010 && c <= 0x2015) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF)
        return true;
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++)
        if (c == dashes[i])
            return true;
    return false;
}

/* Collects the digits of a text that holds nothing but digits and separators: how many there are
 * (counting on past the room), or -1. */
static int collect_digits(const char *text, char *out, int room)
{
    const uint8_t *at = (const uint8_t *)text;
    size_t left = strlen(text);
    int count = 0;

    if (left > LOOKUP_CODE_INPUT_MAX)
        return -1;
    while (left > 0) {
        ucs4_t c;
        int length = u8_mbtoucr(&c, at, left);
        if (length <= 0)
            return -1;
        int value = uc_decimal_value(c);
        if (value >= 0) {
            if (count < room)
                out[count] = (char)('0' + value);
            count++;
        } else if (!is_separator(c)) {
            return -1;
        }
        at += length;
        left -= (size_t)length;
    }
    return count;
}

/* A scanner that reads the QR code types the whole address: its code follows the last "/t/". */
static const char *after_address(const char *text)
{
    const char *code = text;

    for (const char *at = strstr(text, "/t/"); at; at = strstr(at + 1, "/t/"))
        code = at + strlen("/t/");
    return code;
}

bool lookup_code_parse(const char *text, char code[LOOKUP_CODE_DIGITS + 1])
{
    char digits[LOOKUP_CODE_DIGITS];

    if (collect_digits(after_address(text), digits, LOOKUP_CODE_DIGITS) != LOOKUP_CODE_DIGITS ||
        !damm_valid(digits, LOOKUP_CODE_DIGITS))
        return false;
    memcpy(code, digits, LOOKUP_CODE_DIGITS);
    code[LOOKUP_CODE_DIGITS] = '\0';
    return true;
}

bool lookup_code_like(const char *text)
{
    enum { ENOUGH_DIGITS = 12 };
    char digits[1];

    return collect_digits(after_address(text), digits, 0) >= ENOUGH_DIGITS;
}
