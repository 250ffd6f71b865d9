/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Rows marked .kept: their answer is made once and sent to all who ask the same address until anything it
 * was made of changes. What is kept is complete: compressed, with its ETag.
 */
#include "lib/kept.h"
#include "lib/limits.h"
#include "lib/page_inside.h"
#include "lib/route.h"
#include "lib/template.h"

/* What all answers are made of beside the address. */
struct edition {
    uint64_t audience, templates; /* with their words */
};

static struct {
    struct kept *answers;
    struct edition edition; /* of all of them */
} memory;

void page_kept_release(void)
{
    kept_close(memory.answers);
    memory.answers = NULL;
}

/* False: not known, so that nothing can be told to be right. */
static bool edition_read(struct request *rq, struct edition *edition)
{
    edition->audience = rq->audience->edition(rq->db);
    edition->templates = template_edition();
    return edition->audience != 0;
}

static bool same_edition(const struct edition *left, const struct edition *right)
{
    return left->audience == right->audience && left->templates == right->templates;
}

/*
 * The address as it arrived: two spellings of one query are two answers, because a page repeats its query in
 * the link to the other language. No path holds a line feed.
 */
static const char *key_of(const struct request *rq)
{
    return arena_format(rq->arena, "%s%s%s\n%s", rq->gzip ? "gzip " : "", rq->base, rq->path,
                        request_header(rq, "QUERY_STRING"));
}

static void reply_take(struct request *rq, const struct kept_answer *answer)
{
    struct reply *reply = &rq->reply;
    reply->status = 200;
    reply->type = arena_copy(rq->arena, answer->type);
    reply->encoding = arena_copy(rq->arena, answer->encoding);
    reply->etag = arena_copy(rq->arena, answer->etag);
    reply->complete = true;
    buffer_text(&reply->headers, answer->headers);
    buffer_add(&reply->body, answer->body, answer->length);
}

bool page_kept_find(struct request *rq)
{
    struct edition edition;
    if (!rq->route->kept || !edition_read(rq, &edition))
        return false;
    if (!memory.answers)
        memory.answers = kept_open(LIMIT_KEPT, LIMIT_KEPT_ANSWER);
    if (!same_edition(&edition, &memory.edition)) {
        kept_forget(memory.answers);
        memory.edition = edition;
    }
    const char *key = key_of(rq);
    const struct kept_answer *answer = kept_find(memory.answers, key);
    if (answer)
        reply_take(rq, answer);
    else
        rq->keep_as = key;
    return answer != NULL;
}

void page_keep(struct request *rq)
{
    const struct reply *reply = &rq->reply;
    if (!rq->keep_as)
        return;
    kept_add(memory.answers, rq->keep_as,
             &(struct kept_answer){.type = reply->type,
                                   .encoding = reply->encoding ? reply->encoding : "",
                                   .etag = reply->etag,
                                   .headers = reply->headers.bytes,
                                   .body = reply->body.bytes,
                                   .length = reply->body.length});
}
