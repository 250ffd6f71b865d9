/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/arena.h"

static void gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena *arena = arena_open(0);
    for (size_t n = 1; n < 3000; n += 7) {
        unsigned char *bytes = arena_take(arena, n);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xff, n); /* so that reuse after clear would show */
    }
    arena_clear(arena);
    assert_int_equal(arena_used(arena), 0);
    unsigned char *again = arena_take(arena, 20000);
    for (size_t i = 0; i < 20000; i++)
        assert_int_equal(again[i], 0);
    arena_close(arena);
}

static void keeps_what_was_given(void **state)
{
    (void)state;
    struct arena *arena = arena_open(0);
    char *texts[500];
    for (int i = 0; i < 500; i++)
        texts[i] = arena_format(arena, "dòng %d %.*s", i, i, "…………………………");
    char *large = arena_copy_bytes(arena, "x\0y", 3);
    memset(arena_take(arena, 1 << 20), 'z', 1 << 20);
    for (int i = 0; i < 500; i++) {
        char wanted[2000];
        snprintf(wanted, sizeof wanted, "dòng %d %.*s", i, i, "…………………………");
        assert_string_equal(texts[i], wanted);
    }
    assert_memory_equal(large, "x\0y\0", 4);
    assert_string_equal(arena_copy(arena, NULL), "");
    assert_string_equal(arena_copy(arena, "Bình Dương"), "Bình Dương");
    arena_close(arena);
    arena_close(NULL);
}

/* Runs `fault` in a child that must abort. */
static void assert_aborts(void (*fault)(void))
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        int null = dup(STDERR_FILENO);
        close(STDERR_FILENO);
        (void)null;
        fault();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
}

static void pass_the_limit(void)
{
    struct arena *arena = arena_open(1000);
    arena_take(arena, 600);
    arena_take(arena, 600);
}

static void overflow_the_product(void)
{
    arena_take_array(arena_open(0), SIZE_MAX / 8, 16);
}

static void ask_for_everything(void)
{
    arena_take(arena_open(0), SIZE_MAX - 3);
}

static void stops_at_its_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_open(1000);
    arena_take(arena, 600);
    arena_clear(arena); /* the limit counts what is held now */
    arena_take(arena, 600);
    arena_close(arena);
    assert_aborts(pass_the_limit);
    assert_aborts(overflow_the_product);
    assert_aborts(ask_for_everything);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(keeps_what_was_given),
        cmocka_unit_test(stops_at_its_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
