/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_HTTP_POST_H
#define MOTCUA_LIB_HTTP_POST_H

#include <stddef.h>

#include "lib/handing.h"

enum { HTTP_POST_HEADERS = 8, HTTP_POST_ANSWER = 4096 };

/* A POST to a gateway (libcurl), each on a connection of its own; no redirect is followed. */
struct http_post {
    const char *url; /* http:// or https:// */
    const char *ca_file; /* NULL: the system's */
    const char *headers[HTTP_POST_HEADERS + 1]; /* "Name: value", NULL at the end */
    const char *body;
    const char *done;   /* what the answer must hold for the gateway to have taken it; NULL: any 2xx says so */
    bool repeats_known; /* the gateway knows a repeated request: what ends without an answer may be tried again */
};

/* The gate is asked before the first byte of the body. */
void http_post_send(const struct http_post *post, const struct handing_gate *gate, struct handing *handing);

#endif
