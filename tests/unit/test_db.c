/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "database.h"
#include "lib/clock.h"
#include "lib/db.h"
#include "lib/limits.h"
#include "lib/settings.h"

static struct db *db;
static struct arena *arena;

/* The first column of the first row, or what went wrong. */
static const char *ask(struct db *from, const char *sql)
{
    struct db_row row;
    switch (db_one(from, arena, sql, DB_ARGS(), &row)) {
    case DB_OK:
        return row.text[0] ? row.text[0] : "null";
    case DB_NONE:
        return "none";
    case DB_FAIL:
        break;
    }
    return "fail";
}

static void must(enum db_result result)
{
    if (result == DB_FAIL)
        print_error("%s\n", db_last_text(db));
    assert_int_not_equal(result, DB_FAIL);
}

static int make_tables(void **state)
{
    (void)state;
    static const char script[] =
        "drop table if exists t, u;\n"
        "create table t (id int unsigned auto_increment primary key, code varchar(20) not null,\n"
        "  name varchar(400), unique key (code)) engine=InnoDB; -- a ; in a comment\n"
        "create table u (a bigint unsigned, b decimal(12,2), c date, d datetime(3), e binary(4),\n"
        "  f longtext, g double) engine=InnoDB comment='it''s; one';\n"
        "insert into t (code, name) values ('a', 'Ấn; \\'bản\\''), ('b', null), ('c', '');\n"
        "delimiter //\n"
        "create or replace procedure twice() begin select 1 as x; select 2 as x; end//\n"
        "delimiter ;\n";
    if (db_script(db, script, sizeof script - 1) != DB_FAIL)
        return 0;
    print_error("%s\n", db_last_text(db));
    return -1;
}

static void rows_fill_a_list(void **state)
{
    (void)state;
    struct data *page = data_open();
    must(db_rows(db, page, "Items", "SELECT id AS Id, name AS Name FROM t WHERE code <= ? ORDER BY id",
                 DB_ARGS(db_text("b"))));
    assert_string_equal(data_get(page, "Items.0.Id"), "1");
    assert_string_equal(data_get(page, "Items.0.Name"), "Ấn; 'bản'");
    assert_string_equal(data_get(page, "Items.1.Name"), "");
    assert_true(data_has(page, "Items.1.Name")); /* NULL keeps its place */
    assert_false(data_has(page, "Items.2"));
    assert_int_equal(db_rows(db, page, "None", "SELECT id AS Id FROM t WHERE id = ?",
                             DB_ARGS(db_number(999))), DB_NONE);
    assert_false(data_has(page, "None"));
    data_close(page);
}

static void aliases_with_dots_are_refused(void **state)
{
    (void)state;
    struct data *page = data_open();
    assert_int_equal(db_rows(db, page, "Items", "SELECT 1 AS `No. of cases`", DB_ARGS()), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_REFUSED);
    assert_false(data_has(page, "Items"));
    assert_string_equal(ask(db, "SELECT 5"), "5"); /* and life goes on */
    data_close(page);
}

static void every_type_comes_as_text(void **state)
{
    (void)state;
    must(db_begin(db));
    must(db_exec(db, "INSERT INTO u (a, b, c, d, e, f, g) VALUES (?, ?, ?, ?, ?, REPEAT(?, 100000), ?)",
                 DB_ARGS(db_text("18446744073709551615"), db_text("1234567890.25"),
                         db_text("2026-02-17"), db_text("2026-02-17 08:30:00.123"),
                         db_bytes("\0\1'\xff", 4), db_text("ữ"), db_text("0.5"))));
    struct db_row row;
    must(db_one(db, arena, "SELECT a, b, c, d, e, f, g, NULL, -9223372036854775807 - 1 FROM u",
                DB_ARGS(), &row));
    db_rollback(db);
    assert_int_equal(row.columns, 9);
    assert_string_equal(row.text[0], "18446744073709551615");
    assert_string_equal(row.text[1], "1234567890.25");
    assert_string_equal(row.text[2], "2026-02-17");
    assert_string_equal(row.text[3], "2026-02-17 08:30:00.123");
    assert_int_equal(row.length[4], 4);
    assert_memory_equal(row.text[4], "\0\1'\xff", 4);
    assert_int_equal(row.length[5], 300000);
    assert_string_equal(row.text[6], "0.5");
    assert_null(row.text[7]);
    assert_string_equal(row.text[8], "-9223372036854775808");
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM u"), "0");
}

