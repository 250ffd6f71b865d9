/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/log.h"

#include <errno.h>
#include <stdarg.h>
#include <unistd.h>

#define LINE_BYTES 2000
#define HANOI_SECONDS (7 * 3600)

static const char *log_program = "motcua";
static pid_t log_pid;
static char log_number[33];

void log_init(const char *program)
{
    log_program = program;
    log_pid = getpid();
}

void log_request(const char *request_number)
{
    snprintf(log_number, sizeof log_number, "%s", request_number);
}

/* The machine's time, never the settable clock: a log tells when things happened. */
static int stamp(char *out, size_t room)
{
    time_t civil = time(NULL) + HANOI_SECONDS;
    struct tm parts;
    gmtime_r(&civil, &parts);
    return (int)strftime(out, room, "%Y-%m-%d %H:%M:%S", &parts);
}

/* Terminals obey control bytes and a line feed would forge a second line. */
static void escape(char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
            text[i] = '?';
}

static void line(const char *level, const char *format, va_list values)
    __attribute__((format(printf, 2, 0)));

static void line(const char *level, const char *format, va_list values)
{
    int saved = errno;
    char text[LINE_BYTES + 1];
    size_t n = (size_t)stamp(text, sizeof text);
    int head = snprintf(text + n, sizeof text - n, " %s[%d] %s %s%s", log_program,
                        (int)(log_pid ? log_pid : getpid()), level, log_number,
                        log_number[0] ? " " : "");
    n += (size_t)head;
    errno = saved; /* for %m */
    int body = vsnprintf(text + n, sizeof text - n, format, values);
    size_t wanted = n + (size_t)(body > 0 ? body : 0);
    n = wanted < sizeof text ? wanted : sizeof text - 1;
    escape(text, n);
    text[n++] = '\n';
    /* One write a line, so that lines of several workers never mix. Nobody
     * can be told when it fails. */
    ssize_t ignored = write(STDERR_FILENO, text, n);
    (void)ignored;
    errno = saved;
}

void log_error(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    line("error", format, values);
    va_end(values);
}

void log_warn(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    line("warn", format, values);
    va_end(values);
}

void log_info(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    line("info", format, values);
    va_end(values);
}

void log_fatal(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    line("fatal", format, values);
    va_end(values);
    abort();
}
