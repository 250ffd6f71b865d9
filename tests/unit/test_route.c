/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <sys/wait.h>

#include "frame.h"

enum { READ = 1, DECIDE = 62 };
static const char *const right_names[63] = {[READ] = "read", [DECIDE] = "decide"};

static struct actor visitor; /* who identify() answers */
static const char *ran;      /* the handler that ran last */

static int show(struct request *rq)
{
    ran = rq->route->path;
    return page_show(rq, "form.cs", "home");
}

static int change(struct request *rq)
{
    ran = "changed";
    return page_go(rq, "/done");
}

static int lies(struct request *rq)
{
    page_show(rq, "home.cs", "home");
    return 303;
}

static enum db_result identify(struct request *rq, struct actor *who)
{
    (void)rq;
    *who = visitor;
    return visitor.id ? DB_OK : DB_NONE;
}

static enum db_result remember(struct request *rq, const char *key, const char **url)
{
    (void)rq;
    (void)key;
    (void)url;
    return DB_NONE;
}

static enum db_result record(struct request *rq, const char *key, const char *url)
{
    (void)rq;
    (void)key;
    (void)url;
    return DB_OK;
}

static const struct route routes[] = {
    {GET, "/", ANYONE, show},
    {GET, "/thu-tuc/{code}", ANYONE, show, {{"code", CODE}}},
    {GET, "/thu-tuc/moi", ANYONE, show},
    {POST, "/ask", ANYONE, show, {{"a", TEXT, .max = 3}}, .asks = true, .again = "form.cs"},
    {GET, "/ask", ANYONE, show, {{"a", TEXT, .optional = true}}},
    {POST, "/bare", ANYONE, show, {{"a", ID}}, .asks = true},
    {POST, "/alone", ANYONE, show, {{"a", ID}}, .asks = true, .again = "form.cs"},
    {POST, "/change", ANYONE, change},
    {POST, "/file", ANYONE, show, {{"a", TEXT}}, .asks = true, .files = 1},
    {GET, "/read", READ, show},
    {GET, "/decide", DECIDE, show},
    {GET, "/forgotten", NOBODY, show},
    {GET, "/lies", ANYONE, lies},
    {.path = NULL},
};
static const struct audience audience = {.name = "test",
                                         .routes = routes,
                                         .rights = right_names,
                                         .identify = identify,
                                         .remember = remember,
                                         .record = record};

static void rows_are_found(void **state)
{
    (void)state;
    frame_get("/thu-tuc/1.001193");
    assert_string_equal(ran, "/thu-tuc/{code}");
    frame_get("/thu-tuc/moi");
    assert_string_equal(ran, "/thu-tuc/moi");
    ran = "none";
    static const char *const lost[] = {"/thu-tuc", "/thu-tuc/a/b", "/Thu-tuc/a", "/fr", "/en/fr", "/en/en",
                                       "/thu-tuc/%41"};
    for (size_t i = 0; i < sizeof lost / sizeof lost[0]; i++)
        assert_int_equal(frame_get(lost[i]), 404);
    assert_string_equal(ran, "none");
}

static void methods_are_offered(void **state)
{
    (void)state;
    static const struct {
        const char *method, *path, *allow;
        int status;
    } rows[] = {
        {"POST", "/", "GET, HEAD", 405},       {"PUT", "/ask", "GET, HEAD, POST", 405},
        {"GET", "/bare", "POST", 405},         {"HEAD", "/bare", "POST", 405},
        {"OPTIONS", "/", "GET, HEAD", 405},    {"PUT", "/nowhere", NULL, 404},
        {"HEAD", "/", NULL, 200},              {"TRACE", "/", "GET, HEAD", 405},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(frame_ask(rows[i].method, rows[i].path, ""), rows[i].status);
        const char *allow = frame_reply_header("Allow");
        assert_string_equal(allow ? allow : "none", rows[i].allow ? rows[i].allow : "none");
    }
}

