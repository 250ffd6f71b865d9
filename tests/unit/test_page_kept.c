/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "frame.h"

static int runs;          /* of any handler */
static uint64_t edition;  /* of the audience */
static const char *text;  /* what pages say */

static int show(struct request *rq)
{
    runs++;
    data_set(rq->data, "Text", text);
    return page_show(rq, "home.cs", "home");
}

static int long_page(struct request *rq)
{
    runs++;
    char *long_text = arena_take(rq->arena, 5001);
    memset(long_text, 'x', 5000);
    data_set(rq->data, "Text", long_text);
    return page_show(rq, "home.cs", "home");
}

static int missing(struct request *rq)
{
    runs++;
    return page_missing(rq);
}

static int failed(struct request *rq)
{
    runs++;
    return page_error(rq, 500);
}

static int reads_cookie(struct request *rq)
{
    const char *name = request_cookie(rq, "ten");
    text = name ? name : "nobody";
    return show(rq);
}

static int sets_cookie(struct request *rq)
{
    page_cookie(rq, "ten", "a", 60);
    return show(rq);
}

static int download(struct request *rq)
{
    runs++;
    return page_bytes(rq, "application/pdf", "%PDF\0x", 6, "a.pdf");
}

static uint64_t edition_now(struct db *db)
{
    (void)db;
    return edition;
}

static const struct route routes[] = {
    {GET, "/", ANYONE, show, .fresh_s = 1, .kept = true},
    {GET, "/a", ANYONE, show, {{"q", QUERY, .max = 20, .optional = true}}, .fresh_s = 1, .kept = true},
    {GET, "/not", ANYONE, show, .fresh_s = 1},
    {POST, "/a", ANYONE, show, .asks = true},
    {GET, "/long", ANYONE, long_page, .fresh_s = 5, .kept = true},
    {GET, "/missing", ANYONE, missing, .fresh_s = 1, .kept = true},
    {GET, "/failed", ANYONE, failed, .fresh_s = 1, .kept = true},
    {GET, "/reads", ANYONE, reads_cookie, .fresh_s = 1, .kept = true},
    {GET, "/sets", ANYONE, sets_cookie, .fresh_s = 1, .kept = true},
    {GET, "/file", ANYONE, download, .fresh_s = 1, .kept = true},
    {.path = NULL},
};
static const struct audience audience = {.name = "test", .routes = routes, .edition = edition_now};

/* Runs of handlers for one request. */
static int costs(const char *method, const char *path, const char *query)
{
    int before = runs;
    frame_ask(method, path, query);
    return runs - before;
}

static void the_second_asks_nobody(void **state)
{
    (void)state;
    assert_int_equal(costs("GET", "/a", ""), 1);
    assert_int_equal(frame_rq.reply.status, 200);
    const char *page = arena_copy(frame_arena, frame_page());
    const char *headers = arena_copy(frame_arena, frame_rq.reply.headers.bytes);
    text = "other";
    assert_int_equal(costs("GET", "/a", ""), 0);
    assert_int_equal(frame_rq.reply.status, 200);
    assert_string_equal(frame_page(), page);
    assert_string_equal(frame_rq.reply.type, "text/html; charset=utf-8");
    assert_string_equal(frame_rq.reply.headers.bytes, headers);
    assert_int_equal(costs("HEAD", "/a", ""), 0);
    assert_int_equal(frame_rq.reply.body.length, strlen(page));
    assert_true(frame_rq.head);
}

static void every_address_has_its_own(void **state)
{
    (void)state;
    /* The last three are the same to the handler, but not in links to the other language. */
    static const struct {
        const char *path, *query;
    } all[] = {{"/", ""}, {"/a", ""}, {"/en", ""}, {"/en/a", ""}, {"/a", "q=x"}, {"/a", "q=y"},
               {"/en/a", "q=x"}, {"/a", "q=%78"}, {"/a", "q=x&b=1"}, {"/a", "q=\xc4\x91"}, {"/a", "q=\xc4\x90"}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        text = arena_format(frame_arena, "page %zu", i);
        assert_int_equal(costs("GET", all[i].path, all[i].query), 1);
    }
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        assert_int_equal(costs("GET", all[i].path, all[i].query), 0);
        assert_non_null(strstr(frame_page(), arena_format(frame_arena, "page %zu|", i)));
    }
    assert_int_equal(costs("POST", "/a", ""), 1);
}

static void another_edition_is_made_anew(void **state)
{
    (void)state;
    text = "old";
    costs("GET", "/a", "");
    costs("GET", "/", "");
    text = "new";
    edition++;
    assert_int_equal(costs("GET", "/a", ""), 1);
    assert_non_null(strstr(frame_page(), "new|"));
    assert_int_equal(costs("GET", "/", ""), 1);
    assert_int_equal(costs("GET", "/", ""), 0);
    /* Nobody knows what is in force. */
    edition = 0;
    assert_int_equal(costs("GET", "/", ""), 1);
    assert_int_equal(costs("GET", "/", ""), 1);
}

