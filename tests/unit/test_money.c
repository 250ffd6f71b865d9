/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <string.h>

#include "lib/money.h"

static void amounts_are_grouped_by_dots(void **state)
{
    char text[MONEY_TEXT_MAX];
    (void)state;

    assert_string_equal(money_format(text, 0), "0\u00A0đ");
    assert_string_equal(money_format(text, 999), "999\u00A0đ");
    assert_string_equal(money_format(text, 1000), "1.000\u00A0đ");
    assert_string_equal(money_format(text, 1234567), "1.234.567\u00A0đ");
    assert_string_equal(money_format(text, -50000), "-50.000\u00A0đ");
    assert_string_equal(money_group(text, 100000), "100.000");
    assert_string_equal(money_group(text, INT64_MAX), "9.223.372.036.854.775.807");
    assert_string_equal(money_group(text, INT64_MIN), "-9.223.372.036.854.775.808");
}

static const char *const no_amounts[] = { "",
                                          "đ",
                                          "-5",
                                          "50,000",
                                          "5.00",
                                          "5.0000",
                                          "50.000.00",
                                          "1.234 567",
                                          "50.000 USD",
                                          "1e3",
                                          "0x10",
                                          "5 5",
                                          ".500",
                                          "500.",
                                          "5..000",
                                          "1000000000000001",
                                          "99999999999999999999999",
                                          "5000.000",
                                          "50.000 đ đ",
                                          "50\n",
                                          "٥٠" };

static void typed_amounts_are_read(void **state)
{
    static const struct {
        const char *text;
        int64_t amount;
    } good[] = {
        { "0", 0 },
        { "50000", 50000 },
        { "50.000", 50000 },
        { "50 000", 50000 },
        { "50.000 đ", 50000 },
        { "50.000\u00A0đ", 50000 },
        { "50.000đ", 50000 },
        { " 1.234.567 VNĐ ", 1234567 },
        { "25 VND", 25 },
        { "7₫", 7 },
        { "100\u00A0000 đồng", 100000 },
        { "1000000000000000", MONEY_MAX },
        { "007", 7 },
    };
    int64_t amount;
    (void)state;

    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        amount = -1;
        if (!money_parse(good[i].text, &amount) || amount != good[i].amount)
            fail_msg("\"%s\" read as %lld", good[i].text, (long long)amount);
    }
    for (size_t i = 0; i < sizeof no_amounts / sizeof no_amounts[0]; i++) {
        amount = -1;
        if (money_parse(no_amounts[i], &amount))
            fail_msg("accepted \"%s\" as %lld", no_amounts[i], (long long)amount);
        assert_int_equal(amount, -1);
    }
}

static void what_is_written_is_read_again(void **state)
{
    char text[MONEY_TEXT_MAX];
    int64_t amount;
    (void)state;

    for (int64_t value = 1; value <= MONEY_MAX; value = value * 7 + 3) {
        assert_true(money_parse(money_format(text, value), &amount));
        assert_int_equal(amount, value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_grouped_by_dots),
        cmocka_unit_test(typed_amounts_are_read),
        cmocka_unit_test(what_is_written_is_read_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
