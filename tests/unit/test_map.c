/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/map.h"

static void finds_what_was_put(void **state)
{
    (void)state;
    struct arena *arena = arena_open(0);
    struct map *map = map_open(arena);
    static int numbers[20000];
    assert_null(map_get(map, "1.001193"));
    for (int i = 0; i < 20000; i++)
        map_put(map, arena_format(arena, "%d.%06d", i % 9, i), &numbers[i]);
    assert_int_equal(map_count(map), 20000);
    for (int i = 0; i < 20000; i++)
        assert_ptr_equal(map_get(map, arena_format(arena, "%d.%06d", i % 9, i)), &numbers[i]);
    assert_null(map_get(map, "9.000001"));
    assert_null(map_get(map, ""));
    arena_close(arena);
}

static void the_last_value_counts(void **state)
{
    (void)state;
    struct arena *arena = arena_open(0);
    struct map *map = map_open(arena);
    int one, two;
    map_put(map, "", &one);
    map_put(map, "Hộ tịch", &one);
    map_put(map, "Hộ tịch", &two);
    assert_int_equal(map_count(map), 2);
    assert_ptr_equal(map_get(map, "Hộ tịch"), &two);
    assert_ptr_equal(map_get(map, ""), &one);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put),
        cmocka_unit_test(the_last_value_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
