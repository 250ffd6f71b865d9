/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_CHECK_FILES_H
#define MOTCUA_MOTCUA_CHECK_FILES_H

#include "motcua/tool.h"

struct check_files {
    unsigned long long wrong;
    const char *first; /* "file 7 is missing", "" when nothing is wrong */
};

/* Is every content of a dossier in the store with its size and, where `whole`, with its hash? False after DB_FAIL. */
bool check_files(struct tool *tool, bool whole, struct check_files *finding);

#endif