static void changed_templates_and_words_show_at_once(void **state)
{
    (void)state;
    costs("GET", "/a", "");
    frame_text("home.cs", "<p>changed: <?cs var:Text ?></p>");
    assert_int_equal(costs("GET", "/a", ""), 1);
    assert_non_null(strstr(frame_page(), "changed: "));
    assert_int_equal(costs("GET", "/a", ""), 0);
    frame_text("layout.cs", "<title>in short: <?cs var:Page.Title ?></title><?cs include!Page.Body ?>");
    assert_int_equal(costs("GET", "/a", ""), 1);
    assert_non_null(strstr(frame_page(), "in short: Home vi"));
    frame_words("vi", "another word");
    assert_int_equal(costs("GET", "/a", ""), 1);
    assert_int_equal(costs("GET", "/a", ""), 0);
}

static void nothing_of_one_visitor_is_kept(void **state)
{
    (void)state;
    frame_header("HTTP_COOKIE", "__Host-ten=Lan");
    assert_int_equal(costs("GET", "/reads", ""), 1);
    assert_non_null(strstr(frame_page(), "Lan|"));
    assert_string_equal(frame_reply_header("Cache-Control"), "no-store");
    assert_int_equal(costs("GET", "/reads", ""), 1);
    assert_non_null(strstr(frame_page(), "nobody|"));
    assert_int_equal(costs("GET", "/sets", ""), 1);
    assert_int_equal(costs("GET", "/sets", ""), 1);
    assert_int_equal(costs("GET", "/missing", ""), 1);
    assert_int_equal(costs("GET", "/missing", ""), 1);
    assert_int_equal(costs("GET", "/failed", ""), 1);
    assert_int_equal(costs("GET", "/failed", ""), 1);
    assert_int_equal(costs("GET", "/not", ""), 1);
    assert_int_equal(costs("GET", "/not", ""), 1);
}

static void who_knows_the_page_gets_none(void **state)
{
    (void)state;
    assert_int_equal(costs("GET", "/long", ""), 1);
    const char *etag = arena_copy(frame_arena, frame_reply_header("ETag"));
    frame_header("HTTP_IF_NONE_MATCH", etag);
    assert_int_equal(costs("GET", "/long", ""), 0);
    assert_int_equal(frame_rq.reply.status, 304);
    assert_string_equal(frame_page(), "");
    assert_string_equal(frame_reply_header("ETag"), etag);
    /* The first to ask in this form knows it already: it is kept whole all the same. */
    frame_header("MOTCUA_GZIP", "1");
    frame_header("HTTP_IF_NONE_MATCH", etag);
    assert_int_equal(costs("GET", "/long", ""), 1);
    assert_int_equal(frame_rq.reply.status, 304);
    frame_header("MOTCUA_GZIP", "1");
    assert_int_equal(costs("GET", "/long", ""), 0);
    assert_int_equal(frame_rq.reply.status, 200);
    assert_string_equal(frame_rq.reply.encoding, "gzip");
    assert_memory_equal(frame_page(), "\x1f\x8b", 2);
    assert_int_equal(costs("GET", "/long", ""), 0);
    assert_string_equal(frame_rq.reply.encoding, "");
    assert_non_null(strstr(frame_page(), "xxxx"));
}

static void bytes_are_kept_with_their_name(void **state)
{
    (void)state;
    assert_int_equal(costs("GET", "/file", ""), 1);
    assert_int_equal(costs("GET", "/file", ""), 0);
    assert_string_equal(frame_rq.reply.type, "application/pdf");
    assert_non_null(strstr(frame_reply_header("Content-Disposition"), "a.pdf"));
    assert_int_equal(frame_rq.reply.body.length, 6);
    assert_memory_equal(frame_rq.reply.body.bytes, "%PDF\0x", 6);
}

static int fresh(void **state)
{
    (void)state;
    page_kept_release();
    edition = 7;
    text = "text";
    return 0;
}

static int start(void **state)
{
    (void)state;
    frame_start(&audience, "https://dichvucong.example");
    settings.watch = true;
    assert_true(template_init(settings.templates, true));
    return 0;
}

static int stop(void **state)
{
    (void)state;
    page_kept_release();
    frame_stop();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_second_asks_nobody, fresh),
        cmocka_unit_test_setup(every_address_has_its_own, fresh),
        cmocka_unit_test_setup(another_edition_is_made_anew, fresh),
        cmocka_unit_test_setup(nothing_of_one_visitor_is_kept, fresh),
        cmocka_unit_test_setup(who_knows_the_page_gets_none, fresh),
        cmocka_unit_test_setup(bytes_are_kept_with_their_name, fresh),
        cmocka_unit_test_setup(changed_templates_and_words_show_at_once, fresh),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
