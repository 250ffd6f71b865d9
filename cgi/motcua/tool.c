/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/tool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

int tool_fail(const struct tool *tool, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fflush(stdout);
    fprintf(stderr, "motcua %s: ", tool->name);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
    va_end(values);
    return 1;
}

int tool_fail_db(const struct tool *tool, const char *doing)
{
    return tool_fail(tool, "%s: the database says: %s", doing, db_last_text(tool->db));
}

const char *tool_sql_folder(void)
{
    const char *folder = getenv("MOTCUA_SQL");
    return folder && *folder ? folder : MOTCUA_DATADIR "/sql";
}

char *tool_read_file(const struct tool *tool, const char *path, size_t ceiling, size_t *length)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (fd < 0 || fstat(fd, &status)) {
        tool_fail(tool, "%s: %s.", path, strerror(errno));
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    char *text = NULL;
    if (!S_ISREG(status.st_mode) || (size_t)status.st_size > ceiling) {
        tool_fail(tool, "%s is no file of at most %zu bytes.", path, ceiling);
        goto out;
    }
    text = arena_take(tool->arena, (size_t)status.st_size + 1);
    *length = 0;
    while (*length < (size_t)status.st_size) {
        ssize_t n = read(fd, text + *length, (size_t)status.st_size - *length);
        if (n == 0)
            break;
        if (n < 0 && errno != EINTR) {
            tool_fail(tool, "%s: %s.", path, strerror(errno));
            text = NULL;
            goto out;
        }
        if (n > 0)
            *length += (size_t)n;
    }
out:
    close(fd);
    return text;
}
