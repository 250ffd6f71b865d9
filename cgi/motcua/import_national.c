/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/tool.h"
int command_import_national(struct tool *tool, int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return tool_fail(tool, "not built yet.");
}
