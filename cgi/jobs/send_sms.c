/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "jobs/send.h"
#include "lib/http_post.h"
#include "lib/log.h"
#include "lib/phrase.h"
#include "lib/secret.h"
#include "lib/settings.h"
#include "lib/text.h"

/*
 * The gateway is told by patterns. {to} is the telephone as +84912345678, {to84} as 84912345678, {to0} as
 * 0912345678; {text} the message; {id} a name of the message that is the same at every try; {secret} what the
 * file sms.secret holds. In the body they are written as JSON or as a form has them, by its Content-Type.
 */
enum { SECRET_BYTES = 512 };

static char secret[SECRET_BYTES];

static bool sms_open(void)
{
    const char *url = send_told("MOTCUA_SMS_URL"), *body = send_told("MOTCUA_SMS_BODY");
    const char *headers = send_told("MOTCUA_SMS_HEADERS");
    char path[PATH_MAX];
    if (strncmp(url, "https://", 8) != 0 && strncmp(url, "http://", 7) != 0)
        log_error("MOTCUA_SMS_URL must be an address of http or https, or off");
    else if (!body || !strstr(body, "{text}") || !strstr(body, "{to"))
        log_error("MOTCUA_SMS_BODY must hold {text} and {to}, {to84} or {to0}");
    else if (!strstr(body, "{secret}") && !(headers && strstr(headers, "{secret}")))
        return true;
    else
        return snprintf(path, sizeof path, "%s/sms.secret", settings.keys) < PATH_MAX &&
               secret_read(path, secret, sizeof secret);
    return false;
}

/* The inside of a JSON text. */
static const char *json_inside(struct arena *arena, const char *text)
{
    json_t *json = json_string(text);
    char *quoted = json_dumps(json, JSON_ENCODE_ANY);
    const char *inside = quoted ? arena_copy_bytes(arena, quoted + 1, strlen(quoted) - 2) : "";
    free(quoted);
    json_decref(json);
    return inside;
}

static const char *as_it_is(struct arena *arena, const char *text)
{
    (void)arena;
    return text;
}

static const char *form_value(struct arena *arena, const char *text)
{
    return text_url_encode(arena, text);
}

typedef const char *(*writing)(struct arena *arena, const char *text);

static const char *pattern_fill(struct arena *arena, const char *pattern, const struct outbox_letter *letter,
                                const char *text, writing as)
{
    const char *to = letter->recipient;
    const char *bare = *to == '+' ? to + 1 : to;
    const char *home = text_starts(bare, "84") ? arena_format(arena, "0%s", bare + 2) : bare;
    const char *id = arena_format(arena, "motcua-%lld-%llu", (long long)civil_second(&letter->created),
                                  (unsigned long long)letter->id);
    const struct phrase_pair pairs[] = {
        {"to", as(arena, to)},     {"to84", as(arena, bare)}, {"to0", as(arena, home)},
        {"text", as(arena, text)}, {"id", as(arena, id)},     {"secret", as(arena, secret)},
    };
    return phrase_fill(arena, pattern, pairs, sizeof pairs / sizeof *pairs);
}

/* "Name: value|Name: value" */
static void headers_split(struct arena *arena, const char *text, struct http_post *post)
{
    for (size_t i = 0; *text && i < HTTP_POST_HEADERS; i++) {
        size_t n = strcspn(text, "|");
        post->headers[i] = arena_copy_bytes(arena, text, n);
        text += n + (text[n] == '|');
    }
}

static writing body_writing(const struct http_post *post)
{
    for (size_t i = 0; i < HTTP_POST_HEADERS && post->headers[i]; i++) {
        if (strstr(post->headers[i], "x-www-form-urlencoded"))
            return form_value;
        if (strstr(post->headers[i], "json"))
            return json_inside;
    }
    return *send_told("MOTCUA_SMS_BODY") == '{' ? json_inside : form_value;
}

static void send(struct arena *arena, const struct outbox_letter *letter, const struct letter *words,
                 const struct site *site, const struct handing_gate *gate, struct handing *handing)
{
    (void)site;
    const char *headers = send_told("MOTCUA_SMS_HEADERS"), *repeats = send_told("MOTCUA_SMS_REPEATS");
    struct http_post post = {
        .url = send_told("MOTCUA_SMS_URL"),
        .ca_file = send_told("MOTCUA_SMS_CA"),
        .done = send_told("MOTCUA_SMS_DONE"),
        .repeats_known = repeats && strcmp(repeats, "known") == 0,
    };
    if (headers)
        headers_split(arena, pattern_fill(arena, headers, letter, "", as_it_is), &post);
    post.body = pattern_fill(arena, send_told("MOTCUA_SMS_BODY"), letter, words->text, body_writing(&post));
    http_post_send(&post, gate, handing);
}

static void sms_close(void)
{
    explicit_bzero(secret, sizeof secret);
}

const struct channel send_sms = {"sms", "MOTCUA_SMS_URL", sms_open, letter_sms, send, sms_close};
