/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/clock.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { ZONE_SECONDS = 7 * 3600, OFFSET_DIGITS_MAX = 10 };

static struct {
    bool started;
    const char *path; /* of MOTCUA_CLOCK, NULL: real time */
    bool frozen;
    int64_t frozen_second; /* civil */
    int64_t offset;        /* seconds */
    struct stat seen;
} setting;

static bool parse_offset(const char *text, int64_t *offset)
{
    size_t digits = strspn(text + 1, "0123456789");
    int64_t value = 0;

    if ((text[0] != '+' && text[0] != '-') || digits == 0 || digits > OFFSET_DIGITS_MAX ||
        text[1 + digits] != '\0')
        return false;
    for (size_t i = 1; i <= digits; i++)
        value = value * 10 + (text[i] - '0');
    *offset = text[0] == '-' ? -value : value;
    return true;
}

static bool setting_parse(const char *text)
{
    struct civil moment;
    int64_t offset;

    if (parse_offset(text, &offset)) {
        setting.frozen = false;
        setting.offset = offset;
        return true;
    }
    if (civil_parse(text, &moment)) {
        setting.frozen = true;
        setting.frozen_second = civil_second(&moment);
        return true;
    }
    return false;
}

static bool setting_read(void)
{
    char text[64];
    int file = open(setting.path, O_RDONLY | O_CLOEXEC);

    if (file < 0)
        return false;
    bool stamped = fstat(file, &setting.seen) == 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    if (!stamped || length <= 0)
        return false;
    while (length > 0 && strchr(" \t\r\n", text[length - 1]))
        length--;
    text[length] = '\0';
    return setting_parse(text);
}

static bool setting_changed(void)
{
    struct stat now;

    if (stat(setting.path, &now) != 0)
        return false;
    const struct stat *seen = &setting.seen;
    return now.st_ino != seen->st_ino || now.st_size != seen->st_size ||
           now.st_mtim.tv_sec != seen->st_mtim.tv_sec ||
           now.st_mtim.tv_nsec != seen->st_mtim.tv_nsec;
}

bool clock_refresh(void)
{
    if (!setting.started) {
        setting.started = true;
        const char *path = getenv("MOTCUA_CLOCK");
        setting.path = path && *path ? path : NULL;
    }
    return !setting.path || setting_read();
}

int64_t clock_unix(void)
{
    struct timespec real;

    if (!setting.started || (setting.path && setting_changed()))
        clock_refresh();
    if (setting.frozen)
        return setting.frozen_second - ZONE_SECONDS;
    clock_gettime(CLOCK_REALTIME, &real);
    return (int64_t)real.tv_sec + setting.offset;
}

struct civil clock_now(void)
{
    return civil_from_second(clock_unix() + ZONE_SECONDS);
}

int64_t clock_monotonic_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
