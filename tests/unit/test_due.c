/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * motcua due as an administrator types it, without a database.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "motcua/due.h"

static char said[65536];   /* standard output */
static char blamed[65536]; /* standard error */
static int status;

static void slurp(FILE *file, char *out, size_t size)
{
    rewind(file);
    out[fread(out, 1, size - 1, file)] = '\0';
    fclose(file);
}

/* Runs the command with what it prints caught. `arguments` are parted by "|". */
static void due(const char *arguments)
{
    struct tool tool = { .name = "due", .arena = arena_open(0) };
    char *argv[40];
    int argc = 0;
    char *text = arena_copy(tool.arena, arguments);
    FILE *out = tmpfile();
    FILE *err = tmpfile();
    int stdout_was = dup(STDOUT_FILENO);
    int stderr_was = dup(STDERR_FILENO);

    while (text && argc < 40)
        argv[argc++] = strsep(&text, "|");
    fflush(NULL);
    dup2(fileno(out), STDOUT_FILENO);
    dup2(fileno(err), STDERR_FILENO);
    status = command_due(&tool, argc, argv);
    fflush(NULL);
    dup2(stdout_was, STDOUT_FILENO);
    dup2(stderr_was, STDERR_FILENO);
    close(stdout_was);
    close(stderr_was);
    slurp(out, said, sizeof said);
    slurp(err, blamed, sizeof blamed);
    arena_close(tool.arena);
}

static char with_calendar[300];

static void ask(const char *arguments)
{
    char line[1000];

    snprintf(line, sizeof line, "%s|%s", with_calendar, arguments);
    due(line);
}

static void says_the_due_time_alone(void **state)
{
    (void)state;
    ask("--from|2026-02-11 16:10|--term|5 working days");
    assert_int_equal(status, 0);
    assert_string_equal(said, "2026-02-25 16:10\n");
    assert_string_equal(blamed, "");
    ask("--from|2026-02-11 16:10|--term|5 working days|--rule|end_of_day");
    assert_string_equal(said, "2026-02-25 17:00\n");
    ask("--from|2026-03-02 09:30|--term|3 working days|--pause|2026-03-03 10:00..2026-03-05 10:00"
        "|--pause|2026-03-09 09:00..2026-03-09 10:00");
    assert_string_equal(said, "2026-03-09 10:30\n");
    ask("--from|2026-03-02 09:30|--term|3 working days|--restart|2026-03-04 09:00..2026-03-09 "
        "14:00");
    assert_string_equal(said, "2026-03-12 14:00\n");
}

static void explains_every_day(void **state)
{
    (void)state;
    ask("--from|2026-02-11 16:10|--term|5 working days|--explain");
    assert_int_equal(status, 0);
    assert_non_null(strstr(said, "received  2026-02-11 16:10 Wed\n"));
    assert_non_null(strstr(said, "term      5 working_day, counted rolling\n"));
    assert_non_null(strstr(said, "2026-02-11 Wed      0:50      0:50  counted\n"));
    assert_non_null(strstr(said, "2026-02-14 Sat                      rest day of the week\n"));
    assert_non_null(strstr(said, "day off: Tết Nguyên đán Bính Ngọ\n"));
    assert_non_null(strstr(said, "2026-02-25 Wed      7:10     40:00  counted\n"));
    assert_non_null(strstr(said, "\ndue       2026-02-25 16:10 Wed\n"));
    ask("--from|2026-01-09 16:00|--term|same day|--explain");
    assert_non_null(
        strstr(said, "2026-01-09 Fri                      received after the cut-off\n"));
    assert_non_null(strstr(said, "the term ends: Làm bù cho 02/01\n"));
}

