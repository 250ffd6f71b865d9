/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "model/integrity.h"
#include "motcua/tool.h"

/* Prints one line a rule; what breaks it stands below. */
int command_check(struct tool *tool, int argc, char **argv)
{
    (void)argv;
    if (argc != 0)
        return 2;
    int broken = 0;
    size_t n;
    const struct integrity_rule *rules = integrity_rules(&n);
    for (size_t i = 0; i < n; i++) {
        struct integrity_finding finding;
        if (integrity_ask(tool->db, tool->arena, &rules[i], &finding) == DB_FAIL)
            return tool_fail_db(tool, rules[i].says);
        printf("%s  %s\n", finding.count ? "WRONG" : "ok   ", rules[i].says);
        if (finding.count) {
            printf("       %llu, the first: %s\n", (unsigned long long)finding.count, finding.first);
            broken++;
        }
    }
    if (broken)
        return tool_fail(tool, "%d of %zu rules are broken.", broken, n);
    return 0;
}
