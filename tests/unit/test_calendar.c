/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The calendar of an agency from the tables as they are installed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <pwd.h>
#include <string.h>

#include "database.h"
#include "lib/settings.h"
#include "model/calendar.h"
#include "worktime_sample.h"

static struct db *db;
static struct arena *arena;

static int script_run(const char *sql)
{
    if (db_script(db, sql, strlen(sql)) != DB_FAIL)
        return 0;
    print_error("%s\n", db_last_text(db));
    return -1;
}

/* A table as the project installs it. */
static int table_make(const char *name)
{
    const char *source = getenv("srcdir");
    char path[500];
    static char sql[20000];

    snprintf(path, sizeof path, "%s/sql/schema/%s", source ? source : ".", name);
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    sql[fread(sql, 1, sizeof sql - 1, file)] = '\0';
    fclose(file);
    return script_run(sql);
}

static int province_make(void **state)
{
    (void)state;
    if (table_make("02_setting.sql") || table_make("03_agency.sql") ||
        table_make("29_work_shift.sql") || table_make("30_special_day.sql"))
        return -1;
    return script_run(
        "create view public_setting as select name, value from setting where is_public;\n"
        "insert into agency (id, parent_id, code, name, kind, level) values\n"
        "  (1, null, 'TOP', 'Top', 'office', 'tinh'), (2, 1, 'STP', 'Justice', 'department', "
        "'tinh'),\n"
        "  (3, 2, 'STP_1', 'Unit', 'unit', 'tinh'), (4, 1, 'STC', 'Finance', 'department', "
        "'tinh');\n"
        "insert into work_shift (agency_id, weekday, from_time, to_time, valid_from, valid_to)\n"
        "  select null, w.n, '07:30', '11:30', '2017-01-01', null from (select 1 n union select 2\n"
        "  union select 3 union select 4 union select 5) w;\n"
        "insert into work_shift (agency_id, weekday, from_time, to_time, valid_from, valid_to)\n"
        "  select null, w.n, '13:00', '17:00', '2017-01-01', null from (select 1 n union select 2\n"
        "  union select 3 union select 4 union select 5) w;\n"
        /* Justice has hours of its own in March 2026 only, with a Saturday morning to midnight
           Friday */
        "insert into work_shift (agency_id, weekday, from_time, to_time, valid_from, valid_to) "
        "values\n"
        "  (2, 5, '16:00', '24:00', '2026-03-01', '2026-03-31'),\n"
        "  (2, 6, '08:00', '11:00', '2026-03-01', '2026-03-31');\n"
        "insert into special_day (agency_id, day, kind, as_weekday, name, is_confirmed) values\n"
        "  (null, '2026-02-16', 'off', null, 'Tết', true),\n"
        "  (null, '2026-02-17', 'off', null, 'Tết', true),\n"
        "  (null, '2026-01-10', 'work', 5, 'made up', true),\n"
        "  (2, '2026-02-17', 'work', 1, 'Justice is open', true),\n"
        "  (4, '2026-06-01', 'off', null, 'Finance moves', true),\n"
        "  (null, '2027-02-05', 'off', null, 'Tết', false);\n");
}

static int database_begin(void **state)
{
    arena = arena_open(0);
    if (!database_start() || !database_do("create database motcua"))
        return -1;
    settings.db_endpoints = arena_format(arena, "unix:%s", database_socket);
    settings.db_name = "motcua";
    settings.db_user = arena_copy(arena, getpwuid(getuid())->pw_name);
    db = db_open();
    return db ? province_make(state) : -1;
}

static int database_end(void **state)
{
    (void)state;
    db_close(db);
    database_stop();
    arena_close(arena);
    return 0;
}

static void the_general_calendar_is_loaded(void **state)
{
    struct worktime_calendar calendar;
    struct worktime_day day;
    (void)state;

    assert_int_equal(calendar_load(db, arena, NULL, &calendar), DB_OK);
    assert_int_equal(calendar.week_count, 1);
    assert_int_equal(calendar.special_count, 4);
    assert_int_equal(calendar.known_from, date_day(2026, 1, 1));
    assert_int_equal(calendar.known_to, date_day(2027, 12, 31));
    assert_string_equal(when(worktime_add(&calendar, at("2026-02-13 16:00"), 480)),
                        "2026-02-18 16:00");
    assert_string_equal(when(worktime_add(&calendar, at("2026-01-09 16:00"), 480)),
                        "2026-01-10 16:00");
    worktime_day(&calendar, date_day(2026, 2, 17), &day);
    assert_string_equal(day.special->name, "Tết");
    assert_true(day.known);
    worktime_day(&calendar, date_day(2027, 2, 5), &day);
    assert_false(day.known);
}

