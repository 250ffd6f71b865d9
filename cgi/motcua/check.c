/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/check.h"

#include <string.h>

#include "model/integrity.h"
#include "motcua/check_files.h"

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

static bool files_ask(struct tool *tool, struct check_count *count, bool whole)
{
    struct check_files files;
    const char *rule = whole ? "every file of a dossier is in the store and has its hash"
                             : "every file of a dossier is in the store";
    if (!check_files(tool, whole, &files)) {
        tool_fail_db(tool, rule);
        return false;
    }
    check_say(count, rule, files.wrong, files.first);
    return true;
}

/* `whole`: is every file to be read again? False: these are no arguments of the command. */
static bool arguments_ok(int argc, char **argv, bool *whole)
{
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--files") == 0)
            *whole = true;
        else if (strcmp(argv[i], "--head") != 0 || ++i == argc)
            return false;
    }
    return true;
}

int command_check(struct tool *tool, int argc, char **argv)
{
    struct check_count count = {0};
    bool whole = false;
    if (!arguments_ok(argc, argv, &whole))
        return 2;
    if (!rules_ask(tool, &count) || !files_ask(tool, &count, whole) || !check_seals(tool, &count))
        return 1;
    for (int i = 0; i + 1 < argc; i++)
        if (strcmp(argv[i], "--head") == 0 && !check_head(tool, &count, argv[++i]))
            return 1;
    if (count.broken)
        return tool_fail(tool, "%d of %d rules are broken.", count.broken, count.asked);
    return 0;
}
