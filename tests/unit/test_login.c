/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/arena.h"
#include "model/login.h"
#include "model/scope.h"

static struct arena *arena;

static const char *wrong(const char *password)
{
    return login_choice_wrong(arena, password, "hang.dtk", "Đặng Thị Kim Hằng");
}

static void good_ones_may_be_chosen(void **state)
{
    (void)state;
    static const char *const good[] = {
        "con trau di bo ngoai bien", "mưa rơi trên mái ngói đỏ",     "tX9#qLm2vR8z",
        "k7m2p-9xq4t-vbn5c-hhd3r",   "bảy mươi hai chiếc thuyền nan", "Zm4 khoai lang nuong",
    };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_null(wrong(good[i]));
}

static void length_counts_in_letters_people_see(void **state)
{
    (void)state;
    assert_string_equal(wrong("ngói đỏ mưa"), "password_short"); /* 11 letters, more bytes */
    assert_null(wrong("ngói đỏ mưa r"));
    char *longest = arena_take(arena, PASSWORD_MOST + 2);
    for (int i = 0; i < PASSWORD_MOST; i++)
        longest[i] = "khoailg"[i * 5 % 7];
    assert_null(wrong(longest));
    longest[PASSWORD_MOST] = 'z';
    assert_string_equal(wrong(longest), "password_long");
}

static void what_is_easily_guessed_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "password1234", "P@ssw0rd2026!", "matkhau@12345",  "MatKhau123456",  "qwertyuiop[]12", "123456789012",
        "abcdefghijkl", "iloveyou2026!", "anhyeuem123456", "admin@motcua2026", "Hang.DTK@2026",  "dangthikimhang",
        "Kimhang123456", "binhduong2026", "asdfghjkl1234",  "1qaz2wsx3edc",   "welcome12345!",  "vietnam30041975",
        "19900305199003", "Đặng Hằng 1990",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const char *key = wrong(bad[i]);
        if (!key)
            print_message("may be chosen: %s\n", bad[i]);
        assert_string_equal(key, "password_common");
    }
    static const char *const simple[] = {"aaaaaaaaaaaa", "abababababab", "1111222233334444"};
    for (size_t i = 0; i < sizeof simple / sizeof simple[0]; i++)
        assert_string_equal(wrong(simple[i]), "password_simple");
}

static void a_scope_says_where_and_on_whose_behalf(void **state)
{
    (void)state;
    static const struct reach reach[] = {
        {ROLE_CLERK, 7, 0}, {ROLE_CLERK, 3, 0}, {ROLE_HANDLER, 5, 0},
        {ROLE_CLERK, 7, 42}, {ROLE_CLERK, 9, 42}, {ROLE_SUPERVISOR, 0, 0},
    };
    const struct scope scope = {.reach = reach, .n = 6};
    const unsigned clerk = ROLE_BIT(ROLE_CLERK), handler = ROLE_BIT(ROLE_HANDLER);
    assert_true(scope_allows(&scope, clerk, 7));
    assert_false(scope_allows(&scope, clerk, 5));
    assert_true(scope_allows(&scope, clerk | handler, 5));
    assert_false(scope_allows(&scope, clerk, 0));
    assert_true(scope_allows(&scope, ROLE_BIT(ROLE_SUPERVISOR), 0));
    assert_true(scope_allows(&scope, ROLE_BIT(ROLE_SUPERVISOR), 12345));
    assert_int_equal(scope_behalf(&scope, clerk, 7), 0);
    assert_int_equal(scope_behalf(&scope, clerk, 9), 42);
    assert_int_equal(scope_behalf(&scope, handler, 9), 0);
    assert_string_equal(scope_agencies(&scope, arena, clerk), "[3,7,9]");
    assert_string_equal(scope_agencies(&scope, arena, ROLE_BIT(ROLE_SEALER)), "[]");
    assert_null(scope_agencies(&scope, arena, clerk | ROLE_BIT(ROLE_SUPERVISOR)));
    assert_int_equal(ROLES_OF_DOSSIERS & ROLE_BIT(ROLE_ADMIN), 0);
    for (int role = ROLE_CLERK; role < ROLE_ADMIN; role++)
        assert_int_not_equal(ROLES_OF_DOSSIERS & ROLE_BIT(role), 0);
    assert_int_equal(ROLES_OF_DOSSIERS & 1u, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_ones_may_be_chosen),
        cmocka_unit_test(length_counts_in_letters_people_see),
        cmocka_unit_test(what_is_easily_guessed_is_refused),
        cmocka_unit_test(a_scope_says_where_and_on_whose_behalf),
    };
    arena = arena_open(0);
    int failed = cmocka_run_group_tests_name("login", tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
