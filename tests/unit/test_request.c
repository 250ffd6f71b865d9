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

#include "frame.h"
#include "lib/limits.h"
#include "lib/upload.h"
#include "lib/urlencoded.h"

static const struct route routes[] = {{.path = NULL}};
static const struct audience audience = {.name = "test", .routes = routes};

static void queries_are_strict(void **state)
{
    (void)state;
    static const struct {
        const char *query;
        int status;
        size_t n;
        const char *first;
    } rows[] = {
        {"", 0, 0, NULL},
        {"&&&", 0, 0, NULL},
        {"a", 0, 1, ""},
        {"a=", 0, 1, ""},
        {"=", 0, 1, ""},
        {"a=b=c", 0, 1, "b=c"},
        {"a=1&a=2&b", 0, 3, "1"},
        {"a=khai+sinh%20", 0, 1, "khai sinh"},
        {"a=%C4%91%E1%BA%A5t", 0, 1, "đất"},
        {"a=%C4%91a%CC%82%CC%81t", 0, 1, "đất"}, /* NFD comes out NFC */
        {"a=%0d%0a1%0d2%0a", 0, 1, "1\n2"},
        {"a=1%092", 0, 1, "1\t2"},
        {"a;b=1", 0, 1, "1"},
        {"a=%", 400, 0, NULL},
        {"a=%4", 400, 0, NULL},
        {"a=%zz", 400, 0, NULL},
        {"a=%00", 400, 0, NULL},
        {"%00=a", 400, 0, NULL},
        {"a=%80", 400, 0, NULL},
        {"a=%c0%af", 400, 0, NULL},
        {"a=%ed%a0%80", 400, 0, NULL},
        {"a=%f4%90%80%80", 400, 0, NULL},
        {"a=\xff", 400, 0, NULL},
        {"a=%1b", 400, 0, NULL},
        {"ok=1&b=%ff", 400, 0, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int status = frame_open("GET", "/", rows[i].query);
        if (status != rows[i].status || frame_rq.n_parameters != rows[i].n)
            fail_msg("%s: %d, %zu parameters", rows[i].query, status, frame_rq.n_parameters);
        if (rows[i].first)
            assert_string_equal(frame_rq.parameters[0].value, rows[i].first);
    }
}

static void there_are_limits(void **state)
{
    (void)state;
    char query[LIMIT_QUERY + 2];
    memset(query, 'a', sizeof query);
    query[LIMIT_QUERY] = '\0';
    assert_int_equal(frame_open("GET", "/", query), 0);
    query[LIMIT_QUERY] = 'a';
    query[LIMIT_QUERY + 1] = '\0';
    assert_int_equal(frame_open("GET", "/", query), 414);

    for (size_t i = 0; i < LIMIT_PARAMETERS; i++)
        memcpy(query + 2 * i, "a&", 2);
    query[2 * LIMIT_PARAMETERS] = '\0';
    assert_int_equal(frame_open("GET", "/", query), 0);
    memcpy(query + 2 * LIMIT_PARAMETERS, "a", 2);
    assert_int_equal(frame_open("GET", "/", query), 400);
}

static void the_head_is_read(void **state)
{
    (void)state;
    frame_header("REQUEST_ID", "0123456789abcdef0123456789abcdef");
    frame_header("HTTP_HOST", "dichvucong.example:8080");
    frame_header("HTTP_COOKIE", "x=1; __Host-phien=abc");
    frame_header("MOTCUA_GZIP", "1");
    assert_int_equal(frame_open("HEAD", "/en/thu-tuc", "q=a%20b"), 0);
    assert_true(frame_rq.head && frame_rq.method == GET && !frame_rq.foreign && frame_rq.gzip);
    assert_string_equal(frame_rq.number, "0123456789abcdef0123456789abcdef");
    assert_string_equal(frame_rq.host, "dichvucong.example:8080");
    assert_string_equal(frame_rq.path, "/thu-tuc");
    assert_string_equal(frame_rq.base, "/en");
    assert_string_equal(frame_rq.query, "q=a%20b");
    assert_string_equal(request_cookie(&frame_rq, "phien"), "abc");
    assert_null(request_cookie(&frame_rq, "x"));
    assert_string_equal(request_header(&frame_rq, "HTTP_ORIGIN"), "");
    assert_string_equal(request_header(&frame_rq, "HTTP_HOS"), "");
}

static void a_number_is_made_when_none_was_given(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "short", "0123456789ABCDEF", "zzzzzzzzzzzz",
                                        "0123456789abcdef0123456789abcdef0"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        frame_header("REQUEST_ID", wrong[i]);
        frame_open("GET", "/", "");
        assert_int_equal(strlen(frame_rq.number), 32);
        assert_string_not_equal(frame_rq.number, wrong[i]);
    }
}

