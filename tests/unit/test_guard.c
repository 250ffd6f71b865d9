/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "model/guard.h"

static struct arena *arena;

static const struct guard *good(const char *text)
{
    const char *error = NULL;
    const struct guard *guard = guard_parse(arena, text, &error);
    if (!guard)
        print_message("%s: %s\n", text, error);
    assert_non_null(guard);
    assert_null(error);
    return guard;
}

/* Facts that are 0 but for one or two. */
static bool holds(const char *text, enum guard_fact a, int64_t x, enum guard_fact b, int64_t y)
{
    int64_t facts[FACT_END] = {0};
    facts[a] = x;
    facts[b] = y;
    return guard_holds(good(text), facts);
}

static void nothing_asked_always_holds(void **state)
{
    (void)state;
    assert_true(holds("", FACT_LATE, 1, FACT_LATE, 1));
    assert_true(holds(" \n\t ", FACT_LATE, 0, FACT_LATE, 0));
}

static void each_relation_compares(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool at_1, at_2, at_3;
    } cases[] = {
        {"fees_unpaid = 2", false, true, false},  {"fees_unpaid != 2", true, false, true},
        {"fees_unpaid < 2", true, false, false},  {"fees_unpaid <= 2", true, true, false},
        {"fees_unpaid>2", false, false, true},    {"fees_unpaid>=2", false, true, true},
        {"not fees_unpaid=2", true, false, true}, {"fees_unpaid", true, true, true},
        {"not fees_unpaid", false, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(holds(cases[i].text, FACT_FEES_UNPAID, 1, FACT_LATE, 0), cases[i].at_1);
        assert_int_equal(holds(cases[i].text, FACT_FEES_UNPAID, 2, FACT_LATE, 0), cases[i].at_2);
        assert_int_equal(holds(cases[i].text, FACT_FEES_UNPAID, 3, FACT_LATE, 0), cases[i].at_3);
    }
}

static void every_fact_has_its_name(void **state)
{
    (void)state;
    for (enum guard_fact fact = 0; fact < FACT_END; fact++) {
        assert_true(holds(guard_fact_names[fact], fact, 1, fact, 1));
        assert_false(holds(guard_fact_names[fact], fact, 0, fact, 0));
    }
}

static void and_binds_closer_than_or(void **state)
{
    (void)state;
    const char *plain = "late or deliver_post and organisation";
    assert_true(holds(plain, FACT_LATE, 1, FACT_LATE, 1));
    assert_false(holds("(late or deliver_post) and organisation", FACT_LATE, 1, FACT_LATE, 1));
    assert_true(holds(plain, FACT_DELIVER_POST, 1, FACT_ORGANISATION, 1));
    assert_false(holds(plain, FACT_DELIVER_POST, 1, FACT_DELIVER_POST, 1));
    assert_false(holds("not (late or deliver_post)", FACT_DELIVER_POST, 1, FACT_LATE, 0));
    assert_true(holds("not late or deliver_post", FACT_DELIVER_POST, 1, FACT_LATE, 1));
    assert_true(holds("not late and not deliver_post", FACT_ORGANISATION, 1, FACT_LATE, 0));
}

static void what_is_wrong_is_said_with_its_column(void **state)
{
    (void)state;
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"late and", "column 9: a fact or \"(\" is expected, not the end"},
        {"and late", "column 1: a fact or \"(\" is expected, not \"and\""},
        {"late late", "column 6: \"and\", \"or\" or the end is expected, not \"late\""},
        {"fee_paid = 1", "column 1: there is no fact \"fee_paid\""},
        {"late = ", "column 8: a number is expected, not the end"},
        {"late = 1x", "column 8: a number is expected, not \"1x\""},
        {"late = -1", "column 8: a number is expected, not \"-1\""},
        {"late == 1", "column 7: a number is expected, not \"=\""},
        {"late ! 1", "column 6: \"and\", \"or\" or the end is expected, not \"!\""},
        {"late = 1234567890", "column 8: the number is too long"},
        {"(late or (deliver_post)", "column 24: \")\" for the \"(\" at column 1 is expected, not the end"},
        {"late)", "column 5: \"and\", \"or\" or the end is expected, not \")\""},
        {"()", "column 2: a fact or \"(\" is expected, not \")\""},
        {"not not late", "column 5: a fact or \"(\" is expected, not \"not\""},
        {"1 = late", "column 1: a fact or \"(\" is expected, not \"1\""},
        {"trễ hạn", "column 1: there is no fact \"trễ\""},
        {"late và late", "column 6: \"and\", \"or\" or the end is expected, not \"và\""},
        {"late \xc3\xa0 late", "column 6: \"and\", \"or\" or the end is expected, not \"\xc3\xa0\""},
        {"LATE", "column 1: there is no fact \"LATE\""},
        {"late; drop", "column 5: \"and\", \"or\" or the end is expected, not \";\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *error = NULL;
        assert_null(guard_parse(arena, cases[i].text, &error));
        assert_string_equal(error, cases[i].error);
    }
}

