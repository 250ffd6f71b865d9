/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "database.h"
#include "frame.h"
#include "lib/clock.h"
#include "lib/fault.h"

/*
 * Exactly once, or an honest error: a POST that adds a row, against a real server that is asked twice, loses
 * races, loses its connection and dies in the middle.
 */
static struct db *other;  /* what another worker does meanwhile */
static void (*meanwhile)(struct request *rq);
static unsigned runs;     /* of the handler, in this request */

static const char *count(const char *table)
{
    struct db_row row;
    const char *sql = arena_format(frame_arena, "select count(*) from %s", table);
    return db_one(other, frame_arena, sql, DB_ARGS(), &row) == DB_OK ? row.text[0] : "fail";
}

static void other_does(const char *sql)
{
    assert_int_equal(db_begin(other), DB_OK);
    assert_int_not_equal(db_exec(other, sql, DB_ARGS()), DB_FAIL);
    assert_int_equal(db_commit(other), DB_OK);
}

static enum db_result remember(struct request *rq, const char *key, const char **url)
{
    struct db_row row;
    enum db_result found = db_one(rq->db, rq->arena, "select url from form_key where k = ?",
                                  DB_ARGS(db_text(key)), &row);
    if (found == DB_OK)
        *url = row.text[0];
    return found;
}

static enum db_result record(struct request *rq, const char *key, const char *url)
{
    return db_exec(rq->db, "insert into form_key (k, url) values (?, ?)",
                   DB_ARGS(db_text(key), db_text(url)));
}

/* Adds a row named by the input and counts it, so that two of them meet on one row. */
static int add(struct request *rq)
{
    struct db_row row;
    runs++;
    if (db_one(rq->db, rq->arena, "select n from counter where id = 1", DB_ARGS(), &row) == DB_FAIL)
        return page_failed(rq);
    if (meanwhile && runs == 1)
        meanwhile(rq);
    if (db_exec(rq->db, "update counter set n = n + 1 where id = 1", DB_ARGS()) == DB_FAIL)
        return page_failed(rq);
    if (db_exec(rq->db, "insert into thing (name) values (?)",
                DB_ARGS(db_text(input_text(rq, "name")))) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "/thing/%llu", (unsigned long long)db_inserted(rq->db));
}

/* Says no, after it has written something. */
static int refuse(struct request *rq)
{
    runs++;
    if (db_exec(rq->db, "insert into thing (name) values ('refused')", DB_ARGS()) == DB_FAIL)
        return page_failed(rq);
    rq->keep = strcmp(input_text(rq, "name"), "keep") == 0;
    input_refuse(rq, "name", "late");
    return page_again(rq, "form.cs", "home");
}

/* The state moved: answers with a page that says so. */
static int decide(struct request *rq)
{
    runs++;
    if (meanwhile && runs == 1)
        meanwhile(rq);
    enum db_result result = db_exec(
        rq->db, "update counter set version = 1 where id = 1 and version = 0", DB_ARGS());
    if (result == DB_FAIL)
        return page_failed(rq);
    return result == DB_OK ? page_go(rq, "/decided") : page_show_status(rq, 409, "home.cs", "home");
}

static int write_in_get(struct request *rq)
{
    runs++;
    if (db_exec(rq->db, "insert into thing (name) values ('get')", DB_ARGS()) == DB_FAIL)
        return page_failed(rq);
    return page_show(rq, "home.cs", "home");
}

static int read_count(struct request *rq)
{
    struct db_row row;
    runs++;
    if (meanwhile && runs == 1)
        meanwhile(rq);
    if (db_one(rq->db, rq->arena, "select count(*) from thing", DB_ARGS(), &row) == DB_FAIL)
        return page_failed(rq);
    data_set(rq->data, "Text", row.text[0]);
    return page_show(rq, "home.cs", "home");
}

static int bad_sql(struct request *rq)
{
    runs++;
    if (db_exec(rq->db, "select nothing from nowhere", DB_ARGS()) == DB_FAIL)
        return page_failed(rq);
    return page_show(rq, "home.cs", "home");
}

static const struct route routes[] = {
    {POST, "/add", ANYONE, add, {{"name", TEXT}}},
    {POST, "/refuse", ANYONE, refuse, {{"name", TEXT}}},
    {POST, "/decide", ANYONE, decide},
    {GET, "/write", ANYONE, write_in_get},
    {GET, "/read", ANYONE, read_count},
    {GET, "/bad", ANYONE, bad_sql},
    {.path = NULL},
};
static const struct audience audience = {
    .name = "test", .routes = routes, .remember = remember, .record = record};

