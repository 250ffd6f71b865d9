/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/buffer.h"

static void grows_and_ends_with_nul(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, 1 << 20);
    for (int i = 0; i < 20000; i++) {
        buffer_format(&buffer, "%d,", i % 10);
        assert_int_equal(buffer.bytes[buffer.length], '\0');
    }
    assert_int_equal(buffer.length, 40000);
    assert_memory_equal(buffer.bytes, "0,1,2,3,4,5,6,7,8,9,0,", 22);
    buffer_clear(&buffer);
    buffer_text(&buffer, "Thủ tục");
    buffer_add(&buffer, "\0!", 2);
    assert_int_equal(buffer.length, strlen("Thủ tục") + 2);
    assert_string_equal(buffer.bytes, "Thủ tục");
    buffer_release(&buffer);
    assert_null(buffer.bytes);
}

static void empties_itself_at_the_ceiling(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, 10);
    buffer_text(&buffer, "0123456789"); /* exactly full is allowed */
    assert_false(buffer.full);
    assert_string_equal(buffer.bytes, "0123456789");
    buffer_add(&buffer, "x", 1);
    assert_true(buffer.full);
    assert_int_equal(buffer.length, 0);
    buffer_text(&buffer, "later");
    buffer_format(&buffer, "%d", 1);
    assert_int_equal(buffer.length, 0); /* half a page is never sent */
    buffer_clear(&buffer);
    buffer_text(&buffer, "again");
    assert_false(buffer.full);
    assert_string_equal(buffer.bytes, "again");
    buffer_release(&buffer);
}

static void a_huge_addition_cannot_wrap(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, SIZE_MAX);
    buffer_text(&buffer, "abc");
    buffer_add(&buffer, "", SIZE_MAX - 1);
    assert_true(buffer.full);
    buffer_release(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_and_ends_with_nul),
        cmocka_unit_test(empties_itself_at_the_ceiling),
        cmocka_unit_test(a_huge_addition_cannot_wrap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
