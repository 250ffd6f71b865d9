/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_REQUEST_H
#define MOTCUA_LIB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/buffer.h"
#include "lib/data.h"
#include "lib/db.h"

struct audience;
struct live_news;
struct request_source;
struct route;
struct upload;

enum method { GET, POST }; /* HEAD is answered as GET without a body */

/* Who is asking. The zero value is nobody. `rights` is a set of the
 * audience's own bits (enum right in staff/rights.h …). */
struct actor {
    uint64_t id;          /* user or device; 0 = nobody */
    uint64_t rights;      /* bit n = right n */
    const char *name;     /* for the page's corner; "" for nobody */
    const char *session;  /* hash or number the form tokens are bound to; "" for nobody */
    const void *detail;   /* what else the audience knows, for its own handlers; NULL */
};

/* The answer being prepared. Nothing is sent before the transaction is
 * committed. Filled by page.h only. */
struct reply {
    int status;               /* 0 until page_* was called */
    const char *type;         /* Content-Type */
    struct buffer body;
    struct buffer headers;    /* further header lines, CRLF ended */
    const char *encoding;     /* Content-Encoding; NULL or "" for none */
    const char *etag;         /* set for cacheable answers */
    int fresh_s;              /* seconds a shared cache may keep it; 0 = no-store */
    const char *location;     /* of a redirect: what the request key remembers */
    bool failed;              /* page_failed: the database let the handler down */
    bool private;             /* read or sets a cookie: never kept by a shared cache */
    bool common;              /* … but this one is the same for all who may ask */
    bool complete;            /* was kept: nothing is to be added */
};

struct parameter {
    const char *name;
    const char *value; /* percent-decoded, valid UTF-8, NFC, no NUL or control bytes but LF and TAB */
};

/* One request. Made and ended by serve.c; handlers read it and fill `data`. */
struct request {
    const struct audience *audience;
    const struct route *route;
    struct arena *arena; /* ends with the request */
    struct data *data;   /* the page's tree */
    struct data *words;  /* language, assets, site: read only */
    struct db *db;
    struct actor who;

    enum method method;
    bool head;               /* HEAD: send no body */
    const char *number;      /* request number, in the log and on error pages */
    const char *path;        /* decoded, without the language prefix, "/thu-tuc/1.001193" */
    const char *query;       /* raw query, for links to this page in the other language */
    const char *language;    /* "vi" or "en" */
    const char *base;        /* "" or "/en": prefix of links */
    const char *host;        /* Host header, checked */
    bool gzip;               /* the cache in front asks for gzip */
    bool keep;               /* a POST's handler may set it: commit although the answer is a
                                refusal (a failed sign-in is counted) */
    struct live_news *news;  /* what screens are told after the commit (live.h) */
    const struct upload *uploads; /* files of a multipart form, complete and within limits */
    size_t n_uploads;

    /* private to request.c, input.c, route.c, page.c */
    const struct request_source *source;
    int refusal;                  /* what request_open answered */
    bool api;                     /* refusals as problem+json */
    bool body_read;
    bool foreign;                 /* a method other than GET, HEAD and POST */
    const char *moved;            /* the address this one should have been (301) */
    const char *link;             /* the path as a link: percent-encoded, without the prefix */
    struct parameter *captures;   /* values of the {name} segments */
    size_t n_captures;
    const char *keep_as;          /* the finished answer is kept under this key; NULL: it is not */
    int again;                    /* 422 while a form is shown again, else 0 */
    struct parameter *parameters; /* query, then body; duplicates kept */
    size_t n_parameters;
    size_t n_query;               /* so many of them came with the query */
    const char *cookies;
    const char *if_none_match;
    struct input_value *inputs;   /* parallel to route->inputs */
    struct reply reply;
    int64_t started_ms;           /* monotonic */
    int64_t deadline_ms;          /* no retry starts after this */
};

/* NULL when absent. Whoever asks makes the answer one that no cache may keep. */
const char *request_cookie(struct request *rq, const char *name);
/* Any header by its CGI name ("HTTP_ORIGIN"); "" when absent. */
const char *request_header(const struct request *rq, const char *name);

/*
 * For serve.c: where a request comes from. The environment (NAME=value, ends with NULL) and the
 * reader stay valid until request_close().
 */
struct request_source {
    char *const *environment;
    size_t (*read)(void *context, char *bytes, size_t n); /* fewer than n: the body ended */
    void *context;
};

/*
 * Method, address, headers and query. 0, or the status to refuse with; in both cases rq can be
 * answered. The caller has set audience, arena, data, db.
 */
int request_open(struct request *rq, const struct request_source *source);
/* The body, once the route is known: its parameters and uploads. 0 or 400, 413, 415, 503, 507. */
int request_body(struct request *rq, int max_files);
void request_close(struct request *rq); /* uploads that nobody took are gone */

#endif