static int clean(void **state)
{
    (void)state;
    static const char script[] = "delete from thing;\ndelete from form_key;\n"
                                 "update counter set n = 0, version = 0;\n";
    meanwhile = NULL;
    /* After a restart the first try only finds that out. */
    return db_script(other, script, sizeof script - 1) == DB_FAIL &&
                   db_script(other, script, sizeof script - 1) == DB_FAIL
               ? -1
               : 0;
}

static const char *fresh_token(const char *path)
{
    return token_form(frame_arena, path, "");
}

static int post(const char *path, const char *name, const char *token)
{
    runs = 0;
    frame_form(arena_format(frame_arena, "name=%s&token=%s", name, token));
    return frame_ask("POST", path, "");
}

/* ---- asked twice ------------------------------------------------------------------------- */

static void a_form_sent_twice_has_one_effect(void **state)
{
    (void)state;
    const char *token = fresh_token("/add");
    assert_int_equal(post("/add", "a", token), 303);
    const char *first = arena_copy(frame_arena, frame_reply_header("Location"));
    assert_int_equal(post("/add", "a", token), 303);
    assert_string_equal(frame_reply_header("Location"), first);
    assert_int_equal(runs, 0);
    assert_string_equal(count("thing"), "1");
    assert_int_equal(post("/add", "a", fresh_token("/add")), 303);
    assert_string_not_equal(frame_reply_header("Location"), first);
    assert_string_equal(count("thing"), "2");
}

static const char *racing_token;

/* Another worker answers the same form from beginning to end. */
static void the_other_is_faster(struct request *rq)
{
    const char *key = arena_copy_bytes(rq->arena, racing_token, strcspn(racing_token, "."));
    other_does("insert into thing (name) values ('other')");
    other_does(arena_format(rq->arena, "insert into form_key values ('%s', '/thing/other')", key));
}

static void of_two_clicks_the_slower_shows_the_faster_ones_answer(void **state)
{
    (void)state;
    racing_token = fresh_token("/add");
    meanwhile = the_other_is_faster;
    assert_int_equal(post("/add", "mine", racing_token), 303);
    assert_string_equal(frame_reply_header("Location"), "/thing/other");
    assert_string_equal(count("thing"), "1");
}

static void the_other_decides(struct request *rq)
{
    const char *key = arena_copy_bytes(rq->arena, racing_token, strcspn(racing_token, "."));
    other_does("update counter set version = 1 where id = 1");
    other_does(arena_format(rq->arena, "insert into form_key values ('%s', '/decided')", key));
}

static void a_conflict_with_oneself_is_none(void **state)
{
    (void)state;
    racing_token = fresh_token("/decide");
    meanwhile = the_other_decides;
    assert_int_equal(post("/decide", "", racing_token), 303);
    assert_string_equal(frame_reply_header("Location"), "/decided");
    meanwhile = NULL;
    assert_int_equal(post("/decide", "", fresh_token("/decide")), 409);
    assert_string_equal(count("form_key"), "1");
}

/* ---- refusals ------------------------------------------------------------------------------ */

static void a_refusal_changes_nothing_unless_it_must(void **state)
{
    (void)state;
    assert_int_equal(post("/refuse", "a", fresh_token("/refuse")), 422);
    assert_non_null(strstr(frame_page(), "[name:Too late]"));
    assert_string_equal(count("thing"), "0");
    assert_int_equal(post("/refuse", "keep", fresh_token("/refuse")), 422);
    assert_string_equal(count("thing"), "1");
    assert_string_equal(count("form_key"), "0");
}

static void a_get_cannot_write(void **state)
{
    (void)state;
    runs = 0;
    assert_int_equal(frame_get("/write"), 500);
    assert_int_equal(runs, 1);
    assert_string_equal(count("thing"), "0");
}

static void a_bug_is_not_tried_again(void **state)
{
    (void)state;
    runs = 0;
    assert_int_equal(frame_get("/bad"), 500);
    assert_int_equal(runs, 1);
    assert_null(strstr(frame_page(), "nowhere"));
}

/* ---- trouble --------------------------------------------------------------------------------- */

/* The snapshot this request reads from is no longer the newest: it must begin anew. */
static void the_other_counts(struct request *rq)
{
    (void)rq;
    other_does("update counter set n = n + 10 where id = 1");
}