static void rights_open_pages(void **state)
{
    (void)state;
    static const struct {
        uint64_t id, rights;
        int read, decide;
    } rows[] = {
        {0, 0, 403, 403},
        {0, UINT64_MAX, 403, 403}, /* nobody has no rights, whatever a row says */
        {7, 0, 403, 403},
        {7, (uint64_t)1 << READ, 200, 403},
        {7, (uint64_t)1 << DECIDE, 403, 200},
        {7, UINT64_MAX, 200, 200},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        visitor = (struct actor){.id = rows[i].id, .rights = rows[i].rights, .name = "", .session = "s"};
        assert_int_equal(frame_get("/read"), rows[i].read);
        assert_int_equal(frame_get("/decide"), rows[i].decide);
        assert_int_equal(frame_get("/forgotten"), 403);
        assert_int_equal(frame_get("/"), 200);
    }
    visitor = (struct actor){.id = 0};
}

static void posts_come_from_our_own_pages(void **state)
{
    (void)state;
    static const struct {
        const char *site, *origin, *host;
        int status;
    } rows[] = {
        {"", "", "a.example", 200},
        {"same-origin", "https://a.example", "a.example", 200},
        {"same-origin", "http://a.example:8080", "a.example:8080", 200},
        {"none", "", "a.example", 200},
        {"same-origin", "null", "a.example", 200},
        {"", "https://A.example", "a.example", 200},
        {"cross-site", "https://evil.example", "a.example", 403},
        {"cross-site", "", "a.example", 403},
        {"same-site", "https://b.example", "a.example", 403},
        {"", "https://evil.example", "a.example", 403},
        {"", "https://a.example.evil", "a.example", 403},
        {"", "https://evil.example?://a.example", "a.example", 403},
        {"", "null", "a.example", 403},
        {"", "a.example", "a.example", 403},
        {"", "https://", "", 403},
        {"same-origin", "https://evil.example", "a.example", 403},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].site[0])
            frame_header("HTTP_SEC_FETCH_SITE", rows[i].site);
        if (rows[i].origin[0])
            frame_header("HTTP_ORIGIN", rows[i].origin);
        frame_header("HTTP_HOST", rows[i].host);
        frame_form("a=1");
        if (frame_ask("POST", "/ask", "") != rows[i].status)
            fail_msg("row %zu: %d", i, frame_rq.reply.status);
    }
}

static void effects_need_the_token_of_their_form(void **state)
{
    (void)state;
    char body[200];
    visitor = (struct actor){.id = 7, .name = "", .session = "mine"};
    ran = "none";
    const struct {
        const char *action, *session;
    } wrong[] = {{"/change", "other"}, {"/ask", "mine"}, {"/change", ""}};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        snprintf(body, sizeof body, "token=%s", token_form(frame_arena, wrong[i].action, wrong[i].session));
        frame_form(body);
        assert_int_equal(frame_ask("POST", "/change", ""), 403);
    }
    const char *right = token_form(frame_arena, "/change", "mine");
    frame_form("");
    assert_int_equal(frame_ask("POST", "/change", ""), 403);
    frame_form("token=rubbish");
    assert_int_equal(frame_ask("POST", "/change", ""), 403);
    /* In an address it would end in logs and histories. */
    frame_form("a=1");
    assert_int_equal(frame_ask("POST", "/change", arena_format(frame_arena, "token=%s", right)), 403);
    frame_form(arena_format(frame_arena, "token=%s&token=%s", right, right));
    assert_int_equal(frame_ask("POST", "/change", ""), 403);
    assert_string_equal(ran, "none");

    /* With the right one it is let through, as far as the database that this test does not have. */
    settings.db_endpoints = "unix:/nowhere/db.sock";
    frame_form(arena_format(frame_arena, "token=%s", right));
    frame_open("POST", "/change", "");
    frame_rq.deadline_ms = 1;
    route_serve(&frame_rq);
    assert_int_equal(frame_rq.reply.status, 503);
    assert_string_equal(frame_reply_header("Retry-After"), "2");
    assert_non_null(strstr(frame_page(), arena_format(frame_arena, "token=%s;", right)));
    visitor = (struct actor){.id = 0};
}

static void forms_come_back_with_what_was_typed(void **state)
{
    (void)state;
    frame_form("a=too+long+%3C");
    assert_int_equal(frame_ask("POST", "/ask", ""), 422);
    assert_string_equal(frame_page(), "<title>Home vi</title>[a:Too long]<input value=\"too long &lt;\">Too long");
    frame_form("a=x");
    assert_int_equal(frame_ask("POST", "/alone", ""), 422); /* without a GET row */
    assert_non_null(strstr(frame_page(), "[a:No number]"));
    frame_form("a=x");
    assert_int_equal(frame_ask("POST", "/bare", ""), 400); /* without a page to show */
    frame_form("a=1&a=2");
    assert_int_equal(frame_ask("POST", "/ask", ""), 400);
    frame_form("a=1");
    assert_int_equal(frame_ask("POST", "/ask", "a=2"), 400);
}

