/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/settings.h"

#include <errno.h>
#include <sys/un.h>

#include "lib/limits.h"

#ifndef MOTCUA_DATADIR
#define MOTCUA_DATADIR "/usr/local/share/motcua"
#endif

#define WORKERS_USUAL 4
#define WORKERS_MOST 64

struct settings settings;

static const char *text_or(const char *name, const char *usual)
{
    const char *value = getenv(name);
    return value && *value ? value : usual;
}

static bool wrong(const char *name, const char *must)
{
    fprintf(stderr, "%s: %s must be %s; it is \"%s\".\n", settings.program, name, must,
            text_or(name, ""));
    return false;
}

static bool read_number(const char *name, int usual, int most, int *into)
{
    const char *text = text_or(name, NULL);
    *into = usual;
    if (!text)
        return true;
    char *end, must[48];
    errno = 0;
    long n = strtol(text, &end, 10);
    if (*end || errno || n < 1 || n > most) {
        snprintf(must, sizeof must, "a number from 1 to %d", most);
        return wrong(name, must);
    }
    *into = (int)n;
    return true;
}

/* http://name or https://name, perhaps a port, nothing after it. */
static bool site_is_plain(const char *site)
{
    const char *rest = NULL;
    if (strncmp(site, "https://", 8) == 0)
        rest = site + 8;
    else if (strncmp(site, "http://", 7) == 0)
        rest = site + 7;
    if (!rest || !*rest)
        return false;
    size_t n = strspn(rest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]");
    return rest[n] == '\0' && n <= 255;
}

static bool read_site(void)
{
    const char *text = text_or("MOTCUA_SITE", NULL);
    if (!text) {
        settings.site = "";
        return true;
    }
    size_t n = strlen(text);
    if (n && text[n - 1] == '/')
        n--;
    char *site = strndup(text, n);
    if (!site || !site_is_plain(site)) {
        free(site);
        return wrong("MOTCUA_SITE", "an address such as https://dichvucong.example, without a path");
    }
    settings.site = site;
    return true;
}

static bool read_endpoints(void)
{
    settings.db_endpoints = text_or("MOTCUA_DB", "unix:/run/mysqld/mysqld.sock");
    const char *at = settings.db_endpoints;
    for (;;) {
        if (strncmp(at, "unix:/", 6) != 0 && strncmp(at, "tcp:", 4) != 0)
            return wrong("MOTCUA_DB",
                         "a comma separated list of unix:/path/to/socket and tcp:host:port");
        at = strchr(at, ',');
        if (!at)
            return true;
        at++;
    }
}

/* unix:/path, or tcp:127.0.0.1:port: contents never leave the machine. */
static bool read_clamd(void)
{
    static const char must[] = "unix:/path/to/socket of at most 107 bytes, or tcp:127.0.0.1:port";
    struct sockaddr_un address;
    const char *text = settings.clamd = text_or("MOTCUA_CLAMD", NULL);
    if (!text)
        return true;
    if (strncmp(text, "unix:/", 6) == 0)
        return strlen(text + 5) < sizeof address.sun_path || wrong("MOTCUA_CLAMD", must);
    char *end = NULL;
    unsigned long port = strncmp(text, "tcp:127.0.0.1:", 14) == 0 ? strtoul(text + 14, &end, 10) : 0;
    return (port > 0 && port < 65536 && !*end) || wrong("MOTCUA_CLAMD", must);
}

/* A path of a socket. */
static bool read_live(void)
{
    struct sockaddr_un address;
    settings.live = text_or("MOTCUA_LIVE", NULL);
    if (!settings.live || (settings.live[0] == '/' && strlen(settings.live) < sizeof address.sun_path))
        return true;
    return wrong("MOTCUA_LIVE", "the path of a socket of at most 107 bytes");
}

bool settings_read(const char *program)
{
    memset(&settings, 0, sizeof settings);
    settings.program = program;
    settings.socket = text_or("MOTCUA_SOCKET", NULL);
    settings.templates = text_or("MOTCUA_TEMPLATES", MOTCUA_DATADIR "/templates");
    settings.assets = text_or("MOTCUA_ASSETS", MOTCUA_DATADIR "/assets.hdf");
    settings.db_name = text_or("MOTCUA_DB_NAME", "motcua");
    settings.db_user = text_or("MOTCUA_DB_USER", program);
    settings.db_password_file = text_or("MOTCUA_DB_PASSWORD_FILE", NULL);
    settings.keys = text_or("MOTCUA_KEYS", "/etc/motcua/keys");
    settings.uploads = text_or("MOTCUA_UPLOADS", NULL);
    settings.store = text_or("MOTCUA_STORE", NULL);
    settings.clock = text_or("MOTCUA_CLOCK", NULL);

    struct sockaddr_un address;
    if (settings.socket && strlen(settings.socket) >= sizeof address.sun_path - sizeof ".new")
        return wrong("MOTCUA_SOCKET", "a path of at most 103 bytes");
    const char *watch = text_or("MOTCUA_WATCH", "0");
    if (strcmp(watch, "0") != 0 && strcmp(watch, "1") != 0)
        return wrong("MOTCUA_WATCH", "0 or 1");
    settings.watch = watch[0] == '1';
    return read_number("MOTCUA_WORKERS", WORKERS_USUAL, WORKERS_MOST, &settings.workers) &&
           read_number("MOTCUA_HANG_S", LIMIT_HANG_S, LIMIT_HANG_S, &settings.hang_s) &&
           read_site() && read_endpoints() && read_clamd() && read_live();
}
