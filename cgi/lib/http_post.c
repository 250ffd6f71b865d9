/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/http_post.h"

#include <curl/curl.h>
#include <string.h>

#include "lib/buffer.h"

struct posting {
    const struct http_post *post;
    size_t sent, length;
    const struct handing_gate *gate;
    bool asked, open;
    struct buffer answer; /* its beginning */
};

static size_t body_give(char *into, size_t size, size_t count, void *context)
{
    struct posting *p = context;
    if (!p->asked) {
        p->asked = true;
        p->open = p->gate->open(p->gate->context);
    } else if (p->sent == 0) {
        return CURL_READFUNC_ABORT; /* libcurl begins again: never */
    }
    if (!p->open)
        return CURL_READFUNC_ABORT;
    size_t n = p->length - p->sent, room = size * count;
    n = n < room ? n : room;
    memcpy(into, p->post->body + p->sent, n);
    p->sent += n;
    return n;
}

static size_t answer_take(char *bytes, size_t size, size_t count, void *context)
{
    struct posting *p = context;
    size_t n = size * count, room = HTTP_POST_ANSWER - p->answer.length;
    buffer_add(&p->answer, bytes, n < room ? n : room);
    return n;
}

static void judge_answer(const struct posting *p, int answer, struct handing *handing)
{
    if (answer >= 200 && answer < 300) {
        bool done = !p->post->done || strstr(p->answer.bytes ? p->answer.bytes : "", p->post->done);
        handing_say(handing, done ? HANDING_DONE : HANDING_LATER, done ? 0 : answer,
                    done ? "" : "the gateway's answer does not say that it has the message");
    } else if (answer == 401 || answer == 403 || (answer >= 300 && answer < 400)) {
        handing_say(handing, HANDING_AWAY, answer, "the gateway does not let us in");
    } else if (answer == 408 || answer == 429 || answer == 503) {
        handing_say(handing, HANDING_LATER, answer, "the gateway says not now");
    } else if (answer >= 400 && answer < 500) {
        handing_say(handing, HANDING_REFUSED, answer, "the gateway refuses the message");
    } else {
        handing_say(handing, p->post->repeats_known ? HANDING_LATER : HANDING_UNKNOWN, answer,
                    "the gateway failed while it had the message");
    }
}

static void judge(const struct posting *p, CURLcode code, int answer, struct handing *handing)
{
    const char *text = curl_easy_strerror(code);
    if (p->asked && !p->open)
        handing_say(handing, HANDING_LOST, 0, text);
    else if (code == CURLE_OK && p->open)
        judge_answer(p, answer, handing);
    else if (p->open)
        handing_say(handing, p->post->repeats_known ? HANDING_LATER : HANDING_UNKNOWN, 0, text);
    else
        handing_say(handing, handing_is_away(code) ? HANDING_AWAY : HANDING_LATER, answer, text);
}

static struct curl_slist *headers_of(const struct http_post *post)
{
    struct curl_slist *list = curl_slist_append(NULL, "Expect:"); /* no round trip before the body */
    for (size_t i = 0; list && i < HTTP_POST_HEADERS && post->headers[i]; i++)
        list = curl_slist_append(list, post->headers[i]);
    return list;
}

void http_post_send(const struct http_post *post, const struct handing_gate *gate, struct handing *handing)
{
    struct posting p = {.post = post, .length = strlen(post->body), .gate = gate};
    CURL *easy = curl_easy_init();
    struct curl_slist *headers = headers_of(post);
    long answer = 0;
    CURLcode code = CURLE_OUT_OF_MEMORY;
    buffer_init(&p.answer, HTTP_POST_ANSWER + 1);
    if (easy && headers) {
        handing_options(easy, post->ca_file);
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(easy, CURLOPT_URL, post->url);
        curl_easy_setopt(easy, CURLOPT_TIMEOUT, (long)(HANDING_TOTAL_S / 5));
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)p.length);
        curl_easy_setopt(easy, CURLOPT_READFUNCTION, body_give);
        curl_easy_setopt(easy, CURLOPT_READDATA, &p);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, answer_take);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &p);
        curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
        code = curl_easy_perform(easy);
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer);
    }
    judge(&p, code, (int)answer, handing);
    buffer_release(&p.answer);
    curl_slist_free_all(headers);
    curl_easy_cleanup(easy);
}
