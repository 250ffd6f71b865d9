/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Rows of files: who may add what, versions, and the release of the result, which is an act of its own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <string.h>

#include "database_schema.h"
#include "model/dossier_file.h"
#include "model/result_file.h"

enum { HOLDER = 1, CLERK = 2, SUBSTITUTE = 3, LEAD = 10, COUNTER = 11, UNIT = 12, DOSSIER = 100, CLOSED = 101 };

static struct db *db;
static struct arena *arena;
static const struct civil now = {2026, 11, 23, 9, 30, 0};

static const char province[] =
    "set foreign_key_checks = 0;\n"
    "insert into agency (id, code, name, kind, level) values (10, 'L', 'L', 'department', 'tinh'),"
    " (11, 'C', 'C', 'centre', 'tinh'), (12, 'U', 'U', 'unit', 'tinh');\n"
    "insert into user (id, login, name, agency_id) values (1, 'an', 'An', 12), (2, 'ba', 'Ba', 11),"
    " (3, 'cu', 'Cu', 12);\n"
    "insert into dossier (id, number, lookup_hash, lookup_sealed, procedure_id, rev_id, agency_id, counter_agency_id,"
    " channel, state, state_at, received_at, closed_at) values"
    " (100, 'H1-1', repeat('a', 32), 'x', 1, 1, 10, 11, 'counter', 'processing', now(), now(), null),"
    " (101, 'H1-2', repeat('b', 32), 'x', 1, 1, 10, 11, 'counter', 'returned', now(), now(), now());\n"
    "insert into branch (id, dossier_id, agency_id, kind, state, opened_at) values (1, 100, 10, 'main', 'open', now()),"
    " (2, 101, 10, 'main', 'open', now());\n"
    "insert into task (branch_id, step_id, unit_id, assignee_id, opened_at) values (1, 1, 12, 1, now()),"
    " (2, 1, 12, 1, now());\n";

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(0);
    db = schema_open(arena, province, sizeof province - 1);
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

/* ---- who may -------------------------------------------------------------------------------------------------- */

static struct dossier_file_right right_of(uint64_t user, const struct scope *scope, uint64_t dossier)
{
    struct dossier_file_right right;
    assert_int_equal(dossier_file_right(db, arena, scope, user, dossier, &right), DB_OK);
    return right;
}

static struct scope scope_with(struct reach *reach)
{
    return (struct scope){.reach = reach, .n = 1, .roles = ROLE_BIT(reach->role)};
}

static const struct scope nothing = {.n = 0};

static void whoever_holds_the_task_adds_everything(void **state)
{
    (void)state;
    struct scope own = scope_with(&(struct reach){ROLE_HANDLER, UNIT, 0});
    struct dossier_file_right right = right_of(HOLDER, &own, DOSSIER);
    assert_int_equal(right.kinds, 7);
    assert_int_equal(right.unit, UNIT);
    assert_int_equal(right.behalf, 0);
    assert_int_equal(right_of(HOLDER, &nothing, DOSSIER).kinds, 0); /* the role is gone, the task is still there */
    assert_int_equal(right_of(SUBSTITUTE, &nothing, DOSSIER).kinds, 0);
    struct scope lent = scope_with(&(struct reach){ROLE_HANDLER, UNIT, HOLDER});
    right = right_of(SUBSTITUTE, &lent, DOSSIER);
    assert_int_equal(right.kinds, 7);
    assert_int_equal(right.behalf, HOLDER);
}

static void the_counter_adds_papers_and_notes(void **state)
{
    (void)state;
    struct scope lead = scope_with(&(struct reach){ROLE_CLERK, LEAD, 0});
    struct scope counter = scope_with(&(struct reach){ROLE_CLERK, COUNTER, 0});
    struct scope unit = scope_with(&(struct reach){ROLE_CLERK, UNIT, 0});
    struct scope handler = scope_with(&(struct reach){ROLE_HANDLER, LEAD, 0});
    unsigned expected = 1u << DOSSIER_FILE_PAPER | 1u << DOSSIER_FILE_NOTE;
    assert_int_equal(right_of(CLERK, &lead, DOSSIER).kinds, expected);
    assert_int_equal(right_of(CLERK, &counter, DOSSIER).kinds, expected);
    assert_int_equal(right_of(CLERK, &unit, DOSSIER).kinds, 0);
    assert_int_equal(right_of(CLERK, &handler, DOSSIER).kinds, 0);
}

static void nobody_adds_to_a_closed_dossier(void **state)
{
    (void)state;
    struct scope lead = scope_with(&(struct reach){ROLE_CLERK, LEAD, 0});
    struct scope own = scope_with(&(struct reach){ROLE_HANDLER, UNIT, 0});
    assert_int_equal(right_of(HOLDER, &own, CLOSED).kinds, 0);
    assert_int_equal(right_of(CLERK, &lead, CLOSED).kinds, 0);
    assert_int_equal(right_of(HOLDER, &own, 999).kinds, 0);
}

/* ---- versions and the release ------------------------------------------------------------------------------------ */

static const struct dossier_file_right all = {.kinds = 7, .unit = UNIT};

/* A file whose content is this letter, 32 times; its row. */
static uint64_t add(enum dossier_file_kind kind, char letter, bool clean)
{
    struct dossier_file_change change = {DOSSIER, HOLDER, &all, now};
    uint8_t digest[TOKEN_DIGEST_BYTES];
    size_t bad;
    memset(digest, letter, sizeof digest);
    struct dossier_file_new item = {"a.pdf", FILE_PDF, 10, digest, clean};
    assert_int_equal(db_begin(db), DB_OK);
    assert_int_equal(dossier_files_add(db, arena, &change, kind, NULL, &item, 1, &bad), DB_OK);
    assert_int_equal(db_commit(db), DB_OK);
    struct dossier_file *files;
    size_t n;
    uint64_t last = 0;
    assert_int_equal(dossier_files_list(db, arena, DOSSIER, &files, &n), DB_OK);
    for (size_t i = 0; i < n; i++)
        if (files[i].id > last)
            last = files[i].id;
    return last;
}

