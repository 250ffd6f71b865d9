/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * News for screens: told once and only after the commit, in order, and never held up by an nginx that is away or dumb.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/live.h"
#include "lib/log.h"
#include "lib/request.h"
#include "lib/settings.h"

static char folder[] = "/tmp/motcua-live-XXXXXX";
static char socket_at[64];
static int listener = -1;
static pid_t nginx;
static int heard[2]; /* a pipe: what the false nginx was told */

static int begin(void **state)
{
    (void)state;
    log_init("test");
    assert_non_null(mkdtemp(folder));
    snprintf(socket_at, sizeof socket_at, "%s/live.sock", folder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    return rmdir(folder);
}

/* Takes `n` connections and answers each with `answer`; NULL: never. */
static void nginx_start(int n, const char *answer)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    memcpy(address.sun_path, socket_at, strlen(socket_at));
    listener = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(listener, 5), 0);
    assert_int_equal(pipe(heard), 0);
    settings.live = socket_at;
    nginx = fork();
    if (nginx)
        return;
    for (int i = 0; i < n; i++) {
        char text[2048];
        int fd = accept(listener, NULL, NULL);
        ssize_t got = read(fd, text, sizeof text);
        if (!answer)
            pause();
        if (write(heard[1], text, (size_t)got) != got || write(fd, answer, strlen(answer)) < 0)
            _exit(1);
        close(fd);
    }
    _exit(0);
}

/* Everything it was told. */
static const char *nginx_stop(void)
{
    static char text[8192];
    int status;
    close(heard[1]);
    ssize_t n = 0, got;
    while ((got = read(heard[0], text + n, sizeof text - 1 - (size_t)n)) > 0)
        n += got;
    text[n] = '\0';
    close(heard[0]);
    close(listener);
    waitpid(nginx, &status, 0);
    unlink(socket_at);
    settings.live = NULL;
    return text;
}

static void test_one_message_in_one_request(void **state)
{
    (void)state;
    nginx_start(1, "HTTP/1.1 202 Accepted\r\n\r\n");
    assert_true(live_send("hall-trung-tam", "{\"e\":1}"));
    const char *text = nginx_stop();
    assert_ptr_equal(strstr(text, "POST /hall-trung-tam HTTP/1.1\r\n"), text);
    assert_non_null(strstr(text, "\r\nContent-Length: 7\r\n"));
    assert_string_equal(strstr(text, "\r\n\r\n"), "\r\n\r\n{\"e\":1}");
}

static void test_said_is_told_in_order_and_once(void **state)
{
    (void)state;
    struct request rq = {.arena = arena_open(0)};
    nginx_start(2, "HTTP/1.1 201 Created\r\n\r\n");
    live_say(&rq, "hall-a", "of an attempt that failed");
    live_forget(&rq);
    live_say(&rq, "hall-a", "first");
    live_say(&rq, "counter-a-1", "second");
    live_tell(&rq);
    live_tell(&rq);
    const char *text = nginx_stop();
    const char *first = strstr(text, "first"), *second = strstr(text, "second");
    assert_non_null(first);
    assert_true(second > first);
    assert_null(strstr(second + 1, "POST"));
    assert_null(strstr(text, "failed"));
    arena_close(rq.arena);
}

static void test_nginx_that_is_away_or_refuses(void **state)
{
    (void)state;
    assert_false(live_send("hall-a", "{}")); /* not set */
    settings.live = socket_at;
    assert_false(live_send("hall-a", "{}")); /* not there */
    nginx_start(1, "HTTP/1.1 404 Not Found\r\n\r\n");
    assert_false(live_send("hall-a", "{}"));
    nginx_stop();
}

static void test_nginx_that_never_answers_is_not_waited_for(void **state)
{
    (void)state;
    struct request rq = {.arena = arena_open(0)};
    nginx_start(1, NULL);
    for (int i = 0; i < 5; i++)
        live_say(&rq, "hall-a", "{}");
    int64_t before = clock_monotonic_ms();
    live_tell(&rq);
    /* One wait of a quarter of a second, not five. */
    assert_in_range(clock_monotonic_ms() - before, 200, 1200);
    kill(nginx, SIGKILL);
    nginx_stop();
    arena_close(rq.arena);
}

static void test_what_is_no_channel_or_no_line(void **state)
{
    (void)state;
    char text[LIVE_TEXT_MAX + 2] = "";
    memset(text, 'a', LIVE_TEXT_MAX + 1);
    settings.live = socket_at;
    assert_false(live_send("", "{}"));
    assert_false(live_send("hall a", "{}"));
    assert_false(live_send("hall-a HTTP/1.1\r\nX: y", "{}"));
    assert_false(live_send("hall-a", "a\r\nb"));
    assert_false(live_send("hall-a", text));
    settings.live = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_message_in_one_request),
        cmocka_unit_test(test_said_is_told_in_order_and_once),
        cmocka_unit_test(test_nginx_that_is_away_or_refuses),
        cmocka_unit_test(test_nginx_that_never_answers_is_not_waited_for),
        cmocka_unit_test(test_what_is_no_channel_or_no_line),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