static void a_body_has_its_own_hours_and_days(void **state)
{
    static const char *const codes[] = { "STP", "STP_1" }; /* the unit works as the body above it */
    struct worktime_calendar calendar;
    struct worktime_day day;
    (void)state;

    for (int i = 0; i < 2; i++) {
        assert_int_equal(calendar_load(db, arena, codes[i], &calendar), DB_OK);
        assert_int_equal(calendar.week_count, 3);
        worktime_day(&calendar, date_day(2026, 2, 17), &day);
        assert_int_equal(day.minutes, 480);
        assert_string_equal(day.special->name, "Justice is open");
        /* March: Friday 16:00 to 24:00 and Saturday 08:00 to 11:00, nothing else */
        assert_int_equal(worktime_between(&calendar, at("2026-03-02"), at("2026-03-09")),
                         480 + 180);
        assert_int_equal(worktime_between(&calendar, at("2026-04-06"), at("2026-04-13")), 2400);
        worktime_day(&calendar, date_day(2026, 6, 1), &day);
        assert_int_equal(day.minutes, 480);
    }
    assert_int_equal(calendar_load(db, arena, "STC", &calendar), DB_OK);
    worktime_day(&calendar, date_day(2026, 6, 1), &day);
    assert_int_equal(day.minutes, 0);
    assert_int_equal(calendar.known_to, date_day(2027, 12, 31));
}

static void unknown_bodies_and_no_hours_are_none(void **state)
{
    struct worktime_calendar calendar;
    (void)state;

    assert_int_equal(calendar_load(db, arena, "NOBODY", &calendar), DB_NONE);
    assert_int_equal(script_run("create table shifts_kept as select * from work_shift;\n"
                                "delete from work_shift;\n"),
                     0);
    assert_int_equal(calendar_load(db, arena, "STC", &calendar), DB_NONE);
    assert_int_equal(script_run("insert into work_shift select * from shifts_kept;\n"
                                "drop table shifts_kept;\n"),
                     0);
    assert_int_equal(calendar_load(db, arena, "STC", &calendar), DB_OK);
}

static void hours_that_overlap_are_not_used(void **state)
{
    struct worktime_calendar calendar;
    (void)state;

    assert_int_equal(script_run("insert into work_shift (agency_id, weekday, from_time, to_time,\n"
                                "  valid_from) values (4, 1, '08:00', '12:00', '2026-01-01'),\n"
                                "  (4, 1, '11:00', '15:00', '2026-01-01');\n"),
                     0);
    assert_int_equal(calendar_load(db, arena, "STC", &calendar), DB_NONE);
    assert_int_equal(script_run("delete from work_shift where agency_id = 4;\n"), 0);
}

static void the_rule_comes_from_the_settings(void **state)
{
    const struct worktime_term days = { 5, WORKTIME_WORKING_DAYS };
    const struct worktime_term same_day = { 0, WORKTIME_SAME_DAY };
    struct worktime_rule rule;
    (void)state;

    assert_int_equal(calendar_rule(db, arena, &days, &rule), DB_OK);
    assert_int_equal(rule.count, WORKTIME_ROLLING);
    assert_int_equal(rule.cutoff, WORKTIME_NO_CUTOFF);
    assert_int_equal(rule.day_minutes, 480);
    assert_int_equal(script_run("insert into setting (name, value, is_public) values\n"
                                "  ('due_rule', 'end_of_day', true),\n"
                                "  ('late_reception_from', '14:30', true),\n"
                                "  ('working_day_minutes', '450', true);\n"),
                     0);
    assert_int_equal(calendar_rule(db, arena, &days, &rule), DB_OK);
    assert_int_equal(rule.count, WORKTIME_END_OF_DAY);
    assert_int_equal(rule.day_minutes, 450);
    assert_int_equal(rule.cutoff, WORKTIME_NO_CUTOFF);
    assert_int_equal(calendar_rule(db, arena, &same_day, &rule), DB_OK);
    assert_int_equal(rule.cutoff, 14 * 60 + 30);
    assert_int_equal(
        script_run("delete from setting where name = 'late_reception_from';\n"
                   "update setting set value = 'rolling+16:00' where name = 'due_rule';\n"),
        0);
    assert_int_equal(calendar_rule(db, arena, &same_day, &rule), DB_OK);
    assert_int_equal(rule.cutoff, 16 * 60);
    assert_int_equal(script_run("update setting set value = 'nonsense';\n"), 0);
    assert_int_equal(calendar_rule(db, arena, &same_day, &rule), DB_OK);
    assert_int_equal(rule.count, WORKTIME_ROLLING);
    assert_int_equal(rule.cutoff, WORKTIME_CUTOFF);
    assert_int_equal(rule.day_minutes, 480);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_general_calendar_is_loaded),
        cmocka_unit_test(a_body_has_its_own_hours_and_days),
        cmocka_unit_test(unknown_bodies_and_no_hours_are_none),
        cmocka_unit_test(hours_that_overlap_are_not_used),
        cmocka_unit_test(the_rule_comes_from_the_settings),
    };

    return cmocka_run_group_tests(tests, database_begin, database_end);
}