static struct dossier_file file_of(uint64_t id)
{
    struct dossier_file file;
    assert_int_equal(dossier_file_find(db, arena, DOSSIER, id, &file), DB_OK);
    return file;
}

static enum db_result replace(uint64_t old, char letter)
{
    struct dossier_file_change change = {DOSSIER, HOLDER, &all, now};
    struct dossier_file file = file_of(old);
    uint8_t digest[TOKEN_DIGEST_BYTES];
    memset(digest, letter, sizeof digest);
    struct dossier_file_new item = {"b.pdf", FILE_PDF, 10, digest, true};
    assert_int_equal(db_begin(db), DB_OK);
    enum db_result result = dossier_file_replace(db, arena, &change, &file, &item);
    if (result == DB_OK)
        assert_int_equal(db_commit(db), DB_OK);
    else
        db_rollback(db);
    return result;
}

static enum db_result release(void)
{
    assert_int_equal(db_begin(db), DB_OK);
    enum db_result result = dossier_files_release(db, DOSSIER, &now);
    assert_int_equal(db_commit(db), DB_OK);
    return result;
}

static void scanned(char letter, const char *state)
{
    const char *sql = arena_format(
        arena, "update file set scan_state = '%s', scanned_at = now() where sha256 = repeat('%c', 32);\n", state,
        letter);
    assert_true(run_script(db, sql, strlen(sql)));
}

static int64_t results(void)
{
    int64_t count;
    assert_int_equal(dossier_result_files(db, arena, DOSSIER, &count), DB_OK);
    return count;
}

static size_t public_files(void)
{
    struct result_file files[RESULT_FILES_MAX];
    size_t n;
    assert_int_equal(result_files(db, DOSSIER, files, &n), DB_OK);
    return n;
}

static void only_what_is_released_is_public(void **state)
{
    (void)state;
    assert_int_equal(results(), 0);
    assert_int_equal(release(), DB_NONE);
    add(DOSSIER_FILE_PAPER, 'p', true);
    add(DOSSIER_FILE_NOTE, 'n', true);
    assert_int_equal(results(), 0);
    uint64_t first = add(DOSSIER_FILE_RESULT, 'r', true);
    uint64_t waiting = add(DOSSIER_FILE_RESULT, 'w', false);
    assert_int_equal(results(), 2);
    assert_int_equal(public_files(), 0);
    assert_int_equal(replace(first, 's'), DB_OK);
    assert_int_equal(replace(first, 't'), DB_NONE);
    assert_int_equal(results(), 2);

    assert_int_equal(release(), DB_OK);
    assert_int_equal(file_of(first).released_at.year, 0);
    assert_int_equal(file_of(waiting).released_at.year, 2026);
    assert_int_equal(public_files(), 1); /* the other one waits for its scan */
    scanned('w', "clean");
    assert_int_equal(public_files(), 2);
}

static void what_comes_later_waits_for_another_release(void **state)
{
    (void)state;
    uint64_t later = add(DOSSIER_FILE_RESULT, 'l', true);
    assert_int_equal(public_files(), 2);
    assert_int_equal(release(), DB_OK);
    assert_int_equal(public_files(), 3);
    assert_int_equal(replace(later, 'm'), DB_NONE); /* what the citizen has seen is not exchanged */
    struct dossier_file_change change = {DOSSIER, HOLDER, &all, now};
    struct dossier_file file = file_of(later);
    assert_int_equal(db_begin(db), DB_OK);
    assert_int_equal(dossier_file_remove(db, arena, &change, &file, "sai người"), DB_OK);
    assert_int_equal(dossier_file_remove(db, arena, &change, &file, "sai người"), DB_NONE);
    assert_int_equal(db_commit(db), DB_OK);
    assert_int_equal(public_files(), 2);
    assert_int_equal(results(), 2);
}

static void what_the_scanner_caught_is_no_result(void **state)
{
    (void)state;
    int64_t before = results();
    uint64_t caught = add(DOSSIER_FILE_RESULT, 'v', false);
    assert_int_equal(results(), before + 1);
    scanned('v', "infected");
    assert_int_equal(results(), before);
    assert_int_equal(release(), DB_NONE);
    assert_false(dossier_file_open(&(struct dossier_file){.scan_state = "infected"}));
    struct dossier_file file = file_of(caught);
    assert_false(dossier_file_open(&file));
    /* and is never taken again */
    struct dossier_file_change change = {DOSSIER, HOLDER, &all, now};
    struct dossier_file_new item = {"c.pdf", FILE_PDF, 10, file.digest, true};
    size_t bad = 9;
    assert_int_equal(db_begin(db), DB_OK);
    assert_int_equal(dossier_files_add(db, arena, &change, DOSSIER_FILE_NOTE, NULL, &item, 1, &bad), DB_NONE);
    assert_int_equal(bad, 0);
    db_rollback(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_holds_the_task_adds_everything),
        cmocka_unit_test(the_counter_adds_papers_and_notes),
        cmocka_unit_test(nobody_adds_to_a_closed_dossier),
        cmocka_unit_test(only_what_is_released_is_public),
        cmocka_unit_test(what_comes_later_waits_for_another_release),
        cmocka_unit_test(what_the_scanner_caught_is_no_result),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
