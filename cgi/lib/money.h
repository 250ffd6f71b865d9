/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Amounts in Vietnamese đồng: whole numbers, int64_t, no fractions anywhere.
 */
#ifndef MOTCUA_LIB_MONEY_H
#define MOTCUA_LIB_MONEY_H

#include <stdbool.h>
#include <stdint.h>

enum { MONEY_TEXT_MAX = 40 };
#define MONEY_MAX INT64_C(1000000000000000) /* 10^15 đ: more is a slip of the hand */

/* "1.234.567 đ" with a no-break space (U+00A0) before đ; negative amounts with a minus sign. */
char *money_format(char out[MONEY_TEXT_MAX], int64_t amount);

/* The number alone, "1.234.567": for tables whose head says the currency, and for counts. */
char *money_group(char out[MONEY_TEXT_MAX], int64_t amount);

/*
 * What people type: 50000, 50.000, 50 000, with or without đ, ₫, VND or VNĐ. Groups must be whole
 * (5.00 is refused), a comma is refused because it may mean either thousands or a fraction. 0 to
 * MONEY_MAX.
 */
bool money_parse(const char *text, int64_t *amount);

#endif
