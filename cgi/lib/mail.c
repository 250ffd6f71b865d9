/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/mail.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

enum { MAIL_CEILING = 256 * 1024 };

struct mailer {
    CURL *easy;
};

/* One mail on its way. */
struct sending {
    const struct buffer *bytes;
    size_t sent;
    const struct handing_gate *gate;
    bool asked, open; /* the gate */
    bool introduced;  /* the server has taken our sender: what it refuses from now on is this mail */
};

struct mailer *mail_open(const struct mail_server *server)
{
    static const long tls[] = {
        [MAIL_TLS_MUST] = CURLUSESSL_ALL, [MAIL_TLS_TRY] = CURLUSESSL_TRY, [MAIL_TLS_NO] = CURLUSESSL_NONE};
    struct mailer *mailer = calloc(1, sizeof *mailer);
    if (!mailer || !(mailer->easy = curl_easy_init())) {
        free(mailer);
        return NULL;
    }
    handing_options(mailer->easy, server->ca_file);
    curl_easy_setopt(mailer->easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(mailer->easy, CURLOPT_URL, server->url);
    curl_easy_setopt(mailer->easy, CURLOPT_USE_SSL, tls[server->tls]);
    if (server->user) {
        curl_easy_setopt(mailer->easy, CURLOPT_USERNAME, server->user);
        curl_easy_setopt(mailer->easy, CURLOPT_PASSWORD, server->password);
    }
    return mailer;
}

void mail_close(struct mailer *mailer)
{
    if (!mailer)
        return;
    curl_easy_cleanup(mailer->easy);
    free(mailer);
}

/*
 * libcurl asks for bytes until it gets none, and only then sends the line with the dot that makes the mail the
 * server's: so the question after the last byte is the gate.
 */
static size_t bytes_give(char *into, size_t size, size_t count, void *context)
{
    struct sending *s = context;
    size_t n = s->bytes->length - s->sent, room = size * count;
    if (n > 0) {
        n = n < room ? n : room;
        memcpy(into, s->bytes->bytes + s->sent, n);
        s->sent += n;
        return n;
    }
    if (s->asked)
        return CURL_READFUNC_ABORT;
    s->asked = true;
    s->open = s->gate->open(s->gate->context);
    return s->open ? 0 : CURL_READFUNC_ABORT;
}

/* Sees what is said to the server, to know how far it went; keeps nothing. */
static int watch(CURL *easy, curl_infotype type, char *line, size_t n, void *context)
{
    (void)easy;
    struct sending *s = context;
    if (type == CURLINFO_HEADER_OUT && n >= 5 && strncmp(line, "RCPT ", 5) == 0)
        s->introduced = true;
    return 0;
}

static void judge(const struct sending *s, CURLcode code, int answer, struct handing *handing)
{
    const char *text = curl_easy_strerror(code);
    if (code == CURLE_OK)
        handing_say(handing, HANDING_DONE, 0, "");
    else if (s->open && answer >= 400)
        handing_say(handing, answer < 500 ? HANDING_LATER : HANDING_REFUSED, answer, text);
    else if (s->open)
        handing_say(handing, HANDING_UNKNOWN, 0, text);
    else if (s->asked)
        handing_say(handing, HANDING_LOST, 0, text);
    else if (handing_is_away(code) || !s->introduced || answer == 421)
        handing_say(handing, HANDING_AWAY, answer, text);
    else
        handing_say(handing, answer >= 500 ? HANDING_REFUSED : HANDING_LATER, answer, text);
}

static CURLcode perform(struct mailer *mailer, const struct mail *mail, struct sending *s)
{
    CURL *easy = mailer->easy;
    struct curl_slist *to = curl_slist_append(NULL, mail->to);
    curl_easy_setopt(easy, CURLOPT_MAIL_FROM, mail->from);
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, bytes_give);
    curl_easy_setopt(easy, CURLOPT_READDATA, s);
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, watch);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, s);
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
    CURLcode code = to ? curl_easy_perform(easy) : CURLE_OUT_OF_MEMORY;
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(to);
    return code;
}

void mail_send(struct mailer *mailer, const struct mail *mail, const struct handing_gate *gate,
               struct handing *handing)
{
    if (!mail_address_ok(mail->to)) {
        handing_say(handing, HANDING_REFUSED, 0, "the address is not one");
        return;
    }
    struct buffer bytes;
    buffer_init(&bytes, MAIL_CEILING);
    mail_compose(&bytes, mail);
    if (bytes.full) {
        handing_say(handing, HANDING_REFUSED, 0, "the mail is too large");
    } else {
        struct sending s = {.bytes = &bytes, .gate = gate};
        long answer = 0;
        CURLcode code = perform(mailer, mail, &s);
        curl_easy_getinfo(mailer->easy, CURLINFO_RESPONSE_CODE, &answer);
        judge(&s, code, (int)answer, handing);
    }
    buffer_release(&bytes);
}
