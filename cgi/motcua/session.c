/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/cookie.h"
#include "model/account.h"
#include "model/audit.h"
#include "model/session.h"
#include "motcua/tool.h"

/* For scripts and tests: whoever may run this command on the server is trusted
 * with every account of it. */
int command_session_open(struct tool *tool, int argc, char **argv)
{
    if (argc != 1)
        return 2;
    uint64_t user;
    enum db_result found = account_find(tool->db, tool->arena, argv[0], &user);
    if (found == DB_FAIL)
        return tool_fail_db(tool, "the account cannot be read");
    if (found == DB_NONE)
        return tool_fail(tool, "there is no open account \"%s\".", argv[0]);

    const char *token;
    const struct audit_entry entry = {
        .type = "session_opened",
        .subject = arena_format(tool->arena, "user %s", argv[0]),
        .note = "motcua session open",
    };
    if (db_begin(tool->db) == DB_FAIL ||
        session_add(tool->db, tool->arena, user, "", "motcua session open", &token) == DB_FAIL ||
        audit_add(tool->db, &entry) == DB_FAIL || db_commit(tool->db) == DB_FAIL) {
        db_rollback(tool->db);
        return tool_fail_db(tool, "the session cannot be opened");
    }
    printf("Cookie: %s=%s\n", cookie_wire_name(tool->arena, SESSION_COOKIE), token);
    return 0;
}
