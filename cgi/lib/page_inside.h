/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_PAGE_INSIDE_H
#define MOTCUA_LIB_PAGE_INSIDE_H

#include "lib/page.h"

/* What the page*.c and route*.c files share. */

void page_reset_body(struct request *rq);
/* False: the template is broken (logged), the body is empty. */
bool page_render(struct request *rq, int status, const char *template_file, const char *section);
int page_redirect(struct request *rq, int status, const char *address); /* a finished address */
int page_json_type(struct request *rq, int status, json_t *json, const char *type);
/* Status and request number as plain text: when nothing else can be rendered. */
int page_plain(struct request *rq, int status);
/* application/problem+json (RFC 9457), with Errors of the input if there are any. */
int page_problem(struct request *rq, int status);
/* page_kept.c: the finished answer to this very address, true; or false, and page_keep() will keep the one
 * that is made now, once it is complete. */
bool page_kept_find(struct request *rq);
void page_keep(struct request *rq);
/* Content-Disposition: attachment, with a file name for every browser (RFC 6266). */
void page_disposition(struct request *rq, const char *name);

#endif
