/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "lib/clock.h"
#include "model/audit.h"
#include "model/outbox_list.h"
#include "motcua/tool.h"

static bool line_print(void *context, const struct outbox_line *line)
{
    unsigned *count = context;
    (*count)++;
    printf("%8llu  %s  %-4s  %-7s  %u  %-20s %-22s %s\n", (unsigned long long)line->id, line->created,
           line->channel, line->state, line->tries, line->template_name, line->number, line->error);
    return true;
}

int command_outbox_list(struct tool *tool, int argc, char **argv)
{
    bool all = argc == 1 && strcmp(argv[0], "--all") == 0;
    if (argc > 1 || (argc == 1 && !all))
        return 2;
    struct civil now = clock_now();
    unsigned count = 0;
    if (outbox_each(tool->db, &now, all, line_print, &count) == DB_FAIL)
        return tool_fail_db(tool, "the messages cannot be read");
    if (count == 0)
        printf("%s\n", all ? "There are no messages." : "Every message went out or waits less than an hour.");
    return 0;
}

/* Who sends a message once more decides that it may arrive twice; that is written to the audit. */
int command_outbox_again(struct tool *tool, int argc, char **argv)
{
    char *end;
    if (argc != 1)
        return 2;
    uint64_t id = strtoull(argv[0], &end, 10);
    if (*end || id == 0)
        return 2;
    struct civil now = clock_now();
    const struct audit_entry entry = {
        .type = "message_again",
        .subject = arena_format(tool->arena, "message %llu", (unsigned long long)id),
    };
    enum db_result result = db_begin(tool->db);
    if (result == DB_OK)
        result = outbox_again(tool->db, id, &now);
    if (result == DB_OK && (audit_add(tool->db, &entry) == DB_FAIL || db_commit(tool->db) == DB_FAIL))
        result = DB_FAIL;
    if (result == DB_FAIL) {
        db_rollback(tool->db);
        return tool_fail_db(tool, "the message cannot be changed");
    }
    db_rollback(tool->db);
    if (result == DB_NONE)
        return tool_fail(tool, "there is no message %llu that failed, was skipped or is unknown.",
                         (unsigned long long)id);
    printf("Message %llu will be sent again.\n", (unsigned long long)id);
    return 0;
}
