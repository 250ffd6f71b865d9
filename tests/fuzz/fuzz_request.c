/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: a whole request. Lines NAME=value up to an empty line are the environment, the rest is the body.
 * Whatever comes, the answer is complete, below 500, and its headers hold no line that is not ours. Pages are
 * built in, so that the time goes into the frame.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/page.h"
#include "lib/route.h"
#include "lib/settings.h"

#define MUST(x) ((x) ? (void)0 : abort())
#define LINES_MOST 30

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int show(struct request *rq)
{
    const char *text = input_text(rq, "q");
    page_cookie(rq, "q", text, 60);
    return page_bytes(rq, "text/plain", text, strlen(text), text);
}

static int go(struct request *rq)
{
    return page_go(rq, "/thu-tuc/%s", input_text(rq, "code"));
}

static const struct route routes[] = {
    {GET, "/", ANYONE, show, {{"q", QUERY, .optional = true}}, .fresh_s = 9},
    {GET, "/thu-tuc/{code}", ANYONE, go, {{"code", LOOKUP}}},
    {POST, "/ask", ANYONE, show, {{"q", LINES}}, .asks = true, .files = 3},
    {GET, "/api/v1/x", ANYONE, show, {{"q", COUNT}}, .api = true},
    {.path = NULL},
};
static const struct audience audience = {.name = "fuzz", .routes = routes};

struct body {
    const uint8_t *bytes;
    size_t left;
};

static size_t body_read(void *context, char *bytes, size_t n)
{
    struct body *body = context;
    if (n > body->left)
        n = body->left;
    if (n)
        memcpy(bytes, body->bytes, n);
    body->bytes += n;
    body->left -= n;
    return n;
}

/* Splits off the environment; the rest is the body. */
static size_t environment_read(struct arena *arena, const uint8_t *bytes, size_t size,
                               char *environment[LINES_MOST + 1])
{
    size_t at = 0, n = 0;
    while (at < size && n < LINES_MOST) {
        const uint8_t *end = memchr(bytes + at, '\n', size - at);
        size_t length = end ? (size_t)(end - bytes) - at : size - at;
        if (length == 0)
            return at + 1;
        environment[n++] = arena_copy_bytes(arena, bytes + at, length);
        environment[n] = NULL;
        at += length + 1;
    }
    return at < size ? at : size;
}

static void check_reply(const struct request *rq)
{
    const struct reply *reply = &rq->reply;
    MUST(reply->status >= 200 && reply->status < 500);
    MUST(reply->headers.length >= 2);
    const char *headers = reply->headers.bytes, *end = headers + reply->headers.length;
    MUST(memcmp(end - 2, "\r\n", 2) == 0);
    for (const char *c = headers; c < end; c++) {
        MUST(*c == '\r' || *c == '\n' || ((unsigned char)*c >= 0x20 && (unsigned char)*c < 0x7f));
        MUST(*c != '\n' || c[-1] == '\r');
    }
    MUST(!strstr(headers, "\r\n\r\n"));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct db *db;
    if (!db) {
        settings.site = "https://dichvucong.example";
        settings.uploads = "/tmp";
        settings.db_endpoints = "unix:/nowhere/db.sock";
        db = db_open();
    }
    struct arena *arena = arena_open(0);
    char *environment[LINES_MOST + 1] = {NULL};
    size_t head = environment_read(arena, bytes, size, environment);
    struct body body = {bytes + (head < size ? head : size), head < size ? size - head : 0};
    struct request_source source = {environment, body_read, &body};
    struct request rq = {.audience = &audience,
                         .arena = arena,
                         .data = data_open(),
                         .words = NULL, /* without words an error page is plain text */
                         .db = db};
    request_open(&rq, &source);
    route_serve(&rq);
    check_reply(&rq);
    page_release(&rq);
    request_close(&rq);
    data_close(rq.data);
    arena_close(arena);
    return 0;
}
