/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/serve.h"

#include <errno.h>
#include <fcgiapp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/data.h"
#include "lib/fastcgi.h"
#include "lib/fault.h"
#include "lib/limits.h"
#include "lib/log.h"
#include "lib/page.h"
#include "lib/serve_inside.h"
#include "lib/words.h"

/* The server in front has the whole request before it connects, so that it speaks at once. */
#define HEAD_TIMEOUT_S 2
#define BODY_TIMEOUT_S 10

/* ---- taking a request ------------------------------------------------------------------------ */

/* Waits for a connection; -1 when the worker is to leave. */
static int connection_accept(int listener)
{
    int fd = -1;
    supervise_listen_begin();
    while (!supervise_ending()) {
        fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
        if (fd >= 0 || (errno != EINTR && errno != ECONNABORTED))
            break;
    }
    supervise_listen_end();
    if (fd < 0 && !supervise_ending())
        log_error("no connection can be accepted: %m");
    return fd;
}

static void timeout_set(int fd, int which, int seconds)
{
    struct timeval timeout = {.tv_sec = seconds};
    setsockopt(fd, SOL_SOCKET, which, &timeout, sizeof timeout);
}

/*
 * libfcgi has no timeouts: a peer that connects and says nothing would hold the worker for ever. So the
 * connection is accepted here, bounded, and handed over as one that libfcgi believes to have kept open.
 * When it turns out bad, libfcgi looks for another on its own listener, which is -1, and gives up.
 */
static bool request_take(FCGX_Request *io, int fd)
{
    timeout_set(fd, SO_RCVTIMEO, HEAD_TIMEOUT_S);
    timeout_set(fd, SO_SNDTIMEO, BODY_TIMEOUT_S);
    io->ipcFd = fd;
    io->keepConnection = 1;
    if (FCGX_Accept_r(io) < 0)
        return false;
    io->keepConnection = 0;
    timeout_set(fd, SO_RCVTIMEO, BODY_TIMEOUT_S);
    const char *role = FCGX_GetParam("FCGI_ROLE", io->envp);
    if (role && strcmp(role, "RESPONDER") == 0)
        return true;
    FCGX_SetExitStatus(1, io->out);
    FCGX_Finish_r(io);
    return false;
}

static size_t body_read(void *context, char *bytes, size_t n)
{
    FCGX_Request *io = context;
    size_t got = 0;
    while (got < n) {
        int piece = n - got > INT32_MAX ? INT32_MAX : (int)(n - got);
        int more = FCGX_GetStr(bytes + got, piece, io->in);
        if (more <= 0)
            break;
        got += (size_t)more;
    }
    return got;
}

/* ---- answering --------------------------------------------------------------------------------- */

static void head_write(const struct request *rq, struct buffer *head)
{
    const struct reply *reply = &rq->reply;
    buffer_format(head, "Status: %d %s\r\n", reply->status, page_status_text(reply->status));
    if (reply->type && reply->status != 304)
        buffer_format(head, "Content-Type: %s\r\nX-Content-Type-Options: nosniff\r\n",
                      reply->type);
    if (reply->encoding && *reply->encoding && reply->status != 304)
        buffer_format(head, "Content-Encoding: %s\r\n", reply->encoding);
    if (reply->status != 304)
        buffer_format(head, "Content-Length: %zu\r\n", reply->body.length);
    buffer_add(head, reply->headers.bytes, reply->headers.length);
    buffer_text(head, "\r\n");
}

/* Everything at once and past libfcgi, which would write in pieces: a worker that dies has sent nothing,
 * so that the server in front can ask another one, or all. */
static bool reply_send(const struct request *rq, FCGX_Request *io)
{
    struct buffer head;
    buffer_init(&head, 64 * 1024);
    head_write(rq, &head);
    bool sent = !fault_point("write") &&
                fastcgi_answer(io->ipcFd, io->requestId, head.bytes, head.length,
                               rq->reply.body.bytes, rq->head ? 0 : rq->reply.body.length);
    buffer_release(&head);
    /* libfcgi waits for the other end to close, which only matters while that is still sending. */
    bool unread = *request_header(rq, "CONTENT_LENGTH") && !rq->body_read;
    if (!unread)
        close(io->ipcFd);
    FCGX_Free(io, unread);
    return sent;
}

static const char *method_name(const struct request *rq)
{
    return rq->foreign ? "OTHER" : rq->head ? "HEAD" : rq->method == POST ? "POST" : "GET";
}

/* The row's pattern, never the address itself: that may hold a code or a name. */
static void request_log(const struct request *rq, bool sent)
{
    log_info("%s %s %d %lld ms %u statements%s", method_name(rq),
             rq->route ? rq->route->path : "-", rq->reply.status,
             (long long)(clock_monotonic_ms() - rq->started_ms), db_statements(rq->db),
             sent ? "" : " (the visitor was gone)");
}

static void request_handle(struct serve_worker *worker, FCGX_Request *io)
{
    struct request_source source = {.environment = io->envp, .read = body_read, .context = io};
    struct request rq = {.audience = worker->audience,
                         .arena = worker->arena,
                         .data = data_open(),
                         .db = worker->db};
    fault_begin();
    clock_refresh();
    db_count_from_here(rq.db);
    request_open(&rq, &source);
    log_request(rq.number);
    rq.words = words_of(rq.language);
    route_serve(&rq);
    bool sent = reply_send(&rq, io);
    request_log(&rq, sent);
    log_request("");
    page_release(&rq);
    request_close(&rq);
    data_close(rq.data);
    arena_clear(worker->arena);
}

/* ---- a worker's life ------------------------------------------------------------------------------ */

int serve_loop(struct serve_worker *worker)
{
    FCGX_Request io;
    if (FCGX_Init() || FCGX_InitRequest(&io, -1, 0)) {
        log_error("libfcgi cannot be used");
        return 1;
    }
    worker->slot->ready = 1;
    for (;;) {
        int fd = connection_accept(worker->listener);
        if (fd < 0)
            return supervise_ending() ? 0 : 1;
        worker->slot->started_ms = clock_monotonic_ms();
        if (request_take(&io, fd)) {
            request_handle(worker, &io);
            worker->slot->served++;
        }
        worker->slot->started_ms = 0;
    }
}
