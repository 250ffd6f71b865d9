/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/arena.h"
#include "model/totp.h"

static struct arena *arena;

/* RFC 6238, appendix B, SHA-1: the seed is the text 12345678901234567890. */
#define RFC_SEED "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

static void codes_are_those_of_the_standard(void **state)
{
    (void)state;
    static const struct {
        int64_t at;
        const char *code;
    } rows[] = {
        {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
        {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char code[9];
        uint64_t step;
        assert_true(totp_code(RFC_SEED, (uint64_t)rows[i].at / TOTP_STEP_S, 8, code));
        assert_string_equal(code, rows[i].code);
        assert_true(totp_ok(RFC_SEED, rows[i].code + 2, rows[i].at, 0, &step));
        assert_int_equal(step, rows[i].at / TOTP_STEP_S);
    }
}

static void a_code_is_good_for_three_steps_and_once(void **state)
{
    (void)state;
    const int64_t at = 1234567890;
    const uint64_t now = (uint64_t)at / TOTP_STEP_S;
    for (int away = -3; away <= 3; away++) {
        char code[9];
        uint64_t step = 0;
        assert_true(totp_code(RFC_SEED, now + (uint64_t)(int64_t)away, TOTP_DIGITS, code));
        assert_int_equal(totp_ok(RFC_SEED, code, at, 0, &step), away >= -1 && away <= 1);
        if (!step)
            continue;
        assert_int_equal(step, now + (uint64_t)(int64_t)away);
        assert_false(totp_ok(RFC_SEED, code, at, step, &step));
        assert_false(totp_ok(RFC_SEED, code, at, step + 1, &step));
        assert_true(totp_ok(RFC_SEED, code, at, step - 1, &step));
    }
}

static void what_is_no_code_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "00592", "0059244", "89005924", "00592a", "-05924", " 05924"};
    uint64_t step;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(totp_ok(RFC_SEED, wrong[i], 1234567890, 0, &step));
    char code[9];
    assert_false(totp_code("not base32 !", 1, TOTP_DIGITS, code));
    assert_false(totp_ok("not base32 !", "005924", 1234567890, 0, &step));
}

static void seeds_are_random_and_fit_an_app(void **state)
{
    (void)state;
    const char *one = totp_invent(arena), *other = totp_invent(arena);
    assert_int_equal(strlen(one), 32);
    assert_int_equal(strspn(one, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), 32);
    assert_string_not_equal(one, other);
    assert_string_equal(totp_uri(arena, "can-bo.example:8443", "lan.nt", RFC_SEED),
                        "otpauth://totp/can-bo.example%3A8443:lan.nt?secret=" RFC_SEED
                        "&issuer=can-bo.example%3A8443");
    assert_string_equal(totp_readable(arena, RFC_SEED), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_those_of_the_standard),
        cmocka_unit_test(a_code_is_good_for_three_steps_and_once),
        cmocka_unit_test(what_is_no_code_is_refused),
        cmocka_unit_test(seeds_are_random_and_fit_an_app),
    };
    arena = arena_open(0);
    int failed = cmocka_run_group_tests_name("totp", tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
