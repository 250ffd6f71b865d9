/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_GONE_H
#define MOTCUA_PUBLIC_GONE_H

#include "public/public.h"

/* Gone.{Code,Name,Date} when `code` is a withdrawn procedure; false when it is not. */
bool gone_notice(struct request *rq, const struct catalogue *catalogue, const char *code);

/* The answer to an address of a procedure that is not published: 410 for a withdrawn one, 404 for
 * an unknown code, both with what could be meant instead. */
int gone_page(struct request *rq, const struct catalogue *catalogue, const char *code);

#endif
