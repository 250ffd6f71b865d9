/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/cookie.h"

#include "lib/limits.h"
#include "lib/settings.h"

#define PREFIX "__Host-"

bool cookie_value_is_plain(const char *value, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)value[i];
        if (c <= 0x20 || c >= 0x7f || c == '"' || c == ',' || c == ';' || c == '\\')
            return false;
    }
    return true;
}

bool cookie_is_secure(void)
{
    return !settings.site || strncmp(settings.site, "http:", 5) != 0;
}

const char *cookie_wire_name(struct arena *arena, const char *name)
{
    if (strncmp(name, PREFIX, sizeof PREFIX - 1) == 0)
        name += sizeof PREFIX - 1;
    return cookie_is_secure() ? arena_format(arena, PREFIX "%s", name) : name;
}

const char *cookie_find(struct arena *arena, const char *header, const char *name)
{
    size_t length = strnlen(header, LIMIT_COOKIE), name_length = strlen(name);
    const char *at = header, *end = header + length;
    while (at < end) {
        const char *next = memchr(at, ';', (size_t)(end - at));
        const char *stop = next ? next : end;
        while (at < stop && (*at == ' ' || *at == '\t'))
            at++;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        if (equals && (size_t)(equals - at) == name_length &&
            memcmp(at, name, name_length) == 0) {
            const char *value = equals + 1, *last = stop;
            while (last > value && (last[-1] == ' ' || last[-1] == '\t'))
                last--;
            if (last - value >= 2 && *value == '"' && last[-1] == '"') {
                value++;
                last--;
            }
            if (cookie_value_is_plain(value, (size_t)(last - value)))
                return arena_copy_bytes(arena, value, (size_t)(last - value));
        }
        at = stop + 1;
    }
    return NULL;
}
