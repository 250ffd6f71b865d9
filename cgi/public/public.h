/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_PUBLIC_H
#define MOTCUA_PUBLIC_PUBLIC_H

#include <stdbool.h>

#include "lib/request.h"
#include "lib/route.h"
#include "lib/say.h"
#include "model/catalogue.h"

/* What all pages of the website share. */
extern const struct route public_routes[];

bool public_start(struct db *db);      /* before the first request: reads the catalogue */
void public_dress(struct request *rq); /* before each page: Site.*, Lookup.Action */

/* The catalogue in force; NULL: the handler answers page_failed(). */
const struct catalogue *public_catalogue(struct request *rq);

bool in_english(const struct request *rq);

/*
 * A text of the catalogue in the page's language. Where the English page has only Vietnamese words
 * to show, <name>.Lang says so, and templates mark them for screen readers (the macro `words`).
 */
void put_text(struct request *rq, struct data *node, const char *name, const char *vietnamese,
              const char *english);

/* The lines of a text as a list of Text; how many there are. Always Vietnamese. */
size_t put_lines(struct request *rq, struct data *node, const char *list, const char *text);

/* <prefix>NameSize: how large a heading of that length may be: "", "long", "very-long". */
const char *name_size(const char *name);

void crumb(struct request *rq, const char *href, const char *vietnamese, const char *english);

/* "/en/thu-tuc/…": an address of ours in the page's language. */
const char *link_to(struct request *rq, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The full address of this page without query, for <link rel="canonical">, QR codes and paper. */
const char *full_address(struct request *rq, const char *path);

#endif
