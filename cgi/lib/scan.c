/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/scan.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/settings.h"

#define PIECE (64 * 1024)
#define ANSWER_MAX 1024
#define PING_MS 1000

/* ---- the connection ------------------------------------------------------------------------------------------ */

/* Waits until the socket can be read or written, or the time is over. */
static bool ready(int fd, short events, int64_t until)
{
    for (;;) {
        int64_t left = until - clock_monotonic_ms();
        struct pollfd wanted = {.fd = fd, .events = events};
        int n = left > 0 ? poll(&wanted, 1, (int)left) : 0;
        if (n > 0)
            return true;
        if (n == 0 || errno != EINTR)
            return false;
    }
}

static socklen_t address_read(const char *text, struct sockaddr_storage *address)
{
    struct sockaddr_un *local = (struct sockaddr_un *)address;
    struct sockaddr_in *net = (struct sockaddr_in *)address;
    memset(address, 0, sizeof *address);
    if (strncmp(text, "unix:", 5) == 0) {
        local->sun_family = AF_UNIX;
        snprintf(local->sun_path, sizeof local->sun_path, "%s", text + 5);
        return sizeof *local;
    }
    net->sin_family = AF_INET; /* settings.c has looked at it: tcp:127.0.0.1:PORT */
    net->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    net->sin_port = htons((uint16_t)strtoul(strrchr(text, ':') + 1, NULL, 10));
    return sizeof *net;
}

static int connect_by(int64_t until)
{
    struct sockaddr_storage address;
    if (!settings.clamd)
        return -1;
    socklen_t length = address_read(settings.clamd, &address);
    int fd = socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    int error = 0;
    socklen_t size = sizeof error;
    if (fd >= 0 && (connect(fd, (struct sockaddr *)&address, length) == 0 ||
                    (errno == EINPROGRESS && ready(fd, POLLOUT, until) &&
                     getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0)))
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

static bool send_all(int fd, const void *bytes, size_t n, int64_t until)
{
    const char *at = bytes;
    while (n > 0) {
        if (!ready(fd, POLLOUT, until))
            return false;
        ssize_t done = send(fd, at, n, MSG_NOSIGNAL);
        if (done < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (done <= 0)
            return false;
        at += done;
        n -= (size_t)done;
    }
    return true;
}

/* The answer up to its NUL; false when it does not come, or is longer than any. */
static bool receive(int fd, char answer[ANSWER_MAX], int64_t until)
{
    size_t have = 0;
    while (have < ANSWER_MAX && ready(fd, POLLIN, until)) {
        ssize_t got = recv(fd, answer + have, ANSWER_MAX - have, 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got <= 0)
            return false;
        have += (size_t)got;
        if (memchr(answer, '\0', have))
            return true;
    }
    return false;
}

/* ---- a file -------------------------------------------------------------------------------------------------- */

/* False: the scanner hung up, or the file cannot be read. */
static bool stream(int socket, int fd, int64_t until, bool *unread)
{
    static uint8_t piece[4 + PIECE]; /* one thread a process */
    off_t at = 0;
    ssize_t n;
    do {
        n = pread(fd, piece + 4, PIECE, at);
        if (n < 0) {
            *unread = true;
            return false;
        }
        uint32_t length = htonl((uint32_t)n); /* 0 at the end ends the stream */
        memcpy(piece, &length, sizeof length);
        if (!send_all(socket, piece, 4 + (size_t)n, until))
            return false;
        at += n;
    } while (n > 0);
    return true;
}

/* Text of others for our database and log: printable ASCII. */
static void note_take(char note[SCAN_NOTE_MAX], const char *text, size_t n)
{
    size_t used = 0;
    for (size_t i = 0; i < n && used + 1 < SCAN_NOTE_MAX; i++)
        if (text[i] >= 0x20 && text[i] < 0x7f)
            note[used++] = text[i];
    note[used] = '\0';
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* "stream: OK", "stream: NAME FOUND", "INSTREAM size limit exceeded. ERROR" */
static enum scan_verdict answer_read(const char *answer, char note[SCAN_NOTE_MAX])
{
    static const char head[] = "stream: ";
    size_t skip = strncmp(answer, head, sizeof head - 1) == 0 ? sizeof head - 1 : 0;
    if (skip && strcmp(answer + skip, "OK") == 0)
        return SCAN_CLEAN;
    if (skip && ends_with(answer, " FOUND")) {
        note_take(note, answer + skip, strlen(answer + skip) - strlen(" FOUND"));
        return SCAN_FOUND;
    }
    note_take(note, answer + skip, strlen(answer + skip));
    log_warn("the virus scanner answers: %s", note);
    return strstr(answer, "size limit") ? SCAN_REFUSED : SCAN_AWAY;
}

enum scan_verdict scan_file(int fd, int ms, char note[SCAN_NOTE_MAX])
{
    static const char command[] = "zINSTREAM"; /* with its NUL */
    char answer[ANSWER_MAX];
    int64_t until = clock_monotonic_ms() + ms;
    bool unread = false;
    note[0] = '\0';
    int socket = connect_by(until);
    if (socket < 0)
        return SCAN_AWAY;
    /* A scanner that has seen too much hangs up in the middle, but says so first. */
    if (send_all(socket, command, sizeof command, until))
        stream(socket, fd, until, &unread);
    bool answered = !unread && receive(socket, answer, until);
    close(socket);
    if (unread)
        log_error("a file for the virus scanner cannot be read: %m");
    return answered ? answer_read(answer, note) : SCAN_AWAY;
}

bool scan_answers(void)
{
    static const char command[] = "zPING";
    char answer[ANSWER_MAX];
    int64_t until = clock_monotonic_ms() + PING_MS;
    int socket = connect_by(until);
    bool answers = socket >= 0 && send_all(socket, command, sizeof command, until) &&
                   receive(socket, answer, until) && strcmp(answer, "PONG") == 0;
    if (socket >= 0)
        close(socket);
    return answers;
}
