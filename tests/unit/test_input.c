/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <limits.h>
#include <signal.h>
#include <sys/wait.h>

#include "frame.h"
#include "lib/input_type.h"

static const char *const levels[] = {"tinh", "huyen", "xa", NULL};

static int show(struct request *rq)
{
    return page_show(rq, "form.cs", "home");
}

static const struct route routes[] = {
    {GET, "/all/{id}", ANYONE, show, {
        {"id", ID},
        {"a", TEXT, .max = 5},
        {"co-quan", CODE, .optional = true},
        {"day", DATE, .optional = true},
        {"level", CHOICE, .optional = true, .choices = levels},
        {"tag", SLUG, .optional = true, .many = true},
        {"on", FLAG},
        {"q", QUERY, .optional = true},
    }, .again = "form.cs"},
    {.path = NULL},
};
static const struct audience audience = {.name = "test", .routes = routes};

static void types_take_what_they_say(void **state)
{
    (void)state;
    static const struct {
        enum input_type type;
        int max;
        const char *raw;
        const char *error; /* NULL: taken, with: */
        const char *text;
        int64_t number;
    } rows[] = {
        {TEXT, 0, "  một   dòng\nhai ", NULL, "một dòng hai", 0},
        {TEXT, 3, "đất", NULL, "đất", 0},
        {TEXT, 3, "đất.", "too_long", NULL, 0},
        {TEXT, 0, " \n\t ", "required", NULL, 0},
        {TEXT, 0, "", "required", NULL, 0},
        {LINES, 0, "a\nb", NULL, "a\nb", 0},
        {LINES, 3, "a\nbc", "too_long", NULL, 0},
        {QUERY, 0, "", NULL, "", 0},
        {QUERY, 4, "khai sinh", NULL, "khai", 0},
        {QUERY, 2, "đất", NULL, "đấ", 0},
        {LOOKUP, 0, "1234 5678", NULL, "1234 5678", 0},
        {ID, 0, "1", NULL, "1", 1},
        {ID, 0, "9223372036854775807", NULL, "9223372036854775807", INT64_MAX},
        {ID, 0, "9223372036854775808", "not_number", NULL, 0},
        {ID, 0, "99999999999999999999999", "not_number", NULL, 0},
        {ID, 0, "0", "not_number", NULL, 0},
        {ID, 0, "-1", "not_number", NULL, 0},
        {ID, 0, "+1", "not_number", NULL, 0},
        {ID, 0, "01", "not_number", NULL, 0},
        {ID, 0, "1e3", "not_number", NULL, 0},
        {ID, 0, "0x10", "not_number", NULL, 0},
        {ID, 0, "1 2", "not_number", NULL, 0},
        {ID, 0, "\u0661", "not_number", NULL, 0},
        {COUNT, 0, "0", NULL, "0", 0},
        {COUNT, 0, "2147483647", NULL, "2147483647", INT32_MAX},
        {COUNT, 0, "2147483648", "not_number", NULL, 0},
        {CODE, 0, "1.001193-a_B", NULL, "1.001193-a_B", 0},
        {CODE, 3, "abcd", "not_code", NULL, 0},
        {CODE, 0, "a'b", "not_code", NULL, 0},
        {CODE, 0, "đ", "not_code", NULL, 0},
        {SLUG, 0, "khai-sinh-1", NULL, "khai-sinh-1", 0},
        {SLUG, 0, "Khai", "not_code", NULL, 0},
        {SLUG, 0, "a.b", "not_code", NULL, 0},
        {CHOICE, 0, "xa", NULL, "xa", 2},
        {CHOICE, 0, "XA", "not_choice", NULL, 0},
        {CHOICE, 0, "x", "not_choice", NULL, 0},
        {DATE, 0, "2026-02-28", NULL, "2026-02-28", 0},
        {DATE, 0, "28/02/2026", NULL, "28/02/2026", 0},
        {DATE, 0, "28022026", NULL, "28022026", 0},
        {DATE, 0, "29/02/2026", "not_date", NULL, 0},
        {DATE, 0, "2026-2", "not_date", NULL, 0},
        {PHONE, 0, "0912 345 678", NULL, "0912345678", 0},
        {PHONE, 0, "+84 912.345.678", NULL, "0912345678", 0},
        {PHONE, 0, "(0274) 3822-825", NULL, "02743822825", 0},
        {PHONE, 0, "091234567", NULL, "091234567", 0},
        {PHONE, 0, "09123456", "not_phone", NULL, 0},
        {PHONE, 0, "091234567890", "not_phone", NULL, 0},
        {PHONE, 0, "0012345678", "not_phone", NULL, 0},
        {PHONE, 0, "912345678", "not_phone", NULL, 0},
        {PHONE, 0, "0912345678x", "not_phone", NULL, 0},
        {FLAG, 0, "1", NULL, "1", 1},
        {FLAG, 0, "on", NULL, "on", 1},
        {FLAG, 0, "0", NULL, "0", 0},
        {FLAG, 0, "", NULL, "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct input input = {.name = "a", .type = rows[i].type, .max = rows[i].max, .choices = levels};
        struct input_item item;
        const char *error = input_type_check(frame_arena, &input, rows[i].raw, &item);
        const char *expected = rows[i].error ? rows[i].error : "none";
        if (strcmp(error ? error : "none", expected) != 0)
            fail_msg("type %d \"%s\": %s, not %s", rows[i].type, rows[i].raw,
                     error ? error : "none", expected);
        if (!error && (strcmp(item.text, rows[i].text) != 0 || item.number != rows[i].number))
            fail_msg("type %d \"%s\": \"%s\" %lld", rows[i].type, rows[i].raw, item.text,
                     (long long)item.number);
    }
}

static void handlers_get_checked_values(void **state)
{
    (void)state;
    struct civil day;
    struct request *rq = &frame_rq;
    assert_int_equal(frame_ask("GET", "/all/12", "a=ba&co-quan=H09.12&day=05031990&level=xa&tag=x&tag=y-1"
                                                 "&on=1&q=&unknown=1&unknown=2"), 200);
    assert_int_equal(input_number(rq, "id"), 12);
    assert_string_equal(input_text(rq, "a"), "ba");
    assert_string_equal(input_text(rq, "co-quan"), "H09.12");
    assert_true(input_date(rq, "day", &day) && day.year == 1990 && day.month == 3 && day.day == 5);
    assert_int_equal(input_number(rq, "level"), 2);
    assert_int_equal(input_count(rq, "tag"), 2);
    assert_string_equal(input_text_at(rq, "tag", 1), "y-1");
    assert_string_equal(input_text_at(rq, "tag", 2), "");
    assert_int_equal(input_number(rq, "on"), 1);
    assert_false(input_given(rq, "q"));
    assert_string_equal(data_get(rq->data, "Form.co-quan.Value"), "H09.12");
    assert_string_equal(data_get(rq->data, "Form.tag.Values.1.Value"), "y-1");
    assert_false(data_has(rq->data, "Form.unknown"));
}

static void what_is_absent_is_empty(void **state)
{
    (void)state;
    struct civil day;
    struct request *rq = &frame_rq;
    assert_int_equal(frame_ask("GET", "/all/12", "a=ba"), 200);
    assert_false(input_given(rq, "co-quan") || input_date(rq, "day", &day));
    assert_string_equal(input_text(rq, "co-quan"), "");
    assert_int_equal(input_number(rq, "on"), 0);
    assert_int_equal(input_count(rq, "tag"), 0);
    assert_true(data_has(rq->data, "Form.co-quan"));
}

static void everything_wrong_is_said_at_once(void **state)
{
    (void)state;
    assert_int_equal(frame_ask("GET", "/all/12", "a=%3Cb%3E%3C%3E%3C&co-quan=%C4%91&day=tet"), 422);
    struct data *data = frame_rq.data;
    assert_string_equal(data_get(data, "Errors.0.Field"), "a");
    assert_string_equal(data_get(data, "Errors.0.Key"), "too_long");
    assert_string_equal(data_get(data, "Errors.1.Field"), "co-quan");
    assert_string_equal(data_get(data, "Errors.2.Key"), "not_date");
    assert_false(data_has(data, "Errors.3"));
    assert_string_equal(data_get(data, "Form.a.Value"), "<b><><");
    assert_non_null(strstr(frame_page(), "value=\"&lt;b&gt;"));
    assert_int_equal(frame_ask("GET", "/all/12", ""), 422);
    assert_string_equal(data_get(frame_rq.data, "Form.a.Error"), "Required");
}

static void a_name_that_comes_twice_is_malformed(void **state)
{
    (void)state;
    assert_int_equal(frame_ask("GET", "/all/12", "a=1&a=1"), 400);
    assert_int_equal(frame_ask("GET", "/all/12", "a=1&q=&q="), 400);
    /* The segment counts, whatever a query says. */
    assert_int_equal(frame_ask("GET", "/all/12", "a=1&id=13"), 200);
    assert_int_equal(input_number(&frame_rq, "id"), 12);
}

static void a_wrong_segment_is_a_page_that_does_not_exist(void **state)
{
    (void)state;
    static const char *const paths[] = {"/all/x", "/all/0", "/all/012", "/all/ 1", "/all/1 ", "/all/-1",
                                        "/all/99999999999999999999", "/all/1\xe2\x80\x8b"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
        if (frame_ask("GET", paths[i], "a=1") != 404)
            fail_msg("%s: %d", paths[i], frame_rq.reply.status);
}

static void a_handler_may_refuse_too(void **state)
{
    (void)state;
    frame_ask("GET", "/all/12", "a=1");
    assert_false(input_refused(&frame_rq));
    input_refuse(&frame_rq, "a", "late");
    input_refuse(&frame_rq, "a", "required"); /* the first finding stays */
    assert_true(input_refused(&frame_rq));
    assert_string_equal(data_get(frame_rq.data, "Form.a.Error"), "Too late");
    assert_string_equal(data_get(frame_rq.data, "Errors.0.Text"), "Too late");
    assert_false(data_has(frame_rq.data, "Errors.1"));
}

static void an_undeclared_name_stops_the_program(void **state)
{
    (void)state;
    frame_ask("GET", "/all/12", "a=1");
    pid_t pid = fork();
    if (pid == 0) {
        close(STDERR_FILENO);
        input_text(&frame_rq, "forgotten");
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

static int start(void **state)
{
    (void)state;
    frame_start(&audience, "https://dichvucong.example");
    return 0;
}

static int stop(void **state)
{
    (void)state;
    frame_stop();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_take_what_they_say),
        cmocka_unit_test(handlers_get_checked_values),
        cmocka_unit_test(what_is_absent_is_empty),
        cmocka_unit_test(everything_wrong_is_said_at_once),
        cmocka_unit_test(a_name_that_comes_twice_is_malformed),
        cmocka_unit_test(a_wrong_segment_is_a_page_that_does_not_exist),
        cmocka_unit_test(a_handler_may_refuse_too),
        cmocka_unit_test(an_undeclared_name_stops_the_program),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
