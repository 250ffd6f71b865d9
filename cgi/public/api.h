/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_API_H
#define MOTCUA_PUBLIC_API_H

#include <jansson.h>

#include "public/public.h"

/* The open interface for programs, described by docs/openapi.json. */
int api_procedures(struct request *rq); /* /api/v1/procedures */
int api_procedure(struct request *rq);  /* /api/v1/procedures/{code} */
int api_suggest(struct request *rq);    /* /api/v1/suggest */
int api_description(struct request *rq); /* /api/v1/openapi.json */

/* Reads the description once, before the first request; when it is not there, that is logged and
 * its address answers 404. */
void api_start(void);

/* A procedure in a list, and with everything that is published of it. */
json_t *api_item(struct request *rq, const struct catalogue *catalogue,
                 const struct catalogue_procedure *procedure);
json_t *api_whole(struct request *rq, const struct catalogue *catalogue,
                  const struct catalogue_procedure *procedure);

#endif
