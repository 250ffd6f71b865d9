/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/release.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>

#include "lib/settings.h"
#include "lib/token.h"

#ifndef MOTCUA_VERSION
#define MOTCUA_VERSION "unknown"
#endif

#define LIST_CEILING (64 * 1024)
#define VERSION_SHOWN 11

static char text[RELEASE_TEXT_MAX];
static struct timespec changed;

static bool digest_read(uint8_t hash[TOKEN_HASH_BYTES])
{
    static char bytes[LIST_CEILING];
    FILE *file = settings.assets ? fopen(settings.assets, "rb") : NULL;
    if (!file)
        return false;
    size_t n = fread(bytes, 1, sizeof bytes, file);
    bool good = !ferror(file) && n > 0;
    fclose(file);
    if (good)
        token_hash_bytes(bytes, n, hash);
    return good;
}

const char *release_text(void)
{
    struct stat status = {0};
    uint8_t hash[TOKEN_HASH_BYTES];
    if (settings.assets)
        (void)stat(settings.assets, &status); /* a file that is gone has no digest below */
    if (text[0] && status.st_mtim.tv_sec == changed.tv_sec && status.st_mtim.tv_nsec == changed.tv_nsec)
        return text;
    changed = status.st_mtim;
    if (digest_read(hash))
        snprintf(text, sizeof text, "%.*s-%02x%02x%02x%02x", VERSION_SHOWN, MOTCUA_VERSION, hash[0], hash[1], hash[2],
                 hash[3]);
    else
        snprintf(text, sizeof text, "%.*s", VERSION_SHOWN, MOTCUA_VERSION);
    return text;
}
