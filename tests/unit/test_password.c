/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/clock.h"
#include "lib/password.h"

static struct arena *arena;

static void only_the_password_opens(void **state)
{
    (void)state;
    const char *hash = password_hash(arena, "mật khẩu dài và khó");
    assert_non_null(strstr(hash, "$argon2id$v=19$m=32768,t=3,p=1$"));
    assert_true(strlen(hash) <= 127);
    assert_true(password_ok(hash, "mật khẩu dài và khó"));
    assert_false(password_ok(hash, "mật khẩu dài và kho"));
    assert_false(password_ok(hash, ""));
    assert_string_not_equal(hash, password_hash(arena, "mật khẩu dài và khó")); /* salted */
    assert_false(password_is_stale(hash));
    assert_true(password_is_stale("$argon2id$v=19$m=65536,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
                                  "aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"));
}

static void nobody_costs_as_much_as_somebody(void **state)
{
    (void)state;
    const char *hash = password_hash(arena, "x");
    assert_false(password_ok(NULL, "x")); /* makes the hash of nobody */
    int64_t start = clock_monotonic_ms();
    for (int i = 0; i < 3; i++)
        assert_false(password_ok(hash, "y"));
    int64_t somebody = clock_monotonic_ms() - start;
    start = clock_monotonic_ms();
    for (int i = 0; i < 3; i++)
        assert_false(password_ok(NULL, "y"));
    int64_t nobody = clock_monotonic_ms() - start;
    assert_true(nobody * 3 > somebody); /* never at once */
    assert_false(password_ok("", "y"));
    assert_false(password_ok("not a hash", "y"));
}

static void invented_passwords_can_be_read_aloud(void **state)
{
    (void)state;
    const char *one = password_invent(arena), *two = password_invent(arena);
    assert_int_equal(strlen(one), 23);
    assert_string_not_equal(one, two);
    assert_int_equal(strspn(one, "abcdefghjkmnpqrstuvwxyz23456789-"), 23);
    assert_int_equal(one[5], '-');
}

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(0);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_password_opens),
        cmocka_unit_test(nobody_costs_as_much_as_somebody),
        cmocka_unit_test(invented_passwords_can_be_read_aloud),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
