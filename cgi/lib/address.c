/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/address.h"

#include "lib/limits.h"
#include "lib/text.h"

#define ALPHABET "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

const char *address_encode(struct arena *arena, const char *path)
{
    static const char hex[] = "0123456789ABCDEF";
    char *out = arena_take(arena, 3 * strlen(path) + 1), *to = out;
    for (const char *c = path; *c; c++) {
        if (strchr(ALPHABET DIGITS "-._~/", *c)) {
            *to++ = *c;
        } else {
            *to++ = '%';
            *to++ = hex[(unsigned char)*c >> 4];
            *to++ = hex[(unsigned char)*c & 15];
        }
    }
    *to = '\0';
    return out;
}

/* No empty and no dot segments, and no backslash, which some take for a slash; a slash at the end is
 * judged later. */
static bool segments_are_plain(const char *path)
{
    if (strchr(path, '\\'))
        return false;
    for (const char *at = path; *at == '/';) {
        const char *segment = at + 1;
        size_t n = strcspn(segment, "/");
        if ((n == 0 && segment[n] == '/') || (n == 1 && segment[0] == '.') ||
            (n == 2 && segment[0] == '.' && segment[1] == '.'))
            return false;
        at = segment + n;
    }
    return true;
}

static bool has_encoded_slash(const char *raw, size_t n)
{
    for (size_t i = 0; i + 2 < n; i++)
        if (raw[i] == '%' && raw[i + 1] == '2' && (raw[i + 2] | 32) == 'f')
            return true;
    return false;
}

/* What the visitor sent, before the server in front made it plain. */
static int raw_check(struct arena *arena, const char *raw, const char **decoded)
{
    const char *scheme = strstr(raw, "://");
    if (raw[0] != '/' && scheme) /* absolute form: the host is judged elsewhere */
        raw = scheme + 3 + strcspn(scheme + 3, "/?");
    size_t n = strcspn(raw, "?#");
    if (n > 3 * LIMIT_PATH)
        return 414;
    size_t length;
    const char *path = text_percent_decode(arena, raw, n, false, &length);
    if (!path || !text_is_utf8(path, length) || (n && raw[0] != '/'))
        return 400;
    if (has_encoded_slash(raw, n) || !segments_are_plain(path))
        return 404;
    *decoded = path;
    return 0;
}

static int path_check(const char *path)
{
    size_t n = strlen(path);
    if (n > LIMIT_PATH)
        return 414;
    if (path[0] != '/' || !text_is_utf8(path, n))
        return 400;
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)path[i] < 0x20 || path[i] == 0x7f)
            return 400;
    return segments_are_plain(path) ? 0 : 404;
}

static void language_take(struct address *address)
{
    const char *path = address->path;
    if (strncmp(path, "/en", 3) != 0 || (path[3] != '\0' && path[3] != '/'))
        return;
    address->language = "en";
    address->base = "/en";
    address->path = path[3] ? path + 3 : "/";
}

int address_read(struct arena *arena, const char *decoded, const char *raw,
                 struct address *address)
{
    *address = (struct address){.path = "/", .link = "/", .language = "vi", .base = ""};
    const char *from_raw = "/";
    int status = raw[0] ? raw_check(arena, raw, &from_raw) : 0;
    const char *path = decoded[0] ? decoded : from_raw;
    int own = path_check(path);
    if (own == 0)
        address->path = arena_copy(arena, path);
    language_take(address);
    if (status == 0)
        status = own;

    size_t n = strlen(address->path);
    if (n > 1 && address->path[n - 1] == '/') {
        address->path = arena_copy_bytes(arena, address->path, n - 1);
        if (status == 0)
            status = 301;
    }
    address->link = address_encode(arena, address->path);
    return status;
}

bool address_match(struct arena *arena, const char *pattern, const char *path,
                   struct parameter captures[ADDRESS_CAPTURES], size_t *n)
{
    *n = 0;
    while (*pattern && *path) {
        if (*pattern != '{') {
            if (*pattern++ != *path++)
                return false;
            continue;
        }
        size_t name = strcspn(pattern, "}"), value = strcspn(path, "/");
        /* What follows the name in its segment must end the value: "{code}.pdf" is not used. */
        if (value == 0 || *n == ADDRESS_CAPTURES || !pattern[name])
            return false;
        captures[*n].name = arena_copy_bytes(arena, pattern + 1, name - 1);
        captures[*n].value = arena_copy_bytes(arena, path, value);
        (*n)++;
        pattern += name + 1;
        path += value;
    }
    return *pattern == *path;
}

bool address_host_is_plain(const char *host)
{
    size_t n = strlen(host);
    if (n == 0 || n > 255)
        return n == 0;
    const char *at = host;
    if (*at == '[') {
        size_t inside = strspn(at + 1, "abcdefABCDEF" DIGITS ":.");
        if (inside == 0 || at[1 + inside] != ']')
            return false;
        at += inside + 2;
    } else {
        size_t name = strspn(at, ALPHABET DIGITS "-.");
        if (name == 0)
            return false;
        at += name;
    }
    if (*at == '\0')
        return true;
    size_t port = *at == ':' ? strspn(at + 1, DIGITS) : 0;
    return port > 0 && port <= 5 && at[1 + port] == '\0';
}
