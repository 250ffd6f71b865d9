/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <zlib.h>

#include "frame.h"

static const char *what; /* what the handler sends, where a test chooses */

static int home(struct request *rq)
{
    data_set(rq->data, "Text", "Chào <b>");
    return page_show(rq, "home.cs", "home");
}

static int long_page(struct request *rq)
{
    char *text = arena_take(rq->arena, 5001);
    memset(text, 'x', 5000);
    data_set(rq->data, "Text", text);
    return page_show(rq, "home.cs", "home");
}

static int broken(struct request *rq)
{
    return page_show(rq, "broken.cs", "home");
}

static int go(struct request *rq)
{
    return page_go(rq, "%s", what);
}

static int cookie(struct request *rq)
{
    page_cookie(rq, "phien", "abc.DEF-1", 600);
    page_cookie(rq, "cu", "", 0);
    page_cookie(rq, "bad", "a; Domain=x", 1);
    return home(rq);
}

static int header(struct request *rq)
{
    page_header(rq, "X-Good", "yes");
    page_header(rq, "X-Bad", "a\r\nSet-Cookie: b=c");
    page_header(rq, "X-Bad\r\nX", "a");
    page_header(rq, "X-Accent", "đ");
    return home(rq);
}

static int json(struct request *rq)
{
    return page_json(rq, 200, json_pack("{s:i,s:s}", "total", 1, "name", "Đất"));
}

static int file(struct request *rq)
{
    return page_bytes(rq, "application/pdf", "%PDF", 4, what);
}

static int missing(struct request *rq)
{
    return page_missing(rq);
}

static const struct route routes[] = {
    {GET, "/", ANYONE, home, .fresh_s = 60},
    {GET, "/long", ANYONE, long_page, .fresh_s = 5},
    {GET, "/private", ANYONE, home},
    {GET, "/broken", ANYONE, broken, .fresh_s = 60},
    {GET, "/go", ANYONE, go},
    {GET, "/cookie", ANYONE, cookie, .fresh_s = 60},
    {GET, "/header", ANYONE, header},
    {GET, "/file", ANYONE, file},
    {GET, "/missing", ANYONE, missing, .fresh_s = 60},
    {GET, "/api/v1/json", ANYONE, json, .fresh_s = 60, .api = true},
    {GET, "/api/v1/missing", ANYONE, missing, .api = true},
    {.path = NULL},
};
static const struct audience audience = {.name = "test", .routes = routes};

static void pages_know_themselves_and_escape(void **state)
{
    (void)state;
    assert_int_equal(frame_ask("GET", "/", "q=a&b=%C4%91"), 200);
    assert_string_equal(frame_page(), "<title>Home vi</title><p lang=vi>Chào &lt;b&gt;|/en?q=a&amp;b=%C4%91</p>");
    assert_string_equal(frame_rq.reply.type, "text/html; charset=utf-8");
    frame_get("/en");
    assert_string_equal(frame_page(), "<title>Home en</title><p lang=en>Chào &lt;b&gt;|/</p>");
    frame_get("/private");
    assert_non_null(strstr(frame_page(), "|/en/private<"));
    frame_get("/en/private");
    assert_non_null(strstr(frame_page(), "|/private<"));
}

static void shared_pages_may_be_kept(void **state)
{
    (void)state;
    assert_int_equal(frame_get("/"), 200);
    assert_string_equal(frame_reply_header("Cache-Control"), "public, max-age=60");
    assert_string_equal(frame_reply_header("X-Accel-Expires"), "60");
    const char *etag = arena_copy(frame_arena, frame_reply_header("ETag"));
    assert_int_equal(strlen(etag), 34);
    frame_get("/");
    assert_string_equal(frame_reply_header("ETag"), etag);
    frame_get("/en");
    assert_string_not_equal(frame_reply_header("ETag"), etag);

    const char *const known[] = {etag, arena_format(frame_arena, "W/%s", etag),
                                 arena_format(frame_arena, "\"x\", %s", etag), "*"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        frame_header("HTTP_IF_NONE_MATCH", known[i]);
        assert_int_equal(frame_get("/"), 304);
        assert_string_equal(frame_page(), "");
        assert_string_equal(frame_reply_header("ETag"), etag);
    }
    static const char *const unknown[] = {"", "\"x\"", "\",,,\"*W/\"", "\"", "**"};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        frame_header("HTTP_IF_NONE_MATCH", unknown[i]);
        assert_int_equal(frame_get("/"), 200);
    }
}

