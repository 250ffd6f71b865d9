/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/damm.h"
#include "lib/settings.h"
#include "lib/token.h"

static struct arena *arena;
static char folder[] = "/tmp/motcua-keys-XXXXXX";

static const char *path_of(const char *name)
{
    return arena_format(arena, "%s/%s", folder, name);
}

static void write_key(const char *name, char filler, size_t n, mode_t mode)
{
    char bytes[64];
    memset(bytes, filler, sizeof bytes);
    unlink(path_of(name));
    int fd = open(path_of(name), O_CREAT | O_WRONLY | O_EXCL, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), (ssize_t)n);
    assert_int_equal(fchmod(fd, mode), 0);
    close(fd);
}

static void bad_keys_are_refused(void **state)
{
    (void)state;
    write_key("lookup.key", 'a', 31, 0600);
    assert_false(token_init());
    write_key("lookup.key", 'a', 33, 0600);
    assert_false(token_init());
    write_key("lookup.key", 'a', 32, 0640);
    assert_false(token_init());
    write_key("lookup.key", 'a', 32, 0604);
    assert_false(token_init());
    unlink(path_of("lookup.key"));
    assert_false(token_init());
    assert_int_equal(symlink(path_of("form.key"), path_of("lookup.key")), 0);
    assert_false(token_init());
    write_key("lookup.key", 'a', 32, 0400);
    assert_true(token_init());
}

