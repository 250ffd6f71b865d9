/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_MAIL_H
#define MOTCUA_LIB_MAIL_H

#include <stdbool.h>

#include "lib/buffer.h"
#include "lib/handing.h"

/* Mail over SMTP (libcurl). Texts belong to the caller. */
struct mail_server {
    const char *url; /* smtp://host:25 or smtps://host:465 */
    enum { MAIL_TLS_MUST, MAIL_TLS_TRY, MAIL_TLS_NO } tls; /* STARTTLS, for smtp:// */
    const char *ca_file;        /* NULL: the system's */
    const char *user, *password; /* NULL: no sign-in */
};

/* All in UTF-8, one line each but the text. */
struct mail {
    const char *from, *from_name;
    const char *to;
    const char *subject;
    const char *id;       /* Message-ID without <>: the same for every try, so that a repeated mail can be known */
    const char *date;     /* "Mon, 23 Mar 2026 16:30:00 +0700" */
    const char *language; /* "vi" */
    const char *text;     /* lines end with LF */
};

/* An address we put into a header and an envelope: local@domain in plain ASCII, nothing else. */
bool mail_address_ok(const char *address);

/*
 * The whole mail as it goes over the wire, CR LF at the ends of lines: header fields with words beyond ASCII
 * as RFC 2047 has it, the text as base64 in lines of 76. `out` is full when the mail is too large.
 */
void mail_compose(struct buffer *out, const struct mail *mail);

/* Keeps its connection from one mail to the next. The password is not kept by us. NULL: out of memory. */
struct mailer;
struct mailer *mail_open(const struct mail_server *server);
void mail_close(struct mailer *mailer);
/* The gate is asked when all of the mail is with the server but the line that ends it. */
void mail_send(struct mailer *mailer, const struct mail *mail, const struct handing_gate *gate,
               struct handing *handing);

#endif
