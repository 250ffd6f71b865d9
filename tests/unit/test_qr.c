/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/qr.h"

#define ADDRESS "https://dichvucong.example/t/1234567890123456"

static struct arena *arena;

static bool dark(const struct qr *qr, int x, int y)
{
    return qr->dark[y * qr->size + x] == 1;
}

/* The square eye of a corner: dark ring, light ring, dark middle. */
static void assert_eye(const struct qr *qr, int left, int top)
{
    for (int y = 0; y < 7; y++)
        for (int x = 0; x < 7; x++) {
            bool ring = x == 0 || y == 0 || x == 6 || y == 6;
            bool middle = x >= 2 && x <= 4 && y >= 2 && y <= 4;
            assert_int_equal(dark(qr, left + x, top + y), ring || middle);
        }
}

static void has_what_a_reader_looks_for(void **state)
{
    (void)state;
    struct qr qr;
    assert_true(qr_make(arena, ADDRESS, &qr));
    assert_int_equal((qr.size - 17) % 4, 0); /* versions are four modules apart */
    assert_eye(&qr, 0, 0);
    assert_eye(&qr, qr.size - 7, 0);
    assert_eye(&qr, 0, qr.size - 7);
    for (int i = 8; i < qr.size - 8; i++) { /* the clock tracks between them */
        assert_int_equal(dark(&qr, i, 6), i % 2 == 0);
        assert_int_equal(dark(&qr, 6, i), i % 2 == 0);
    }
    assert_true(dark(&qr, 8, qr.size - 8)); /* the module that is always dark */
    /* Level M is 00 in the first two format bits; the mask 101010000010010 makes them 10. */
    assert_true(dark(&qr, 0, 8));
    assert_false(dark(&qr, 1, 8));
    size_t ink = 0;
    for (int i = 0; i < qr.size * qr.size; i++)
        ink += qr.dark[i];
    assert_in_range(ink * 100 / ((size_t)qr.size * (size_t)qr.size), 35, 65);
}

static void grows_with_its_text(void **state)
{
    (void)state;
    struct qr small, large;
    char *text = arena_take(arena, QR_TEXT_MAX + 2);
    memset(text, 'a', QR_TEXT_MAX);
    assert_true(qr_make(arena, "1", &small));
    assert_true(qr_make(arena, text, &large));
    assert_int_equal(small.size, 21);
    assert_true(large.size > small.size);
    text[QR_TEXT_MAX] = 'a';
    assert_false(qr_make(arena, text, &large));
    assert_false(qr_make(arena, "", &large));
}

/* Paints the SVG's path of runs back onto modules. */
static void svg_paint(const char *path, unsigned char *modules, int whole)
{
    int x, y, run, back;
    int n;
    while (sscanf(path, "M%d %dh%dv1h-%dz%n", &x, &y, &run, &back, &n) == 4) {
        assert_int_equal(run, back);
        assert_true(run > 0 && x >= 0 && y >= 0 && x + run <= whole && y < whole);
        for (int i = 0; i < run; i++)
            modules[y * whole + x + i]++;
        path += n;
    }
    assert_int_equal(*path, '"'); /* all of it was understood */
}

static void svg_draws_every_module_once(void **state)
{
    (void)state;
    struct qr qr;
    struct buffer out;
    buffer_init(&out, 1 << 20);
    assert_true(qr_make(arena, ADDRESS, &qr));
    qr_svg(&qr, "Mã của <thủ tục> & \"hồ sơ\"", &out);

    int whole = qr.size + 2 * QR_QUIET;
    unsigned char *modules = arena_take_array(arena, (size_t)whole, (size_t)whole);
    const char *path = strstr(out.bytes, "<path d=\"");
    assert_non_null(path);
    svg_paint(path + 9, modules, whole);
    for (int y = 0; y < whole; y++)
        for (int x = 0; x < whole; x++) {
            int column = x - QR_QUIET, row = y - QR_QUIET;
            bool inside = column >= 0 && row >= 0 && column < qr.size && row < qr.size;
            assert_int_equal(modules[y * whole + x], inside && dark(&qr, column, row));
        }
    const char *box = arena_format(arena, "viewBox=\"0 0 %d %d\"", whole, whole);
    assert_non_null(strstr(out.bytes, box));
    assert_non_null(strstr(out.bytes, "<title>Mã của &lt;thủ tục"));
    assert_null(strstr(out.bytes, "style")); /* the pages allow no inline style */
    assert_null(strstr(out.bytes, "<thủ"));
    buffer_release(&out);
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
        cmocka_unit_test(has_what_a_reader_looks_for),
        cmocka_unit_test(grows_with_its_text),
        cmocka_unit_test(svg_draws_every_module_once),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