static void values_are_bound_not_pasted(void **state)
{
    (void)state;
    struct db_row row;
    must(db_one(db, arena, "SELECT ?, ?, ?, ?, HEX(?)",
                DB_ARGS(db_text("'; drop table t; --"), db_number(-9000000000LL), db_text(NULL),
                        db_text(""), db_bytes("\0\xab", 2)), &row));
    assert_string_equal(row.text[0], "'; drop table t; --");
    assert_string_equal(row.text[1], "-9000000000");
    assert_null(row.text[2]);
    assert_string_equal(row.text[3], "");
    assert_string_equal(row.text[4], "00AB");
}

static void nothing_is_written_outside_a_transaction(void **state)
{
    (void)state;
    assert_int_equal(db_exec(db, "INSERT INTO t (code) VALUES ('x')", DB_ARGS()), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_READ_ONLY);
    must(db_begin_snapshot(db));
    assert_int_equal(db_exec(db, "INSERT INTO t (code) VALUES ('x')", DB_ARGS()), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_READ_ONLY);
    db_rollback(db);
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "3");
}

static void a_transaction_is_all_or_nothing(void **state)
{
    (void)state;
    must(db_begin(db));
    must(db_exec(db, "INSERT INTO t (code) VALUES (?)", DB_ARGS(db_text("x"))));
    assert_true(db_inserted(db) > 3);
    db_rollback(db);
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "3");

    must(db_begin(db));
    must(db_exec(db, "INSERT INTO t (code) VALUES (?)", DB_ARGS(db_text("x"))));
    assert_int_equal(db_commit(db), DB_OK);
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "4");
    db_rollback(db); /* after the end it changes nothing */
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "4");
}

/* Between the first read and the counter somebody else takes a number. */
static enum db_result counted_meanwhile(enum db_result (*begin)(struct db *db))
{
    struct db *other = db_open();
    must(begin(db));
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "3");
    must(db_begin(other));
    must(db_exec(other, "UPDATE t SET code = CONCAT(code, '+') WHERE id = 1", DB_ARGS()));
    assert_int_equal(db_commit(other), DB_OK);
    db_close(other);
    return db_exec(db, "UPDATE t SET code = LEFT(code, 1) WHERE id = 1", DB_ARGS());
}

static void counters_do_not_clash(void **state)
{
    (void)state;
    assert_int_equal(counted_meanwhile(db_begin), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_AGAIN);
    db_rollback(db);
    assert_int_equal(counted_meanwhile(db_begin_numbering), DB_OK);
    assert_int_equal(db_commit(db), DB_OK);
    assert_string_equal(ask(db, "SELECT code FROM t WHERE id = 1"), "a");
    /* The level was that transaction's alone. */
    assert_int_equal(counted_meanwhile(db_begin), DB_FAIL);
    db_rollback(db);
    must(db_begin(db));
    must(db_exec(db, "UPDATE t SET code = 'a' WHERE id = 1", DB_ARGS()));
    assert_int_equal(db_commit(db), DB_OK);
}

