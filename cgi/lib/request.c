/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/request.h"

#include <sys/random.h>
#include <unistd.h>

#include "lib/address.h"
#include "lib/clock.h"
#include "lib/cookie.h"
#include "lib/limits.h"
#include "lib/route.h"
#include "lib/text.h"
#include "lib/upload.h"
#include "lib/urlencoded.h"

const char *request_header(const struct request *rq, const char *name)
{
    size_t n = strlen(name);
    for (char *const *at = rq->source->environment; at && *at; at++)
        if (strncmp(*at, name, n) == 0 && (*at)[n] == '=')
            return *at + n + 1;
    return "";
}

const char *request_cookie(struct request *rq, const char *name)
{
    rq->reply.private = true;
    return cookie_find(rq->arena, rq->cookies, cookie_wire_name(rq->arena, name));
}

/* The number the server in front gave, so that its log and ours agree. */
static const char *number_of(struct request *rq)
{
    const char *given = request_header(rq, "REQUEST_ID");
    size_t n = strlen(given);
    if (n >= 8 && n <= 32 && strspn(given, "0123456789abcdef") == n)
        return arena_copy(rq->arena, given);
    uint64_t random[2] = {0, 0};
    ssize_t got = getrandom(random, sizeof random, 0);
    (void)got;
    return arena_format(rq->arena, "%016llx%016llx", (unsigned long long)random[0],
                        (unsigned long long)random[1]);
}

static void method_read(struct request *rq)
{
    const char *method = request_header(rq, "REQUEST_METHOD");
    rq->head = strcmp(method, "HEAD") == 0;
    rq->method = strcmp(method, "POST") == 0 ? POST : GET;
    rq->foreign = rq->method == GET && !rq->head && strcmp(method, "GET") != 0;
}

static int address_open(struct request *rq)
{
    struct address address;
    int status = address_read(rq->arena, request_header(rq, "DOCUMENT_URI"),
                              request_header(rq, "REQUEST_URI"), &address);
    rq->path = address.path;
    rq->link = address.link;
    rq->language = address.language;
    rq->base = address.base;
    return status;
}

/* For links to this page in the other language: printable, or not repeated at all. */
static const char *query_for_links(struct request *rq, const char *query)
{
    for (const char *c = query; *c; c++)
        if ((unsigned char)*c <= 0x20 || (unsigned char)*c >= 0x7f)
            return "";
    return arena_copy(rq->arena, query);
}

static int query_read(struct request *rq)
{
    const char *query = request_header(rq, "QUERY_STRING");
    size_t n = strlen(query);
    if (n > LIMIT_QUERY)
        return 414;
    rq->parameters = arena_take_array(rq->arena, LIMIT_PARAMETERS, sizeof *rq->parameters);
    if (!urlencoded_parse(rq->arena, query, n, rq->parameters, LIMIT_PARAMETERS,
                          &rq->n_parameters)) {
        rq->n_parameters = 0;
        return 400;
    }
    rq->n_query = rq->n_parameters;
    rq->query = query_for_links(rq, query);
    return 0;
}

static void moved_build(struct request *rq)
{
    rq->moved = arena_format(rq->arena, "%s%s%s%s", rq->base, rq->link, rq->query[0] ? "?" : "",
                             rq->query);
}

/* 0, or what to refuse with. Reads all it can, so that the refusal has its language and look. */
static int head_read(struct request *rq)
{
    method_read(rq);
    int status = address_open(rq);
    const char *host = request_header(rq, "HTTP_HOST");
    bool host_plain = address_host_is_plain(host);
    rq->host = host_plain ? arena_copy(rq->arena, host) : "";
    int query = query_read(rq);
    if (!host_plain)
        return 400;
    if (query)
        return query;
    if (status == 301)
        moved_build(rq);
    return status;
}

int request_open(struct request *rq, const struct request_source *source)
{
    rq->source = source;
    rq->started_ms = clock_monotonic_ms();
    rq->deadline_ms = rq->started_ms + LIMIT_REQUEST_MS;
    rq->who = (struct actor){.name = "", .session = ""};
    rq->query = "";
    rq->number = number_of(rq);
    rq->cookies = request_header(rq, "HTTP_COOKIE");
    rq->if_none_match = request_header(rq, "HTTP_IF_NONE_MATCH");
    rq->gzip = strcmp(request_header(rq, "MOTCUA_GZIP"), "1") == 0;
    rq->refusal = head_read(rq);
    return rq->refusal;
}

/* ---- body ------------------------------------------------------------------------ */

static bool type_is(const char *type, const char *wanted)
{
    size_t n = strlen(wanted);
    return strncasecmp(type, wanted, n) == 0 && (type[n] == '\0' || strchr("; \t", type[n]));
}

/* A form says its charset seldom, and then it must be ours. */
static bool charset_is_ours(const char *type)
{
    const char *charset = strcasestr(type, "charset=");
    if (!charset)
        return true;
    charset += strlen("charset=");
    charset += *charset == '"';
    return strncasecmp(charset, "utf-8", 5) == 0;
}

/* -1: not a length. Nothing said means no body. */
static long long length_read(const struct request *rq)
{
    const char *text = request_header(rq, "CONTENT_LENGTH");
    if (!*text)
        return 0;
    size_t n = strspn(text, "0123456789");
    return text[n] || n > 15 ? -1 : strtoll(text, NULL, 10);
}

static bool body_has_ended(struct request *rq)
{
    char beyond;
    return rq->source->read(rq->source->context, &beyond, 1) == 0;
}

static int form_read(struct request *rq, size_t length)
{
    if (length > LIMIT_FORM_BODY)
        return 413;
    char *body = arena_take(rq->arena, length + 1);
    if (rq->source->read(rq->source->context, body, length) != length || !body_has_ended(rq))
        return 400;
    if (!urlencoded_parse(rq->arena, body, length, rq->parameters, LIMIT_PARAMETERS,
                          &rq->n_parameters))
        return 400;
    return 0;
}

int request_body(struct request *rq, int max_files)
{
    long long length = length_read(rq);
    const char *type = request_header(rq, "CONTENT_TYPE");
    if (length < 0)
        return 400;
    if (!*type && length == 0)
        return body_has_ended(rq) ? 0 : 400;
    if (type_is(type, "application/x-www-form-urlencoded"))
        return charset_is_ours(type) ? form_read(rq, (size_t)length) : 415;
    if (max_files > 0 && type_is(type, "multipart/form-data"))
        return upload_read(rq, type, (size_t)length, max_files);
    return 415;
}

void request_close(struct request *rq)
{
    for (size_t i = 0; i < rq->n_uploads; i++)
        if (rq->uploads[i].fd >= 0)
            close(rq->uploads[i].fd);
    rq->n_uploads = 0;
}
