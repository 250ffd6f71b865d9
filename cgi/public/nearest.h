/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_NEAREST_H
#define MOTCUA_PUBLIC_NEAREST_H

#include "public/public.h"

/*
 * For somebody who found nothing: Search.Near, a few fields to look into. First those whose names
 * share words with what was typed, then the largest.
 */
void nearest_fields(struct request *rq, const struct catalogue *catalogue, const char *query);

#endif
