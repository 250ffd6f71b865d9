/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SITE_HELD_H
#define MOTCUA_MODEL_SITE_HELD_H

#include <stdbool.h>

#include "lib/request.h"

/*
 * The site's name, address and hours for programs that keep nothing else in memory: read at most once a
 * minute, the last good ones while the database is away. Fills Site.* of a page; usable as an
 * audience's `start` and `dress`.
 */
bool site_start(struct db *db);
void site_dress(struct request *rq);

#endif
