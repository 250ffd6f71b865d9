/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/check.h"

#include "model/integrity.h"

void check_say(struct check_count *count, const char *rule, unsigned long long exceptions, const char *first)
{
    count->asked++;
    count->broken += exceptions > 0;
    printf("%s  %s\n", exceptions ? "WRONG" : "ok   ", rule);
    if (exceptions)
        printf("       %llu, the first: %s\n", exceptions, first);
}

static bool rules_ask(struct tool *tool, struct check_count *count)
{
    size_t n;
    const struct integrity_rule *rules = integrity_rules(&n);
    for (size_t i = 0; i < n; i++) {
        struct integrity_finding finding;
        if (integrity_ask(tool->db, tool->arena, &rules[i], &finding) == DB_FAIL) {
            tool_fail_db(tool, rules[i].says);
            return false;
        }
        check_say(count, rules[i].says, finding.count, finding.first);
    }
    return true;
}

int command_check(struct tool *tool, int argc, char **argv)
{
    struct check_count count = {0};
    if (argc % 2 != 0)
        return 2;
    for (int i = 0; i < argc; i += 2)
        if (strcmp(argv[i], "--head") != 0)
            return 2;
    if (!rules_ask(tool, &count) || !check_seals(tool, &count))
        return 1;
    for (int i = 1; i < argc; i += 2)
        if (!check_head(tool, &count, argv[i]))
            return 1;
    if (count.broken)
        return tool_fail(tool, "%d of %d rules are broken.", count.broken, count.asked);
    return 0;
}
