/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_PAGE_TEXT_H
#define MOTCUA_LIB_PAGE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/request.h"

/* Texts and addresses in the language of a page. */
bool in_english(const struct request *rq);

/*
 * A text of two languages in the page's language. Where the English page has only Vietnamese words
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
