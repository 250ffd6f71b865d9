/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "lib/kept.h"

enum { LIMIT = 64 * 1024, SINGLE = 8 * 1024 };

static struct kept *kept;

static int start(void **state)
{
    (void)state;
    kept = kept_open(LIMIT, SINGLE);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    kept_close(kept);
    return 0;
}

static void add(const char *key, const char *body, size_t length)
{
    kept_add(kept, key, &(struct kept_answer){"text/html", "gzip", "\"e\"", "A: b\r\n", body, length});
}

/* As many bytes as asked for, all of one letter. */
static void add_large(const char *key, char letter, size_t length)
{
    static char body[LIMIT];
    memset(body, letter, length);
    add(key, body, length);
}

static void add_numbered(int from, int to, size_t length)
{
    char key[20];
    for (int i = from; i < to; i++) {
        snprintf(key, sizeof key, "/%d", i);
        add_large(key, 'x', length);
    }
}

static void what_was_added_is_found(void **state)
{
    (void)state;
    char body[] = "a\0b";
    assert_null(kept_find(kept, "/a"));
    add("/a", body, 3);
    add("/b", "", 0);
    body[0] = 'z'; /* it was copied */
    const struct kept_answer *found = kept_find(kept, "/a");
    assert_non_null(found);
    assert_string_equal(found->type, "text/html");
    assert_string_equal(found->encoding, "gzip");
    assert_string_equal(found->etag, "\"e\"");
    assert_string_equal(found->headers, "A: b\r\n");
    assert_int_equal(found->length, 3);
    assert_memory_equal(found->body, "a\0b", 4);
    assert_int_equal(kept_find(kept, "/b")->length, 0);
    assert_null(kept_find(kept, "/"));
    assert_null(kept_find(kept, "/ab"));
    assert_null(kept_find(kept, ""));
}

static void the_later_of_one_key_is_in_force(void **state)
{
    (void)state;
    add("/a", "old", 3);
    size_t one = kept_bytes(kept);
    add("/a", "new", 3);
    assert_string_equal(kept_find(kept, "/a")->body, "new");
    assert_int_equal(kept_bytes(kept), one);
    /* Also when it cannot be kept: the old one is wrong by now. */
    add_large("/a", 'x', SINGLE + 1);
    assert_null(kept_find(kept, "/a"));
    assert_int_equal(kept_bytes(kept), 0);
}

static void there_is_never_more_than_the_limit(void **state)
{
    (void)state;
    for (int i = 0; i < 3000; i++) {
        add_numbered(i, i + 1, (size_t)(i * 37 % SINGLE));
        assert_in_range(kept_bytes(kept), 0, LIMIT);
    }
    assert_in_range(kept_bytes(kept), LIMIT / 2, LIMIT);
    kept_forget(kept);
    assert_int_equal(kept_bytes(kept), 0);
    assert_null(kept_find(kept, "/2999"));
    add("/a", "again", 5);
    assert_non_null(kept_find(kept, "/a"));
}

static void who_is_asked_for_stays(void **state)
{
    (void)state;
    add_numbered(0, 6, SINGLE / 2);
    for (int i = 6; i < 60; i++) {
        add_numbered(i, i + 1, SINGLE / 2);
        assert_non_null(kept_find(kept, "/3"));
    }
    assert_null(kept_find(kept, "/0"));
    assert_null(kept_find(kept, "/2"));
    assert_non_null(kept_find(kept, "/59"));
}

static void very_many_small_ones_are_told_apart(void **state)
{
    (void)state;
    struct kept *many = kept_open((size_t)16 * 1024 * 1024, SINGLE);
    char key[20];
    for (int i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "/%d", i);
        kept_add(many, key, &(struct kept_answer){"", "", "", "", key, strlen(key)});
    }
    for (int i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "/%d", i);
        const struct kept_answer *found = kept_find(many, key);
        assert_non_null(found);
        assert_string_equal(found->body, key);
    }
    kept_close(many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_added_is_found, start, stop),
        cmocka_unit_test_setup_teardown(the_later_of_one_key_is_in_force, start, stop),
        cmocka_unit_test_setup_teardown(there_is_never_more_than_the_limit, start, stop),
        cmocka_unit_test_setup_teardown(who_is_asked_for_stays, start, stop),
        cmocka_unit_test(very_many_small_ones_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
