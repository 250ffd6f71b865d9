/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Keys of seals and tokens for tests without an instance: written, read and removed at once.
 */
#ifndef MOTCUA_TESTS_UNIT_KEYS_H
#define MOTCUA_TESTS_UNIT_KEYS_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/settings.h"
#include "lib/token.h"

#define MUST(x) ((x) ? (void)0 : abort())

static inline void keys_make(void)
{
    static const char *const names[] = {"lookup", "cookie", "form", "ticket"};
    char folder[] = "/tmp/motcua-keys-XXXXXX", path[sizeof names / sizeof *names][64];
    MUST(mkdtemp(folder) != NULL);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path[i], sizeof path[i], "%s/%s.key", folder, names[i]);
        FILE *file = fopen(path[i], "w");
        MUST(file && fprintf(file, "%-32s", names[i]) == 32 && fclose(file) == 0 && chmod(path[i], 0600) == 0);
    }
    settings.keys = folder;
    MUST(token_init());
    settings.keys = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(path[i]);
    rmdir(folder);
}

#endif
