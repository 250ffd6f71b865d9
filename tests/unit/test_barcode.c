/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <string.h>

#include "lib/barcode.h"

static struct arena *arena;

/* Widths of bars and spaces of some signs, from the table of ISO/IEC 15417. */
static const char start_c[] = "211232", stop[] = "2331112";
static const char *const pairs[] = {[0] = "212222", [12] = "112232", [34] = "131123", [99] = "113141"};

/* The module widths of a code as digits, from the first bar to the last. */
static char *widths(const struct barcode *code)
{
    char *text = arena_take(arena, (size_t)code->width + 1), *end = text;
    for (int x = 0, from = 0; x <= code->width; x++)
        if (x == code->width || code->dark[x] != code->dark[from]) {
            *end++ = (char)('0' + x - from);
            from = x;
        }
    return text;
}

static void digits_go_two_a_sign(void **state)
{
    (void)state;
    struct barcode code;
    assert_true(barcode_make(arena, "1234123400999900", &code));
    /* start, eight pairs, check sign: eleven modules each; stop: thirteen */
    assert_int_equal(code.width, 10 * 11 + 13);
    assert_int_equal(barcode_whole(&code), code.width + 20);
    const char *text = widths(&code);
    assert_memory_equal(text, start_c, 6);
    static const int order[] = {12, 34, 12, 34, 0, 99, 99, 0};
    for (size_t i = 0; i < 8; i++)
        assert_memory_equal(text + 6 + 6 * i, pairs[order[i]], 6);
    assert_string_equal(text + 6 * 10, stop);
}

static void check_sign_is_the_weighted_sum(void **state)
{
    (void)state;
    struct barcode code;
    /* 105 + 0 × 1 + 0 × 2 … + 99 × 8 = 897 = 8 × 103 + 73; the sign 73 is 142112 in widths */
    assert_true(barcode_make(arena, "0000000000000099", &code));
    assert_memory_equal(widths(&code) + 6 * 9, "142112", 6);
}

static void draws_every_bar_once(void **state)
{
    (void)state;
    struct barcode code;
    struct buffer out;
    assert_true(barcode_make(arena, "1111222233334440", &code));
    buffer_init(&out, 20000);
    barcode_path(&code, &out);
    size_t bars = 0, drawn = 0;
    for (int x = 0; x < code.width; x++)
        bars += code.dark[x] && (x == 0 || !code.dark[x - 1]);
    for (size_t i = 0; i < out.length; i++)
        drawn += out.bytes[i] == 'M';
    assert_int_equal(drawn, bars);
    assert_int_equal(bars, 10 * 3 + 4); /* three bars a sign, four in the stop */
    assert_memory_equal(out.bytes, "M10 0h2v1h-2z", 13);
    buffer_release(&out);
}

static void refuses_what_no_scanner_types(void **state)
{
    (void)state;
    struct barcode code;
    char text[BARCODE_TEXT_MAX + 2];
    memset(text, '7', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_false(barcode_make(arena, text, &code));
    text[BARCODE_TEXT_MAX] = '\0';
    assert_true(barcode_make(arena, text, &code));
    assert_false(barcode_make(arena, "", &code));
    assert_false(barcode_make(arena, "Hồ sơ", &code));
    assert_false(barcode_make(arena, "12\n34", &code));
    assert_true(barcode_make(arena, "H09.12-261123-0001", &code));
}

static int start(void **state)
{
    (void)state;
    arena = arena_open(0);
    return 0;
}

static int stop_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_go_two_a_sign),
        cmocka_unit_test(check_sign_is_the_weighted_sum),
        cmocka_unit_test(draws_every_bar_once),
        cmocka_unit_test(refuses_what_no_scanner_types),
    };
    return cmocka_run_group_tests_name("barcode", tests, start, stop_all);
}
