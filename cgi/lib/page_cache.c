/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <sodium.h>
#include <zlib.h>

#include "lib/log.h"
#include "lib/page_inside.h"

#define GZIP_LEAST 1024 /* smaller bodies fit into one packet anyway */
#define GZIP_LEVEL 6

/* Only what everybody gets the same way: a person's page and a page that sets a cookie never. */
static bool is_shared(const struct request *rq)
{
    const struct reply *reply = &rq->reply;
    bool for_one = (rq->who.id != 0 || reply->private) && !reply->common;
    return reply->status == 200 && reply->fresh_s > 0 && !for_one && rq->method == GET;
}

static bool is_text(const char *type)
{
    return type && (strncmp(type, "text/", 5) == 0 || strncmp(type, "application/json", 16) == 0 ||
                    strncmp(type, "image/svg+xml", 13) == 0);
}

/* In quotes. The same bytes have the same ETag in every worker of every machine, so the key is no secret. */
static const char *etag_of(struct request *rq)
{
    static const unsigned char key[crypto_shorthash_siphashx24_KEYBYTES] = "motcua";
    unsigned char hash[crypto_shorthash_siphashx24_BYTES];
    char hex[2 * sizeof hash + 1];
    const struct buffer *body = &rq->reply.body;
    crypto_shorthash_siphashx24(hash, (const unsigned char *)(body->bytes ? body->bytes : ""),
                                body->length, key);
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    return arena_format(rq->arena, "\"%s\"", hex);
}

/* If-None-Match compares weakly: W/ does not count. */
static bool client_has(const struct request *rq, const char *etag)
{
    const char *header = rq->if_none_match;
    return strcmp(header, "*") == 0 || strstr(header, strchr(etag, '"'));
}

/* False: sent as it is. */
static bool compress_body(struct request *rq)
{
    struct buffer *body = &rq->reply.body, packed;
    z_stream stream = {0};
    if (deflateInit2(&stream, GZIP_LEVEL, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    size_t room = deflateBound(&stream, body->length);
    char *out = malloc(room);
    if (!out)
        log_fatal("out of memory: compressing a page");
    stream.next_in = (Bytef *)body->bytes;
    stream.avail_in = (uInt)body->length;
    stream.next_out = (Bytef *)out;
    stream.avail_out = (uInt)room;
    bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    size_t length = room - stream.avail_out;
    deflateEnd(&stream);
    if (done && length < body->length) {
        buffer_init(&packed, body->ceiling);
        buffer_add(&packed, out, length);
        buffer_release(body);
        *body = packed;
    } else {
        done = false;
    }
    free(out);
    return done;
}

/* A page that is made now gets its headers; the body is packed unless nobody is going to read it. */
static void shared_complete(struct request *rq)
{
    struct reply *reply = &rq->reply;
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%d", reply->fresh_s);
    page_header(rq, "Cache-Control", arena_format(rq->arena, "public, max-age=%s", seconds));
    page_header(rq, "X-Accel-Expires", seconds);

    reply->etag = etag_of(rq);
    if (is_text(reply->type) && reply->body.length >= GZIP_LEAST) {
        page_header(rq, "Vary", "Accept-Encoding");
        bool read = rq->keep_as || !client_has(rq, reply->etag);
        if (rq->gzip && read && compress_body(rq))
            reply->encoding = "gzip";
        if (rq->gzip)
            reply->etag = arena_format(rq->arena, "W/%s", reply->etag);
    }
    page_header(rq, "ETag", reply->etag);
    page_keep(rq);
}

void page_complete(struct request *rq)
{
    struct reply *reply = &rq->reply;
    if (!is_shared(rq)) {
        page_header(rq, "Cache-Control", "no-store");
        return;
    }
    if (!reply->complete)
        shared_complete(rq);
    if (client_has(rq, reply->etag)) {
        reply->status = 304;
        page_reset_body(rq);
    }
}
