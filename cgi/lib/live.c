/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/live.h"

#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/request.h"
#include "lib/settings.h"

#define WAIT_US 250000
#define COMPLAIN_MS 60000

struct live_news {
    struct live_news *next;
    const char *channel;
    const char *text;
};

static bool channel_ok(const char *channel)
{
    size_t n = strlen(channel);
    return n > 0 && n <= LIVE_CHANNEL_MAX && strspn(channel, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

static bool text_ok(const char *text)
{
    return strlen(text) <= LIVE_TEXT_MAX && !strpbrk(text, "\r\n");
}

/* ---- told after the commit ------------------------------------------------------------------- */

void live_say(struct request *rq, const char *channel, const char *text)
{
    if (!channel_ok(channel) || !text_ok(text))
        log_fatal("news for the channel \"%s\" cannot be told: %s", channel, text);
    struct live_news *news = arena_take(rq->arena, sizeof *news), **end = &rq->news;
    *news = (struct live_news){.channel = arena_copy(rq->arena, channel), .text = arena_copy(rq->arena, text)};
    while (*end)
        end = &(*end)->next;
    *end = news;
}

void live_forget(struct request *rq)
{
    rq->news = NULL;
}

void live_tell(struct request *rq)
{
    for (const struct live_news *news = rq->news; news; news = news->next)
        if (!live_send(news->channel, news->text))
            break; /* the others would wait as long for nothing */
    live_forget(rq);
}

/* ---- one message to nginx -------------------------------------------------------------------- */

static int connect_live(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    struct timeval wait = {.tv_usec = WAIT_US};
    memcpy(address.sun_path, settings.live, strlen(settings.live));
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait) ||
        setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait) ||
        connect(fd, (struct sockaddr *)&address, sizeof address)) {
        close(fd);
        return -1;
    }
    return fd;
}

/* nginx takes requests of this size in one piece and answers in one. */
static bool post(int fd, const char *channel, const char *text)
{
    char message[LIVE_CHANNEL_MAX + LIVE_TEXT_MAX + 200], answer[64];
    int n = snprintf(message, sizeof message,
                     "POST /%s HTTP/1.1\r\nHost: live\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n"
                     "Connection: close\r\n\r\n%s",
                     channel, strlen(text), text);
    if (send(fd, message, (size_t)n, MSG_NOSIGNAL) != n)
        return false;
    ssize_t got = recv(fd, answer, sizeof answer - 1, 0);
    if (got < 0)
        return false;
    answer[got] = '\0';
    /* 201: somebody listens; 202: nobody does. */
    return strncmp(answer, "HTTP/1.1 20", 11) == 0;
}

static void complain(const char *channel)
{
    static int64_t last_ms;
    int64_t now = clock_monotonic_ms();
    if (last_ms && now - last_ms < COMPLAIN_MS)
        return;
    last_ms = now;
    log_warn("screens cannot be told of changes (%s); they look every few seconds instead: %m", channel);
}

bool live_send(const char *channel, const char *text)
{
    if (!settings.live || !channel_ok(channel) || !text_ok(text))
        return false;
    int fd = connect_live();
    bool told = fd >= 0 && post(fd, channel, text);
    if (!told)
        complain(channel);
    if (fd >= 0)
        close(fd);
    return told;
}