static void many_rows_go_in_by_few_statements(void **state)
{
    (void)state;
    enum { ROWS = 37 };
    static char codes[ROWS][3];
    struct db_value rows[ROWS][2];
    for (size_t i = 0; i < ROWS; i++) {
        snprintf(codes[i], sizeof codes[i], "%02zu", i);
        rows[i][0] = db_text(codes[i]);
        rows[i][1] = i % 2 ? db_text("odd") : db_null();
    }
    must(db_begin(db));
    db_count_from_here(db);
    must(db_exec_rows(db, arena, "INSERT INTO t (code, name) VALUES", "(?, LEFT(?, 2))", rows[0], ROWS));
    assert_int_equal(db_statements(db), 3);
    assert_string_equal(ask(db, "SELECT GROUP_CONCAT(code ORDER BY id SEPARATOR '') LIKE '000102%343536'"
                                " FROM t WHERE code < 'a'"), "1");
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t WHERE name = 'od'"), "18");
    must(db_exec_rows(db, arena, "INSERT INTO nowhere VALUES", "(?)", rows[0], 0));
    assert_int_equal(db_exec_rows(db, arena, "INSERT INTO t (code, name) VALUES", "(?, ?)", rows[0], 1), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_DUPLICATE);
    db_rollback(db);
}

static void changed_means_found(void **state)
{
    (void)state;
    must(db_begin(db));
    assert_int_equal(db_exec(db, "UPDATE t SET code = 'a' WHERE code = 'a'", DB_ARGS()), DB_OK);
    assert_int_equal(db_changed(db), 1);
    assert_int_equal(db_exec(db, "UPDATE t SET code = 'z' WHERE code = 'gone'", DB_ARGS()), DB_NONE);
    must(db_exec(db, "UPDATE t SET id = LAST_INSERT_ID(id) WHERE code = 'b'", DB_ARGS()));
    assert_int_equal(db_inserted(db), 2);
    db_rollback(db);
}

static void a_duplicate_is_an_answer(void **state)
{
    (void)state;
    must(db_begin(db));
    must(db_exec(db, "INSERT INTO t (code) VALUES ('new')", DB_ARGS()));
    assert_int_equal(db_exec(db, "INSERT INTO t (code) VALUES ('a')", DB_ARGS()), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_DUPLICATE);
    must(db_exec(db, "INSERT INTO t (code) VALUES ('newer')", DB_ARGS()));
    assert_int_equal(db_commit(db), DB_OK);
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t WHERE code LIKE 'new%'"), "2");
}

static void after_an_error_the_transaction_is_dead(void **state)
{
    (void)state;
    must(db_begin(db));
    must(db_exec(db, "INSERT INTO t (code) VALUES ('half')", DB_ARGS()));
    assert_int_equal(db_exec(db, "INSERT INTO nowhere (code) VALUES ('a')", DB_ARGS()), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_REFUSED);
    assert_non_null(strstr(db_last_text(db), "nowhere"));
    /* nothing may run, least of all outside the transaction */
    assert_int_equal(db_exec(db, "INSERT INTO t (code) VALUES ('other half')", DB_ARGS()), DB_FAIL);
    assert_string_equal(ask(db, "SELECT 1"), "fail");
    assert_int_equal(db_commit(db), DB_FAIL);
    db_rollback(db);
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "3");
}

static void a_killed_connection_breaks_the_transaction(void **state)
{
    (void)state;
    const char *id = ask(db, "SELECT CONNECTION_ID()");
    must(db_begin(db));
    must(db_exec(db, "INSERT INTO t (code) VALUES ('lost')", DB_ARGS()));
    assert_true(database_do(arena_format(arena, "kill %s", id)));
    assert_int_equal(db_exec(db, "INSERT INTO t (code) VALUES ('after')", DB_ARGS()), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_LOST);
    assert_int_equal(db_exec(db, "INSERT INTO t (code) VALUES ('after')", DB_ARGS()), DB_FAIL);
    assert_int_equal(db_commit(db), DB_FAIL);
    db_rollback(db);
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "3");
    assert_string_not_equal(ask(db, "SELECT CONNECTION_ID()"), id);
}

static void a_killed_commit_is_unknown(void **state)
{
    (void)state;
    const char *id = ask(db, "SELECT CONNECTION_ID()");
    must(db_begin(db));
    must(db_exec(db, "INSERT INTO t (code) VALUES ('lost')", DB_ARGS()));
    assert_true(database_do(arena_format(arena, "kill %s", id)));
    assert_int_equal(db_commit(db), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_LOST);
    db_rollback(db);
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "3");
}

