/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_HANDING_H
#define MOTCUA_LIB_HANDING_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Handing a message over to another server, once. Up to a certain byte nothing has happened there, whatever
 * breaks; behind it the other side may have the message even if its answer is lost. Just before that byte the
 * caller's gate is asked: it notes for good that the message is given away, or says no.
 */
enum handing_end {
    HANDING_DONE,    /* the other side says it has it */
    HANDING_LATER,   /* it says not now, or broke off before the gate: try this one again */
    HANDING_AWAY,    /* nobody there, or we are not let in: others would fare alike, try all again later */
    HANDING_REFUSED, /* it says it will never take this one */
    HANDING_UNKNOWN, /* behind the gate, and no answer */
    HANDING_LOST     /* the gate said no: nothing was handed over, and it is not ours any more */
};

struct handing_gate {
    bool (*open)(void *context); /* asked once */
    void *context;
};

struct handing {
    enum handing_end end;
    int code;       /* of the last answer; 0 for none */
    char text[160]; /* what happened, without anything of the message or the people in it */
};

/* For mail.c and http_post.c. */

/* What both tell libcurl: time limits, certificates, no proxy of the environment, no signals. `easy` is a CURL *. */
void handing_options(void *easy, const char *ca_file);
/* An error before the gate that is the same for every message: no address, no connection, no TLS, no sign-in. */
bool handing_is_away(int curl_code);
void handing_say(struct handing *handing, enum handing_end end, int code, const char *text);

enum {
    HANDING_CONNECT_S = 15,
    HANDING_TOTAL_S = 300 /* a server may take minutes to answer a mail (RFC 5321, 4.5.3.2) */
};

#endif
