/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_PUBLIC_H
#define MOTCUA_PUBLIC_PUBLIC_H

#include <stdbool.h>

#include "lib/page_text.h"
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

#endif