static void a_read_survives_a_killed_connection(void **state)
{
    (void)state;
    const char *id = ask(db, "SELECT CONNECTION_ID()");
    assert_true(database_do(arena_format(arena, "kill %s", id)));
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "3");
    assert_int_equal(db_last_error(db), DB_ERROR_NONE);
    id = ask(db, "SELECT CONNECTION_ID()");
    assert_true(database_do(arena_format(arena, "kill %s", id)));
    assert_int_equal(db_begin(db), DB_OK); /* nothing had happened yet */
    db_rollback(db);
}

static void a_deadlock_asks_for_the_whole_transaction_again(void **state)
{
    (void)state;
    struct db *other = db_open();
    must(db_begin(db));
    must(db_exec(db, "UPDATE t SET name = '1' WHERE code = 'a'", DB_ARGS()));
    assert_int_equal(db_begin(other), DB_OK);
    assert_int_equal(db_exec(other, "SET SESSION innodb_lock_wait_timeout = 1", DB_ARGS()), DB_NONE);
    assert_int_equal(db_exec(other, "UPDATE t SET name = '2' WHERE code = 'b'", DB_ARGS()), DB_OK);
    assert_int_equal(db_exec(other, "UPDATE t SET name = '2' WHERE code = 'a'", DB_ARGS()), DB_FAIL);
    assert_int_equal(db_last_error(other), DB_ERROR_AGAIN);
    /* half of it must not be committed */
    assert_int_equal(db_commit(other), DB_FAIL);
    db_rollback(other);
    assert_int_equal(db_commit(db), DB_OK);
    assert_string_equal(ask(other, "SELECT name FROM t WHERE code = 'b'"), "null");
    db_close(other);
}

struct nested {
    int rows;
    bool failed;
};

static bool nested_row(void *context, const struct db_row *row)
{
    struct nested *nested = context;
    nested->rows++;
    struct db_row inner;
    /* the same text as the outer statement, and another */
    if (db_one(db, arena, "SELECT id, code FROM t ORDER BY id", DB_ARGS(), &inner) != DB_OK ||
        strcmp(inner.text[1], "a") != 0 ||
        db_one(db, arena, "SELECT code FROM t WHERE id = ?",
               DB_ARGS(db_number(strtoll(row->text[0], NULL, 10))), &inner) != DB_OK ||
        strcmp(inner.text[0], row->text[1]) != 0)
        nested->failed = true;
    return true;
}

static bool killing_row(void *context, const struct db_row *row)
{
    struct nested *nested = context;
    nested->rows++;
    if (nested->rows == 1) {
        struct db_row inner;
        nested->failed = db_one(db, arena, "SELECT nothing FROM nowhere", DB_ARGS(), &inner) == DB_FAIL;
    }
    return row->text[1] != NULL;
}

static bool first_row(void *context, const struct db_row *row)
{
    (void)row;
    ++*(int *)context;
    return false;
}

static void statements_nest(void **state)
{
    (void)state;
    struct nested nested = {0};
    must(db_each(db, "SELECT id, code FROM t ORDER BY id", DB_ARGS(), nested_row, &nested));
    assert_int_equal(nested.rows, 3);
    assert_false(nested.failed);

    /* an inner error closes the connection, but not under the outer rows */
    nested = (struct nested){0};
    db_each(db, "SELECT id, code FROM t ORDER BY id", DB_ARGS(), killing_row, &nested);
    assert_true(nested.failed);
    assert_string_equal(ask(db, "SELECT 7"), "7");

    int rows = 0;
    assert_int_equal(db_each(db, "SELECT id FROM t", DB_ARGS(), first_row, &rows), DB_OK);
    assert_int_equal(rows, 1);
}

