/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The virus scanner: a clamd of our own with one signature, and others that misbehave. Whatever is not a clear OK is
 * never taken for one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/scan.h"
#include "lib/settings.h"

#define CLAMD "/usr/sbin/clamd"
#define EICAR "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
#define PATIENCE_MS 20000

static char folder[] = "/tmp/motcua-scan-XXXXXX";
static char clamd_at[64], false_at[64];
static pid_t clamd;

static void text_file(const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void configure(void)
{
    static const char name[] = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
    char text[1024];
    int n = snprintf(text, sizeof text, "Own.EICAR:0:*:");
    for (size_t i = 0; name[i]; i++)
        n += snprintf(text + n, sizeof text - (size_t)n, "%02x", (unsigned char)name[i]);
    snprintf(text + n, sizeof text - (size_t)n, "\n");
    text_file("own.ndb", text);
    snprintf(text, sizeof text,
             "Foreground yes\nDatabaseDirectory %s\nTemporaryDirectory %s\nLocalSocket %s/clamd.sock\n"
             "StreamMaxLength 1M\nSelfCheck 0\n",
             folder, folder, folder);
    text_file("clamd.conf", text);
}

static int start(void **state)
{
    (void)state;
    log_init("test");
    assert_non_null(mkdtemp(folder));
    snprintf(clamd_at, sizeof clamd_at, "unix:%s/clamd.sock", folder);
    snprintf(false_at, sizeof false_at, "unix:%s/false.sock", folder);
    if (access(CLAMD, X_OK) != 0)
        return 0;
    configure();
    char config[64];
    snprintf(config, sizeof config, "%s/clamd.conf", folder);
    clamd = fork();
    if (clamd == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, 1);
        dup2(null, 2);
        execl(CLAMD, CLAMD, "-c", config, (char *)NULL);
        _exit(127);
    }
    settings.clamd = clamd_at;
    for (int64_t until = clock_monotonic_ms() + PATIENCE_MS; !scan_answers(); usleep(20000))
        assert_true(clock_monotonic_ms() < until);
    return 0;
}

static int away(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static int stop(void **state)
{
    (void)state;
    if (clamd > 0) {
        kill(clamd, SIGTERM);
        waitpid(clamd, NULL, 0);
    }
    return nftw(folder, away, 8, FTW_DEPTH | FTW_PHYS);
}

static enum scan_verdict scan_bytes(const void *bytes, size_t n, int ms, char note[SCAN_NOTE_MAX])
{
    int fd = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    assert_int_equal(write(fd, bytes, n), n);
    enum scan_verdict verdict = scan_file(fd, ms, note);
    assert_int_equal(lseek(fd, 0, SEEK_CUR), n);
    close(fd);
    return verdict;
}

/* ---- a real one ------------------------------------------------------------------------------------------------- */

static void need_clamd(void)
{
    if (clamd <= 0)
        skip();
    settings.clamd = clamd_at;
}

static void clean_and_infected(void **state)
{
    (void)state;
    char note[SCAN_NOTE_MAX];
    need_clamd();
    assert_int_equal(scan_bytes("nothing bad", 11, 5000, note), SCAN_CLEAN);
    assert_string_equal(note, "");
    assert_int_equal(scan_bytes(EICAR, strlen(EICAR), 5000, note), SCAN_FOUND);
    assert_string_equal(note, "Own.EICAR.UNOFFICIAL");
}

static void larger_than_the_scanner_takes(void **state)
{
    (void)state;
    enum { MANY = 3 * 1024 * 1024 };
    char note[SCAN_NOTE_MAX], *zeros = calloc(1, MANY);
    need_clamd();
    assert_int_equal(scan_bytes(zeros, MANY / 4, 5000, note), SCAN_CLEAN);
    assert_int_equal(scan_bytes(zeros, MANY, 5000, note), SCAN_REFUSED);
    assert_non_null(strstr(note, "size limit"));
    free(zeros);
}

/* ---- those that are no scanner -------- */

static void no_scanner(void **state)
{
    (void)state;
    char note[SCAN_NOTE_MAX];
    settings.clamd = NULL;
    assert_int_equal(scan_bytes("x", 1, 1000, note), SCAN_AWAY);
    assert_false(scan_answers());
    settings.clamd = "unix:/nowhere/clamd.sock";
    assert_int_equal(scan_bytes("x", 1, 1000, note), SCAN_AWAY);
    settings.clamd = "tcp:127.0.0.1:1";
    assert_int_equal(scan_bytes("x", 1, 1000, note), SCAN_AWAY);
}

static int false_listen(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s", false_at + strlen("unix:"));
    unlink(address.sun_path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(fd, 8), 0);
    settings.clamd = false_at;
    return fd;
}

/* Accepts and says nothing: the time given is kept. */
static void a_silent_scanner_is_away(void **state)
{
    (void)state;
    enum { MANY = 1024 * 1024 };
    char note[SCAN_NOTE_MAX], *zeros = calloc(1, MANY);
    int listener = false_listen();
    int64_t began = clock_monotonic_ms();
    assert_int_equal(scan_bytes("x", 1, 200, note), SCAN_AWAY);
    assert_int_equal(scan_bytes(zeros, MANY, 200, note), SCAN_AWAY);
    assert_true(clock_monotonic_ms() - began < 3000);
    close(listener);
    free(zeros);
}

/* Answers `answer` to whoever comes, once, and hangs up. */
static enum scan_verdict answered_with(const char *answer, size_t n)
{
    char note[SCAN_NOTE_MAX];
    int listener = false_listen();
    pid_t child = fork();
    if (child == 0) {
        char command[10 + 4 + 1 + 4]; /* the command, one piece of one byte, the end */
        int fd = accept(listener, NULL, NULL);
        size_t have = 0;
        while (have < sizeof command) {
            ssize_t got = read(fd, command + have, sizeof command - have);
            if (got <= 0)
                break;
            have += (size_t)got;
        }
        ssize_t done = write(fd, answer, n);
        _exit(done == (ssize_t)n ? 0 : 1);
    }
    enum scan_verdict verdict = scan_bytes("x", 1, 2000, note);
    close(listener);
    waitpid(child, NULL, 0);
    return verdict;
}

static void strange_answers_are_no_ok(void **state)
{
    (void)state;
    static char long_one[4096];
    memset(long_one, 'x', sizeof long_one);
    assert_int_equal(answered_with("stream: OK", 11), SCAN_CLEAN); /* the helper works */
    assert_int_equal(answered_with("stream: OK", 10), SCAN_AWAY);  /* cut off */
    assert_int_equal(answered_with("OK", 3), SCAN_AWAY);
    assert_int_equal(answered_with("stream: OK ", 12), SCAN_AWAY);
    assert_int_equal(answered_with("stream: NOT OK", 15), SCAN_AWAY);
    assert_int_equal(answered_with("stream: Can't allocate memory ERROR", 36), SCAN_AWAY);
    assert_int_equal(answered_with("", 1), SCAN_AWAY);
    assert_int_equal(answered_with(long_one, sizeof long_one), SCAN_AWAY);
    assert_int_equal(answered_with("stream: A\nB FOUND", 18), SCAN_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_and_infected),
        cmocka_unit_test(larger_than_the_scanner_takes),
        cmocka_unit_test(no_scanner),
        cmocka_unit_test(a_silent_scanner_is_away),
        cmocka_unit_test(strange_answers_are_no_ok),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
