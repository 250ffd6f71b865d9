/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A FastCGI program of the real frame whose pages misbehave on request, for the test of the supervision.
 */
#include <signal.h>
#include <unistd.h>

#include "lib/page.h"
#include "lib/serve.h"

static int text(struct request *rq, const char *answer)
{
    return page_bytes(rq, "text/plain", answer, strlen(answer), NULL);
}

static int pid(struct request *rq)
{
    return text(rq, arena_format(rq->arena, "%d", (int)getpid()));
}

static int crash(struct request *rq)
{
    raise(SIGSEGV);
    return text(rq, "still here");
}

static int leave(struct request *rq)
{
    (void)rq;
    _exit(3);
}

static int hang(struct request *rq)
{
    for (;;)
        pause();
    return text(rq, "never");
}

/* Long enough to be met in the middle. */
static int slow(struct request *rq)
{
    usleep(700000);
    return pid(rq);
}

static int large(struct request *rq)
{
    size_t n = 3 * 1024 * 1024;
    char *bytes = arena_take(rq->arena, n);
    memset(bytes, 'x', n);
    return page_bytes(rq, "text/plain", bytes, n, NULL);
}

static int echo(struct request *rq)
{
    return text(rq, input_text(rq, "a"));
}

static int exhaust(struct request *rq)
{
    for (;;)
        arena_take(rq->arena, 1024 * 1024);
    return text(rq, "endless");
}

static const struct route routes[] = {
    {GET, "/pid", ANYONE, pid},
    {GET, "/crash", ANYONE, crash},
    {GET, "/leave", ANYONE, leave},
    {GET, "/hang", ANYONE, hang},
    {GET, "/slow", ANYONE, slow},
    {GET, "/large", ANYONE, large},
    {GET, "/exhaust", ANYONE, exhaust},
    {POST, "/echo", ANYONE, echo, {{"a", LINES, .max = 200000}}, .asks = true},
    {.path = NULL},
};

int main(int argc, char **argv)
{
    static const struct audience audience = {.name = "probe", .routes = routes};
    return serve_main(argc, argv, &audience);
}