static void a_lost_race_is_run_again(void **state)
{
    (void)state;
    struct db_row row;
    meanwhile = the_other_counts;
    assert_int_equal(post("/add", "a", fresh_token("/add")), 303);
    assert_int_equal(runs, 2);
    assert_string_equal(count("thing"), "1");
    assert_int_equal(db_one(other, frame_arena, "select n from counter", DB_ARGS(), &row), DB_OK);
    assert_string_equal(row.text[0], "11");
}

static void the_server_dies_and_comes_back(struct request *rq)
{
    (void)rq;
    assert_true(database_do("kill"));
    assert_true(database_do("again"));
}

static void a_restart_of_the_database_is_not_seen(void **state)
{
    (void)state;
    meanwhile = the_server_dies_and_comes_back;
    assert_int_equal(post("/add", "a", fresh_token("/add")), 303);
    assert_true(runs >= 2);
    assert_string_equal(count("thing"), "1");
    runs = 0;
    assert_int_equal(frame_get("/read"), 200);
    assert_non_null(strstr(frame_page(), ">1|"));
}

static void without_a_database_pages_say_so_soon(void **state)
{
    (void)state;
    assert_true(database_do("kill"));
    /* The first waits for a restart, as long as one may take; the next need not. */
    assert_int_equal(frame_get("/read"), 503);
    int64_t before = clock_monotonic_ms();
    assert_int_equal(frame_get("/read"), 503);
    assert_true(clock_monotonic_ms() - before < 50);
    assert_string_equal(frame_reply_header("Retry-After"), "2");
    assert_true(database_do("again"));
    assert_int_equal(frame_get("/read"), 200);
}

/* ---- every call fails in turn ------------------------------------------------------------------ */

#ifdef MOTCUA_FAULTS

static int post_with_fault(const char *fault)
{
    assert_int_equal(setenv("MOTCUA_FAULT", fault, 1), 0);
    fault_begin();
    int status = post("/add", "a", fresh_token("/add"));
    assert_int_equal(setenv("MOTCUA_FAULT", "", 1), 0);
    fault_begin();
    return status;
}

static void whichever_call_fails_there_is_one_effect(void **state)
{
    (void)state;
    for (int n = 1; n <= 12; n++) {
        assert_int_equal(clean(NULL), 0);
        assert_int_equal(post_with_fault(arena_format(frame_arena, "db:%d", n)), 303);
        assert_string_equal(count("thing"), "1");
        assert_string_equal(count("form_key"), "1");
    }
}

static void a_commit_without_an_answer_is_looked_up(void **state)
{
    (void)state;
    assert_int_equal(post_with_fault("commit:1"), 303);
    assert_int_equal(runs, 1); /* it had happened: the key knew */
    assert_string_equal(count("thing"), "1");
}

#endif

static int start(void **state)
{
    (void)state;
    static const char tables[] =
        "create table thing (id int auto_increment primary key, name varchar(20)) engine=InnoDB;\n"
        "create table form_key (k varchar(64) collate utf8mb4_bin primary key, url varchar(200)) engine=InnoDB;\n"
        "create table counter (id int primary key, n int, version int) engine=InnoDB;\n"
        "insert into counter values (1, 0, 0);\n";
    if (!database_start() || !database_do("create database motcua"))
        return -1;
    frame_start(&audience, "https://dichvucong.example");
    settings.db_endpoints = arena_format(frame_arena, "unix:%s", database_socket);
    settings.db_user = getuid() == 0 ? "root" : getenv("USER");
    other = db_open();
    return db_script(other, tables, sizeof tables - 1) == DB_FAIL ? -1 : 0;
}

static int stop(void **state)
{
    (void)state;
    db_close(other);
    frame_stop();
    database_stop();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_form_sent_twice_has_one_effect, clean),
        cmocka_unit_test_setup(of_two_clicks_the_slower_shows_the_faster_ones_answer, clean),
        cmocka_unit_test_setup(a_conflict_with_oneself_is_none, clean),
        cmocka_unit_test_setup(a_refusal_changes_nothing_unless_it_must, clean),
        cmocka_unit_test_setup(a_get_cannot_write, clean),
        cmocka_unit_test_setup(a_bug_is_not_tried_again, clean),
        cmocka_unit_test_setup(a_lost_race_is_run_again, clean),
        cmocka_unit_test_setup(a_restart_of_the_database_is_not_seen, clean),
        cmocka_unit_test_setup(without_a_database_pages_say_so_soon, clean),
#ifdef MOTCUA_FAULTS
        cmocka_unit_test_setup(whichever_call_fails_there_is_one_effect, clean),
        cmocka_unit_test_setup(a_commit_without_an_answer_is_looked_up, clean),
#endif
    };
    return cmocka_run_group_tests(tests, start, stop);
}