static void random_tokens_differ(void **state)
{
    (void)state;
    const char *one = token_random(arena), *two = token_random(arena);
    assert_int_equal(strlen(one), 43);
    assert_string_not_equal(one, two);
    assert_int_equal(strspn(one, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
}

static void hashes_depend_on_key_and_text(void **state)
{
    (void)state;
    uint8_t plain[32], lookup[32], cookie[32], again[32];
    token_hash("1234567890123456", plain);
    token_keyed_hash(KEY_LOOKUP, "1234567890123456", lookup);
    token_keyed_hash(KEY_COOKIE, "1234567890123456", cookie);
    token_keyed_hash(KEY_LOOKUP, "1234567890123456", again);
    assert_memory_equal(lookup, again, 32);
    assert_memory_not_equal(lookup, cookie, 32);
    assert_memory_not_equal(lookup, plain, 32);
    token_keyed_hash(KEY_LOOKUP, "1234567890123457", again);
    assert_memory_not_equal(lookup, again, 32);
    /* BLAKE2b-256 of "abc", from the published test vector */
    static const uint8_t abc[4] = {0xbd, 0xdd, 0x81, 0x3c};
    token_hash("abc", plain);
    assert_memory_equal(plain, abc, 4);
}

static void lookup_codes_carry_their_digit(void **state)
{
    (void)state;
    int leading[10] = {0};
    for (int i = 0; i < 2000; i++) {
        char code[17];
        token_lookup_code(code);
        assert_int_equal(strlen(code), 16);
        assert_true(damm_valid(code, 16));
        leading[code[0] - '0']++;
    }
    for (int i = 0; i < 10; i++)
        assert_in_range(leading[i], 100, 320);
}

static void sealed_texts_open_only_as_they_were(void **state)
{
    (void)state;
    const char *sealed = token_seal(arena, KEY_LOOKUP, "code", "1234567890123456", 0);
    assert_null(strstr(sealed, "1234"));
    assert_int_equal(strlen(sealed), 80); /* what the column holds */
    assert_string_equal(token_open(arena, KEY_LOOKUP, "code", sealed), "1234567890123456");
    assert_string_not_equal(sealed, token_seal(arena, KEY_LOOKUP, "code", "1234567890123456", 0));
    assert_null(token_open(arena, KEY_LOOKUP, "other", sealed));
    assert_null(token_open(arena, KEY_COOKIE, "code", sealed));
    assert_null(token_open(arena, KEY_LOOKUP, "code", ""));
    assert_null(token_open(arena, KEY_LOOKUP, "code", NULL));
    assert_null(token_open(arena, KEY_LOOKUP, "code", "!!!!"));
    /* every single changed, cut or added character */
    for (size_t i = 0; i < strlen(sealed); i++) {
        char *forged = arena_copy(arena, sealed);
        forged[i] = forged[i] == 'A' ? 'B' : 'A';
        assert_null(token_open(arena, KEY_LOOKUP, "code", forged));
        forged = arena_copy_bytes(arena, sealed, i);
        assert_null(token_open(arena, KEY_LOOKUP, "code", forged));
    }
    assert_null(token_open(arena, KEY_LOOKUP, "code", arena_format(arena, "%sA", sealed)));
    assert_string_equal(token_open(arena, KEY_COOKIE, "x", token_seal(arena, KEY_COOKIE, "x", "", 0)), "");
}

static void sealed_texts_end(void **state)
{
    (void)state;
    int64_t now = clock_unix();
    const char *old = token_seal(arena, KEY_COOKIE, "c", "x", now - 1);
    const char *good = token_seal(arena, KEY_COOKIE, "c", "x", now + 600);
    assert_null(token_open(arena, KEY_COOKIE, "c", old));
    assert_non_null(token_open(arena, KEY_COOKIE, "c", good));
}

static void set_clock(const char *text)
{
    int fd = open(settings.clock, O_CREAT | O_WRONLY | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    assert_true(clock_refresh());
}

static void form_tokens_are_bound(void **state)
{
    (void)state;
    set_clock("2026-11-23 10:00:00\n");
    const char *token = token_form(arena, "/can-bo/ho-so", "session-1");
    assert_true(token_form_ok(token, "/can-bo/ho-so", "session-1"));
    assert_false(token_form_ok(token, "/can-bo/ho-so/xoa", "session-1"));
    assert_false(token_form_ok(token, "/can-bo/ho-so", "session-2"));
    assert_false(token_form_ok(token, "/can-bo/ho-so", ""));
    assert_false(token_form_ok(NULL, "/can-bo/ho-so", "session-1"));
    assert_false(token_form_ok("", "/can-bo/ho-so", "session-1"));
    for (size_t i = 0; i < strlen(token); i++) {
        char *forged = arena_copy(arena, token);
        forged[i] = forged[i] == 'A' ? 'B' : 'A';
        assert_false(token_form_ok(forged, "/can-bo/ho-so", "session-1"));
    }
    /* what separates the parts cannot be moved */
    const char *joined = token_form(arena, "/a", "b");
    assert_false(token_form_ok(joined, "/ab", ""));
    const char *open = token_form(arena, "/tra-cuu", NULL);
    assert_true(token_form_ok(open, "/tra-cuu", ""));
    set_clock("2026-11-24 09:59:59\n");
    assert_true(token_form_ok(token, "/can-bo/ho-so", "session-1"));
    set_clock("2026-11-24 10:00:01\n");
    assert_false(token_form_ok(token, "/can-bo/ho-so", "session-1"));
}

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(0);
    if (!mkdtemp(folder) || setenv("MOTCUA_CLOCK", path_of("clock"), 1) || !settings_read("test"))
        return -1;
    settings.keys = folder;
    set_clock("+0\n");
    write_key("lookup.key", 'a', 32, 0600);
    write_key("cookie.key", 'b', 32, 0600);
    write_key("form.key", 'c', 32, 0400);
    write_key("ticket.key", 'd', 32, 0400);
    return token_init() ? 0 : -1;
}

static int close_all(void **state)
{
    (void)state;
    static const char *const names[] = {"lookup.key", "cookie.key", "form.key", "ticket.key", "clock"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(path_of(names[i]));
    rmdir(folder);
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_keys_are_refused),
        cmocka_unit_test(random_tokens_differ),
        cmocka_unit_test(hashes_depend_on_key_and_text),
        cmocka_unit_test(lookup_codes_carry_their_digit),
        cmocka_unit_test(sealed_texts_open_only_as_they_were),
        cmocka_unit_test(sealed_texts_end),
        cmocka_unit_test(form_tokens_are_bound),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