static const char *repeated(const char *before, const char *part, unsigned n, const char *after)
{
    const char *text = before;
    for (unsigned i = 0; i < n; i++)
        text = arena_format(arena, "%s%s", text, part);
    return arena_format(arena, "%s%s", text, after);
}

static void it_ends_at_its_limits(void **state)
{
    (void)state;
    const char *error = NULL;
    struct guard_problem problem;
    good(repeated("late", " or late", 31, "")); /* 32 facts, 31 joints */
    assert_null(guard_parse(arena, repeated("late", " or late", 32, ""), &error));
    assert_non_null(strstr(error, "too many parts"));
    good(arena_format(arena, "%s%s", repeated("", "(", GUARD_DEPTH_MAX, "late"),
                      repeated("", ")", GUARD_DEPTH_MAX, "")));
    assert_null(guard_parse(arena, repeated("", "(", GUARD_DEPTH_MAX + 1, "late"), &error));
    assert_string_equal(error, "column 17: the brackets go too deep");
    assert_null(guard_read(arena, repeated("", "(", 5000, ""), &problem));
    assert_int_equal(problem.error, GUARD_TOO_DEEP);
    assert_int_equal(problem.column, GUARD_DEPTH_MAX + 1);
    assert_non_null(guard_read(arena, "late", &problem));
    assert_int_equal(problem.error, GUARD_GOOD);
}

static void the_obstacle_is_the_fact_that_stands_against_it(void **state)
{
    (void)state;
    int64_t facts[FACT_END] = {[FACT_FEES_UNPAID] = 50000, [FACT_BRANCHES_OPEN] = 2,
                                       [FACT_DELIVER_ONLINE] = 1};
    static const struct {
        const char *text;
        enum guard_fact obstacle;
    } cases[] = {
        {"", FACT_END},
        {"fees_unpaid", FACT_END},
        {"fees_unpaid = 0", FACT_FEES_UNPAID},
        {"papers_missing = 0 and fees_unpaid = 0 and branches_open = 0", FACT_FEES_UNPAID},
        {"papers_missing = 0 and branches_open = 0", FACT_BRANCHES_OPEN},
        {"not (late or branches_open)", FACT_BRANCHES_OPEN},
        {"late or organisation", FACT_LATE},
        {"late or result_files", FACT_RESULT_FILES},
        {"deliver_online = 0 or result_files > 0", FACT_RESULT_FILES},
        {"not (deliver_online and result_files = 0)", FACT_RESULT_FILES},
        {"deliver_online = 0 and result_files > 0", FACT_DELIVER_ONLINE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(guard_obstacle(good(cases[i].text), facts), cases[i].obstacle);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_asked_always_holds),
        cmocka_unit_test(each_relation_compares),
        cmocka_unit_test(every_fact_has_its_name),
        cmocka_unit_test(and_binds_closer_than_or),
        cmocka_unit_test(what_is_wrong_is_said_with_its_column),
        cmocka_unit_test(it_ends_at_its_limits),
        cmocka_unit_test(the_obstacle_is_the_fact_that_stands_against_it),
    };
    arena = arena_open(0);
    int failed = cmocka_run_group_tests_name("guard", tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