static void bodies_are_of_declared_kinds(void **state)
{
    (void)state;
    static const char multi[] = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--x--\r\n";
    frame_send(multi, sizeof multi - 1, "multipart/form-data; boundary=x");
    assert_int_equal(frame_ask("POST", "/file", ""), 200);
    frame_send(multi, sizeof multi - 1, "multipart/form-data; boundary=x");
    assert_int_equal(frame_ask("POST", "/ask", ""), 415);
    frame_send("{}", 2, "application/json");
    assert_int_equal(frame_ask("POST", "/ask", ""), 415);
    frame_form("a=%ff");
    assert_int_equal(frame_ask("POST", "/ask", ""), 400);
}

/* Runs `act` in a child; true when it stopped with a sentence or an abort. */
static bool stops(void (*act)(const void *), const void *what)
{
    pid_t pid = fork();
    if (pid == 0) {
        assert_non_null(freopen("/dev/null", "w", stderr));
        act(what);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return !(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void get(const void *path)
{
    frame_get(path);
}

static void a_handler_that_lies_about_its_end_stops(void **state)
{
    (void)state;
    assert_true(stops(get, "/lies"));
    assert_false(stops(get, "/"));
}

static void check(const void *table)
{
    struct audience broken = audience;
    broken.routes = table;
    route_check_table(&broken);
}

static void contradictions_stop_the_start(void **state)
{
    (void)state;
    static const char *const choices[] = {"a", NULL};
    const struct route wrong[][3] = {
        {{GET, "a", ANYONE, show}},
        {{GET, "/a/", ANYONE, show}},
        {{GET, "/a", ANYONE, NULL}},
        {{GET, "/a", 64, show}},
        {{GET, "/a", -1, show}},
        {{GET, "/a/{x}", ANYONE, show}},
        {{GET, "/a/{x}", ANYONE, show, {{"x", CODE, .optional = true}}}},
        {{GET, "/a/b{x}", ANYONE, show, {{"x", CODE}}}},
        {{GET, "/a/{x}.pdf", ANYONE, show, {{"x", CODE}}}},
        {{GET, "/a", ANYONE, show, {{"x", CODE}, {"x", TEXT}}}},
        {{GET, "/a", ANYONE, show, {{"X y", CODE}}}},
        {{GET, "/a", ANYONE, show, {{"token", CODE}}}},
        {{GET, "/a", ANYONE, show, {{"x", CHOICE}}}},
        {{GET, "/a", ANYONE, show, {{"x", TEXT, .choices = choices}}}},
        {{GET, "/a", ANYONE, show}, {GET, "/a", READ, show}},
        {{GET, "/a/{x}", ANYONE, show, {{"x", CODE}}}, {GET, "/a/{y}", ANYONE, show, {{"y", CODE}}}},
        {{GET, "/a", ANYONE, show, .asks = true}},
        {{GET, "/a", ANYONE, show, .files = 1}},
        {{POST, "/a", ANYONE, show, .asks = true, .fresh_s = 1}},
        {{POST, "/a", ANYONE, show, .api = true}},
        {{POST, "/a", ANYONE, show, .asks = true, .files = 1000}},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (!stops(check, wrong[i]))
            fail_msg("table %zu is taken", i);
    assert_false(stops(check, routes));
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
        cmocka_unit_test(rows_are_found),
        cmocka_unit_test(methods_are_offered),
        cmocka_unit_test(rights_open_pages),
        cmocka_unit_test(posts_come_from_our_own_pages),
        cmocka_unit_test(effects_need_the_token_of_their_form),
        cmocka_unit_test(forms_come_back_with_what_was_typed),
        cmocka_unit_test(bodies_are_of_declared_kinds),
        cmocka_unit_test(a_handler_that_lies_about_its_end_stops),
        cmocka_unit_test(contradictions_stop_the_start),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