static void results_of_a_call_are_drained(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct db_row row;
        must(db_one(db, arena, "CALL twice()", DB_ARGS(), &row));
        assert_string_equal(row.text[0], "1");
        assert_string_equal(ask(db, "SELECT 3"), "3");
    }
}

static void many_statements_stay_within_their_limit(void **state)
{
    (void)state;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 3 * LIMIT_STATEMENTS; i++)
            assert_string_equal(ask(db, arena_format(arena, "SELECT %d", i)), arena_format(arena, "%d", i));
    struct db_row row;
    must(db_one(db, arena, "SHOW SESSION STATUS LIKE 'Prepared_stmt_count'", DB_ARGS(), &row));
    const char *kept = ask(db, "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                               " WHERE VARIABLE_NAME = 'PREPARED_STMT_COUNT'");
    assert_true(strtol(kept, NULL, 10) <= LIMIT_STATEMENTS + 2);
}

static void statements_are_counted(void **state)
{
    (void)state;
    db_count_from_here(db);
    ask(db, "SELECT 1");
    ask(db, "SELECT 1");
    assert_int_equal(db_statements(db), 2);
    db_count_from_here(db);
    assert_int_equal(db_statements(db), 0);
}

static void a_changed_table_is_no_error(void **state)
{
    (void)state;
    assert_string_equal(ask(db, "SELECT code FROM t WHERE id = 1"), "a");
    assert_true(database_do("alter table motcua_test.t add column extra int after id"));
    assert_string_equal(ask(db, "SELECT code FROM t WHERE id = 1"), "a");
}

static void the_session_is_set(void **state)
{
    (void)state;
    assert_string_equal(ask(db, "SELECT @@time_zone"), "+07:00");
    assert_non_null(strstr(ask(db, "SELECT @@sql_mode"), "STRICT_ALL_TABLES"));
    assert_string_equal(ask(db, "SELECT @@tx_read_only"), "1");
    assert_string_equal(ask(db, "SELECT @@innodb_snapshot_isolation"), "1");
    assert_string_equal(ask(db, "SELECT @@character_set_client"), "utf8mb4");
    static const char script[] = "set time_zone = '+00:00'; set tx_read_only = 0;";
    must(db_script(db, script, sizeof script - 1));
    assert_string_equal(ask(db, "SELECT @@time_zone"), "+07:00"); /* scripts leave nothing behind */
    assert_string_equal(ask(db, "SELECT @@tx_read_only"), "1");
}

static void patience_lifts_the_limits(void **state)
{
    (void)state;
    assert_string_equal(ask(db, "SELECT @@max_statement_time"), "10.000000");
    struct db *other = db_open();
    db_patient(other);
    assert_string_equal(ask(other, "SELECT @@max_statement_time"), "0.000000");
    assert_string_equal(ask(other, "SELECT @@tx_read_only"), "1");
    db_close(other);
}

static void a_wrong_script_names_its_line(void **state)
{
    (void)state;
    static const char script[] = "create table w1 (a int);\n-- two\ncreate table w2 (a int);\n"
                                 "create tabel w3 (a int);\ncreate table w4 (a int);\n";
    assert_int_equal(db_script(db, script, sizeof script - 1), DB_FAIL);
    assert_non_null(strstr(db_last_text(db), "line 4"));
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_NAME"
                                " IN ('w1', 'w2', 'w3', 'w4')"), "2");
    must(db_script(db, "drop table w1; drop table w2", 28));
}

static void time_is_kept(void **state)
{
    (void)state;
    int64_t from = clock_monotonic_ms();
    db_deadline(db, from + 300);
    assert_string_equal(ask(db, "SELECT SLEEP(5)"), "fail");
    int64_t took = clock_monotonic_ms() - from;
    assert_in_range(took, 250, 2500);
    assert_string_equal(ask(db, "SELECT 1"), "fail"); /* the request's time is over */
    db_deadline(db, 0);
    assert_string_equal(ask(db, "SELECT 1"), "1");
}

