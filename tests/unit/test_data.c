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
#include <time.h>
#include <unistd.h>

#include "lib/data.h"

static void holds_texts_by_path(void **state)
{
    (void)state;
    struct data *page = data_open();
    data_set(page, "Procedure.Name", "Đăng ký khai sinh");
    data_set(page, "Procedure.Note", NULL);
    data_set_number(page, "Procedure.Count", 3000000000LL); /* beyond 32 bits */
    data_set_bytes(page, "Procedure.Part", "abcdef", 3);
    data_set_bytes(page, "Procedure.Empty", NULL, 0);
    data_format(page, "Procedure.Line", "%s=%d.%s", "a", 5, "b"); /* = and . stay in the value */
    assert_string_equal(data_get(page, "Procedure.Name"), "Đăng ký khai sinh");
    assert_string_equal(data_get(page, "Procedure.Note"), "");
    assert_true(data_has(page, "Procedure.Note"));
    assert_string_equal(data_get(page, "Procedure.Count"), "3000000000");
    assert_string_equal(data_get(page, "Procedure.Part"), "abc");
    assert_string_equal(data_get(page, "Procedure.Line"), "a=5.b");
    assert_string_equal(data_get(page, "Procedure.Missing"), "");
    assert_false(data_has(page, "Procedure.Missing"));
    data_set(page, "Procedure.Name", "Khai tử");
    assert_string_equal(data_get(page, "Procedure.Name"), "Khai tử");
    data_close(page);
    data_close(NULL);
}

static void a_flag_is_one_or_absent(void **state)
{
    (void)state;
    struct data *page = data_open();
    data_set_flag(page, "Is.Open", true);
    assert_string_equal(data_get(page, "Is.Open"), "1");
    data_set_flag(page, "Is.Open", false);
    assert_false(data_has(page, "Is.Open"));
    data_set_flag(page, "Is.Never", false);
    assert_false(data_has(page, "Is.Never"));
    data_close(page);
}

static void lists_keep_their_order(void **state)
{
    (void)state;
    struct data *page = data_open();
    for (int i = 0; i < 1200; i++) {
        struct data *item = data_add(page, "Page.Items");
        data_set_number(item, "Id", i);
        data_set(data_at(item, "Agency"), "Name", "Sở Tư pháp");
        struct data *paper = data_add(item, "Papers"); /* a list inside a list */
        data_set_number(paper, "No", i + 1);
        data_set_number(data_add(item, "Papers"), "No", i + 2);
    }
    assert_string_equal(data_get(page, "Page.Items.0.Id"), "0");
    assert_string_equal(data_get(page, "Page.Items.11.Id"), "11");
    assert_string_equal(data_get(page, "Page.Items.1199.Id"), "1199");
    assert_string_equal(data_get(page, "Page.Items.1199.Agency.Name"), "Sở Tư pháp");
    assert_string_equal(data_get(page, "Page.Items.7.Papers.1.No"), "9");
    assert_false(data_has(page, "Page.Items.1200"));
    assert_ptr_equal(data_at(page, "Page.Items.3"), data_at(data_at(page, "Page"), "Items.3"));
    data_close(page);
}

/* Of the processor, not of the wall: others may be busy. */
static int64_t filling_us(int rows)
{
    clock_t from = clock();
    struct data *page = data_open();
    for (int i = 0; i < rows; i++) {
        struct data *item = data_add(page, "Rows");
        data_set(item, "Name", "Cấp giấy phép xây dựng");
        data_set_number(item, "Id", i);
    }
    data_close(page);
    return (int64_t)(clock() - from) * 1000000 / CLOCKS_PER_SEC;
}

static void a_long_list_is_not_quadratic(void **state)
{
    (void)state;
    filling_us(1000);
    /* 100 times the rows: linear is about 100 times the time, quadratic 10,000 */
    int64_t small = filling_us(2000), large = filling_us(200000);
    assert_true(large < (small + 1) * 1500);
}

static void reads_a_language_file(void **state)
{
    (void)state;
    char name[] = "/tmp/motcua-test-XXXXXX";
    int fd = mkstemp(name);
    assert_true(fd >= 0);
    static const char text[] = "T.home.title = Dịch vụ công\nT {\n  error {\n    date = Sai ngày\n  }\n}\n";
    assert_int_equal(write(fd, text, sizeof text - 1), (ssize_t)sizeof text - 1);
    close(fd);
    struct data *words = data_read_file(name);
    assert_non_null(words);
    assert_string_equal(data_get(words, "T.home.title"), "Dịch vụ công");
    assert_string_equal(data_get(words, "T.error.date"), "Sai ngày");
    data_close(words);

    fd = open(name, O_WRONLY | O_TRUNC);
    assert_int_equal(write(fd, "T.title\n", 8), 8);
    close(fd);
    assert_null(data_read_file(name));
    unlink(name);
    assert_null(data_read_file(name));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_texts_by_path),
        cmocka_unit_test(a_flag_is_one_or_absent),
        cmocka_unit_test(lists_keep_their_order),
        cmocka_unit_test(a_long_list_is_not_quadratic),
        cmocka_unit_test(reads_a_language_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
