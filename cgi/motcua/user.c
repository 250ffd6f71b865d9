/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/clock.h"
#include "lib/date.h"
#include "lib/password.h"
#include "lib/text.h"
#include "model/account.h"
#include "model/audit.h"
#include "motcua/tool.h"

struct wish {
    bool admin;
    const char *agency;
    const char *name;
    const char *login;
};

/* False when the arguments are not as the usage says. */
static bool wish_read(struct wish *wish, int argc, char **argv)
{
    *wish = (struct wish){0};
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--admin") == 0)
            wish->admin = true;
        else if (strcmp(argv[i], "--agency") == 0 && i + 1 < argc)
            wish->agency = argv[++i];
        else if (strcmp(argv[i], "--name") == 0 && i + 1 < argc)
            wish->name = argv[++i];
        else if (argv[i][0] != '-' && !wish->login)
            wish->login = argv[i];
        else
            return false;
    }
    return wish->login != NULL;
}

/* 2 to 60 of a-z 0-9 . _ - beginning with a letter. */
static bool login_is_plain(const char *login)
{
    size_t n = strlen(login);
    return n >= 2 && n <= 60 && login[0] >= 'a' && login[0] <= 'z' &&
           strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-") == n;
}

static int account_failed(struct tool *tool, const struct wish *wish, enum db_result result)
{
    bool taken = db_last_error(tool->db) == DB_ERROR_DUPLICATE;
    int status = 1;
    if (result == DB_NONE)
        tool_fail(tool, "there is no agency with the code \"%s\".", wish->agency);
    else if (taken)
        tool_fail(tool, "the login \"%s\" is taken.", wish->login);
    else
        status = tool_fail_db(tool, "the account cannot be made");
    db_rollback(tool->db);
    return status;
}

static enum db_result account_make(struct tool *tool, const struct wish *wish, const char *password)
{
    char today[DATE_TEXT_MAX];
    struct civil now = clock_now();
    date_format_iso(today, &now);
    const struct account account = {
        .login = wish->login,
        .name = wish->name ? wish->name : wish->login,
        .agency = wish->agency,
        .password_hash = password_hash(tool->arena, password),
    };
    uint64_t id;
    enum db_result result = account_add(tool->db, tool->arena, &account, &id);
    if (result == DB_OK && wish->admin)
        result = account_grant(tool->db, id, "admin", NULL, today);
    if (result != DB_OK)
        return result;
    const struct audit_entry entry = {
        .type = "user_added",
        .subject = arena_format(tool->arena, "user %s", wish->login),
        .note = wish->admin ? "motcua user add, role admin" : "motcua user add",
    };
    return audit_add(tool->db, &entry);
}

int command_user_add(struct tool *tool, int argc, char **argv)
{
    struct wish wish;
    if (!wish_read(&wish, argc, argv))
        return 2;
    if (!login_is_plain(wish.login))
        return tool_fail(tool, "a login is 2 to 60 small letters, digits, dots, hyphens, and begins with a letter.");
    if (wish.name && !(wish.name = text_clean(tool->arena, wish.name, strlen(wish.name),
                                              TEXT_ONE_LINE, NULL)))
        return tool_fail(tool, "the name is not valid text.");
    const char *first = account_first_agency(tool->db, tool->arena);
    if (!wish.agency && !(wish.agency = first))
        return tool_fail(tool, "there is no agency yet; load or enter agencies first.");

    const char *password = password_invent(tool->arena);
    if (db_begin(tool->db) == DB_FAIL)
        return tool_fail_db(tool, "the account cannot be made");
    enum db_result result = account_make(tool, &wish, password);
    if (result != DB_OK)
        return account_failed(tool, &wish, result);
    if (db_commit(tool->db) == DB_FAIL) {
        db_rollback(tool->db);
        return tool_fail_db(tool, "it is not known whether the account was made; ask for it again");
    }
    printf("Login     %s\nPassword  %s\n", wish.login, password);
    printf("The password is shown this once and must be changed at the first sign-in.\n");
    return 0;
}