static void a_silent_server_is_left(void **state)
{
    (void)state;
    char path[230];
    snprintf(path, sizeof path, "%s.silent", database_socket);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    assert_true(strlen(path) < sizeof address.sun_path);
    memcpy(address.sun_path, path, strlen(path) + 1);
    int hole = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(hole, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(hole, 5), 0); /* accepts, never answers */

    const char *usual = settings.db_endpoints;
    settings.db_endpoints = arena_format(arena, "unix:%s,unix:/nonexistent/db.sock,unix:%s", path,
                                         database_socket);
    struct db *other = db_open();
    int64_t from = clock_monotonic_ms();
    assert_string_equal(ask(other, "SELECT 4"), "4");
    assert_in_range(clock_monotonic_ms() - from, 0, 4500);
    assert_string_equal(ask(other, "SELECT 5"), "5"); /* and stays with the one that answers */
    db_close(other);
    settings.db_endpoints = usual;
    close(hole);
    unlink(path);
}

static void bad_endpoints_are_refused(void **state)
{
    (void)state;
    const char *usual = settings.db_endpoints;
    static const char *const bad[] = {"", "unix:relative", "tcp:host", "tcp::3306", "tcp:host:0",
                                      "tcp:host:99999", "tcp:host:12x", "mysql://x", ","};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        settings.db_endpoints = bad[i];
        assert_null(db_open());
    }
    settings.db_endpoints = usual;
}

static void a_restarted_server_is_found_again(void **state)
{
    (void)state;
    must(db_begin(db));
    must(db_exec(db, "INSERT INTO t (code) VALUES ('gone')", DB_ARGS()));
    assert_true(database_do("kill"));
    assert_int_equal(db_commit(db), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_LOST);
    db_rollback(db);
    assert_string_equal(ask(db, "SELECT 1"), "fail");
    assert_int_equal(db_begin(db), DB_FAIL);
    assert_int_equal(db_last_error(db), DB_ERROR_LOST);
    assert_true(database_do("again"));
    assert_string_equal(ask(db, "SELECT COUNT(*) FROM t"), "3");
}

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(0);
    if (!database_start() || !database_do("create database motcua_test"))
        return -1;
    struct passwd *user = getpwuid(getuid());
    if (!user || !settings_read("test"))
        return -1;
    settings.db_endpoints = arena_format(arena, "unix:%s", database_socket);
    settings.db_user = arena_copy(arena, user->pw_name);
    settings.db_name = "motcua_test";
    settings.db_password_file = NULL;
    db = db_open();
    return db ? 0 : -1;
}

static int close_all(void **state)
{
    (void)state;
    db_close(db);
    database_stop();
    arena_close(arena);
    return 0;
}

#define TEST(f) cmocka_unit_test_setup(f, make_tables)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_fill_a_list),
        TEST(aliases_with_dots_are_refused),
        TEST(every_type_comes_as_text),
        TEST(values_are_bound_not_pasted),
        TEST(nothing_is_written_outside_a_transaction),
        TEST(a_transaction_is_all_or_nothing),
        TEST(counters_do_not_clash),
        TEST(many_rows_go_in_by_few_statements),
        TEST(changed_means_found),
        TEST(a_duplicate_is_an_answer),
        TEST(after_an_error_the_transaction_is_dead),
        TEST(a_killed_connection_breaks_the_transaction),
        TEST(a_killed_commit_is_unknown),
        TEST(a_read_survives_a_killed_connection),
        TEST(a_deadlock_asks_for_the_whole_transaction_again),
        TEST(statements_nest),
        TEST(results_of_a_call_are_drained),
        TEST(many_statements_stay_within_their_limit),
        TEST(statements_are_counted),
        TEST(a_changed_table_is_no_error),
        TEST(the_session_is_set),
        TEST(patience_lifts_the_limits),
        TEST(a_wrong_script_names_its_line),
        TEST(time_is_kept),
        TEST(a_silent_server_is_left),
        TEST(bad_endpoints_are_refused),
        TEST(a_restarted_server_is_found_again),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