static void everything_else_is_not_kept(void **state)
{
    (void)state;
    static const char *const paths[] = {"/private", "/missing", "/broken", "/cookie", "/nowhere",
                                        "/api/v1/missing", "/private/", "/bad%"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        frame_get(paths[i]);
        if (!frame_reply_header("Cache-Control") ||
            strcmp(frame_reply_header("Cache-Control"), "no-store") != 0 ||
            frame_reply_header("ETag") || frame_reply_header("X-Accel-Expires"))
            fail_msg("%s is kept", paths[i]);
    }
}

static void large_kept_pages_are_compressed_on_request(void **state)
{
    (void)state;
    frame_get("/long");
    assert_string_equal(frame_reply_header("Vary"), "Accept-Encoding");
    assert_null(frame_rq.reply.encoding);
    const char *plain = arena_copy(frame_arena, frame_page());
    const char *etag = arena_copy(frame_arena, frame_reply_header("ETag"));

    frame_header("MOTCUA_GZIP", "1");
    frame_get("/long");
    assert_string_equal(frame_rq.reply.encoding, "gzip");
    assert_memory_equal(frame_reply_header("ETag"), "W/", 2);
    assert_string_equal(frame_reply_header("ETag") + 2, etag);
    unsigned char unpacked[8000];
    z_stream stream = {.next_in = (Bytef *)frame_rq.reply.body.bytes,
                       .avail_in = (uInt)frame_rq.reply.body.length,
                       .next_out = unpacked,
                       .avail_out = sizeof unpacked};
    assert_int_equal(inflateInit2(&stream, 15 + 16), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(stream.total_out, strlen(plain));
    assert_memory_equal(unpacked, plain, strlen(plain));
    inflateEnd(&stream);

    frame_header("MOTCUA_GZIP", "1");
    frame_get("/");
    assert_null(frame_rq.reply.encoding);
}

static void redirects_stay_with_us(void **state)
{
    (void)state;
    static const struct {
        const char *to, *path, *location;
    } rows[] = {
        {"/tra-cuu/ho-so", "/go", "/tra-cuu/ho-so"},
        {"/tra-cuu/ho-so", "/en/go", "/en/tra-cuu/ho-so"},
        {"/", "/en/go", "/en"},
        {"/thu-tuc?q=đ t", "/go", "/thu-tuc?q=%C4%91%20t"},
        {"/a\r\nSet-Cookie: x", "/go", "/a%0D%0ASet-Cookie:%20x"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        what = rows[i].to;
        assert_int_equal(frame_get(rows[i].path), 303);
        assert_string_equal(frame_reply_header("Location"), rows[i].location);
        assert_string_equal(frame_page(), "");
    }
    static const char *const foreign[] = {"https://evil.example/", "//evil.example", "/\\evil.example",
                                          "", "javascript:1"};
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++) {
        what = foreign[i];
        assert_int_equal(frame_get("/go"), 500);
        assert_null(frame_reply_header("Location"));
    }
}

static void a_slash_too_many_moves(void **state)
{
    (void)state;
    assert_int_equal(frame_ask("GET", "/en/go/", "a=1"), 301);
    assert_string_equal(frame_reply_header("Location"), "/en/go?a=1");
}

static void cookies_are_locked_down(void **state)
{
    (void)state;
    frame_get("/cookie");
    const char *headers = frame_rq.reply.headers.bytes;
    assert_non_null(strstr(headers, "Set-Cookie: __Host-phien=abc.DEF-1; Path=/; Max-Age=600; "
                                    "HttpOnly; SameSite=Lax; Secure\r\n"));
    assert_non_null(strstr(headers, "Set-Cookie: __Host-cu=; Path=/; Max-Age=0; HttpOnly; "
                                    "SameSite=Lax; Secure\r\n"));
    assert_null(strstr(headers, "bad"));
    assert_null(strstr(headers, "Domain"));
}

static void headers_hold_no_surprises(void **state)
{
    (void)state;
    frame_get("/header");
    assert_string_equal(frame_reply_header("X-Good"), "yes");
    assert_null(strstr(frame_rq.reply.headers.bytes, "Bad"));
    assert_null(strstr(frame_rq.reply.headers.bytes, "Accent"));
    assert_null(strstr(frame_rq.reply.headers.bytes, "Set-Cookie"));
}

static void files_have_names_for_every_browser(void **state)
{
    (void)state;
    what = NULL;
    frame_get("/file");
    assert_string_equal(frame_rq.reply.type, "application/pdf");
    assert_null(frame_reply_header("Content-Disposition"));
    what = "Đơn \"khai\" sinh;\r\n.pdf";
    frame_get("/file");
    assert_string_equal(frame_reply_header("Content-Disposition"),
                        "attachment; filename=\"Don khai sinh.pdf\"; "
                        "filename*=UTF-8''%C4%90%C6%A1n%20%22khai%22%20sinh%3B%0D%0A.pdf");
    what = "\xf0\x9f\x98\x80";
    frame_get("/file");
    assert_string_equal(frame_reply_header("Content-Disposition"),
                        "attachment; filename=\"file\"; filename*=UTF-8''%F0%9F%98%80");
}

static void errors_have_the_look_of_the_site(void **state)
{
    (void)state;
    assert_int_equal(frame_get("/nowhere"), 404);
    assert_string_equal(frame_page(), "<title>không có</title><h1>404 không có</h1>");
    assert_int_equal(frame_get("/en/nowhere"), 404);
    assert_string_equal(frame_page(), "<title>missing</title><h1>404 missing</h1>");
    assert_int_equal(frame_ask("GET", "/nowhere", "q=%ff"), 400);
    assert_string_equal(frame_page(), "<title>wrong</title><h1>400 wrong</h1>");
    assert_int_equal(frame_get("/broken"), 500);
    assert_string_equal(frame_page(), "<title>broken</title><h1>500 broken</h1>");
}

static void when_even_the_error_page_is_broken_there_is_text(void **state)
{
    (void)state;
    char from[80], to[80];
    snprintf(from, sizeof from, "%s/error.cs", frame_folder);
    snprintf(to, sizeof to, "%s/error.kept", frame_folder);
    assert_int_equal(rename(from, to), 0);
    template_release();
    assert_true(template_init(settings.templates, false));
    assert_int_equal(frame_get("/nowhere"), 404);
    assert_string_equal(frame_rq.reply.type, "text/plain; charset=utf-8");
    assert_memory_equal(frame_page(), "404 Not Found\n", 14);
    assert_non_null(strstr(frame_page(), frame_rq.number));
    assert_int_equal(rename(to, from), 0);
}

static void the_api_answers_in_json(void **state)
{
    (void)state;
    assert_int_equal(frame_get("/api/v1/json"), 200);
    assert_string_equal(frame_rq.reply.type, "application/json");
    assert_string_equal(frame_page(), "{\"total\":1,\"name\":\"Đất\"}");
    assert_non_null(frame_reply_header("ETag"));

    assert_int_equal(frame_get("/api/v1/missing"), 404);
    assert_string_equal(frame_rq.reply.type, "application/problem+json");
    json_t *problem = json_loads(frame_page(), 0, NULL);
    assert_non_null(problem);
    assert_int_equal(json_integer_value(json_object_get(problem, "status")), 404);
    assert_string_equal(json_string_value(json_object_get(problem, "title")), "Not Found");
    assert_string_equal(json_string_value(json_object_get(problem, "request")), frame_rq.number);
    json_decref(problem);
    assert_int_equal(frame_get("/en/api/v1/json"), 404);
}

static void unknown_api_addresses_answer_in_json_too(void **state)
{
    (void)state;
    assert_int_equal(frame_get("/api/v1/nothing/here"), 404);
    assert_string_equal(frame_rq.reply.type, "application/problem+json");
    assert_int_equal(frame_ask("POST", "/api/v1/json", ""), 405);
    assert_string_equal(frame_rq.reply.type, "application/problem+json");
    assert_int_equal(frame_ask("GET", "/api/v1/json", "q=%ff"), 400);
    assert_string_equal(frame_rq.reply.type, "application/problem+json");
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
        cmocka_unit_test(pages_know_themselves_and_escape),
        cmocka_unit_test(shared_pages_may_be_kept),
        cmocka_unit_test(everything_else_is_not_kept),
        cmocka_unit_test(large_kept_pages_are_compressed_on_request),
        cmocka_unit_test(redirects_stay_with_us),
        cmocka_unit_test(a_slash_too_many_moves),
        cmocka_unit_test(cookies_are_locked_down),
        cmocka_unit_test(headers_hold_no_surprises),
        cmocka_unit_test(files_have_names_for_every_browser),
        cmocka_unit_test(errors_have_the_look_of_the_site),
        cmocka_unit_test(when_even_the_error_page_is_broken_there_is_text),
        cmocka_unit_test(the_api_answers_in_json),
        cmocka_unit_test(unknown_api_addresses_answer_in_json_too),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
