/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <sodium.h>
#include <zlib.h>

#include "lib/log.h"
#include "lib/page_inside.h"

#define ETAG_BYTES 16
#define GZIP_LEAST 1024 /* smaller bodies fit into one packet anyway */
#define GZIP_LEVEL 6

/* Only what everybody gets the same way: a person's page and a page that sets a cookie never. */
static bool is_shared(const struct request *rq)
{
    const struct reply *reply = &rq->reply;
    return reply->status == 200 && reply->fresh_s > 0 && rq->who.id == 0 && !reply->private &&
           rq->method == GET;
}

static bool is_text(const char *type)
{
    return type && (strncmp(type, "text/", 5) == 0 || strncmp(type, "application/json", 16) == 0 ||
                    strncmp(type, "image/svg+xml", 13) == 0);
}

static const char *etag_of(struct request *rq)
{
    unsigned char hash[ETAG_BYTES];
    char hex[2 * ETAG_BYTES + 1];
    const struct buffer *body = &rq->reply.body;
    crypto_generichash(hash, sizeof hash, (const unsigned char *)(body->bytes ? body->bytes : ""),
                       body->length, NULL, 0);
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    return arena_copy(rq->arena, hex);
}

/* If-None-Match compares weakly: W/ does not count. */
static bool client_has(const struct request *rq, const char *hex)
{
    const char *header = rq->if_none_match;
    if (strcmp(header, "*") == 0)
        return true;
    const char *found = strstr(header, hex);
    return found && found > header && found[-1] == '"' && found[strlen(hex)] == '"';
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

void page_complete(struct request *rq)
{
    struct reply *reply = &rq->reply;
    if (!is_shared(rq)) {
        page_header(rq, "Cache-Control", "no-store");
        return;
    }
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%d", reply->fresh_s);
    page_header(rq, "Cache-Control", arena_format(rq->arena, "public, max-age=%s", seconds));
    page_header(rq, "X-Accel-Expires", seconds);

    const char *hex = etag_of(rq);
    bool varies = is_text(reply->type) && reply->body.length >= GZIP_LEAST;
    if (varies)
        page_header(rq, "Vary", "Accept-Encoding");
    bool known = client_has(rq, hex);
    bool packed = !known && varies && rq->gzip && compress_body(rq);
    if (packed)
        page_header(rq, "Content-Encoding", "gzip");
    reply->etag = arena_format(rq->arena, "%s\"%s\"", varies && rq->gzip ? "W/" : "", hex);
    page_header(rq, "ETag", reply->etag);
    if (known) {
        reply->status = 304;
        page_reset_body(rq);
    }
}
