/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Check digits, look-up codes and dossier numbers as people type and scan them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "lib/damm.h"
#include "lib/number.h"

static void the_published_example_holds(void **state)
{
    (void)state;
    assert_int_equal(damm_digit("572", 3), '4');
    assert_true(damm_valid("5724", 4));
    assert_false(damm_valid("5724", 0));
    assert_int_equal(damm_digit("57x", 3), '\0');
    assert_false(damm_valid("572x", 4));
}

static void every_single_slip_and_swap_is_found(void **state)
{
    char code[LOOKUP_CODE_DIGITS + 1] = "3141592653589793";
    (void)state;

    code[15] = damm_digit(code, 15);
    assert_true(damm_valid(code, 16));
    for (int i = 0; i < 16; i++) {
        char kept = code[i];
        for (char c = '0'; c <= '9'; c++) {
            code[i] = c;
            assert_int_equal(damm_valid(code, 16), c == kept);
        }
        code[i] = kept;
    }
    /* every pair of neighbours, behind every beginning of one digit */
    for (int n = 0; n < 1000; n++) {
        char digits[16];
        snprintf(digits, sizeof digits, "%03d", n);
        digits[3] = damm_digit(digits, 3);
        for (int i = 0; i < 3; i++) {
            char swapped[4];
            memcpy(swapped, digits, 4);
            swapped[i] = digits[i + 1];
            swapped[i + 1] = digits[i];
            assert_int_equal(damm_valid(swapped, 4), digits[i] == digits[i + 1]);
        }
    }
}

static const char *const no_codes[] = {
    "",
    "123456789012345",
    "12345678901234500",
    "1234567890123451",
    "2134567890123450",
    "1234567890123450x",
    "x1234567890123450",
    "1234/5678/9012/3450",
    "+1234567890123450",
    "1234567890123450 H",
    "https://dichvucong.example/t/1234567890123450?x=1",
    "https://dichvucong.example/t/",
    ("1234567890\xFF"
     "123450"),
    "½234567890123450",
    "二234567890123450",
    "1234'5678'9012'3450",
};

static void codes_are_read_however_they_come(void **state)
{
    /* 123456789012345 has the check digit 0 */
    static const char *const good[] = {
        "1234567890123450",
        "1234 5678 9012 3450",
        "  1234-5678-9012-3450\r\n",
        "1234.5678.9012.3450",
        "1234 5678 9012 3450",
        "1234–5678—9012−3450",
        "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 0",
        "１２３４ ５６７８ ９０１２ ３４５０",
        ("\xEF\xBB\xBF"
         "1234\xE2\x80\x8B"
         "567890123450"),
        "១២៣៤៥៦៧៨៩០១២៣៤៥០",
        "https://dichvucong.example/t/1234567890123450",
        "http://127.0.0.1:8080/t/1234567890123450",
        "/t/1234 5678 9012 3450",
    };
    char code[LOOKUP_CODE_DIGITS + 1];
    (void)state;

    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        memset(code, 'x', sizeof code);
        if (!lookup_code_parse(good[i], code))
            fail_msg("refused %s", good[i]);
        assert_string_equal(code, "1234567890123450");
        assert_true(lookup_code_like(good[i]));
    }
    for (size_t i = 0; i < sizeof no_codes / sizeof no_codes[0]; i++) {
        memset(code, 'x', sizeof code);
        if (lookup_code_parse(no_codes[i], code))
            fail_msg("accepted %s", no_codes[i]);
        assert_int_equal(code[0], 'x');
    }
    char long_text[400];
    memset(long_text, ' ', sizeof long_text);
    memcpy(long_text + 380, "1234567890123450", 17);
    assert_false(lookup_code_parse(long_text, code));
}

static void codes_and_numbers_are_told_apart(void **state)
{
    (void)state;
    assert_true(lookup_code_like("1234 5678 9012"));
    assert_true(lookup_code_like("1234567890123451"));
    assert_false(lookup_code_like("H09.12-261123-0001"));
    assert_false(lookup_code_like("261123-0001"));
    assert_false(lookup_code_like(""));
}

static void spellings_of_a_number_have_one_key(void **state)
{
    static const char *const same[] = { "H09.12-261123-0001",  "h09.12-261123-0001",
                                        " H0912 261123 0001 ", "H09·12–261123–0001",
                                        "Ｈ09.12-261123-0001", "H09122611230001" };
    char key[NUMBER_KEY_MAX + 1];
    (void)state;

    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        assert_true(number_key(same[i], key));
        assert_string_equal(key, "H09122611230001");
    }
    /* what a Telex keyboard makes of DD, W and S */
    assert_true(number_key("đư-á1", key));
    assert_string_equal(key, "DUA1");
    assert_true(number_key("G09.20-20260609-0092637", key));
    assert_string_equal(key, "G0920202606090092637");
    assert_false(number_key("", key));
    assert_false(number_key(" .- ", key));
    assert_false(number_key("中09", key));
    assert_false(number_key("H09\xC3", key));
    assert_string_equal(key, "");
    assert_true(number_key("1234567890123456789012345678901234567890", key));
    assert_false(number_key("12345678901234567890123456789012345678901", key));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_example_holds),
        cmocka_unit_test(every_single_slip_and_swap_is_found),
        cmocka_unit_test(codes_are_read_however_they_come),
        cmocka_unit_test(codes_and_numbers_are_told_apart),
        cmocka_unit_test(spellings_of_a_number_have_one_key),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
