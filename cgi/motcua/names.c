/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdio.h>

#include "model/party_word.h"
#include "motcua/tool.h"

/* After an update from a release without the index of names; may be stopped and run again. */
int command_names_index(struct tool *tool, int argc, char **argv)
{
    static const char *const roles[] = {"applicant", "submitter"};
    (void)argv;
    if (argc != 0)
        return 2;
    uint64_t count = 0;
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        uint64_t last = 0;
        enum db_result more;
        do {
            if (db_begin(tool->db) != DB_OK)
                return tool_fail_db(tool, "a transaction");
            more = party_words_fill(tool->db, roles[i], &last, &count);
            if (more == DB_FAIL || db_commit(tool->db) != DB_OK) {
                db_rollback(tool->db);
                return tool_fail_db(tool, "writing the words of names");
            }
        } while (more == DB_OK);
    }
    printf("%llu names indexed\n", (unsigned long long)count);
    return 0;
}
