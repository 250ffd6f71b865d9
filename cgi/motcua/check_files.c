/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/check_files.h"

#include "lib/store.h"
#include "model/file_care.h"

struct checking {
    struct tool *tool;
    bool whole;
    struct check_files *finding;
};

static bool content_check(void *context, const struct file_content *content)
{
    static const char *const words[] = {
        [STORE_MISSING] = "is missing", [STORE_DAMAGED] = "is damaged", [STORE_UNREAD] = "cannot be read"};
    struct checking *checking = context;
    enum store_state state = store_check(content->digest, content->size, checking->whole);
    if (state != STORE_GOOD && checking->finding->wrong++ == 0)
        checking->finding->first =
            arena_format(checking->tool->arena, "file %llu %s", (unsigned long long)content->id, words[state]);
    return true;
}

bool check_files(struct tool *tool, bool whole, struct check_files *finding)
{
    struct checking checking = {tool, whole, finding};
    *finding = (struct check_files){.first = ""};
    return file_care_each(tool->db, content_check, &checking) != DB_FAIL;
}
