/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "model/seal.h"
#include "motcua/check.h"

static const char *const says[SEAL_BOOKS] = {
    [SEAL_EVENT] = "the history of dossiers is as it was sealed",
    [SEAL_AUDIT] = "the audit is as it was sealed",
};

bool check_seals(struct tool *tool, struct check_count *count)
{
    for (enum seal_book book = 0; book < SEAL_BOOKS; book++) {
        struct seal_finding finding;
        if (seal_check(tool->db, tool->arena, book, &finding) == DB_FAIL) {
            tool_fail_db(tool, says[book]);
            return false;
        }
        check_say(count,
                  arena_format(tool->arena, "%s (%llu rows in %llu seals)", says[book],
                               (unsigned long long)finding.rows, (unsigned long long)finding.seals),
                  finding.altered + finding.missing + finding.inserted + finding.broken, finding.first);
    }
    return true;
}

bool check_head(struct tool *tool, struct check_count *count, const char *head)
{
    const char *at = strchr(head, '@');
    char *end = NULL;
    uint64_t id = at ? strtoull(at + 1, &end, 10) : 0;
    enum db_result found = DB_NONE;
    if (at && at - head == 2 * TOKEN_HASH_BYTES && !*end)
        found = seal_find(tool->db, tool->arena, arena_copy_bytes(tool->arena, head, (size_t)(at - head)), id);
    if (found == DB_FAIL) {
        tool_fail_db(tool, "the seals cannot be read");
        return false;
    }
    check_say(count, "the seal noted elsewhere is one of ours", found == DB_OK ? 0 : 1, head);
    return true;
}
