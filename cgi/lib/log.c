/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <unistd.h>

#define LINE_BYTES 2000
#define HANOI_SECONDS (7 * 3600)

static const char *log_program = "motcua";
static pid_t log_pid;
static char log_number[33];

/* A database that is away says so at every try: the same sentence is written once a second. */
static struct {
    char text[200];
    time_t at;
    unsigned more;
} last;

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
static void say(const char *level, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

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

static void say(const char *level, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    line(level, format, values);
    va_end(values);
}

static bool is_repeated(const char *text)
{
    time_t now = time(NULL);
    if (now - last.at < 1 && strcmp(text, last.text) == 0) {
        last.more++;
        return true;
    }
    unsigned more = last.more;
    last.more = 0;
    last.at = now;
    if (more)
        say("warn", "the last warning came %u more times", more);
    memcpy(last.text, text, strlen(text) + 1);
    return false;
}

static void complain(const char *level, const char *format, va_list values)
    __attribute__((format(printf, 2, 0)));

static void complain(const char *level, const char *format, va_list values)
{
    char text[sizeof last.text];
    int saved = errno;
    va_list again;
    va_copy(again, values);
    vsnprintf(text, sizeof text, format, again);
    va_end(again);
    errno = saved;
    if (!is_repeated(text))
        line(level, format, values);
}

void log_error(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    complain("error", format, values);
    va_end(values);
}

void log_warn(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    complain("warn", format, values);
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
