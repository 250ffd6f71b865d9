/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/money.h"

#include <stddef.h>
#include <string.h>

char *money_group(char out[MONEY_TEXT_MAX], int64_t amount)
{
    char backwards[MONEY_TEXT_MAX];
    /* Through uint64_t, because -INT64_MIN does not exist. */
    uint64_t rest = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    size_t count = 0;
    int digits = 0;

    do {
        if (digits > 0 && digits % 3 == 0)
            backwards[count++] = '.';
        backwards[count++] = (char)('0' + rest % 10);
        rest /= 10;
        digits++;
    } while (rest > 0);
    if (amount < 0)
        backwards[count++] = '-';

    for (size_t i = 0; i < count; i++)
        out[i] = backwards[count - 1 - i];
    out[count] = '\0';
    return out;
}

char *money_format(char out[MONEY_TEXT_MAX], int64_t amount)
{
    static const char unit[] = "\xC2\xA0\xC4\x91"; /* U+00A0, đ */

    money_group(out, amount);
    memcpy(out + strlen(out), unit, sizeof unit);
    return out;
}

/* Moves past a space, ordinary or no-break. */
static bool take_space(const char **text)
{
    if (**text == ' ') {
        (*text)++;
        return true;
    }
    if (strncmp(*text, "\xC2\xA0", 2) == 0) {
        *text += 2;
        return true;
    }
    return false;
}

static bool is_unit(const char *text)
{
    static const char *const units[] = { "", "đ", "Đ", "₫", "VND", "vnd", "VNĐ", "vnđ", "đồng" };

    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        size_t length = strlen(units[i]);
        if (strncmp(text, units[i], length) == 0) {
            const char *rest = text + length;
            while (take_space(&rest))
                continue;
            if (*rest == '\0')
                return true;
        }
    }
    return false;
}

/* Adds digits to *value; how many there were, or -1 when it grows past MONEY_MAX. */
static int take_digits(const char **text, int64_t *value)
{
    int count = 0;

    while (**text >= '0' && **text <= '9') {
        *value = *value * 10 + (**text - '0');
        if (*value > MONEY_MAX)
            return -1;
        (*text)++;
        count++;
    }
    return count;
}

/* The group separator at *text when a digit follows it: '.', ' ' (either kind), or NUL. */
static char take_separator(const char **text)
{
    const char *at = *text;
    char separator = '\0';

    if (*at == '.') {
        separator = '.';
        at++;
    } else if (take_space(&at)) {
        separator = ' ';
    }
    if (!separator || *at < '0' || *at > '9')
        return '\0';
    *text = at;
    return separator;
}

bool money_parse(const char *text, int64_t *amount)
{
    int64_t value = 0;
    char separator = '\0';

    while (take_space(&text))
        continue;
    int digits = take_digits(&text, &value);
    if (digits <= 0)
        return false;
    int first = digits;
    for (char found = take_separator(&text); found; found = take_separator(&text)) {
        if (first > 3 || (separator && found != separator) || take_digits(&text, &value) != 3)
            return false;
        separator = found;
    }
    while (take_space(&text))
        continue;
    if (!is_unit(text))
        return false;
    *amount = value;
    return true;
}
