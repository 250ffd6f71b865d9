/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/address.h"

static struct arena *arena;

static void paths_are_judged(void **state)
{
    (void)state;
    static const struct {
        const char *decoded, *raw;
        int status;
        const char *path, *base;
    } rows[] = {
        {"/", "/", 0, "/", ""},
        {"/en", "/en", 0, "/", "/en"},
        {"/en/", "/en/", 0, "/", "/en"},
        {"/en/thu-tuc", "/en/thu-tuc?q=a", 0, "/thu-tuc", "/en"},
        {"/english", "/english", 0, "/english", ""},
        {"/en/en/thu-tuc", "/en/en/thu-tuc", 0, "/en/thu-tuc", "/en"},
        {"/thu-tuc/", "/thu-tuc/", 301, "/thu-tuc", ""},
        {"/thu-tuc/1.001193", "/thu-tuc/1.001193", 0, "/thu-tuc/1.001193", ""},
        {"/thu-tuc/1.001193", "/thu-tuc%2f1.001193", 404, "/thu-tuc/1.001193", ""},
        {"/thu-tuc/1.001193", "/thu-tuc%2F1.001193", 404, "/thu-tuc/1.001193", ""},
        {"/a\\b", "/a%5cb", 404, "/", ""},
        {"/a\\b", "", 404, "/", ""},
        {"/thu-tuc", "//thu-tuc", 404, "/thu-tuc", ""},
        {"/thu-tuc", "/./thu-tuc", 404, "/thu-tuc", ""},
        {"/etc/passwd", "/../etc/passwd", 404, "/etc/passwd", ""},
        {"/etc/passwd", "/%2e%2e/etc/passwd", 404, "/etc/passwd", ""},
        {"//thu-tuc", "", 404, "/", ""},
        {"/a/../b", "", 404, "/", ""},
        {"", "/thu-tuc?x", 0, "/thu-tuc", ""},
        {"", "http://localhost/thu-tuc", 0, "/thu-tuc", ""},
        {"/x", "/%zz", 400, "/x", ""},
        {"/x", "/%", 400, "/x", ""},
        {"/x", "/a%00", 400, "/x", ""},
        {"/x", "/%ff", 400, "/x", ""},
        {"/\xff", "", 400, "/", ""},
        {"/\xc0\xaf", "", 400, "/", ""},
        {"/a\nb", "", 400, "/", ""},
        {"thu-tuc", "", 400, "/", ""},
        {"*", "*", 400, "/", ""},
        {"/đất", "/%C4%91%E1%BA%A5t", 0, "/đất", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct address address;
        int status = address_read(arena, rows[i].decoded, rows[i].raw, &address);
        if (status != rows[i].status || strcmp(address.path, rows[i].path) != 0)
            fail_msg("%s (%s): %d %s", rows[i].decoded, rows[i].raw, status, address.path);
        assert_string_equal(address.base, rows[i].base);
        assert_string_equal(address.language, rows[i].base[0] ? "en" : "vi");
    }
}

static void long_paths_are_refused(void **state)
{
    (void)state;
    char path[4001];
    struct address address;
    memset(path, 'a', sizeof path);
    path[0] = '/';
    path[512] = '\0';
    assert_int_equal(address_read(arena, path, path, &address), 0);
    path[512] = 'a';
    path[513] = '\0';
    assert_int_equal(address_read(arena, path, path, &address), 414);
    path[513] = 'a';
    path[4000] = '\0';
    assert_int_equal(address_read(arena, "/short", path, &address), 414);
}

static void links_are_encoded(void **state)
{
    (void)state;
    struct address address;
    address_read(arena, "/a b\"<đ>", "", &address);
    assert_string_equal(address.link, "/a%20b%22%3C%C4%91%3E");
}

static void patterns_match_whole_segments(void **state)
{
    (void)state;
    struct parameter captures[ADDRESS_CAPTURES];
    size_t n;
    assert_true(address_match(arena, "/", "/", captures, &n));
    assert_int_equal(n, 0);
    assert_true(address_match(arena, "/thu-tuc/{code}/qr.svg", "/thu-tuc/1.2/qr.svg", captures, &n));
    assert_int_equal(n, 1);
    assert_string_equal(captures[0].name, "code");
    assert_string_equal(captures[0].value, "1.2");
    assert_true(address_match(arena, "/a/{x}/{y}", "/a/1/2", captures, &n));
    assert_string_equal(captures[1].value, "2");
    assert_false(address_match(arena, "/thu-tuc/{code}", "/thu-tuc", captures, &n));
    assert_false(address_match(arena, "/thu-tuc/{code}", "/thu-tuc/", captures, &n));
    assert_false(address_match(arena, "/thu-tuc/{code}", "/thu-tuc/1/2", captures, &n));
    assert_false(address_match(arena, "/thu-tuc", "/thu-tuc/1", captures, &n));
    assert_false(address_match(arena, "/thu-tuc", "/thu-tu", captures, &n));
}

static void hosts_are_names(void **state)
{
    (void)state;
    static const char *const good[] = {"", "localhost", "dichvucong.example", "a.b-c:8080", "[::1]",
                                       "[::1]:80", "127.0.0.1:65535"};
    static const char *const bad[] = {":80", "a b", "a/b", "a:b", "a:", "a:123456", "[::1", "[]",
                                      "\"><script>", "a@b", "đ", "a,b", "[g]"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        if (!address_host_is_plain(good[i]))
            fail_msg("refused: %s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (address_host_is_plain(bad[i]))
            fail_msg("accepted: %s", bad[i]);
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
        cmocka_unit_test(paths_are_judged),
        cmocka_unit_test(long_paths_are_refused),
        cmocka_unit_test(links_are_encoded),
        cmocka_unit_test(patterns_match_whole_segments),
        cmocka_unit_test(hosts_are_names),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
