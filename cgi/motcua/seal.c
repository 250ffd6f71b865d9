/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/seal.h"
#include "motcua/tool.h"

/* One line a book: "event 3f…@1234 …". The part before the first space after the name is what
 * `motcua check --head` takes. */
int command_seal(struct tool *tool, int argc, char **argv)
{
    (void)argv;
    if (argc != 0)
        return 2;
    for (enum seal_book book = 0; book < SEAL_BOOKS; book++) {
        struct seal_head head;
        enum db_result result = seal_head(tool->db, tool->arena, book, &head);
        if (result == DB_FAIL)
            return tool_fail_db(tool, "the seals cannot be read");
        if (result == DB_NONE)
            printf("%-6s nothing is sealed yet, %llu rows wait\n", seal_book_name(book),
                   (unsigned long long)head.newer);
        else
            printf("%-6s %s@%llu  seal %llu of %s, %llu rows are newer\n", seal_book_name(book), head.hash,
                   (unsigned long long)head.last_id, (unsigned long long)head.n, head.sealed_at,
                   (unsigned long long)head.newer);
    }
    return 0;
}