static void speaks_json_to_programs(void **state)
{
    (void)state;
    ask("--from|2026-02-11 16:10|--term|5 working days|--json");
    json_t *answer = json_loads(said, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(answer);
    assert_string_equal(json_string_value(json_object_get(answer, "due")), "2026-02-25 16:10");
    assert_string_equal(json_string_value(json_object_get(answer, "measure")), "minutes");
    assert_true(json_is_true(json_object_get(answer, "known")));
    const json_t *days = json_object_get(answer, "days");
    json_int_t sum = 0;
    assert_int_equal(json_array_size(days), 15);
    for (size_t i = 0; i < 15; i++)
        sum += json_integer_value(json_object_get(json_array_get(days, i), "counted"));
    assert_int_equal(sum, 2400);
    assert_string_equal(json_string_value(json_object_get(json_array_get(days, 5), "kind")),
                        "holiday");
    json_decref(answer);
}

static void an_open_pause_has_no_due_time(void **state)
{
    (void)state;
    ask("--from|2026-03-02 09:30|--term|3 working days|--pause|2026-03-03 10:00..open");
    assert_int_equal(status, 1);
    assert_string_equal(said, "");
    assert_non_null(strstr(blamed, "the clock stands, there is no due time; 930 working minutes"));
    ask("--from|2026-03-02 09:30|--term|3 working days|--pause|2026-03-03 10:00..open|--json");
    json_t *answer = json_loads(said, 0, NULL);
    assert_true(json_is_null(json_object_get(answer, "due")));
    json_decref(answer);
}

static void says_when_the_calendar_is_not_known(void **state)
{
    (void)state;
    ask("--from|2027-12-30 09:30|--term|3 working days");
    assert_int_equal(status, 0);
    assert_non_null(strstr(blamed, "calendar unknown after 2027"));
    ask("--from|2027-02-03 09:30|--term|3 working days");
    assert_non_null(strstr(blamed, "the calendar of 2027-02-05 is not known or not confirmed"));
}

static void wrong_arguments_are_told_apart(void **state)
{
    static const char *const wrong[] = {
        "--from|2026-02-11 16:10",
        "--term|5 working days",
        "--from|2026-02-30 16:10|--term|5 working days",
        "--from|2026-02-11|--term|5 fortnights",
        "--from|2026-02-11|--term|5 days|--rule|fast",
        "--from|2026-02-11|--term|5 days|--pause|2026-02-12",
        "--from|2026-02-11|--term|5 days|--pause|2026-02-13..2026-02-12",
        "--from|2026-02-11|--term|5 days|--colour|red",
        "--from|2026-02-11|--term",
    };
    (void)state;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ask(wrong[i]);
        if (status != 2 || *said)
            fail_msg("%s: status %d, said %s", wrong[i], status, said);
    }
}

static void bad_calendars_are_refused_with_a_reason(void **state)
{
    static const struct {
        const char *text;
        const char *reason;
    } files[] = {
        { "{", "line 1" },
        { "[]", "\"known\" needs" },
        { "{\"known\":{\"from\":\"2026-01-01\",\"to\":\"2026-13-01\"}}", "\"known\" needs" },
        { "{\"known\":{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}}", "no working hours" },
        { "{\"known\":{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"},\"hours\":[{\"weekday\":8,"
          "\"from\":\"07:30\",\"to\":\"11:30\"}]}",
          "\"hours\" holds" },
        { "{\"known\":{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"},\"hours\":[{\"weekday\":1,"
          "\"from\":\"07:30\",\"to\":\"11:30\"}],\"days\":[{\"day\":\"2026-02-16\",\"kind\":"
          "\"off\"},"
          "{\"day\":\"2026-02-16\",\"kind\":\"off\"}]}",
          "there twice" },
    };
    char path[] = "/tmp/motcua-due-XXXXXX";
    int file = mkstemp(path);
    (void)state;

    assert_true(file >= 0);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char line[200];
        assert_int_equal(ftruncate(file, 0), 0);
        assert_int_equal(pwrite(file, files[i].text, strlen(files[i].text), 0),
                         (ssize_t)strlen(files[i].text));
        snprintf(line, sizeof line, "--calendar|%s|--from|2026-02-11|--term|5 days", path);
        due(line);
        assert_int_equal(status, 1);
        if (!strstr(blamed, files[i].reason))
            fail_msg("%s: %s", files[i].text, blamed);
    }
    close(file);
    unlink(path);
    due("--calendar|/nowhere/at/all.json|--from|2026-02-11|--term|5 days");
    assert_int_equal(status, 1);
    assert_non_null(strstr(blamed, "/nowhere/at/all.json"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_the_due_time_alone),
        cmocka_unit_test(explains_every_day),
        cmocka_unit_test(speaks_json_to_programs),
        cmocka_unit_test(an_open_pause_has_no_due_time),
        cmocka_unit_test(says_when_the_calendar_is_not_known),
        cmocka_unit_test(wrong_arguments_are_told_apart),
        cmocka_unit_test(bad_calendars_are_refused_with_a_reason),
    };
    const char *source = getenv("srcdir");

    snprintf(with_calendar, sizeof with_calendar,
             "--calendar|%s/tests/unit/calendar-2025-2027.json", source ? source : ".");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