static void a_strange_host_is_refused(void **state)
{
    (void)state;
    frame_header("HTTP_HOST", "\"><script>");
    assert_int_equal(frame_open("GET", "/", ""), 400);
    assert_string_equal(frame_rq.host, "");
}

static void methods_are_known_or_foreign(void **state)
{
    (void)state;
    static const char *const foreign[] = {"PUT", "get", "", "POSTT", "DELETE", "TRACE", "OPTIONS"};
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++) {
        frame_open(foreign[i], "/", "");
        assert_true(frame_rq.foreign);
    }
    frame_open("POST", "/", "");
    assert_true(frame_rq.method == POST && !frame_rq.foreign);
}

static void forms_are_read_whole_or_refused(void **state)
{
    (void)state;
    static const struct {
        const char *type, *length, *body;
        int status;
    } rows[] = {
        {"application/x-www-form-urlencoded", "3", "a=1", 0},
        {"application/x-www-form-urlencoded; charset=UTF-8", "3", "a=1", 0},
        {"Application/X-WWW-Form-Urlencoded", "3", "a=1", 0},
        {"", "", "", 0},
        {"", "0", "", 0},
        {"application/x-www-form-urlencoded", "0", "", 0},
        {"application/x-www-form-urlencoded", "4", "a=1", 400},
        {"application/x-www-form-urlencoded", "2", "a=1", 400},
        {"application/x-www-form-urlencoded", "", "a=1", 400},
        {"", "0", "a=1", 400},
        {"application/x-www-form-urlencoded", "-1", "a=1", 400},
        {"application/x-www-form-urlencoded", "3x", "a=1", 400},
        {"application/x-www-form-urlencoded", "99999999999999999999", "a=1", 400},
        {"application/x-www-form-urlencoded", "999999999", "a=1", 413},
        {"application/x-www-form-urlencoded", "3", "a=%", 400},
        {"application/x-www-form-urlencoded; charset=latin1", "3", "a=1", 415},
        {"application/x-www-form-urlencodedx", "3", "a=1", 415},
        {"application/json", "2", "{}", 415},
        {"text/plain", "3", "a=1", 415},
        {"multipart/form-data; boundary=x", "3", "a=1", 415},
        {"", "3", "a=1", 415},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        frame_body = (struct frame_body){.bytes = rows[i].body, .length = strlen(rows[i].body)};
        frame_header("CONTENT_TYPE", rows[i].type);
        frame_header("CONTENT_LENGTH", rows[i].length);
        frame_open("POST", "/", "q=0");
        int status = request_body(&frame_rq, 0);
        if (status != rows[i].status)
            fail_msg("%s %s %s: %d", rows[i].type, rows[i].length, rows[i].body, status);
        if (status == 0 && rows[i].body[0])
            assert_string_equal(frame_rq.parameters[1].value, "1");
    }
}

