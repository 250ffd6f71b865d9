/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/cookie.h"
#include "lib/limits.h"
#include "lib/settings.h"

static struct arena *arena;

static void odd_headers_do_no_harm(void **state)
{
    (void)state;
    static const struct {
        const char *header, *value;
    } rows[] = {
        {"", NULL},
        {"a=1", "1"},
        {"b=2; a=1", "1"},
        {"b=2;a=1", "1"},
        {";;; ;a=1;;", "1"},
        {"aa=2; a=1", "1"},
        {"xa=2", NULL},
        {"a", NULL},
        {"=1; a=", ""},
        {"a=\"quoted\"", "quoted"},
        {"a=1 ; b", "1"},
        {"a=first; a=second", "first"},
        {"a=bad value; a=good", "good"},
        {"a=\xff; a=good", "good"},
        {"a=x=y", "x=y"},
        {"A=1", NULL},
        {"a=1,b=2", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *value = cookie_find(arena, rows[i].header, "a");
        if ((value == NULL) != (rows[i].value == NULL) ||
            (value && strcmp(value, rows[i].value) != 0))
            fail_msg("%s: %s", rows[i].header, value ? value : "none");
    }
}

static void only_the_start_of_a_long_header_counts(void **state)
{
    (void)state;
    char header[LIMIT_COOKIE + 20];
    memset(header, 'x', sizeof header);
    memcpy(header + LIMIT_COOKIE - 2, "; a=1", 6);
    assert_null(cookie_find(arena, header, "a"));
    memcpy(header + 100, "; a=1;", 6);
    assert_string_equal(cookie_find(arena, header, "a"), "1");
}

static void names_are_safe_where_the_site_is(void **state)
{
    (void)state;
    settings.site = "https://dichvucong.example";
    assert_string_equal(cookie_wire_name(arena, "phien"), "__Host-phien");
    assert_string_equal(cookie_wire_name(arena, "__Host-phien"), "__Host-phien");
    assert_true(cookie_is_secure());
    settings.site = "http://127.0.0.1:8080";
    assert_string_equal(cookie_wire_name(arena, "__Host-phien"), "phien");
    assert_false(cookie_is_secure());
}

static int start(void **state)
{
    (void)state;
    arena = arena_open(0);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_headers_do_no_harm),
        cmocka_unit_test(only_the_start_of_a_long_header_counts),
        cmocka_unit_test(names_are_safe_where_the_site_is),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
