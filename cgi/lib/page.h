/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_PAGE_H
#define MOTCUA_LIB_PAGE_H

#include <jansson.h>
#include <stddef.h>

#include "lib/request.h"

/*
 * Ends of a handler. Each prepares the reply and returns its HTTP status, so
 * that a handler says `return page_show(rq, "public/home.cs", "home");`.
 * Headers never carry CR, LF or other control bytes: page_header drops the
 * line and logs it.
 *
 * Every page gets Page.{Lang,Base,Path,Other,Id,Now,Section,Body,Title,Audience};
 * the title is T.<section>.title unless the handler set Page.Title. Now is
 * "YYYY-MM-DD HH:MM:SS" of the settable clock. Rendered is layout.cs, which
 * includes Page.Body.
 *
 * Error pages are error.cs with Error.{Status,Key,Title,Text}: Key is "e404" …
 * or "default", Title and Text are T.error.<key>_title and _text. A refusal
 * that can be tried again (503 after a POST) also has Error.Again.Action and
 * Error.Again.Fields.N.{Name,Value}: everything typed, for hidden fields of a
 * form that sends the same request, with the same request key.
 */
int page_show(struct request *rq, const char *template_file, const char *section);         /* 200 */
int page_show_status(struct request *rq, int status, const char *template_file, const char *section);
/* A sheet of paper: the frame is print.cs, without header and menu. 200. */
int page_print(struct request *rq, const char *template_file, const char *section);
/* A screen that nobody touches, filling its window: the frame is screen.cs. 200. */
int page_screen(struct request *rq, const char *template_file, const char *section);
/* 303 to an address of ours; the language prefix is added. */
int page_go(struct request *rq, const char *format, ...) __attribute__((format(printf, 2, 3)));
int page_json(struct request *rq, int status, json_t *json); /* steals the reference */
/* Bytes with a type: inline, or a download with an RFC 6266 file name when `name` is given. */
int page_bytes(struct request *rq, const char *type, const void *bytes, size_t n, const char *name);
/* 304: a handler with an ETag of its own has found that the visitor has it. */
int page_unchanged(struct request *rq);
/* A content of the store as a download; `place` as of store_path(). nginx sends it, with headers that keep a browser
 * from taking it for a page, whatever it holds. */
int page_stored(struct request *rq, const char *type, const char *place, const char *name);

/* Errors in the site's look (or problem+json for .api routes). */
int page_missing(struct request *rq);   /* 404 */
int page_forbidden(struct request *rq); /* 403 */
int page_malformed(struct request *rq); /* 400 */
int page_again(struct request *rq, const char *template_file, const char *section); /* 422: the form with its errors */
int page_failed(struct request *rq);    /* after DB_FAIL: the dispatcher retries, else 503 or 500 */
int page_error(struct request *rq, int status); /* any error page: 400 403 404 405 413 414 415 429 500 503 507 */

/* A form for a POST with effect: sets node.Action (with the language prefix) and node.Token, which the
 * template sends as the hidden field "token". `path` is the concrete path of the POST, "/can-bo/ho-so/7/tra". */
void page_form(struct request *rq, struct data *node, const char *path);

/* An answer shared caches may keep less or longer than the route says. */
void page_fresh(struct request *rq, int seconds);
/* The answer is the same for everybody who may ask here, although it was asked who that is: nginx may keep it for
 * the seconds of page_fresh() or the route, under a key of what the answer depends on, and asks for the right itself
 * before it hands it out. */
void page_common(struct request *rq);
void page_header(struct request *rq, const char *name, const char *value);
/* __Host- cookie (`name` without that prefix): Secure, HttpOnly, SameSite=Lax (Strict where the audience says
 * so), Path=/. max_age 0 deletes it. On a site with http, in development, neither prefix nor Secure. */
void page_cookie(struct request *rq, const char *name, const char *value, int max_age_s);

/* For route.c and serve.c: a fresh reply; caching, ETag, 304 and gzip once it is final; its end. */
void page_begin(struct request *rq);
void page_complete(struct request *rq);
void page_release(struct request *rq);
void page_kept_release(void); /* at the end of a worker */
const char *page_status_text(int status); /* "Not Found" */

#endif
