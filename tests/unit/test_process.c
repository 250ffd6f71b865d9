/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What a program says to its surroundings: its socket, systemd, the log.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/listener.h"
#include "lib/log.h"
#include "lib/notify.h"

static char folder[] = "/tmp/motcua-process-XXXXXX";
static char socket_path[80];

static int bound(int type, const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    memcpy(address.sun_path, path, strlen(path) + 1);
    int fd = socket(AF_UNIX, type, 0);
    assert_true(fd >= 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    return fd;
}

static bool connects(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    memcpy(address.sun_path, path, strlen(path) + 1);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    bool connected = connect(fd, (struct sockaddr *)&address, sizeof address) == 0;
    close(fd);
    return connected;
}

/* ---- the socket ---------------------------------------------------------------------------- */

static void a_socket_is_ours_alone(void **state)
{
    (void)state;
    struct listener first, second;
    struct stat status;
    assert_true(listener_open(&first, "test", socket_path));
    assert_int_equal(stat(socket_path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_true(connects(socket_path));
    assert_false(listener_open(&second, "test", socket_path));
    assert_true(connects(socket_path)); /* the second has broken nothing */
    listener_close(&first);
    assert_false(connects(socket_path));
    assert_int_equal(access(socket_path, F_OK), -1);
}

static void a_socket_left_behind_is_replaced(void **state)
{
    (void)state;
    struct listener listener;
    close(bound(SOCK_STREAM, socket_path));
    assert_false(connects(socket_path));
    assert_true(listener_open(&listener, "test", socket_path));
    assert_true(connects(socket_path));
    listener_close(&listener);
}

/* In a child, which may rearrange its descriptors: 0 when an inherited socket is taken. */
static int inherits(int fd, bool from_systemd)
{
    pid_t pid = fork();
    if (pid == 0) {
        char text[20];
        struct listener listener;
        snprintf(text, sizeof text, "%d", (int)getpid());
        dup2(fd, from_systemd ? 3 : 0);
        if (from_systemd) {
            setenv("LISTEN_PID", text, 1);
            setenv("LISTEN_FDS", "1", 1);
        }
        bool taken = listener_open(&listener, "test", NULL);
        _exit(taken && listener.fd == (from_systemd ? 3 : 0) && listener.lock < 0 ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void a_listening_socket_is_inherited(void **state)
{
    (void)state;
    int fd = bound(SOCK_STREAM, socket_path);
    assert_int_equal(inherits(fd, false), 1); /* bound, but it does not listen */
    assert_int_equal(listen(fd, 5), 0);
    assert_int_equal(inherits(fd, false), 0);
    assert_int_equal(inherits(fd, true), 0);
    close(fd);
    unlink(socket_path);
    fd = open("/dev/null", O_RDWR);
    assert_int_equal(inherits(fd, false), 1);
    close(fd);
}

/* ---- systemd --------------------------------------------------------------------------------- */

static void systemd_is_told(void **state)
{
    (void)state;
    char heard[80] = "";
    int fd = bound(SOCK_DGRAM, socket_path);
    setenv("NOTIFY_SOCKET", socket_path, 1);
    notify("READY=1");
    assert_int_equal(recv(fd, heard, sizeof heard - 1, MSG_DONTWAIT), 7);
    assert_string_equal(heard, "READY=1");

    setenv("WATCHDOG_USEC", "6000000", 1);
    assert_int_equal(notify_watchdog_ms(), 3000);
    setenv("WATCHDOG_PID", "1", 1);
    assert_int_equal(notify_watchdog_ms(), 0);
    unsetenv("WATCHDOG_PID");
    unsetenv("NOTIFY_SOCKET");
    assert_int_equal(notify_watchdog_ms(), 0);
    notify("READY=1");
    assert_int_equal(recv(fd, heard, sizeof heard, MSG_DONTWAIT), -1);
    unsetenv("WATCHDOG_USEC");
    close(fd);
    unlink(socket_path);
}

/* ---- the log ---------------------------------------------------------------------------------- */

/* What `act` writes to stderr. */
static const char *logged(void (*act)(void))
{
    static char text[20000];
    char path[80];
    snprintf(path, sizeof path, "%s/log", folder);
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600), kept = dup(STDERR_FILENO);
    dup2(file, STDERR_FILENO);
    act();
    dup2(kept, STDERR_FILENO);
    close(kept);
    ssize_t n = pread(file, text, sizeof text - 1, 0);
    text[n > 0 ? n : 0] = '\0';
    close(file);
    return text;
}

static void say_hostile_things(void)
{
    log_request("abcdef01");
    log_info("a\nb\x1b[31m%s\x7f", "\r\n2026-01-01 00:00:00 forged");
    log_request("");
    log_info("plain đ");
}

static void lines_cannot_be_forged(void **state)
{
    (void)state;
    log_init("test");
    const char *text = logged(say_hostile_things);
    assert_non_null(strstr(text, "info abcdef01 a?b?[31m??2026-01-01 00:00:00 forged?\n"));
    assert_non_null(strstr(text, "info plain đ\n"));
    assert_int_equal(strspn(text, "0123456789-"), 10);
}

static void say_a_lot(void)
{
    char text[5000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    log_info("%s", text);
}

static void lines_have_an_end(void **state)
{
    (void)state;
    const char *text = logged(say_a_lot);
    assert_true(strlen(text) <= 2001);
    assert_int_equal(text[strlen(text) - 1], '\n');
}

static void say_it_again(void)
{
    for (int i = 0; i < 50; i++)
        log_warn("the same");
    log_error("another");
}

static void repetitions_are_counted(void **state)
{
    (void)state;
    const char *text = logged(say_it_again);
    size_t lines = 0;
    for (const char *c = text; *c; c++)
        lines += *c == '\n';
    assert_true(lines <= 5); /* a second may turn meanwhile */
    assert_non_null(strstr(text, "more times"));
    assert_non_null(strstr(text, "error another\n"));
}

static int start(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(socket_path, sizeof socket_path, "%s/s", folder);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    static const char *const files[] = {"s", "s.lock", "log"};
    char path[80];
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        unlink(path);
    }
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_socket_is_ours_alone),
        cmocka_unit_test(a_socket_left_behind_is_replaced),
        cmocka_unit_test(a_listening_socket_is_inherited),
        cmocka_unit_test(systemd_is_told),
        cmocka_unit_test(lines_cannot_be_forged),
        cmocka_unit_test(lines_have_an_end),
        cmocka_unit_test(repetitions_are_counted),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