#define UPLOAD                                                                                     \
    "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n g\xe1\xbb\xad i \r\n"            \
    "--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"C:\\fake\\../đơn.pdf\"\r\n"   \
    "Content-Type: application/pdf\r\n\r\n%PDF-1.7\r\n"                                            \
    "--x\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\n\r\n\r\n--x--\r\n"

static int send_upload(const char *body, int max_files)
{
    frame_send(body, strlen(body), "multipart/form-data; boundary=x");
    frame_open("POST", "/", "");
    return request_body(&frame_rq, max_files);
}

static void uploads_become_files_without_names(void **state)
{
    (void)state;
    char bytes[20] = "";
    assert_int_equal(send_upload(UPLOAD, 2), 0);
    assert_int_equal(frame_rq.n_parameters, 1);
    assert_string_equal(frame_rq.parameters[0].value, "gử i");
    assert_int_equal(frame_rq.n_uploads, 1);
    const struct upload *upload = &frame_rq.uploads[0];
    assert_string_equal(upload->field, "tep");
    assert_string_equal(upload->file_name, "đơn.pdf");
    assert_string_equal(upload->type, "application/pdf");
    assert_int_equal(upload->size, 8);
    assert_int_equal(read(upload->fd, bytes, sizeof bytes), 8);
    assert_string_equal(bytes, "%PDF-1.7");
    int fd = upload->fd;
    request_close(&frame_rq);
    assert_int_equal(fcntl(fd, F_GETFD), -1);
}

static void uploads_have_limits(void **state)
{
    (void)state;
    assert_int_equal(send_upload(UPLOAD, 1), 413); /* two file parts */
    frame_header("CONTENT_TYPE", "multipart/form-data; boundary=x");
    frame_header("CONTENT_LENGTH", "99999999");
    frame_open("POST", "/", "");
    assert_int_equal(request_body(&frame_rq, 1), 413);
    frame_header("CONTENT_TYPE", "multipart/form-data");
    frame_header("CONTENT_LENGTH", "9");
    frame_open("POST", "/", "");
    assert_int_equal(request_body(&frame_rq, 1), 400);
}

static void a_cut_upload_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    for (size_t n = 0; n < strlen(UPLOAD) - 2; n += 7) {
        frame_send(UPLOAD, n, "multipart/form-data; boundary=x");
        frame_open("POST", "/", "");
        assert_int_equal(request_body(&frame_rq, 2), 400);
    }
}

static void a_file_too_large_is_refused(void **state)
{
    (void)state;
    static const char head[] = "--x\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n";
    size_t n = sizeof head - 1 + LIMIT_UPLOAD + 1;
    char *body = malloc(n);
    assert_non_null(body);
    memset(body, 'z', n);
    memcpy(body, head, sizeof head - 1);
    frame_send(body, n, "multipart/form-data; boundary=x");
    frame_open("POST", "/", "");
    assert_int_equal(request_body(&frame_rq, 1), 413);
    free(body);
}

static void a_full_disk_is_no_fault_of_the_visitor(void **state)
{
    (void)state;
    const char *folder = settings.uploads;
    settings.uploads = "/nowhere/at/all";
    assert_int_equal(send_upload(UPLOAD, 2), 503);
    settings.uploads = folder;
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
        cmocka_unit_test(queries_are_strict),
        cmocka_unit_test(there_are_limits),
        cmocka_unit_test(the_head_is_read),
        cmocka_unit_test(a_number_is_made_when_none_was_given),
        cmocka_unit_test(a_strange_host_is_refused),
        cmocka_unit_test(methods_are_known_or_foreign),
        cmocka_unit_test(forms_are_read_whole_or_refused),
        cmocka_unit_test(uploads_become_files_without_names),
        cmocka_unit_test(uploads_have_limits),
        cmocka_unit_test(a_cut_upload_is_refused_and_leaves_nothing),
        cmocka_unit_test(a_file_too_large_is_refused),
        cmocka_unit_test(a_full_disk_is_no_fault_of_the_visitor),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
