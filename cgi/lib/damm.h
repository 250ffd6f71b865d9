/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Damm check digit, and the look-up code that carries it: 16 digits, the last one the check digit
 * of the first 15. Damm's table finds every single wrong digit and every swap of two neighbours.
 */
#ifndef MOTCUA_LIB_DAMM_H
#define MOTCUA_LIB_DAMM_H

#include <stdbool.h>
#include <stddef.h>

enum {
    LOOKUP_CODE_DIGITS = 16,
    LOOKUP_CODE_INPUT_MAX = 200 /* bytes of typed or scanned text that are looked at */
};

/* The check digit, '0' to '9', of `count` digits; NUL when one of them is no ASCII digit. */
char damm_digit(const char *digits, size_t count);

/* True when the last of `count` digits is the check digit of those before; false for no digits. */
bool damm_valid(const char *digits, size_t count);

/*
 * The bare 16 digits of a look-up code as people type, paste and scan it: digits of any script
 * (full-width from an input method, Khmer, Arabic …), with spaces, dashes, dots, underscores or
 * invisible characters anywhere between; or the address from the receipt's QR code,
 * ".../t/1234567890123456". False when anything else is in it, the count is wrong or the check
 * digit does not fit; *code is then untouched.
 */
bool lookup_code_parse(const char *text, char code[LOOKUP_CODE_DIGITS + 1]);

/* True when the text is meant as a look-up code rather than a dossier number: digits and separators
 * only, at least 12 digits; whether it is a right one is for lookup_code_parse. */
bool lookup_code_like(const char *text);

#endif
